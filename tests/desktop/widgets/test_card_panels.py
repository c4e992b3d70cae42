"""The panels beside the card: its parts, their settings, the card's own, and group colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.documents.badges.layout import Align, Band, Code, Fold, Image, Line, Pattern, Text
from desktop.models.badge_draft import BadgeDraft
from desktop.widgets.card_parts import CardParts
from desktop.widgets.card_properties import CardProperties, ChoiceBox
from desktop.widgets.card_settings import CardSettings
from desktop.widgets.card_swatches import CardSwatches
from desktop.widgets.number_field import NumberField
from tests.desktop.documents.badges.people import GROUPS, a_portrait
from tests.desktop.widgets.designs import design, part
from tests.hands import press, type_text

__all__ = ["design"]


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()


def choose(box: QWidget, words: str) -> None:
    assert isinstance(box, ChoiceBox)
    index = box.findText(words)
    assert index >= 0
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_the_uppermost_part_heads_the_list_and_both_select_each_other(
    qtbot: QtBot, design: BadgeDraft
) -> None:
    parts = CardParts(design)
    shown(qtbot, parts)
    last = len(design.elements) - 1
    design.select([last])
    assert parts.item(0).isSelected()
    parts.clearSelection()
    assert not design.selection

    parts.item(parts.count() - 1).setSelected(True)

    assert design.selection == (0,)


def test_a_part_that_was_added_is_in_the_list(qtbot: QtBot, design: BadgeDraft) -> None:
    parts = CardParts(design)
    shown(qtbot, parts)
    design.add(Band(x_mm=5, y_mm=5, width_mm=10, height_mm=5))

    assert parts.item(0).text() == "Band of the group"
    assert parts.item(0).isSelected()


def test_the_settings_of_a_text_are_shown_and_set(qtbot: QtBot, design: BadgeDraft) -> None:
    panel = CardProperties(design)
    shown(qtbot, panel)
    assert not panel.fields
    name = part(design, field="name")
    design.select([name])
    left = panel.fields["x_mm"]
    assert isinstance(left, NumberField)
    type_text(left, "11,5")
    press(left, Qt.Key.Key_Return)
    choose(panel.fields["align"], "left")
    choose(panel.fields["font"], "Sans Bold")
    lines = panel.fields["lines"]
    assert isinstance(lines, NumberField)
    type_text(lines, "1")
    lines.commit()
    changed = design.elements[name]
    assert isinstance(changed, Text)
    assert (changed.x_mm, changed.align, changed.lines) == (11.5, Align.LEFT, 1)
    assert changed.font == "LiberationSans-Bold"
    assert isinstance(changed.lines, int)


def test_a_text_shows_a_field_or_fixed_words_and_never_both(
    qtbot: QtBot, design: BadgeDraft
) -> None:
    panel = CardProperties(design)
    shown(qtbot, panel)
    unit = part(design, field="unit")
    design.select([unit])
    words = panel.fields["text"]
    assert isinstance(words, QLineEdit)
    assert not words.isEnabled()

    choose(panel.fields["field"], "fixed words")
    words = panel.fields["text"]
    assert isinstance(words, QLineEdit)
    assert words.isEnabled()
    type_text(words, "Ban  Tổ chức")
    changed = design.elements[unit]
    assert isinstance(changed, Text)
    assert (changed.field, changed.text) == (None, "Ban Tổ chức")

    choose(panel.fields["field"], "full name")
    changed = design.elements[unit]
    assert isinstance(changed, Text)
    assert (changed.field, changed.text, changed.capitals) == ("name", "", False)


def test_boxes_are_ticked(qtbot: QtBot, design: BadgeDraft) -> None:
    panel = CardProperties(design)
    shown(qtbot, panel)
    photo = next(i for i, each in enumerate(design.elements) if isinstance(each, Image))
    design.select([photo])
    box = panel.fields["required"]
    assert isinstance(box, QCheckBox)
    box.click()
    choose(panel.fields["border"], "none")

    changed = design.elements[photo]
    assert isinstance(changed, Image)
    assert changed.required
    assert changed.border == ""


def test_several_parts_share_what_all_of_them_have(qtbot: QtBot, design: BadgeDraft) -> None:
    panel = CardProperties(design)
    shown(qtbot, panel)
    code = next(i for i, each in enumerate(design.elements) if isinstance(each, Code))
    design.select([part(design, field="name"), code])

    assert set(panel.fields) == {"x_mm", "y_mm"}


@pytest.mark.parametrize("kind", [Band, Code, Line])
def test_every_kind_of_part_has_settings(qtbot: QtBot, design: BadgeDraft, kind: type) -> None:
    panel = CardProperties(design)
    shown(qtbot, panel)
    design.select([next(i for i, each in enumerate(design.elements) if isinstance(each, kind))])

    assert panel.fields
    assert all(field.accessibleName() for field in panel.fields.values())


def test_the_card_is_named_measured_and_folded(qtbot: QtBot, design: BadgeDraft) -> None:
    panel = CardSettings(design)
    shown(qtbot, panel)
    panel.name.setFocus()
    type_text(panel.name, "Thẻ riêng của xã")
    press(panel.name, Qt.Key.Key_Return)
    type_text(panel.lengths["width_mm"], "100")
    panel.lengths["width_mm"].commit()
    choose(panel.fold, "folded along the upper edge")

    layout = design.layout
    assert (layout.name, layout.width_mm, layout.fold) == ("Thẻ riêng của xã", 100, Fold.TOP)
    assert layout.back_like_front
    assert panel.back_like_front.isChecked()
    choose(panel.fold, "not folded")
    assert design.layout.fold == "none"
    panel.back_like_front.click()
    assert not design.layout.back_like_front


def test_an_empty_name_is_not_taken(qtbot: QtBot, design: BadgeDraft) -> None:
    panel = CardSettings(design)
    shown(qtbot, panel)
    panel.name.setFocus()
    type_text(panel.name, " ")
    press(panel.name, Qt.Key.Key_Return)

    assert not design.can_undo


def test_a_background_is_chosen_and_taken_away(
    qtbot: QtBot, design: BadgeDraft, tmp_path: Path
) -> None:
    panel = CardSettings(design)
    shown(qtbot, panel)
    picture = tmp_path / "nen.jpg"
    picture.write_bytes(a_portrait().data)
    panel.choose = lambda _: picture
    panel.pick.click()
    assert panel._background.text() == "Front face, background: nen.jpg"
    assert panel.take_away.isEnabled()
    panel.take_away.click()
    assert design.layout.background is None
    panel.choose = lambda _: None
    panel.pick.click()
    assert not panel.note.isVisible()


@pytest.mark.parametrize(
    ("content", "said"), [(b"nothing", "neither a picture nor a PDF"), (None, "cannot be opened")]
)
def test_a_background_that_cannot_be_used_is_explained(
    qtbot: QtBot, design: BadgeDraft, tmp_path: Path, content: bytes | None, said: str
) -> None:
    panel = CardSettings(design)
    shown(qtbot, panel)
    path = tmp_path / "nen.jpg"
    if content is not None:
        path.write_bytes(content)
    panel.choose = lambda _: path
    panel.pick.click()

    assert said in panel.note.text()
    assert panel.note.isVisible()


def test_the_colours_of_a_group_are_chosen_and_judged(qtbot: QtBot, design: BadgeDraft) -> None:
    panel = CardSwatches(design, GROUPS)
    shown(qtbot, panel)
    panel.choose = lambda _parent, _colour: "#FFF0F0"
    panel.buttons["red", "fill"].click()
    choose(panel.patterns["red"], "dots")

    swatch = design.layout.palette["red"]
    assert (swatch.fill, swatch.pattern) == ("#FFF0F0", Pattern.DOTS)
    assert panel._notes["red"].isVisible()
    assert not panel._notes["blue"].isVisible()
    panel.choose = lambda _parent, _colour: None
    panel.buttons["red", "fill"].click()
    assert design.layout.palette["red"] == swatch


def test_no_colour_of_a_group_is_cut_off_in_a_narrow_panel(
    qtbot: QtBot, design: BadgeDraft
) -> None:
    panel = CardSwatches(design, GROUPS)
    shown(qtbot, panel)
    panel.resize(240, 900)
    assert panel.minimumSizeHint().width() <= 240
    for button in panel.buttons.values():
        block = button.parentWidget()
        assert block is not None
        assert button.geometry().right() < block.width()
        assert button.width() >= button.sizeHint().width()
