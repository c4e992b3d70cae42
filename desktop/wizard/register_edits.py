"""What the officer does to people in the register: each act one step of undo, told in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject, Qt, Signal

from db.errors import StoreError
from db.records import Delegate, ListOrder, StoredImage
from desktop.language import tr
from desktop.models.delegate_rows import DelegateRows
from desktop.models.draft import Draft
from desktop.people.badge_numbers import next_number
from desktop.people.person_order import protocol_rank
from desktop.people.placing import placed
from desktop.sentences.field_names import field_name
from desktop.sentences.store import store_sentence
from desktop.widgets.delegate_table import DelegateTable

_HIGHEST_POSITION = 1_000_000  # as db.records has them
_HIGHEST_RANK = 1_000_000_000


class RegisterEdits(QObject):
    """Changes the people of a draft from the table they are shown in."""

    said = Signal(str, str)  # what came of it, and the role of a label
    added = Signal(str)  # id of somebody new, whose name is to be typed

    def __init__(self, draft: Draft, table: DelegateTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._table = table

    @property
    def _rows(self) -> DelegateRows:
        return self._table.rows

    @property
    def selected(self) -> list[Delegate]:
        """The selected people, in the order shown."""
        return self._table.selected_people()

    def add_person(self) -> None:
        """Add an empty person with the next badge number."""
        draft = self._draft
        groups = draft.conference.groups
        group_id = groups[0].id if groups else ""
        person = Delegate(
            id=draft.new_id(),
            conference_id=draft.conference.id,
            position=1 + max((one.position for one in draft.delegates), default=0),
            badge_number=next_number(draft.delegates, groups, group_id),
            name="",
            group_id=group_id,
        )
        if self.store(lambda: draft.add_delegates((person,)), ""):
            self.added.emit(person.id)

    def remove_selected(self) -> None:
        """Remove the selected people; one undo brings them back."""
        ids = self._table.selected_ids()
        if not ids:
            return
        row = self._rows.rows_of(ids)[0]
        self.store(
            lambda: self._draft.remove_delegates(ids),
            tr("Removed: {count}. “Undo” brings them back.", count=len(ids)),
        )
        if self._rows.rowCount():
            self._table.selectRow(min(row, self._rows.rowCount() - 1))

    def put_into_group(self, group_id: str) -> None:
        """Move the selected people to a group, in one step."""
        people = [msgspec.structs.replace(one, group_id=group_id) for one in self.selected]
        self.save(people, tr("Moved to the group: {count}.", count=len(people)))

    def fill_down(self) -> None:
        """Put what the first selected person has in the column of the cursor into the others."""
        people = self.selected
        index = self._table.currentIndex()
        if len(people) < 2 or not index.isValid():
            self.say(tr("Select the rows to fill first, from the one to take over."))
            return
        column = self._rows.columns[index.column()]
        if not column.is_editable:
            self.say(tr("“{column}” is not filled in by hand.", column=column.title))
            return
        value = getattr(people[0], column.key)
        changed = [
            msgspec.structs.replace(one, **{column.key: value})
            for one in people[1:]
            if getattr(one, column.key) != value
        ]
        done = tr("Filled in “{column}”: {count}.", column=column.title, count=len(changed))
        self.save(changed, done)

    def save(self, people: Sequence[Delegate], done: str = "") -> bool:
        """Store changed people in one step; tell whether that was done."""
        if not people:
            self.say(tr("Nothing to change."))
            return False
        return self.store(lambda: self._draft.save_delegates(people), done)

    def move(self, by: int) -> None:
        """Move the selected people up or down past the person shown next to them."""
        rows = self._rows.rows_of(self._table.selected_ids())
        if not rows or not self._can_move():
            return
        target = rows[0] - 1 if by < 0 else rows[-1] + 2
        if target >= 0 and rows[-1] + max(0, by) < self._rows.rowCount():
            self.move_before(target)

    def move_before(self, row: int) -> None:
        """Let the selected people stand before a row shown, after everybody for the row below."""
        if not self._can_move():
            return
        everybody = self._rows.everybody
        index = {one.id: number for number, one in enumerate(everybody)}
        shown = self._rows.shown
        before = index[shown[row].id] if row < len(shown) else index[shown[-1].id] + 1
        moved = [index[one.id] for one in self.selected]
        is_by_hand = self._draft.conference.list_order is ListOrder.HAND
        key, highest = (
            ("position", _HIGHEST_POSITION) if is_by_hand else ("protocol_rank", _HIGHEST_RANK)
        )
        places = [one.position if is_by_hand else protocol_rank(one) for one in everybody]
        numbers = placed(places, moved, before, highest)
        self.save(
            [
                msgspec.structs.replace(everybody[number], **{key: place})
                for number, place in numbers.items()
            ],
            tr("Moved: {count}.", count=len(moved)),
        )

    def _can_move(self) -> bool:
        if not self._rows.can_be_moved:
            self.say(
                tr(
                    "People are moved by hand only in the orders “by hand” and “by protocol rank”,"
                    " and while no column is sorted."
                )
            )
        return self._rows.can_be_moved

    def order_by_hand_from_here(self) -> None:
        """Take the order shown now as the one made by hand."""
        changed = [
            msgspec.structs.replace(one, position=place)
            for place, one in enumerate(self._rows.everybody, start=1)
            if one.position != place
        ]
        if not changed or self.save(changed):
            self.order_by(ListOrder.HAND)

    def order_by_post_again(self) -> None:
        """Forget who was moved by hand in the order of protocol."""
        changed = [
            msgspec.structs.replace(one, protocol_rank=None)
            for one in self._draft.delegates
            if one.protocol_rank is not None
        ]
        self.save(changed, tr("Ordered by post again: {count}.", count=len(changed)))

    def order_by(self, order: ListOrder) -> None:
        """Choose the order of the list, on screen and in every paper."""
        self._table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._draft.change(list_order=order)

    def keep_photo(self, delegate_id: str, image: StoredImage | None) -> None:
        """Give a person a photo, or none; it may come in the middle of a long step."""

        def keep() -> None:
            person = next((one for one in self._draft.delegates if one.id == delegate_id), None)
            if person is None:
                return  # removed while the picture was being read
            changed = msgspec.structs.replace(person, photo_id=image.id if image else "")
            self.store(
                lambda: self._draft.save_delegates((changed,), (image,) if image else ()),
                tr("The photo was stored.") if image else tr("The photo was removed."),
            )

        self._draft.when_free(keep)

    def undo(self) -> None:
        """Take back the last step."""
        what = self._step_through_history(self._draft.undo)
        if what is not None:
            done = tr("Undone: {what}.", what=what) if what else tr("Nothing left to undo.")
            self.say(done)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        what = self._step_through_history(self._draft.redo)
        if what is not None:
            done = tr("Redone: {what}.", what=what) if what else tr("Nothing left to redo.")
            self.say(done)

    def _step_through_history(self, step: Callable[[], tuple[str, ...]]) -> str | None:
        """Take a step; name what it was about, "" when none is left, None when it failed."""
        self._table.commit()
        stepped: list[tuple[str, ...]] = []
        if not self.store(lambda: stepped.append(step()), ""):
            return None
        return ", ".join(field_name(name) for name in stepped[0])

    def store(self, action: Callable[[], None], done: str) -> bool:
        """Do something to the store and say what came of it; tell whether it was done."""
        try:
            action()
        except StoreError as error:
            self.said.emit(store_sentence(error), "binding")
            return False
        self.say(done)
        return True

    def say(self, text: str) -> None:
        """Tell something that needs no mending."""
        self.said.emit(text, "hint")
