"""Whatever is done in the register, the store holds what is shown, and all can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from db.records import Delegate, ListOrder
from db.store import Store
from desktop.models.draft import Draft
from desktop.people.person_order import in_order
from desktop.rules.pack import RulePack
from desktop.wizard.paste_dialog import PasteDialog
from desktop.wizard.register import Register
from tests.builders import KEYS, NOON, a_conference, a_delegate, an_office, ident
from tests.desktop.wizard.registers import answer
from tests.hands import delete_now

HERE, THERE = ident(10), ident(30)
_NAMES = ("Nguyễn Thị Ước", "Y Wang Niê", "Lê Hoà", "Trần Văn Đường", "H'Hen Niê")
_UNITS = ("Thôn 1", "Thôn 2", "")
_POSTS = ("Chủ tịch", "Phó Chủ tịch", "Trưởng thôn", "")
_EDITS = st.one_of(
    st.tuples(st.just("name"), st.sampled_from(_NAMES)),
    st.tuples(st.just("unit"), st.sampled_from(_UNITS)),
    st.tuples(st.just("post"), st.sampled_from(_POSTS)),
    st.tuples(st.just("birth"), st.sampled_from(("1980", "20/5/1975", ""))),
    st.tuples(st.just("badge_number"), st.sampled_from(("7", "12", ""))),
)
_PLACE = st.integers(0, 30)
_EXAMPLES, _STEPS = 8, 25

_id = attrgetter("id")


class Histories(RuleBasedStateMachine):
    """One officer at the register of one conference, the people of another within reach."""

    folders: Iterator[Path]
    packs: tuple[RulePack, ...]

    def __init__(self) -> None:
        super().__init__()
        self._folder = next(self.folders)
        self._folder.mkdir()
        self._numbers = count(10**6)
        self._open_store()
        self.store.offices.save(an_office())
        self.store.conferences.add(a_conference())
        self.store.conferences.add(a_conference(id=THERE, title="Hội nghị kỳ trước"))
        people = [a_delegate(number, unit=f"Thôn {number % 3}") for number in range(1, 6)]
        self.store.delegates.add(people)
        self.store.delegates.add(
            [
                a_delegate(number, conference_id=THERE, name=_NAMES[number % 5])
                for number in range(50, 55)
            ]
        )
        # how the two lists came about is no history of this officer
        self.store._connection.execute("UPDATE change_log SET state = 'final'")
        self._show_register()
        self.beginning = self.whole()

    def _open_store(self) -> None:
        self.store = Store.open(
            self._folder / "hoinghi.db", clock=lambda: NOON, new_id=self._new_id, keys=KEYS
        )

    def _new_id(self) -> str:
        return ident(next(self._numbers))

    def _show_register(self) -> None:
        self.draft = Draft(self.store, HERE, self.packs, self._new_id)
        self.register = Register(self.draft, lambda: 2025)
        self.draft.delegates_changed.connect(self.register.show_people)
        self.draft.changed.connect(self.register.show_people)

    def _close(self) -> None:
        self.register.commit()
        delete_now(self.register)
        delete_now(self.draft)
        self.store.close()

    def whole(self) -> bytes:
        """Give both conferences with their people, byte for byte."""
        stored = self.store.conferences.get, self.store.delegates.of
        return msgspec.json.encode([[read(each) for read in stored] for each in (HERE, THERE)])

    def select(self, places: list[int]) -> None:
        shown = self.register.rows.shown
        if shown:
            self.register.table.select([shown[place % len(shown)].id for place in places])

    @rule(place=_PLACE, edit=_EDITS)
    def type_into_a_cell(self, place: int, edit: tuple[str, str]) -> None:
        rows = self.register.rows
        if rows.rowCount():
            index = rows.index(place % rows.rowCount(), rows.column_of(edit[0]))
            rows.setData(index, edit[1], Qt.ItemDataRole.EditRole)

    @rule()
    def add_a_person(self) -> None:
        self.register.add_person()
        self.register.commit()

    @rule(places=st.lists(_PLACE, min_size=1, max_size=3))
    def remove(self, places: list[int]) -> None:
        self.select(places)
        self.register.edits.remove_selected()

    @rule(places=st.lists(_PLACE, min_size=1, max_size=4), group=st.sampled_from((12, 13)))
    def put_into_a_group(self, places: list[int], group: int) -> None:
        self.select(places)
        self.register.edits.put_into_group(ident(group))

    @rule(places=st.lists(_PLACE, min_size=2, max_size=4), key=st.sampled_from(("unit", "post")))
    def fill_down(self, places: list[int], key: str) -> None:
        self.select(places)
        rows = self.register.rows
        row = self.register.table.currentIndex().row()
        if row >= 0:
            self.register.table.selectionModel().setCurrentIndex(
                rows.index(row, rows.column_of(key)),
                self.register.table.selectionModel().SelectionFlag.NoUpdate,
            )
            self.register.edits.fill_down()

    @rule(place=_PLACE, text=st.sampled_from(("Lê An\n", "A B\nC D\nE F\nG H\n", "x\ty\tz\n")))
    def paste(self, place: int, text: str) -> None:
        self.select([place])
        if self.register.table.cursor_cell()[0] >= 0:
            QGuiApplication.clipboard().setText(text)
            self.register.clipboard.paste()

    @rule(order=st.sampled_from(ListOrder))
    def order_by(self, order: ListOrder) -> None:
        self.register.edits.order_by(order)

    @rule(places=st.lists(_PLACE, min_size=1, max_size=3), before=_PLACE)
    def move(self, places: list[int], before: int) -> None:
        self.select(places)
        if self.register.rows.rowCount():
            self.register.edits.move_before(before % (self.register.rows.rowCount() + 1))

    @rule(by_post=st.booleans())
    def order_anew(self, by_post: bool) -> None:
        edits = self.register.edits
        (edits.order_by_post_again if by_post else edits.order_by_hand_from_here)()

    @rule(names=st.lists(st.sampled_from(_NAMES), max_size=4), merged=st.booleans())
    def import_a_list(self, names: list[str], merged: bool) -> None:
        first = 1 + max((one.position for one in self.draft.delegates), default=0)
        added = [
            Delegate(id=self._new_id(), conference_id=HERE, position=first + place, name=name)
            for place, name in enumerate(names)
        ]
        met = self.draft.delegates[:2] if merged else ()
        self.draft.bring_in(
            added, [msgspec.structs.replace(one, phone="0912345678") for one in met]
        )

    @rule(place=_PLACE)
    def take_over_from_the_other_conference(self, place: int) -> None:
        others = self.store.delegates.of(THERE)
        if others:
            source = others[place % len(others)]
            new = msgspec.structs.replace(source, id=self._new_id(), conference_id=HERE)
            self.draft.take_over([new], [source.id])

    @rule(title=st.sampled_from(("Hội nghị", "Đại hội")))
    def change_the_title(self, title: str) -> None:
        self.draft.change(title=title)

    @rule(text=st.sampled_from(("", "uoc", "ntu", "thon 1")))
    def search(self, text: str) -> None:
        self.register.search_box.setText(text)

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.register.undo()

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.register.redo()

    @rule()
    def start_again(self) -> None:
        before = self.whole()
        self._close()
        self._open_store()
        self._show_register()
        assert self.whole() == before
        rows = self.register.rows
        assert list(rows.shown) == list(rows.listed), "ordered anew"

    @invariant()
    def the_screen_shows_what_the_store_holds(self) -> None:
        conference, people = self.store.conferences.get(HERE), self.store.delegates.of(HERE)
        assert self.draft.conference == conference
        assert self.draft.delegates == people
        rows = self.register.rows
        tone_order = self.store.offices.by_id(conference.office_id).tone_order
        ordered = in_order(people, conference.list_order, tone_order)
        assert list(rows.listed) == ordered
        # a row that was edited stays where it is until the list is ordered anew
        assert sorted(rows.everybody, key=_id) == sorted(people, key=_id)
        shown = {one.id for one in rows.shown}
        assert list(rows.shown) == [one for one in rows.everybody if one.id in shown]
        if not self.register.search_box.text():
            assert len(shown) == len(people)
        for key in ("name", "unit", "post"):
            column = rows.column_of(key)
            texts = [
                rows.index(row, column).data(Qt.ItemDataRole.EditRole)
                for row in range(rows.rowCount())
            ]
            assert texts == [getattr(one, key) for one in rows.shown]
        assert self.store.delegates.keys_of(HERE).keys() == {one.id for one in people}

    def teardown(self) -> None:
        """Take everything back, do everything again, and take it back once more."""
        end = self.whole_here()
        steps = self._through(self.draft.undo)
        self.the_screen_shows_what_the_store_holds()
        while self.store.log.undo(THERE):
            pass
        assert self.whole() == self.beginning
        for _ in range(steps):
            self.draft.redo()
        assert self.whole_here() == end
        self.the_screen_shows_what_the_store_holds()
        self._through(self.draft.undo)
        assert self.whole() == self.beginning
        self._close()

    def whole_here(self) -> bytes:
        """Give the conference at hand with its people, byte for byte."""
        return msgspec.json.encode(
            [self.store.conferences.get(HERE), self.store.delegates.of(HERE)]
        )

    def _through(self, step: Callable[[], tuple[str, ...]]) -> int:
        steps = 0
        while step():
            steps += 1
        return steps


def test_every_history_is_on_screen_and_can_be_undone_whole(
    qapp: Any, tmp_path: Path, packs: tuple[RulePack, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, PasteDialog, lambda dialog: dialog.accept())
    folders = (tmp_path / str(number) for number in count())
    machine = type("Histories", (Histories,), {"folders": folders, "packs": packs})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=_EXAMPLES,
            stateful_step_count=_STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
