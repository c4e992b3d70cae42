"""The designer: everything at hand, the card as it prints."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from db.badge_designs import DesignKind
from db.store import Store
from desktop.documents.badges.arrange import Alignment, extent
from desktop.documents.badges.layout import Code, Side
from desktop.documents.badges.load import shipped_layout
from desktop.documents.snapshot import Snapshot
from desktop.models.badge_draft import BadgeDraft, OpenDesign
from desktop.widgets import theme
from desktop.widgets.palettes import DARK, LIGHT, Colour
from desktop.windows.badge_designer import BadgeDesigner
from tests.builders import NOON, a_conference, a_file
from tests.desktop.documents.badges.people import GROUPS, a_crowd

PATIENCE_MS = 20_000
Opener = Callable[..., BadgeDesigner]


@pytest.fixture
def open_designer(qtbot: QtBot, store: Store, new_id: Callable[[], str]) -> Opener:
    def open_it(layout: str = "cr80", people: int = 9) -> BadgeDesigner:
        file = a_crowd(people) if people else a_file(conference=a_conference(groups=GROUPS))
        draft = BadgeDraft(store, OpenDesign(layout=shipped_layout(layout)), new_id)
        designer = BadgeDesigner(draft, Snapshot(file=file, made_at=NOON))
        draft.setParent(designer)
        qtbot.addWidget(designer)
        with qtbot.waitActive(designer):
            designer.show()
            designer.activateWindow()
        qtbot.waitUntil(lambda: designer.canvas._picture is not None, timeout=PATIENCE_MS)
        return designer

    return open_it


def action(designer: BadgeDesigner, name: str) -> QAction:
    actions = [*designer.actions(), *designer.findChildren(QAction)]
    return next(each for each in actions if each.text() == name)


def test_the_card_of_another_person_is_shown_when_chosen(
    qtbot: QtBot, open_designer: Opener
) -> None:
    designer = open_designer()
    before = designer.canvas._picture
    shown: list[str] = []
    designer.preview.drawn.connect(lambda card: shown.append(card.request.delegate_id))
    designer.person.setCurrentIndex(3)
    designer.person.activated.emit(3)

    qtbot.waitUntil(lambda: designer.person.currentData() in shown, timeout=PATIENCE_MS)
    assert designer.canvas._picture != before


def test_a_change_is_drawn_and_stored_at_once(
    qtbot: QtBot, open_designer: Opener, store: Store
) -> None:
    designer = open_designer()
    designer.draft.select([0])
    with qtbot.waitSignal(designer.preview.drawn, timeout=PATIENCE_MS):
        designer.draft.move(0, 1)

    assert len(store.badge_designs.all(DesignKind.LAYOUT)) == 1
    assert designer.undo.isEnabled()
    designer.undo.trigger()
    designer.redo.trigger()
    assert not designer.redo.isEnabled()


def test_everything_that_can_be_added_is_in_the_menu(open_designer: Opener) -> None:
    designer = open_designer()
    count = len(designer.draft.elements)
    for each in designer.add_menu.actions():
        each.trigger()

    assert len(designer.draft.elements) == count + len(designer.add_menu.actions())
    assert len(designer.draft.selection) == 1


def test_buttons_for_a_selection_wait_for_one(open_designer: Opener) -> None:
    designer = open_designer()
    assert not designer.remove.isEnabled()
    code = next(i for i, each in enumerate(designer.draft.elements) if isinstance(each, Code))
    designer.draft.select([code])
    assert designer.remove.isEnabled()
    designer.align_actions[Alignment.LEFT].trigger()
    assert extent(designer.draft.selected[0])[0] == designer.draft.layout.safe_mm
    designer.duplicate.trigger()
    action(designer, "One down").trigger()
    action(designer, "One up").trigger()
    designer.remove.trigger()
    assert len(designer.draft.elements) == len(shipped_layout("cr80").elements)


def test_the_card_is_turned(qtbot: QtBot, open_designer: Opener) -> None:
    designer = open_designer()
    designer.sides.setCurrentIndex(1)

    assert designer.draft.side is Side.BACK
    assert designer.canvas._picture is None
    qtbot.waitUntil(lambda: designer.canvas._picture is not None, timeout=PATIENCE_MS)


def test_what_keeps_a_design_from_printing_is_said(qtbot: QtBot, open_designer: Opener) -> None:
    designer = open_designer()
    code = next(i for i, each in enumerate(designer.draft.elements) if isinstance(each, Code))
    designer.draft.select([code])
    designer.draft.set("side_mm", 8.0)

    qtbot.waitUntil(lambda: "too small" in designer._note.text(), timeout=PATIENCE_MS)
    designer.undo.trigger()
    qtbot.waitUntil(lambda: not designer._note.text(), timeout=PATIENCE_MS)


def test_what_does_not_fit_for_the_person_shown_is_said(
    qtbot: QtBot, open_designer: Opener
) -> None:
    designer = open_designer()
    longest = max(range(designer.person.count()), key=lambda i: len(designer.person.itemText(i)))
    designer.person.setCurrentIndex(longest)
    designer.person.activated.emit(longest)

    qtbot.waitUntil(lambda: "too long" in designer._note.text(), timeout=PATIENCE_MS)


def test_a_background_that_vanished_is_said(qtbot: QtBot, open_designer: Opener) -> None:
    from desktop.documents.badges.layout import Background

    designer = open_designer()
    designer.draft.set_card(background=Background(file="gone.pdf"))

    qtbot.waitUntil(lambda: "gone.pdf" in designer._note.text(), timeout=PATIENCE_MS)


def test_a_conference_without_people_shows_somebody(open_designer: Opener) -> None:
    designer = open_designer(people=0)

    assert designer.person.currentText() == "Nguyễn Thị Ánh Nguyệt"


def test_closing_loses_nothing(qtbot: QtBot, open_designer: Opener, store: Store) -> None:
    designer = open_designer("a6-portrait")
    designer.draft.set_card(name="Thẻ xã")
    with qtbot.waitSignal(designer.closed):
        action(designer, "Done").trigger()

    assert [each.name for each in store.badge_designs.all(DesignKind.LAYOUT)] == ["Thẻ xã"]
    assert "Thẻ xã" in designer.windowTitle()


@pytest.mark.usefixtures("dressed")
def test_the_pictures_of_the_bar_follow_the_palette(open_designer: Opener) -> None:
    action = open_designer().align_actions[Alignment.LEFT]

    def inks() -> set[str]:
        image = action.icon().pixmap(60, 60).toImage()
        return {image.pixelColor(x, y).name() for x in range(60) for y in range(60)}

    assert LIGHT[Colour.MUTED] in inks()
    theme.wear(theme.Look.DARK, 100)
    assert DARK[Colour.MUTED] in inks()
