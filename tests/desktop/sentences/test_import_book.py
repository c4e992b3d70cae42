from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from db.records import BirthDate, Delegate
from desktop.people.import_desk import ImportChoices, ListSource, WorkedList, import_desk
from desktop.people.resolution import Decision, Decisions, Verdict, key_of, resolve
from desktop.people.text_workbook import TextTable
from desktop.sentences.import_book import import_tables
from tests.builders import a_delegate
from tests.desktop.people.list_files import Plan, write_xlsx
from tests.desktop.people.lists import a_target
from tests.desktop.people.old_encoders import to_tcvn3

HEADING = ("STT", "Họ và tên", "Năm sinh", "Đơn vị", "Cột lạ", "Ghi chú")
KNOWN = a_delegate(1, name="Lê Văn An", birth=BirthDate(year=1975), unit="Thôn 1")
OLD = (to_tcvn3("Đường làng"), to_tcvn3("Trưởng thôn"), to_tcvn3("Hường"), "Bưng bến")


def worked(folder: Path) -> WorkedList:
    rows = [
        HEADING,
        (1, "Lê Văn An", 1975, "Thôn 1", "x", OLD[0]),
        (2, "Hồ Thị Bình", "không rõ", "Thôn 2", None, OLD[1]),
        (3, "Hồ Thị Bính", None, "Thôn 2", None, OLD[2]),
        (None, "Tổng cộng: 3 người"),
    ]
    answer = import_desk(
        ListSource(path=write_xlsx(folder, Plan(rows=rows))),
        a_target(),
        msgspec.msgpack.encode((KNOWN,)),
    )
    found = answer(lambda _done, _total: None, ImportChoices())
    assert isinstance(found, WorkedList)
    return found


def tables(
    found: WorkedList, decisions: Decisions, listed: tuple[Delegate, ...]
) -> dict[str, TextTable]:
    resolution = resolve(found.preview.delegates, listed, found.pairs, decisions)
    return {table.title: table for table in import_tables(found, resolution, listed)}


@pytest.fixture
def found(tmp_path: Path) -> WorkedList:
    return worked(tmp_path)


def test_every_row_that_is_left_out_is_in_the_report(found: WorkedList) -> None:
    rows = tables(found, {}, (KNOWN,))["Left out"].rows
    assert [(row[0], row[2]) for row in rows] == [("5", "Tổng cộng: 3 người")]
    assert rows[0][1] == "Row 5: is a line of totals."


def test_every_doubt_is_in_the_report_with_its_cell(found: WorkedList) -> None:
    (birth,) = (row for row in tables(found, {}, (KNOWN,))["To check"].rows if row[0] == "C3")
    assert birth[1:4] == ("Hồ Thị Bình", "not taken over", "không rõ")


def test_what_was_decided_of_each_pair_is_in_the_report(found: WorkedList) -> None:
    rows = tables(found, {}, (KNOWN,))["Perhaps twice"].rows
    assert [(row[0], row[3], row[5]) for row in rows] == [
        ("2", "on the list already", "merge"),
        ("4", "row 3", "add as different people"),
    ]
    near = found.pairs[1]
    decided = tables(found, {key_of(near): Decision(Verdict.SKIP)}, (KNOWN,))
    assert decided["Perhaps twice"].rows[1][5] == "leave the new row out"


def test_columns_that_are_not_taken_over_and_sums_are_in_the_report(found: WorkedList) -> None:
    rows = {row[0]: row[1] for row in tables(found, {}, (KNOWN,))["Summary"].rows}
    assert rows["People added"] == "2"
    assert rows["Rows of people who are known already"] == "1"
    assert rows["Column not taken over"] == "E: Cột lạ"


def test_every_conversion_is_in_the_report(found: WorkedList) -> None:
    rows = tables(found, {}, (KNOWN,))["Old fonts"].rows
    assert ("F", "Đường làng", "converted") in [(row[0], row[5], row[2]) for row in rows]
    plain = msgspec.structs.replace(found, encodings=())
    assert {row[2] for row in tables(plain, {}, (KNOWN,))["Old fonts"].rows} == {"left as it was"}


def test_every_table_has_a_text_under_each_heading(found: WorkedList) -> None:
    for table in tables(found, {}, (KNOWN,)).values():
        assert all(len(row) == len(table.headings) for row in table.rows)
        assert len(table.title) <= 31
