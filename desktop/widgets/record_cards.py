"""A short list of records, one card each, for records that no table row can hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.widgets.icons import Icon, put_icon
from desktop.widgets.tab_order import put_before
from desktop.widgets.theme import GAP


class RecordCard(QFrame):
    """One record: a subclass shows its fields and emits what was changed in them."""

    changed = Signal(object)  # dict: field name -> new value; as `dict` Qt would undo enums
    removed = Signal()

    def __init__(self, record_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.record_id = record_id

    def show_record(self, record: Any) -> None:  # noqa: ANN401 - each card has its own record
        """Show a stored record without committing it."""
        raise NotImplementedError

    def number(self, number: int) -> None:
        """Take the card's number into the accessible names."""

    def commit(self) -> None:
        """Emit what stands in a field that was not left yet."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the cursor where the officer begins."""
        raise NotImplementedError

    def remove_button(self, name: str) -> QToolButton:
        """Make the button that removes the card."""
        button = QToolButton(self)
        put_icon(button, Icon.CLOSE)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(self.removed)
        return button


class RecordCards(QWidget):
    """All records of a list; each change is committed as the whole tuple."""

    committed = Signal(object)  # tuple of records

    def __init__(
        self,
        make_card: Callable[[Any, QWidget], RecordCard],
        make_next: Callable[[tuple[Any, ...]], Any],
        add_label: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_card = make_card
        self._make_next = make_next
        self._records: tuple[Any, ...] = ()
        self.cards: list[RecordCard] = []
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP)
        frame.addLayout(self._column)
        self.add_button = QPushButton(add_label, self)
        self.add_button.clicked.connect(self.add_record)
        footer = QHBoxLayout()
        footer.addWidget(self.add_button)
        footer.addStretch(1)
        frame.addLayout(footer)

    def show_value(self, records: tuple[Any, ...]) -> None:
        """Show stored records without committing them."""
        self._records = records
        if [card.record_id for card in self.cards] != [record.id for record in records]:
            self._rebuild()
        for card, record in zip(self.cards, records, strict=True):
            card.show_record(record)

    def commit(self) -> None:
        """Store what stands in a card that was not left yet."""
        for card in tuple(self.cards):
            card.commit()

    def setFocus(self, *reason: Any) -> None:  # noqa: ANN401 - Qt's overloads
        """Put the cursor on the first card, or on the button that adds one."""
        if self.cards:
            self.cards[0].focus_first()
        else:
            self.add_button.setFocus(*reason)

    def focus_record(self, record_id: str) -> None:
        """Put the cursor on the card of this record."""
        for card in self.cards:
            if card.record_id == record_id:
                card.focus_first()

    def add_record(self) -> None:
        """Add a card at the end."""
        self._store((*self._records, self._make_next(self._records)))
        self.cards[-1].focus_first()

    def _rebuild(self) -> None:
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._make_card(record, self) for record in self._records]
        for number, card in enumerate(self.cards, start=1):
            self._column.addWidget(card)
            card.number(number)
            card.changed.connect(lambda fields, card=card: self._change(card.record_id, fields))
            card.removed.connect(lambda card=card: self._remove(card.record_id))
            if self.isVisible():
                card.show()  # at once, so that the next key finds it
        put_before(self.add_button, self.cards)

    def _change(self, record_id: str, fields: dict[str, Any]) -> None:
        self._store(
            tuple(
                msgspec.structs.replace(record, **fields) if record.id == record_id else record
                for record in self._records
            )
        )

    def _remove(self, record_id: str) -> None:
        self._store(tuple(record for record in self._records if record.id != record_id))

    def _store(self, records: tuple[Any, ...]) -> None:
        self.show_value(records)
        self.committed.emit(records)
