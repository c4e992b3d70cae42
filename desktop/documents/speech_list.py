"""The list of speeches (tham luận): who speaks on what, and for how long."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from db.records import Speech
from desktop.documents.blocks import (
    Block,
    Column,
    Document,
    Heading,
    HorizontalAlign,
    Part,
    Role,
    Row,
    Table,
    blank,
    paragraph,
    run,
)
from desktop.documents.column_choice import chosen_columns
from desktop.documents.frame import event_name, letterhead
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, numbered, title_phrases_kept

KEY = "speeches"
KIND = "Danh sách tham luận"
_CENTRE = HorizontalAlign.CENTRE


class SpeechColumn(StrEnum):
    """A column that the list may have."""

    NUMBER = "number"
    UNIT = "unit"
    SPEAKER = "speaker"
    TITLE = "title"
    MINUTES = "minutes"
    NOTE = "note"


COLUMNS = {
    SpeechColumn.NUMBER: Column(heading="STT", share=12, align=_CENTRE),
    SpeechColumn.UNIT: Column(heading="Đơn vị", share=38),
    SpeechColumn.SPEAKER: Column(heading="Người trình bày", share=40),
    SpeechColumn.TITLE: Column(heading="Nội dung tham luận", share=56),
    SpeechColumn.MINUTES: Column(heading="Thời lượng", share=19, align=_CENTRE),
    SpeechColumn.NOTE: Column(heading="Ghi chú", share=20),
}
USUAL_COLUMNS = tuple(one for one in SpeechColumn if one is not SpeechColumn.NOTE)


def speech_list_document(snapshot: Snapshot) -> Document:
    """Build the list in the order of speaking."""
    conference, office = snapshot.file.conference, snapshot.file.office
    columns = chosen_columns(snapshot, KEY, SpeechColumn, USUAL_COLUMNS)
    name = event_name(conference)
    speeches = [one for one in conference.speeches if one.title.strip() or one.speaker.strip()]
    rows = tuple(_row(number, one, columns) for number, one in enumerate(speeches, start=1))
    empty = (Row(cells=((blank("speeches"),),), is_group=True),)
    subject = title_phrases_kept(f"Trình bày tại {name}")
    blocks: list[Block] = [
        letterhead(snapshot, is_issued=False),
        Heading(kind=run(KIND), subject=run(subject, "title")),
        Table(columns=tuple(COLUMNS[one] for one in columns), rows=rows or empty),
    ]
    if speeches:
        blocks.append(paragraph(Role.TOTAL, _total(speeches), "speeches"))
    return Document(
        title=f"{KIND} tại {name}", author=office.name, parts=(Part(blocks=tuple(blocks)),)
    )


def _total(speeches: Sequence[Speech]) -> str:
    minutes = sum(one.minutes for one in speeches)
    length = f", tổng thời lượng {minutes} phút" if minutes else ""
    return f"Tổng số: {numbered(len(speeches))} tham luận{length}."


def _row(number: int, one: Speech, columns: Sequence[SpeechColumn]) -> Row:
    speaker = ", ".join(part.strip() for part in (one.speaker, one.post) if part.strip())
    texts = {
        SpeechColumn.NUMBER: str(number),
        SpeechColumn.UNIT: bare(one.unit),
        SpeechColumn.SPEAKER: speaker,
        SpeechColumn.TITLE: bare(one.title),
        SpeechColumn.MINUTES: f"{one.minutes} phút" if one.minutes else "",
        SpeechColumn.NOTE: "",
    }
    field = f"speeches:{one.id}"
    return Row(cells=tuple((run(texts[column], field),) for column in columns))
