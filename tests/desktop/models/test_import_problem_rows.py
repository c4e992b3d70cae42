"""The doubts of an import as a table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from pytestqt.modeltest import ModelTester

from db.records import BirthDate
from desktop.models.import_plan import plan_of, target_of
from desktop.models.import_problem_rows import PERSON, SENTENCE, VALUE, ProblemRows
from desktop.models.import_rows import ImportedRows
from desktop.people.columns import ColumnMapping
from desktop.people.import_desk import WorkedList
from desktop.people.import_report import ImportPreview, ImportProblem, ImportProblemCode
from tests.builders import a_conference, a_delegate, ident

CONFERENCE = a_conference()


def a_problem(code: ImportProblemCode, key: str, person: int | None = 1) -> ImportProblem:
    return ImportProblem(
        cell="C9",
        row=9,
        column=3,
        code=code,
        value="không rõ",
        key=key,
        delegate_id=ident(1000 + person) if person is not None else "",
    )


PROBLEMS = (
    a_problem(ImportProblemCode.ZERO_RESTORED, "phone"),
    a_problem(ImportProblemCode.BIRTH_NOT_READ, "birth"),
    a_problem(ImportProblemCode.GENDER_NOT_READ, "", None),
)


@pytest.fixture
def rows(qapp: QObject) -> ProblemRows:
    worked = WorkedList(
        mapping=ColumnMapping(),
        preview=ImportPreview(
            delegates=(a_delegate(1, name="Lê An", phone="0912345678"),),
            rows=(9,),
            problems=PROBLEMS,
        ),
        target=target_of(CONFERENCE, (), 2025),
    )
    people = ImportedRows(lambda problem: problem.code, None)
    people.show(plan_of(worked, (), {}), CONFERENCE.groups)
    made = ProblemRows(people, lambda problem: problem.code)
    made.people = people  # type: ignore[attr-defined]  # Qt deletes it otherwise
    made.show(PROBLEMS)
    return made


def test_it_keeps_qts_rules(rows: ProblemRows, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(rows)  # type: ignore[no-untyped-call]


def test_what_was_not_taken_comes_first(rows: ProblemRows) -> None:
    assert [rows.index(row, SENTENCE).data() for row in range(3)] == [
        "✖  birth_not_read",
        "✖  gender_not_read",
        "▲  zero_restored",
    ]
    assert [rows.index(row, PERSON).data() for row in range(3)] == ["Lê An", "", "Lê An"]
    assert rows.index(0, VALUE).data() == "✖ không rõ"
    assert rows.headerData(VALUE, Qt.Orientation.Horizontal) == "Stored as"


def test_a_value_is_mended_beside_its_doubt(rows: ProblemRows) -> None:
    cell = rows.index(0, VALUE)
    assert rows.flags(cell) & Qt.ItemFlag.ItemIsEditable
    assert rows.setData(cell, "1975")
    assert cell.data() == "1975"
    assert rows.cell(cell).data() == "1975"
    assert BirthDate(year=1975) == rows._people.person(0).birth


def test_a_doubt_about_the_whole_list_has_no_cell(rows: ProblemRows) -> None:
    value = rows.index(1, VALUE)
    assert not rows.flags(value) & Qt.ItemFlag.ItemIsEditable
    assert value.data() is None
    assert not rows.cell(value).isValid()
    assert not rows.person_cell(value).isValid()
    assert rows.person_cell(rows.index(0, 0)).isValid()


def test_nothing_can_be_done_outside_the_table(rows: ProblemRows) -> None:
    assert rows.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert rows.index(0, PERSON).data(Qt.ItemDataRole.ToolTipRole) is None
    rows.show(())
    assert rows.rowCount() == 0
