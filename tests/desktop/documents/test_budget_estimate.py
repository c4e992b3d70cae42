"""The budget: sums by purpose, norms with their source, the total in words."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from db.day_records import BudgetLine, BudgetPurpose, Norm
from desktop.documents.blocks import Paragraph
from desktop.documents.budget_estimate import budget_document
from desktop.documents.pdf import write_pdf
from desktop.documents.rendered import ProblemCode
from desktop.documents.snapshot import Snapshot
from tests.builders import ident
from tests.desktop.documents.the_day import table_of, the_day

NORM = Norm(
    id=ident(60),
    name="Nước uống giữa giờ",
    unit="người/buổi",
    most=20_000,
    source="Thông tư số 40/2017/TT-BTC",
    issued_on=date(2017, 4, 28),
)
WATER = BudgetLine(
    id=ident(61),
    purpose=BudgetPurpose.DRINKS,
    item="Nước uống",
    unit="người",
    quantity=200,
    times=2,
    price=20_000,
    norm_id=NORM.id,
)
SOUND = BudgetLine(
    id=ident(62), purpose=BudgetPurpose.HALL, item="Âm thanh;", price=3_505_000, basis="Báo giá."
)


def budget(*lines: BudgetLine) -> Snapshot:
    return the_day(0, budget=lines, norms=(NORM,))


def said(snapshot: Snapshot) -> list[str]:
    blocks = budget_document(snapshot).parts[0].blocks
    return ["".join(run.text for run in one.runs) for one in blocks if isinstance(one, Paragraph)]


def test_lines_are_multiplied_out_and_added_up_by_purpose() -> None:
    rows = table_of(budget_document(budget(WATER, SOUND)))
    assert [[row[0], row[1], row[6]] for row in rows[1:]] == [
        ["I", "Hội trường, âm thanh, ánh sáng", "3.505.000"],
        ["1", "Âm thanh", "3.505.000"],
        ["II", "Nước uống giữa giờ", "8.000.000"],
        ["2", "Nước uống", "8.000.000"],
        ["", "Tổng cộng", "11.505.000"],
    ]
    assert rows[4][2:6] == ["người", "200", "2", "20.000"]


def test_the_total_is_told_in_words() -> None:
    assert said(budget(WATER, SOUND))[1] == (
        "Tổng số tiền: 11.505.000 đồng (Bằng chữ: Mười một triệu năm trăm linh năm nghìn đồng)."
    )


def test_a_line_without_a_basis_names_the_source_of_its_norm() -> None:
    rows = table_of(budget_document(budget(WATER, SOUND)))
    assert rows[4][7] == "Thông tư số 40/2017/TT-BTC ngày 28 tháng 4 năm 2017"
    assert rows[2][7] == "Báo giá"
    assert said(budget(WATER))[2:] == [
        "Định mức áp dụng:",
        (
            "- Nước uống giữa giờ: không quá 20.000 đồng/người/buổi, theo Thông tư số "
            "40/2017/TT-BTC ngày 28 tháng 4 năm 2017./."
        ),
    ]


def test_a_price_above_its_norm_is_said_under_the_table() -> None:
    snapshot = budget(replace(WATER, price=20_001))
    assert said(snapshot)[-1].endswith("cao hơn định mức 20.000 đồng./.")
    assert said(snapshot)[-1].startswith("Đơn giá 20.001 đồng của “Nước uống” cao hơn định mức")
    assert not any("cao hơn" in line for line in said(budget(WATER)))


def test_two_lines_that_say_the_same_of_a_norm_are_said_once() -> None:
    dear = replace(WATER, price=20_001)
    lines = said(budget(dear, replace(dear, id=ident(99))))
    assert sum("cao hơn" in line for line in lines) == 1


def test_an_empty_budget_leaves_a_blank_and_says_so() -> None:
    snapshot = budget()
    drawn = write_pdf(budget_document(snapshot), snapshot.made_at)
    assert (ProblemCode.FIELD_EMPTY, "budget") in {(one.code, one.field) for one in drawn.problems}
    assert len(said(snapshot)) == 1
