"""People known from other conferences as a table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from db.records import BirthDate
from desktop.models.directory_rows import NAME, DirectoryRows
from desktop.models.marks import MARK_ROLE, Mark
from desktop.people.known_people import KnownPerson
from tests.builders import a_delegate

NEW = a_delegate(1, post="Trưởng thôn", unit="Xã A", birth=BirthDate(year=1970), honours=("a",))
OLD = a_delegate(2, name="", honours=("b",))
FREE = KnownPerson(NEW, (NEW, OLD), is_listed=False)
LISTED = KnownPerson(OLD, (OLD,), is_listed=True)
_CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def rows(qapp: object) -> DirectoryRows:
    model = DirectoryRows()
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=model
    )
    model.show((FREE, LISTED), {NEW.conference_id: "2025 · X"})
    return model


def _texts(rows: DirectoryRows, row: int) -> list[object]:
    return [rows.index(row, column).data() for column in range(rows.columnCount())]


def test_a_person_is_shown_with_all_honours(rows: DirectoryRows) -> None:
    assert _texts(rows, 0) == [
        "Nguyễn Thị Ước",
        "1970",
        "Trưởng thôn, Xã A",
        "",
        "a; b",
        "2025 · X",
    ]


def test_who_is_listed_already_is_set_aside_and_cannot_be_ticked(rows: DirectoryRows) -> None:
    assert _texts(rows, 1)[0] == "(no name)"
    assert _texts(rows, 1)[-1] == "– On this list already; 2025 · X"
    assert rows.index(1, NAME).data(MARK_ROLE) is Mark.SET_ASIDE
    assert rows.index(0, NAME).data(MARK_ROLE) is None
    assert rows.index(1, NAME).data(_CHECK) is None
    assert not rows.flags(rows.index(1, NAME)) & Qt.ItemFlag.ItemIsUserCheckable
    rows.toggle(1)
    assert rows.chosen == ()


def test_a_tick_stays_through_a_search_and_goes_with_another_entry(rows: DirectoryRows) -> None:
    assert rows.setData(rows.index(0, NAME), Qt.CheckState.Checked, _CHECK)
    assert not rows.setData(rows.index(0, NAME), "x")
    assert rows.index(0, NAME).data(_CHECK) == Qt.CheckState.Checked
    rows.show((), {})
    assert list(rows.chosen) == [FREE]
    rows.show((KnownPerson(OLD, (NEW, OLD), is_listed=False),), {NEW.conference_id: "X"})
    assert rows.index(0, NAME).data(_CHECK) == Qt.CheckState.Checked
    rows.toggle(0)
    assert list(rows.chosen) == []
    assert rows.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert rows.index(0, NAME).data(Qt.ItemDataRole.DecorationRole) is None
