"""What can be set of the selected parts of a card, in millimetres, points and words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.documents.badges.layout import (
    GROUP_FILL,
    GROUP_INK,
    GROUP_TONE,
    Align,
    Band,
    Code,
    Element,
    Field,
    Image,
    Layout,
    Line,
    Picture,
    Rectangle,
    Text,
    VerticalAlign,
)
from desktop.documents.fonts import Face
from desktop.language import tr
from desktop.models.badge_draft import BadgeDraft
from desktop.sentences.badge_parts import (
    ALIGNS,
    FIELDS,
    PICTURES,
    VERTICAL_ALIGNS,
    colour_name,
    element_name,
    setting_name,
)
from desktop.widgets.labels import PlainLabel
from desktop.widgets.number_field import NumberField
from desktop.widgets.roomy_box import RoomyBox
from desktop.widgets.theme import GAP

_PLACE = ("x_mm", "y_mm", "width_mm", "height_mm")
_SETTINGS: Mapping[type[Element], tuple[str, ...]] = {
    Text: (
        "field",
        "text",
        *_PLACE,
        "font",
        "full_pt",
        "floor_pt",
        "lines",
        "lines_first",
        "align",
        "valign",
        "colour",
        "capitals",
        "required",
    ),
    Image: ("picture", *_PLACE, "border", "panel", "required"),
    Band: (*_PLACE, "pattern_mm"),
    Code: ("x_mm", "y_mm", "side_mm"),
    Line: ("colour", "width_pt"),
    Rectangle: (*_PLACE, "fill", "stroke", "stroke_pt", "radius_mm"),
}
_SHAPE = ("fill",)
_COLOURS = frozenset(("colour", "border", "panel", "fill", "stroke"))
_MAY_BE_NONE = frozenset(("border", "panel", "fill", "stroke"))
_COLUMNS = 2
_MOST_LINES = 4


class ChoiceBox(RoomyBox):
    """One of several values, each in words."""

    chosen = Signal(object)

    def __init__(
        self, choices: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in choices]
        for _, words in choices:
            self.addItem(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(10)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda index: self.chosen.emit(self._values[index]))

    def show_value(self, value: object) -> None:
        """Show a value without choosing it."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    @property
    def value(self) -> object:
        """The value shown."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class CardProperties(QWidget):
    """The settings of what is selected; several parts share those that all of them have."""

    def __init__(self, draft: BadgeDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._shown_for: tuple[object, ...] = ()
        self._showers: dict[str, Callable[[Any], None]] = {}
        self.fields: dict[str, QWidget] = {}
        self._heading = PlainLabel(role="heading", parent=self)
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self._heading)
        self._column.addStretch(1)
        draft.selection_changed.connect(self.show_selection)
        draft.changed.connect(self.show_selection)
        self.show_selection()

    def show_selection(self) -> None:
        """Show what is selected now; the fields stay while the kinds of parts do."""
        selected = self._draft.selected
        names = _shared_settings(selected)
        shape = (names, self._draft.selection, tuple(self._draft.layout.colours))
        if shape != self._shown_for:
            self._shown_for = shape
            self._build(names)
        self._heading.setText(_heading(selected))
        for name in names:
            self._showers[name](getattr(selected[0], name))
        words = self.fields.get("text")
        if words is not None:
            words.setEnabled(all(getattr(each, "field", None) is None for each in selected))

    def _build(self, names: tuple[str, ...]) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget(self)
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self._showers, self.fields = {}, {}
        place = 0  # counted in half rows
        for name in names:
            field, show = _field(name, self._draft, self._body)
            self._showers[name], self.fields[name] = show, field
            field.setObjectName(name)
            field.setAccessibleName(setting_name(name))
            is_short = isinstance(field, NumberField)
            if not is_short:
                place += place % _COLUMNS
            row, column = divmod(place, _COLUMNS)
            span = 1 if is_short else _COLUMNS
            grid.addWidget(_labelled(field, name, self._body), row, column, 1, span)
            place += span
        self._column.insertWidget(1, self._body)


def _labelled(field: QWidget, name: str, parent: QWidget) -> QWidget:
    """Put a field under its label; a box to tick has its words beside it."""
    if isinstance(field, QCheckBox):
        return field
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    label = QLabel(setting_name(name), box)
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return box


def _shared_settings(selected: Sequence[Element]) -> tuple[str, ...]:
    if not selected:
        return ()
    own = [_SETTINGS.get(type(each), _SHAPE) for each in selected]
    return tuple(name for name in own[0] if all(name in others for others in own[1:]))


def _heading(selected: Sequence[Element]) -> str:
    if not selected:
        return tr("Click a part of the card to change it.")
    if len(selected) == 1:
        return element_name(selected[0])
    return tr("{count} parts", count=len(selected))


def _field(name: str, draft: BadgeDraft, parent: QWidget) -> tuple[QWidget, Callable[[Any], None]]:
    """Make the field of a setting, and what shows a value in it without setting it."""
    choices = _choices(name, draft.layout)
    if choices is not None:
        choice = ChoiceBox(choices, parent)
        choice.chosen.connect(lambda value: _choose(draft, name, value))
        return choice, choice.show_value
    if name == "text":
        line = QLineEdit(parent)
        line.setMaxLength(200)
        line.textEdited.connect(lambda text: draft.set("text", " ".join(text.split())))
        return line, lambda text: _show_text(line, text)
    if name in {"capitals", "required", "lines_first"}:
        check = QCheckBox(setting_name(name), parent)
        check.clicked.connect(lambda is_on: draft.set(name, is_on))
        return check, check.setChecked
    if name == "lines":
        whole = NumberField(1, _MOST_LINES, 0, parent)
        whole.committed.connect(lambda value: draft.set(name, int(value)))
        return whole, whole.show_value
    number = NumberField(*_range(name), parent=parent)
    number.committed.connect(lambda value: draft.set(name, value))
    return number, number.show_value


def _choose(draft: BadgeDraft, name: str, value: object) -> None:
    """Set a choice; what a text shows is either a field or fixed words, and never both."""
    draft.set(name, value)
    if name == "field":
        words = "" if value is not None else tr("Words")
        draft.set("text", words)
        if value is not Field.NAME:
            return
        draft.set("capitals", value=False)  # names stay as they are typed


def _choices(name: str, layout: Layout) -> list[tuple[object, str]] | None:
    if name in _COLOURS:
        names: list[str] = [GROUP_FILL, GROUP_INK, GROUP_TONE, *layout.colours]
        if name in _MAY_BE_NONE:
            names.insert(0, "")
        return [(each, colour_name(each)) for each in names]
    words: dict[str, list[tuple[object, str]]] = {
        "field": [
            *((field, word()) for field, word in FIELDS.items()),
            (None, tr("fixed words")),
        ],
        "font": [(face, _face_name(face)) for face in Face],
        "align": [(each, ALIGNS[each]()) for each in Align],
        "valign": [(each, VERTICAL_ALIGNS[each]()) for each in VerticalAlign],
        "picture": [(each, PICTURES[each]()) for each in Picture],
    }
    return words.get(name)


def _face_name(face: Face) -> str:
    family, _, style = face.value.removeprefix("Liberation").partition("-")
    return f"{family} {style}" if style != "Regular" else family


def _range(name: str) -> tuple[float, float]:
    if name in {"full_pt", "floor_pt"}:
        return 6, 200
    if name in {"width_pt", "stroke_pt"}:
        return 0.1, 20
    if name in {"x_mm", "y_mm"}:
        return -10, 1000
    return (0, 200) if name in {"pattern_mm", "radius_mm"} else (1, 1000)


def _show_text(line: QLineEdit, text: str) -> None:
    if " ".join(line.text().split()) != text:
        line.setText(text)
