"""The guests to be introduced, the highest first, as the presenter reads them out."""

from __future__ import annotations

from desktop.documents.arrangement import Gathered, guests
from desktop.documents.blocks import Block, Document, Heading, Part, Role, Table, paragraph, run
from desktop.documents.column_choice import chosen_columns
from desktop.documents.frame import event_name, event_noun, letterhead
from desktop.documents.people_table import PersonColumn, TableKind, people_table
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import lowered, numbered, title_phrases_kept

GUESTS = "guests"
KIND = "Danh sách khách mời"
COLUMNS = (
    *(PersonColumn.NUMBER, PersonColumn.NAME, PersonColumn.POST_UNIT),
    *(PersonColumn.PRESENT, PersonColumn.REMARK),
)
LEAST_ROW_MM = 10.0  # read from a lectern


def guests_document(snapshot: Snapshot) -> Document:
    """Build the list, with a box to tick who came before they are introduced."""
    name = event_name(snapshot.file.conference)
    subject = f"giới thiệu tại {name}"
    listed = guests(snapshot.file)
    closing = f"Tổng số: {numbered(len(listed))} khách mời. Chỉ giới thiệu người có mặt."
    blocks: tuple[Block, ...] = (
        letterhead(snapshot, is_issued=False),
        Heading(kind=run(KIND), subject=run(title_phrases_kept(subject), "title")),
        paragraph(Role.BODY, _opening(snapshot)),
        guest_table(snapshot),
        *(paragraph(Role.TOTAL, closing) for _ in listed[:1]),
    )
    return Document(
        title=f"{KIND} {subject}", author=snapshot.file.office.name, parts=(Part(blocks=blocks),)
    )


def guest_table(snapshot: Snapshot) -> Table:
    """Set the guests in their order."""
    listed = guests(snapshot.file)
    return people_table(
        [Gathered("", tuple(listed))] if listed else [],
        chosen_columns(snapshot, GUESTS, PersonColumn, COLUMNS),
        TableKind(cell_role=Role.PROGRAMME_CELL, least_row_mm=LEAST_ROW_MM),
    )


def _opening(snapshot: Snapshot) -> str:
    noun = lowered(event_noun(snapshot.file.conference))
    return (
        f"Về dự {noun} hôm nay, Ban Tổ chức xin trân trọng giới thiệu các vị khách quý, "
        "theo thứ tự sau:"
    )
