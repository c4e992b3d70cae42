"""The register's model: search, sort, edit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db.directory import Used
from db.records import BirthDate, Delegate, Gender, ParticipantGroup
from desktop.models.delegate_rows import DelegateRows
from desktop.models.marks import MARK_ROLE, Mark
from tests.builders import a_conference, a_delegate, ident

GROUPS = a_conference().groups
ASCENDING = Qt.SortOrder.AscendingOrder
DESCENDING = Qt.SortOrder.DescendingOrder


def _rows(*people: Delegate, groups: tuple[ParticipantGroup, ...] = GROUPS) -> DelegateRows:
    rows = DelegateRows()
    rows.show(people, groups, 2025)
    return rows


def _names(rows: DelegateRows) -> list[str]:
    return [rows.delegate(row).name for row in range(rows.rowCount())]


def _texts(rows: DelegateRows, key: str) -> list[object]:
    column = rows.column_of(key)
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


def _set(rows: DelegateRows, key: str, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
    return rows.setData(rows.index(0, rows.column_of(key)), value, role)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(_rows(a_delegate(1), a_delegate(2)))  # type: ignore[no-untyped-call]


def test_it_is_a_flat_table(qapp: QObject) -> None:
    rows = _rows(a_delegate(1))
    inside = rows.index(0, 0)
    assert (rows.rowCount(inside), rows.columnCount(inside)) == (0, 0)
    assert rows.headerData(1, Qt.Orientation.Horizontal) == "Full name"
    assert rows.headerData(0, Qt.Orientation.Vertical) is None
    assert rows.flags(rows.index(-1, -1)) == Qt.ItemFlag.ItemIsDropEnabled, "below the last row"


def test_search_ignores_accents_and_wants_every_word(qapp: QObject) -> None:
    rows = _rows(
        a_delegate(1, name="Nguyễn Thị Ước", unit="Thôn Đông"),
        a_delegate(2, name="Y Wang Niê", unit="Buôn Êcăm", phone="0912345678"),
    )
    rows.search("uoc dong")
    assert _names(rows) == ["Nguyễn Thị Ước"]
    rows.search("34567")
    assert _names(rows) == ["Y Wang Niê"]
    rows.search("  ")
    assert len(_names(rows)) == 2


def test_what_was_edited_is_found_by_its_new_text(qapp: QObject) -> None:
    rows = _rows(a_delegate(1, name="Lê An"))
    rows.search("an")
    rows.show((a_delegate(1, name="Lê Bình"),), GROUPS, 2025)
    assert _names(rows) == ["Lê Bình"], "an edited row stays till the next search"
    rows.search("binh")
    assert _names(rows) == ["Lê Bình"]
    rows.search("lean")
    assert _names(rows) == []


def test_names_are_sorted_by_given_name_in_the_vietnamese_order(qapp: QObject) -> None:
    rows = _rows(
        a_delegate(1, name="Lê Đạt"),
        a_delegate(2, name="Lê Ánh"),
        a_delegate(3, name="Trần An"),
        a_delegate(4, name="Lê Dung"),
        a_delegate(5, name="Lê An"),
    )
    rows.sort(rows.column_of("name"), ASCENDING)
    assert _names(rows) == ["Lê An", "Trần An", "Lê Ánh", "Lê Dung", "Lê Đạt"]
    rows.sort(rows.column_of("name"), DESCENDING)
    assert _names(rows)[0] == "Lê Đạt"
    rows.sort(-1, ASCENDING)
    assert _names(rows)[0] == "Lê Đạt"
    assert _names(rows)[-1] == "Lê An"


@pytest.mark.parametrize(
    ("key", "first", "second"),
    [
        ("badge_number", {"badge_number": 2}, {"badge_number": None}),
        ("unit", {"unit": "Thôn Ánh"}, {"unit": ""}),
        ("birth", {"birth": BirthDate(year=1970)}, {"birth": None}),
        ("gender", {"gender": Gender.MALE}, {"gender": None}),
        ("group_id", {"group_id": ident(12)}, {"group_id": ""}),
        ("is_party_member", {"is_party_member": True}, {"is_party_member": False}),
        ("is_direct_worker", {"is_direct_worker": False}, {"is_direct_worker": None}),
        ("honours", {"honours": ("Lao động tiên tiến",)}, {"honours": ()}),
        ("photo_id", {"photo_id": "a" * 64}, {"photo_id": ""}),
        ("given_name", {"name": "Lê An"}, {"name": "Lê Bình"}),
    ],
)
def test_empty_cells_come_after_filled_ones(
    qapp: QObject, key: str, first: dict[str, object], second: dict[str, object]
) -> None:
    rows = _rows(a_delegate(2, **second), a_delegate(1, **first))
    rows.sort(rows.column_of(key), ASCENDING)
    assert [rows.delegate(row).id for row in (0, 1)] == [ident(1001), ident(1002)]


def test_cells_show_what_is_stored(qapp: QObject) -> None:
    rows = _rows(
        a_delegate(
            1,
            name="Y Wang Niê",
            birth=BirthDate(year=1975, month=5, day=2),
            honours=("Bằng khen", "Giấy khen"),
            gender=Gender.FEMALE,
            is_party_member=True,
        ),
        a_delegate(2, name="", birth=BirthDate(year=1975, month=5), group_id=ident(99)),
        a_delegate(3, birth=BirthDate(year=1975), badge_number=None, given_name="Thị Ước"),
    )
    assert _texts(rows, "birth") == ["02/05/1975", "05/1975", "1975"]
    assert _texts(rows, "honours")[0] == "Bằng khen; Giấy khen"
    assert _texts(rows, "gender") == ["Female", "", ""]
    assert _texts(rows, "group_id")[1] == "none"
    assert _texts(rows, "name")[1] == "name missing"
    assert _texts(rows, "is_party_member") == ["", "", ""]
    assert _texts(rows, "given_name") == ["Wang", "", "Thị Ước"]
    assert _texts(rows, "badge_number") == ["1", "2", ""]
    party = rows.index(0, rows.column_of("is_party_member"))
    assert party.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    assert party.data(Qt.ItemDataRole.AccessibleTextRole) == "Party member: yes"
    unasked = rows.index(1, rows.column_of("is_party_member"))
    assert unasked.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.PartiallyChecked
    assert unasked.data(Qt.ItemDataRole.AccessibleTextRole) == "Party member: not said"
    nameless = rows.index(1, rows.column_of("name"))
    assert nameless.data(MARK_ROLE) is Mark.WRONG
    assert nameless.data(Qt.ItemDataRole.CheckStateRole) is None
    assert rows.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) is not None
    assert nameless.data(Qt.ItemDataRole.TextAlignmentRole) is None
    assert nameless.data(Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("name", "Nguyễn  Thị\u00a0Ước", "Nguyễn Thị Ước"),
        ("name", "<b>Hoà</b> & Con", "<b>Hoà</b> & Con"),
        ("birth", "2/5/1975", BirthDate(year=1975, month=5, day=2)),
        ("birth", "5-1975", BirthDate(year=1975, month=5)),
        ("gender", "female", Gender.FEMALE),
        ("group_id", ident(13), ident(13)),
        ("group_id", "", ""),
        ("honours", "Bằng khen;  ; Giấy khen ", ("Bằng khen", "Giấy khen")),
        ("id_number", "066080000001", "066080000001"),
        ("given_name", "Thị Ước", "Thị Ước"),
    ],
)
def test_an_edited_cell_is_told_with_the_whole_person(
    qtbot: QtBot, key: str, typed: str, stored: object
) -> None:
    person = a_delegate(1, name="Lê An")
    rows = _rows(person)
    with qtbot.waitSignal(rows.edited) as told:
        assert _set(rows, key, typed)
    assert told.args is not None
    assert getattr(told.args[0], key) == stored
    assert told.args[0].id == person.id
    assert _names(rows) == ["Lê An"], "nothing shows before it is stored"


def test_a_birth_date_can_be_emptied(qtbot: QtBot) -> None:
    rows = _rows(a_delegate(1, birth=BirthDate(year=1975)))
    with qtbot.waitSignal(rows.edited) as told:
        assert _set(rows, "birth", "")
    assert told.args is not None
    assert told.args[0].birth is None


@pytest.mark.parametrize(
    ("before", "state", "after"),
    [
        (None, Qt.CheckState.Checked, True),
        (None, Qt.CheckState.Unchecked, False),
        (True, Qt.CheckState.PartiallyChecked, None),
    ],
)
def test_a_box_says_yes_no_or_nothing(
    qtbot: QtBot, before: bool | None, state: Qt.CheckState, after: bool | None
) -> None:
    rows = _rows(a_delegate(1, is_party_member=before))
    with qtbot.waitSignal(rows.edited) as told:
        assert _set(rows, "is_party_member", state.value, Qt.ItemDataRole.CheckStateRole)
    assert told.args is not None
    assert told.args[0].is_party_member is after


@pytest.mark.parametrize(
    ("key", "value", "role"),
    [
        ("birth", "31/2/1975", Qt.ItemDataRole.EditRole),
        ("birth", "không rõ", Qt.ItemDataRole.EditRole),
        ("group_id", ident(77), Qt.ItemDataRole.EditRole),
        ("badge_number", "7", Qt.ItemDataRole.EditRole),
        ("photo_id", "x", Qt.ItemDataRole.EditRole),
        ("name", "Nguyễn Thị Ước", Qt.ItemDataRole.EditRole),
        ("name", " Nguyễn Thị Ước ", Qt.ItemDataRole.EditRole),
        ("name", 2, Qt.ItemDataRole.CheckStateRole),
        ("is_party_member", True, Qt.ItemDataRole.EditRole),
        ("is_party_member", Qt.CheckState.PartiallyChecked.value, Qt.ItemDataRole.CheckStateRole),
    ],
)
def test_what_cannot_be_stored_or_changes_nothing_is_refused(
    qtbot: QtBot, key: str, value: object, role: int
) -> None:
    rows = _rows(a_delegate(1))
    with qtbot.assertNotEmitted(rows.edited):
        assert not _set(rows, key, value, role)


def test_only_what_can_be_changed_offers_an_editor(qapp: QObject) -> None:
    rows = _rows(a_delegate(1))

    def flags(key: str) -> Qt.ItemFlag:
        return rows.flags(rows.index(0, rows.column_of(key)))

    assert flags("name") & Qt.ItemFlag.ItemIsEditable
    assert not flags("badge_number") & Qt.ItemFlag.ItemIsEditable
    assert flags("is_party_member") & Qt.ItemFlag.ItemIsUserCheckable


def test_an_edited_row_stays_in_its_place(qtbot: QtBot) -> None:
    people = (a_delegate(1, name="Lê An"), a_delegate(2, name="Lê Bình"))
    rows = _rows(*people)
    rows.sort(rows.column_of("name"), ASCENDING)
    with qtbot.waitSignal(rows.dataChanged), qtbot.assertNotEmitted(rows.modelReset):
        rows.show((a_delegate(1, name="Lê Xuân"), people[1]), GROUPS, 2025)
    assert _names(rows) == ["Lê Xuân", "Lê Bình"]


def test_a_new_person_is_sorted_in(qapp: QObject) -> None:
    people = (a_delegate(1, name="Lê An"), a_delegate(3, name="Lê Cường"))
    rows = _rows(*people)
    rows.sort(rows.column_of("name"), DESCENDING)
    rows.show((*people, a_delegate(2, name="Lê Bình")), GROUPS, 2025)
    assert _names(rows) == ["Lê Cường", "Lê Bình", "Lê An"]


def test_nobody_is_a_list_too(qtbot: QtBot) -> None:
    rows = _rows()
    with qtbot.assertNotEmitted(rows.dataChanged):
        rows.show((), GROUPS, 2025)
    assert rows.rowCount() == 0


def test_other_groups_rename_the_choices(qapp: QObject) -> None:
    rows = _rows(a_delegate(1))
    rows.show((a_delegate(1),), (ParticipantGroup(id=ident(12), name="Báo chí"),), 2025)
    assert _texts(rows, "group_id") == ["Báo chí"]
    assert [name for _, name in rows.columns[rows.column_of("group_id")].choices] == [
        "Báo chí",
        "none",
    ]


def test_it_finds_rows_and_used_texts(qapp: QObject) -> None:
    rows = _rows(a_delegate(1, unit="Thôn 2"), a_delegate(2, unit="Thôn 1"), a_delegate(3))
    assert rows.rows_of([ident(1003), ident(1001), ident(5)]) == [0, 2]
    assert rows.values_of("unit") == ("Thôn 1", "Thôn 2")


def test_what_other_conferences_hold_is_offered_after_what_the_list_has() -> None:
    used = {Used.UNIT: ("Thôn 9", "Thôn 1")}
    rows = DelegateRows(words_used=lambda what: used.get(what, ()))
    rows.show((a_delegate(1, unit="Thôn 1", note="ốm"),), (), 2025)
    assert rows.values_of("unit") == ("Thôn 1", "Thôn 9")
    assert rows.values_of("note") == ("ốm",)
