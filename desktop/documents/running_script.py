"""The running script (kịch bản điều hành): minute by minute, what is said, done, seen and heard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from msgspec import Struct

from db.day_records import ScriptStep
from db.records import Conference, ProgrammeItem
from desktop.documents.appendices import list_heading
from desktop.documents.arrangement import guests
from desktop.documents.blocks import (
    Block,
    Column,
    Document,
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
from desktop.documents.frame import event_name, main_sessions
from desktop.documents.guest_list import KIND as GUESTS_KIND
from desktop.documents.guest_list import guest_table
from desktop.documents.items import labelled
from desktop.documents.lines import NO_BREAK_SPACE
from desktop.documents.script_columns import SCRIPT, USUAL_COLUMNS, ScriptColumn
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, full_date, short_clock, weekday
from desktop.rules.texts import roman
from desktop.rules.timetable import clock_times

KIND = "Kịch bản điều hành"
_BEFORE = "Trước giờ khai mạc"
_ANY_DAY = date(2000, 1, 1)
COLUMNS: Mapping[ScriptColumn, Column] = {
    ScriptColumn.TIME: Column(heading="Thời gian", share=20, align=HorizontalAlign.CENTRE),
    ScriptColumn.ACTION: Column(heading="Diễn biến", share=46),
    ScriptColumn.WORDS: Column(heading="Lời dẫn", share=66),
    ScriptColumn.ACTOR: Column(heading="Người thực hiện", share=32),
    ScriptColumn.STAGE: Column(heading="Trên sân khấu", share=34),
    ScriptColumn.PROPS: Column(heading="Đạo cụ, vật dụng", share=28),
    ScriptColumn.SOUND: Column(heading="Âm thanh", share=24),
    ScriptColumn.LIGHT: Column(heading="Ánh sáng", share=22),
}


class _Line(Struct, frozen=True):
    """A step with the minute it begins and ends, as far as they can be told."""

    step: ScriptStep
    field: str
    start: time | None
    end: time | None


def script_document(snapshot: Snapshot) -> Document:
    """Build the script, and the guests to be introduced behind it."""
    conference = snapshot.file.conference
    name = event_name(conference)
    main = main_sessions(conference)
    day = main[0].day if main else None
    moment = f"{weekday(day)}, {full_date(day)}" if day else ""
    columns = chosen_columns(snapshot, SCRIPT, ScriptColumn, USUAL_COLUMNS)
    rows = tuple(_rows(conference, columns))
    blocks: tuple[Block, ...] = (
        list_heading(snapshot, KIND, name),
        labelled(Role.FACT, "Ngày", moment, "sessions"),
        labelled(Role.FACT, "Địa điểm", bare(conference.venue), "venue"),
        Table(
            columns=tuple(COLUMNS[one] for one in columns),
            rows=rows or (Row(cells=((blank("programme"),),), is_group=True),),
        ),
        *_guests(snapshot),
    )
    return Document(
        title=f"{KIND}: {name}",
        author=snapshot.file.office.name,
        parts=(Part(blocks=blocks, is_landscape=True),),
    )


def _guests(snapshot: Snapshot) -> tuple[Block, ...]:
    if not guests(snapshot.file):
        return ()
    return (paragraph(Role.SECTION, f"{GUESTS_KIND} giới thiệu"), guest_table(snapshot))


def _rows(conference: Conference, columns: tuple[ScriptColumn, ...]) -> Iterator[Row]:
    items = {item.id: item for item in conference.programme}
    before = [one for one in conference.script if one.item_id not in items]
    if before:
        yield Row(cells=((run(_BEFORE),),), is_group=True)
        for line in _timed_before(conference, before):
            yield _row(line, columns)
    slots = clock_times(conference.programme, conference.sessions)
    for number, (item, slot) in enumerate(zip(conference.programme, slots, strict=True), start=1):
        span = _span(slot.start, slot.end) if slot else f"{item.minutes} phút"
        title = f"{roman(number)}. {bare(item.title)} ({span})"
        yield Row(cells=((run(title, f"programme:{item.id}"),),), is_group=True)
        for line in _timed(conference, item, slot.start if slot else None):
            yield _row(line, columns)


def _timed_before(conference: Conference, steps: list[ScriptStep]) -> list[_Line]:
    """Reckon back from the opening, so that the last step ends with it."""
    main = main_sessions(conference)
    opening = main[0].start if main else None
    whole = sum(step.minutes for step in steps)
    return _lines(steps, _later(opening, -whole))


def _timed(conference: Conference, item: ProgrammeItem, start: time | None) -> list[_Line]:
    steps = [one for one in conference.script if one.item_id == item.id]
    if not steps:  # the item itself is all that is known
        only = ScriptStep(
            id=item.id, minutes=item.minutes, action=bare(item.title), actor=item.presenter
        )
        return [_Line(only, f"programme:{item.id}", start, _later(start, item.minutes))]
    return _lines(steps, start)


def _lines(steps: list[ScriptStep], start: time | None) -> list[_Line]:
    lines: list[_Line] = []
    for step in steps:
        end = _later(start, step.minutes)
        lines.append(_Line(step, f"script:{step.id}", start, end))
        start = end
    return lines


def _later(start: time | None, minutes: int) -> time | None:
    if start is None:
        return None
    return (datetime.combine(_ANY_DAY, start) + timedelta(minutes=minutes)).time()


def _span(start: time | None, end: time | None) -> str:
    if start is None or end is None:
        return ""
    if start == end:
        return short_clock(start)
    return NO_BREAK_SPACE.join((short_clock(start), "-", short_clock(end)))


def _row(line: _Line, columns: tuple[ScriptColumn, ...]) -> Row:
    step = line.step
    texts = {
        ScriptColumn.TIME: _span(line.start, line.end) or f"{step.minutes} phút",
        ScriptColumn.ACTION: bare(step.action),
        ScriptColumn.WORDS: step.words.strip(),
        ScriptColumn.ACTOR: bare(step.actor),
        ScriptColumn.STAGE: bare(step.stage),
        ScriptColumn.PROPS: bare(step.props),
        ScriptColumn.SOUND: bare(step.sound),
        ScriptColumn.LIGHT: bare(step.light),
    }
    return Row(cells=tuple((run(texts[one], line.field),) for one in columns))
