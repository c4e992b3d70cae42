"""The general list of delegates once more: by unit, or by rank in one row."""

from __future__ import annotations

from desktop.documents.appendices import list_heading
from desktop.documents.arrangement import Arrangement, gathered
from desktop.documents.blocks import Block, Document, Part, Role, paragraph
from desktop.documents.column_choice import chosen_columns
from desktop.documents.frame import event_name
from desktop.documents.list_totals import totals
from desktop.documents.people_table import PersonColumn, people_table
from desktop.documents.snapshot import Snapshot

BY_UNIT, BY_RANK = "list-by-unit", "list-by-rank"
KIND = "Danh sách đại biểu"
COLUMNS = (
    *(PersonColumn.NUMBER, PersonColumn.NAME, PersonColumn.BORN, PersonColumn.GENDER),
    *(PersonColumn.ETHNICITY, PersonColumn.POST_UNIT, PersonColumn.BADGE, PersonColumn.NOTE),
)


def list_by_unit_document(snapshot: Snapshot) -> Document:
    """Build the list with those of one unit together."""
    return _document(snapshot, BY_UNIT, Arrangement.UNIT, "theo đơn vị")


def list_by_rank_document(snapshot: Snapshot) -> Document:
    """Build the list with the highest first."""
    return _document(snapshot, BY_RANK, Arrangement.RANK, "theo thứ tự giới thiệu")


def _document(snapshot: Snapshot, paper: str, arrangement: Arrangement, how: str) -> Document:
    people = snapshot.file.delegates
    name = event_name(snapshot.file.conference)
    groups = gathered(snapshot.file, people, arrangement)
    columns = chosen_columns(snapshot, paper, PersonColumn, COLUMNS)
    blocks: tuple[Block, ...] = (
        list_heading(snapshot, KIND, f"dự {name}"),
        paragraph(Role.FACT, f"(Xếp {how})"),
        people_table(groups, columns),
        *(paragraph(Role.TOTAL, line) for line in totals(people)),
    )
    return Document(
        title=f"{KIND} dự {name}, xếp {how}",
        author=snapshot.file.office.name,
        parts=(Part(blocks=blocks, is_landscape=True),),
    )
