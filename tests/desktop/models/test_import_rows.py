"""The tables of an import."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Qt
from pytestqt.modeltest import ModelTester

from db.records import BirthDate
from desktop.models.import_plan import ImportPlan, plan_of, target_of
from desktop.models.import_rows import ImportedRows, SentenceRows
from desktop.models.marks import MARK_ROLE, Mark
from desktop.people.columns import ColumnMapping, ColumnUse
from desktop.people.duplicates import DuplicatePair, MatchKind
from desktop.people.headings import Field
from desktop.people.import_desk import WorkedList
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


KEYS = ("name", "birth", "phone")


def _problem(column: int, code: ImportProblemCode, value: str, person: int) -> ImportProblem:
    return ImportProblem(
        cell=f"{'ABC'[column - 1]}9",
        row=9,
        column=column,
        code=code,
        value=value,
        key=KEYS[column - 1],
        delegate_id=ident(1000 + person),
    )


def _plan(known: frozenset[str] = frozenset()) -> ImportPlan:
    preview = ImportPreview(
        rows=(9, 10),
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
    return _plan_of(preview, known)


def _plan_of(preview: ImportPreview, known: frozenset[str] = frozenset()) -> ImportPlan:
    """Plan to take people over, some of whom are the same as one who is listed."""
    listed = a_delegate(50, name="Đã có")
    pairs = tuple(
        DuplicatePair(new_id=each, listed_id=listed.id, kind=MatchKind.EXACT, reasons=(), score=100)
        for each in known
    )
    target = target_of(CONFERENCE, (), 2025)
    worked = WorkedList(mapping=MAPPING, preview=preview, target=target, pairs=pairs)
    return plan_of(worked, (listed,), {})


def _rows(plan: ImportPlan | None) -> ImportedRows:
    rows = ImportedRows(lambda problem: f"{problem.cell} {problem.code}")
    rows.show(plan, CONFERENCE.groups)
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
    preview = ImportPreview(rows=(9,), delegates=(a_delegate(1, given_name="Thị Ước"),))
    rows = _rows(_plan_of(preview))
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


def test_flags_are_boxes(qapp: QObject) -> None:
    rows = _rows(_plan())
    states = [_cell(rows, row, "is_party_member", Qt.ItemDataRole.CheckStateRole) for row in (0, 1)]
    assert states == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]
    assert _cell(rows, 0, "name", Qt.ItemDataRole.CheckStateRole) is None
    assert _cell(rows, 0, "name", Qt.ItemDataRole.AccessibleTextRole) == (
        f"Full name: {a_delegate(1).name}"
    )


def test_people_listed_already_are_set_aside(qapp: QObject) -> None:
    plan = _plan(known=frozenset({ident(1001)}))
    rows = _rows(plan)
    assert _cell(rows, 0, "badge_number") == "–"
    assert _cell(rows, 0, "name", MARK_ROLE) is Mark.SET_ASIDE
    assert _cell(rows, 0, "name", Qt.ItemDataRole.ToolTipRole) == (
        "The same person as Đã có; not added again"
    )
    assert _cell(rows, 1, "badge_number") == "1", "the next person takes the number"


def _mend(
    rows: ImportedRows,
    row: int,
    key: str,
    value: object,
    role: int = Qt.ItemDataRole.EditRole,
) -> bool:
    return rows.setData(rows.index(row, rows.column_of(key)), value, role)


def test_a_mended_cell_is_shown_and_told(qapp: QObject) -> None:
    rows = _rows(_plan())
    told: list[tuple[int, str, object]] = []
    rows.mended.connect(lambda *mend: told.append(mend))
    assert _cell(rows, 0, "birth", Qt.ItemDataRole.EditRole) == "không rõ"
    assert not _mend(rows, 0, "birth", "hôm qua")
    assert _mend(rows, 0, "birth", "5/1975")
    assert not _mend(rows, 0, "birth", "5/1975"), "that is what stands there"
    assert _mend(rows, 1, "group_id", "")
    assert _cell(rows, 1, "group_id", Qt.ItemDataRole.EditRole) == ""
    assert not _mend(rows, 1, "is_party_member", "x")
    box = Qt.ItemDataRole.CheckStateRole
    assert _mend(rows, 1, "is_party_member", Qt.CheckState.Unchecked, box)
    assert _cell(rows, 0, "birth") == "05/1975"
    assert _cell(rows, 0, "birth", MARK_ROLE) is None
    assert told == [
        (9, "birth", BirthDate(year=1975, month=5)),
        (10, "group_id", ""),
        (10, "is_party_member", False),
    ]


def test_what_was_taken_with_a_doubt_can_be_confirmed_as_it_is(qapp: QObject) -> None:
    rows = _rows(_plan())
    assert _mend(rows, 0, "phone", "0912345678")
    assert _cell(rows, 0, "phone") == "0912345678"


def test_only_what_an_officer_can_know_is_edited(qapp: QObject) -> None:
    rows = _rows(_plan())
    able = {key: rows.flags(rows.index(0, rows.column_of(key))) for key in
            ("name", "badge_number", "is_party_member")}  # fmt: skip
    assert able["name"] & Qt.ItemFlag.ItemIsEditable
    assert not able["badge_number"] & Qt.ItemFlag.ItemIsEditable
    assert able["is_party_member"] & Qt.ItemFlag.ItemIsUserCheckable
    assert rows.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert rows.values_of("phone") == ("0912345678",)


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
