"""A conference with script, hall and budget, and the names and units that are hard to set."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from db.day_records import BudgetLine, BudgetPurpose, Hall, Norm, ScriptStep, SeatBlock, SeatOrder
from db.records import Delegate
from desktop.documents.blocks import Document, Run, Table
from desktop.documents.snapshot import Snapshot
from tests.builders import ident
from tests.desktop.documents.binh_hoa import a_snapshot

LONG_NAMES = (
    "Công Tằng Tôn Nữ Phương Thảo",
    "Trần Lê Nguyễn Hoàng Quỳnh Nghiêng",
    "Nguyễn Phúc Vĩnh Bảo Khương",
    "Y Xuyên Liêng Hót",
    "H'Wưn Buôn Yă",
    "K'Brết",
)
LONG_UNIT = "Hợp tác xã Dịch vụ nông nghiệp tổng hợp và thương mại Bình Hòa"
LONG_TITLE = (
    "Hội nghị tuyên dương các tập thể, cá nhân điển hình tiên tiến trong phong trào thi đua yêu "
    "nước, người tốt, việc tốt và lao động giỏi, lao động sáng tạo xã Bình Hòa giai đoạn 2020-2025"
)


def the_day(people: int = 30, **fields: Any) -> Snapshot:
    """Make a snapshot; the first people have long names and a unit of 62 characters."""
    snapshot = a_snapshot(people)
    conference = snapshot.file.conference
    exemplars, guests = (group.id for group in conference.groups[:2])
    given: dict[str, Any] = {
        "hall": Hall(rows=25, seats=20, aisles="10", cross_aisles="12"),
        "seat_blocks": (
            SeatBlock(
                id=ident(70), name="Khách mời", group_id=guests, seating=SeatOrder.RANK, last_row=8
            ),
            SeatBlock(id=ident(71), group_id=exemplars, first_row=9),
        ),
        "script": (
            ScriptStep(id=ident(72), minutes=30, action="Đón tiếp", actor="Lễ tân"),
            ScriptStep(
                id=ident(73),
                item_id=conference.programme[0].id,
                minutes=3,
                action="Chào cờ",
                words="Nghiêm! Chào cờ, chào!",
                sound="Quốc ca",
                light="Đèn vào Quốc kỳ",
            ),
            ScriptStep(id=ident(74), item_id=conference.programme[0].id, minutes=2),
        ),
        "norms": (Norm(id=ident(75), name="Nước uống", unit="người/buổi", most=20_000),),
        "budget": (
            BudgetLine(
                id=ident(76),
                purpose=BudgetPurpose.DRINKS,
                item="Nước uống",
                unit="người",
                quantity=200,
                price=25_000,
                norm_id=ident(75),
            ),
            BudgetLine(
                id=ident(77), purpose=BudgetPurpose.HALL, item="Âm thanh", times=2, price=1_500_500
            ),
        ),
    }
    people_ = tuple(
        replace(one, **_hard(index)) for index, one in enumerate(snapshot.file.delegates)
    )
    conference = replace(conference, **(given | fields))
    return replace(snapshot, file=replace(snapshot.file, conference=conference, delegates=people_))


def _hard(index: int) -> dict[str, str]:
    if index >= len(LONG_NAMES):
        return {}
    return {"name": LONG_NAMES[index], "unit": LONG_UNIT, "given_name": ""}


def with_people(snapshot: Snapshot, *people: Delegate) -> Snapshot:
    return replace(snapshot, file=replace(snapshot.file, delegates=people))


def table_of(document: Document, part: int = 0) -> list[list[str]]:
    """Read the cells of a part's first table, its head first."""
    table = next(block for block in document.parts[part].blocks if isinstance(block, Table))
    return [
        [column.heading for column in table.columns],
        *([_text(cell) for cell in row.cells] for row in table.rows),
    ]


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
