"""Fields that choose among what the pack itself defines: levels, units, groups, traits, rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.rules.pack_names import Named
from desktop.rules.pack_tree import Node
from desktop.widgets.fields import ChoiceField
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP

Offer = Callable[[], Sequence[Named]]
_MOST_BOXES = 30  # to be ticked; more are chosen from a list one after the other


def shown_name(part: Named) -> str:
    """Name a part in a list of choices."""
    return part.title or part.key


class ReferenceField(ChoiceField):
    """One key of what the pack defines."""

    def __init__(
        self, offer: Offer, empty_name: str, default: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self._empty_name = empty_name
        self._default = default
        self._named: list[tuple[object, str]] = []
        self.setMinimumContentsLength(20)

    def show_value(self, value: object) -> None:
        """Show a stored key without committing it, among those that may be chosen now."""
        named: list[tuple[object, str]] = [(one.key, shown_name(one)) for one in self._offer()]
        if self._empty_name:
            named.insert(0, (None, self._empty_name))
        value = value or self._default or None
        if value is not None and value not in [key for key, _ in named]:
            named.append((value, tr("{key} (not in the pack)", key=str(value))))
        if named != self._named:
            self._named = named
            self.offer(named)
        super().show_value(value)

    def read(self) -> Node:
        """Give the key chosen."""
        return self.value


class ReferencesField(QWidget):
    """Several keys of what the pack defines: boxes to tick, or a list where there are many."""

    committed = Signal(object)  # list of keys
    part_chosen = Signal(object)  # Named: a part without a key

    def __init__(self, offer: Offer, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._keys: list[str] = []
        self._named: tuple[Named, ...] | None = None
        self._name = ""
        self.boxes: list[QCheckBox] = []
        self.adder = ChoiceField(self)
        self.adder.setEditable(True)
        self.adder.setInsertPolicy(ChoiceField.InsertPolicy.NoInsert)
        completer = QCompleter(self.adder.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.adder.setCompleter(completer)
        self.adder.committed.connect(self._add)
        self._nothing = PlainLabel(nothing, "hint", self)
        self._rows = QWidget(self)
        self._flow = FlowLayout(self._rows, down=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._nothing)
        column.addWidget(self._rows)
        column.addWidget(self.adder)

    def setAccessibleName(self, name: str) -> None:
        """Name the field; its boxes are called by their own words."""
        super().setAccessibleName(name)
        self._name = name
        self.adder.setAccessibleName(tr("Add: {field}", field=name))

    def setFocus(self, *reason: Qt.FocusReason) -> None:
        """Put the cursor on the first box."""
        target = self.boxes[0] if self.boxes else self.adder
        target.setFocus(*reason)

    def show_value(self, value: Node) -> None:
        """Show stored keys without committing them, among those that may be chosen now."""
        self._keys = [str(one) for one in value or ()]
        known = tuple(self._offer())
        keys = {one.key for one in known}
        lost = tuple(Named(key, "") for key in dict.fromkeys(self._keys) if key not in keys)
        if (*known, *lost) != self._named:
            self._named = (*known, *lost)
            self._rebuild(known, lost)
        for box in self.boxes:
            box.setChecked(box.property("key") in self._keys)

    def commit(self) -> None:
        """Do nothing: a box is committed when it is ticked."""

    def read(self) -> Node:
        """Give the keys in their order."""
        return list(self._keys)

    def _rebuild(self, known: Sequence[Named], lost: Sequence[Named]) -> None:
        are_many = len(known) > _MOST_BOXES
        shown = [one for one in known if one.key in self._keys] if are_many else list(known)
        focused = next((box.property("key") for box in self.boxes if box.hasFocus()), None)
        for box in self.boxes:
            self._flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = [self._box(one, is_lost=False) for one in shown]
        self.boxes += [self._box(one, is_lost=True) for one in lost]
        for box in self.boxes:
            if focused is not None and box.property("key") == focused:
                box.setFocus()
        self._nothing.setVisible(not known and not lost)
        self._rows.setVisible(bool(self.boxes))
        self.adder.setVisible(are_many)
        if are_many:
            self.adder.offer([(one, shown_name(one)) for one in known if one not in shown])
            self.adder.show_value(None)
            self.adder.setEditText("")

    def _box(self, part: Named, *, is_lost: bool) -> QCheckBox:
        name = shown_name(part)
        text = tr("{key} (not in the pack)", key=name) if is_lost else name
        box = QCheckBox(text.replace("&", "&&"), self._rows)
        box.setProperty("key", part.key)
        box.setAccessibleName(text)
        box.clicked.connect(lambda: self._tick(part, is_ticked=box.isChecked()))
        self._flow.addWidget(box)
        if self.isVisible():
            box.show()
        return box

    def _tick(self, part: Named, *, is_ticked: bool) -> None:
        if not is_ticked:
            self._store([key for key in self._keys if key != part.key])
        elif part.key:
            self._store([*self._keys, part.key])
        else:
            self.part_chosen.emit(part)

    def _add(self, part: object) -> None:
        if isinstance(part, Named):
            self._named = None  # it moves from the list to the boxes
            self._store([*self._keys, part.key])

    def _store(self, keys: list[str]) -> None:
        self._keys = keys
        self.committed.emit(keys)
