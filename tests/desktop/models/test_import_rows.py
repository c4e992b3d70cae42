"""The tables of an import."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from pytestqt.modeltest import ModelTester

from desktop.models.import_plan import ImportPlan, target_of
from desktop.models.import_rows import ImportedRows, SentenceRows
from desktop.models.marks import MARK_ROLE, Mark
from desktop.people.columns import ColumnMapping, ColumnUse
from desktop.people.headings import Field
from desktop.people.import_report import ImportPreview, ImportProblem, ImportProblemCode
from tests.builders import a_conference, a_delegate, ident

CONFERENCE = a_conference()
MAPPING = ColumnMapping(
    columns=(
        ColumnUse(1, "Họ và tên", Field.NAME),
        ColumnUse(2, "Năm sinh", Field.BIRTH),
        ColumnUse(3, "Điện thoại", Field.PHONE),
    )
)


def _problem(column: int, code: ImportProblemCode, value: str, person: int) -> ImportProblem:
    return ImportProblem(
        cell=f"{'ABC'[column - 1]}9",
        row=9,
        column=column,
        code=code,
        value=value,
        delegate_id=ident(1000 + person),
    )


def _plan(known: frozenset[str] = frozenset()) -> ImportPlan:
    preview = ImportPreview(
        delegates=(
            a_delegate(1, phone="0912345678"),
            a_delegate(2, name="Y Wang Niê", is_party_member=True),
        ),
        problems=(
            _problem(2, ImportProblemCode.BIRTH_NOT_READ, "không rõ", 1),
            _problem(3, ImportProblemCode.ZERO_RESTORED, "912345678", 1),
            _problem(3, ImportProblemCode.CELL_ERROR, "#N/A", 2),
            _problem(3, ImportProblemCode.PHONE_ODD, "12", 2),
        ),
    )
    target = target_of(CONFERENCE, (), 2025, "", skips_hidden=False)
    return ImportPlan(preview, MAPPING, target, known)


def _rows(plan: ImportPlan | None, *, skip_listed: bool = True) -> ImportedRows:
    rows = ImportedRows(lambda problem: f"{problem.cell} {problem.code}")
    rows.show(plan, CONFERENCE.groups, skip_listed=skip_listed)
    return rows


def _cell(
    rows: ImportedRows, row: int, key: str, role: int = Qt.ItemDataRole.DisplayRole
) -> object:
    return rows.index(row, rows.column_of(key)).data(role)


def test_both_models_keep_qts_rules(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(_rows(_plan()))  # type: ignore[no-untyped-call]
    sentences = SentenceRows[str](("A", "B"), lambda text: (text, text))
    sentences.show(("một", "hai"))
    qtmodeltester.check(sentences)  # type: ignore[no-untyped-call]


def test_only_columns_that_hold_anything_are_shown(qapp: QObject) -> None:
    keys = [column.key for column in _rows(_plan()).columns]
    assert keys == ["badge_number", "name", "group_id", "birth", "is_party_member", "phone"]


def test_a_corrected_sort_name_is_shown(qapp: QObject) -> None:
    target = target_of(CONFERENCE, (), 2025, "", skips_hidden=False)
    preview = ImportPreview(delegates=(a_delegate(1, given_name="Thị Ước"),))
    rows = _rows(ImportPlan(preview, MAPPING, target))
    assert _cell(rows, 0, "given_name") == "Thị Ước"


def test_doubtful_cells_are_marked_by_sign_ink_and_words(qapp: QObject) -> None:
    rows = _rows(_plan())
    assert _cell(rows, 0, "birth") == "✖ không rõ"
    assert _cell(rows, 0, "birth", MARK_ROLE) is Mark.WRONG
    assert _cell(rows, 0, "phone") == "▲ 0912345678"
    assert _cell(rows, 0, "phone", MARK_ROLE) is Mark.DOUBT
    assert _cell(rows, 0, "phone", Qt.ItemDataRole.ToolTipRole) == "C9 zero_restored"
    assert _cell(rows, 0, "name", MARK_ROLE) is None
    assert _cell(rows, 0, "name", Qt.ItemDataRole.ToolTipRole) is None


def test_of_two_doubts_about_a_cell_the_heavier_is_shown(qapp: QObject) -> None:
    assert _cell(_rows(_plan()), 1, "phone") == "✖ #N/A"


def test_flags_are_ticks(qapp: QObject) -> None:
    rows = _rows(_plan())
    assert [_cell(rows, row, "is_party_member") for row in (0, 1)] == ["", "✓"]


def test_people_listed_already_are_set_aside(qapp: QObject) -> None:
    plan = _plan(known=frozenset({ident(1001)}))
    rows = _rows(plan)
    assert _cell(rows, 0, "badge_number") == "–"
    assert _cell(rows, 0, "name", MARK_ROLE) is Mark.SET_ASIDE
    assert _cell(rows, 0, "name", Qt.ItemDataRole.ToolTipRole) == (
        "On the list already; not added again"
    )
    assert _cell(rows, 1, "badge_number") == "1", "the next person takes the number"
    assert _cell(_rows(plan, skip_listed=False), 0, "badge_number") == "1"


def test_it_finds_people_and_columns(qapp: QObject) -> None:
    rows = _rows(_plan())
    assert (rows.row_of(ident(1002)), rows.row_of(ident(5))) == (1, -1)
    assert rows.column_of("religion") == 0


def test_without_a_plan_it_is_empty(qapp: QObject) -> None:
    rows = _rows(None)
    assert rows.rowCount() == 0
    assert rows.headerData(0, Qt.Orientation.Vertical) is None
    assert rows.headerData(1, Qt.Orientation.Horizontal) == "Full name"


def test_cells_have_places_in_their_table(qapp: QObject) -> None:
    rows = _rows(_plan())
    inside = rows.index(0, 0)
    assert (rows.rowCount(inside), rows.columnCount(inside)) == (0, 0)
    assert inside.data(Qt.ItemDataRole.TextAlignmentRole) is not None
    assert inside.data(Qt.ItemDataRole.DecorationRole) is None


def test_sentences_are_written_when_they_are_looked_at(qapp: QObject) -> None:
    written: list[str] = []

    def write(text: str) -> tuple[str, ...]:
        written.append(text)
        return text, text.upper()

    rows = SentenceRows[str](("Nhỏ", "To"), write)
    rows.show(("một", "hai"))
    assert written == []
    assert rows.index(1, 1).data() == "HAI"
    assert rows.item(0) == "một"
    assert rows.headerData(1, Qt.Orientation.Horizontal) == "To"
    assert rows.headerData(0, Qt.Orientation.Vertical) is None
    assert rows.rowCount(rows.index(0, 0)) == 0
    assert rows.columnCount(rows.index(0, 0)) == 0
    assert rows.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
