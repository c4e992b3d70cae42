"""A list of parts of a pack: a card for each, added, moved and removed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.rules.pack_shapes import ListShape, RecordShape, Shape, UnionShape
from desktop.rules.pack_tree import Node, TreePath, begins_with
from desktop.sentences.pack_names import part_name
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.labels import PlainLabel
from desktop.widgets.pack_form.part import Editor, Faults, Inner
from desktop.widgets.pack_form.part_card import InnerMaker, PartCard
from desktop.widgets.tab_order import put_before
from desktop.widgets.theme import GAP

_OPEN_AT_ONCE = 2  # so many cards are read without a click


class PartList(Editor):
    """All items of a list; each change is one step of the draft."""

    def __init__(
        self,
        draft: PackDraft,
        shape: ListShape,
        path: TreePath,
        make_inner: InnerMaker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(draft, path, parent)
        self._shape = shape
        self._make_inner = make_inner
        self.cards: list[PartCard] = []
        self._faults: Faults = {}
        self._notes = PlainLabel(role="binding", parent=self)
        self._notes.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, across=GAP)
        self.add_buttons: dict[str, QPushButton] = {}
        for kind, name in kinds_of(shape.item).items():
            button = QPushButton(tr("Add: {part}", part=name).replace("&", "&&"), buttons)
            button.clicked.connect(lambda _=False, kind=kind: self.add(kind))
            flow.addWidget(button)
            self.add_buttons[kind] = button
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(GAP)
        frame.addLayout(self._column)
        frame.addWidget(self._notes)
        frame.addWidget(buttons)
        self.refresh()
        for card in self.cards[:_OPEN_AT_ONCE] if len(self.cards) <= _OPEN_AT_ONCE else ():
            card.open(is_open=True)

    def inner(self) -> Sequence[Inner]:
        """Give the cards."""
        return self.cards

    def refresh(self) -> None:
        """Show the draft as it stands: a card for each item, in order."""
        wanted = len(self.draft.value(self.path) or ())
        while len(self.cards) > wanted:
            card = self.cards.pop()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for card in self.cards:
            card.refresh()
        while len(self.cards) < wanted:
            self._append()
        for place, card in enumerate(self.cards):
            card.up.setEnabled(place > 0)
            card.down.setEnabled(place < wanted - 1)

    def read(self) -> Node:
        """Give what the fields hold."""
        return [card.read() for card in self.cards]

    def show_faults(self, faults: Faults) -> None:
        """Say what is wrong of the whole list below it."""
        self._faults = faults
        own = faults.get(self.path, ())
        self._notes.setText("\n".join(note.text for note in own))
        self._notes.setVisible(bool(own))
        super().show_faults(faults)

    def field_at(self, path: TreePath) -> QWidget | None:
        """Find the field of a place; of the list itself, the button that adds."""
        for card in self.cards:
            if begins_with(path, card.path):
                return card.field_at(path)
        return next(iter(self.add_buttons.values()), None)

    def focus_first(self) -> None:
        """Begin with the first card, or the button that adds one."""
        target = self.cards[0].toggle if self.cards else next(iter(self.add_buttons.values()))
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, kind: str = "") -> None:
        """Add an item at the end and begin to fill it in."""
        self.commit()
        place = int(self.draft.add(self.path, kind)[-1])
        self.refresh()
        self.cards[place].open(is_open=True)
        self.cards[place].inner()[0].focus_first()

    def _move(self, card: PartCard, by: int) -> None:
        self.commit()
        target = self.cards.index(card) + by
        other = self.cards[target]
        opened = (card.is_open, other.is_open)
        self.draft.move(card.path, by)
        self.refresh()
        card.open(is_open=opened[1])
        other.open(is_open=opened[0])
        button = other.up if by < 0 else other.down
        (button if button.isEnabled() else other.toggle).setFocus()

    def _remove(self, card: PartCard) -> None:
        place = self.cards.index(card)
        opened = [one.is_open for one in self.cards]
        del opened[place]
        self.commit()
        self.draft.remove(card.path)
        self.refresh()
        for one, is_open in zip(self.cards, opened, strict=True):
            one.open(is_open=is_open)
        if self.cards:
            self.cards[max(0, place - 1)].toggle.setFocus()
        else:
            self.focus_first()

    def _append(self) -> None:
        path = (*self.path, len(self.cards))
        card = PartCard(self.draft, self._shape.item, path, self._make_inner, self)
        card.helped.connect(self.helped)
        card.moved.connect(lambda by: self._move(card, by))
        card.removed.connect(lambda: self._remove(card))
        card.show_faults(self._faults)
        self.cards.append(card)
        self._column.addWidget(card)
        if self.isVisible():
            card.show()  # at once, so that the next key finds it
        put_before(next(iter(self.add_buttons.values())), (card,))


def kinds_of(shape: Shape) -> dict[str, str]:
    """Name the kinds of part that a shape may begin as; one without a key for a record."""
    if isinstance(shape, UnionShape):
        return {kind: part_name(record.type) for kind, record in shape.kinds.items()}
    return {"": part_name(shape.type)} if isinstance(shape, RecordShape) else {}
