"""The programme (chương trình): who does what, from when to when."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from db.records import Conference, PresidiumRole, ProgrammeItem, Session, SessionKind
from desktop.documents.blocks import (
    Block,
    Column,
    Document,
    Heading,
    HorizontalAlign,
    Paragraph,
    Part,
    Role,
    Row,
    Table,
    paragraph,
    run,
)
from desktop.documents.frame import event_name, letterhead, main_sessions
from desktop.documents.items import labelled
from desktop.documents.lines import NO_BREAK_SPACE
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import (
    bare,
    clock,
    full_date,
    short_clock,
    title_phrases_kept,
    weekday,
)
from desktop.rules.timetable import Slot, clock_times

KIND = "Chương trình"
_SESSIONS = {SessionKind.MAIN: "Phiên chính thức", SessionKind.PREPARATORY: "Phiên trù bị"}


class _Step(Struct, frozen=True):
    item: ProgrammeItem
    slot: Slot | None


def programme_document(snapshot: Snapshot) -> Document:
    """Build the programme; a conference of several sessions gets a table for each."""
    conference, office = snapshot.file.conference, snapshot.file.office
    name = event_name(conference)
    blocks: tuple[Block, ...] = (
        letterhead(snapshot, is_issued=False),
        Heading(kind=run(KIND), subject=run(title_phrases_kept(name), "title")),
        *_facts(conference),
        *programme_blocks(snapshot),
    )
    return Document(title=f"{KIND}: {name}", author=office.name, parts=(Part(blocks=blocks),))


def programme_blocks(snapshot: Snapshot) -> list[Block]:
    """Build the tables alone, for the back of an invitation too."""
    conference = snapshot.file.conference
    sessions = [(one, steps) for one in _in_order(conference) if (steps := _steps(conference, one))]
    blocks: list[Block] = []
    for session, steps in sessions:
        if session is not None and len(sessions) > 1:
            blocks.append(_session_line(session))
        blocks.append(_table(steps))
    if not sessions:
        blocks.append(labelled(Role.FACT, "Nội dung", "", "programme"))
    return blocks


def place_words(conference: Conference) -> str:
    """Name venue and address on one line."""
    return ", ".join(bare(part) for part in (conference.venue, conference.address) if bare(part))


def chair_words(conference: Conference) -> str:
    """Name who presides, each with the post."""
    return "; ".join(
        ", ".join(part.strip() for part in (one.name, one.post) if part.strip())
        for one in conference.presidium
        if one.role is PresidiumRole.CHAIR
    )


def moment_words(session: Session) -> str:
    """Write when a session begins."""
    day = f"{weekday(session.day)}, {full_date(session.day)}" if session.day else ""
    return ", ".join(part for part in (clock(session.start) if session.start else "", day) if part)


def _in_order(conference: Conference) -> list[Session | None]:
    """List the sessions with the preparatory ones first; None stands for no session at all."""
    ordered = sorted(conference.sessions, key=lambda one: one.kind is SessionKind.MAIN)
    return list(ordered) or [None]


def _steps(conference: Conference, session: Session | None) -> list[_Step]:
    known = {one.id for one in conference.sessions}
    main = main_sessions(conference) or conference.sessions
    slots = clock_times(conference.programme, conference.sessions)
    return [
        _Step(item, slot)
        for item, slot in zip(conference.programme, slots, strict=True)
        if item.title.strip()
        and (
            session is None
            or (item.session_id if item.session_id in known else main[0].id) == session.id
        )
    ]


def _facts(conference: Conference) -> list[Paragraph]:
    main = main_sessions(conference)
    facts = [
        labelled(Role.FACT, "Thời gian", moment_words(main[0]) if main else "", "sessions"),
        labelled(Role.FACT, "Địa điểm", place_words(conference), "venue"),
    ]
    chairs = chair_words(conference)
    if chairs:
        facts.append(labelled(Role.FACT, "Chủ trì", chairs, "presidium"))
    return facts


def _session_line(session: Session) -> Paragraph:
    moment = moment_words(session)
    text = f"{_SESSIONS[session.kind]}: {moment}" if moment else _SESSIONS[session.kind]
    return paragraph(Role.CLAUSE, text, f"sessions:{session.id}")


def _table(steps: Sequence[_Step]) -> Table:
    has_notes = any(step.item.note.strip() for step in steps)
    columns = [
        Column(heading="STT", share=12, align=HorizontalAlign.CENTRE),
        Column(heading="Thời gian", share=34, align=HorizontalAlign.CENTRE),
        Column(heading="Nội dung", share=63 if has_notes else 79),
        Column(heading="Người thực hiện", share=33 if has_notes else 40),
    ]
    if has_notes:
        columns.append(Column(heading="Ghi chú", share=23))
    rows = [_row(number, step, has_notes=has_notes) for number, step in enumerate(steps, start=1)]
    return Table(cell_role=Role.PROGRAMME_CELL, columns=tuple(columns), rows=tuple(rows))


def _row(number: int, step: _Step, *, has_notes: bool) -> Row:
    item, field = step.item, f"programme:{step.item.id}"
    texts = [str(number), _when(step), bare(item.title), bare(item.presenter)]
    if has_notes:
        texts.append(bare(item.note))
    return Row(cells=tuple((run(text, field),) for text in texts))


def _when(step: _Step) -> str:
    if step.slot is None:
        return f"{step.item.minutes} phút" if step.item.minutes else ""
    if not step.item.minutes:
        return short_clock(step.slot.start)
    times = (short_clock(step.slot.start), "-", short_clock(step.slot.end))
    return NO_BREAK_SPACE.join(times)
