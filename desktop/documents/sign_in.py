"""Sign-in sheets of each session: who came, who got the papers, who got the money."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from db.records import Conference, Delegate, Session, SessionKind
from desktop.documents.arrangement import Arrangement, arrangement_of, gathered
from desktop.documents.blocks import (
    Block,
    Document,
    Heading,
    PageTotals,
    Paragraph,
    Part,
    Role,
    paragraph,
    run,
)
from desktop.documents.column_choice import chosen_columns
from desktop.documents.frame import event_name, letterhead, main_sessions
from desktop.documents.items import labelled
from desktop.documents.number_words import money_in_words
from desktop.documents.people_table import PersonColumn, TableKind, people_table
from desktop.documents.seats import seat_names
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, clock, full_date, money, title_phrases_kept, weekday

ATTENDANCE, PAPERS, MONEY = "sign-in", "sign-papers", "sign-money"
LEAST_ROW_MM = 9.0  # a signature needs 8
_DOTS = "…………"
_HEAD = (PersonColumn.NUMBER, PersonColumn.NAME, PersonColumn.POST_UNIT)
_TAIL = (PersonColumn.SIGNATURE, PersonColumn.REMARK)
_SESSIONS = {SessionKind.MAIN: "Phiên chính thức", SessionKind.PREPARATORY: "Phiên trù bị"}


class _Sheet(Struct, frozen=True, kw_only=True):
    """What one kind of sheet is called and what it closes with.

    Attributes:
        each_session: a sheet of its own for every session; if not, one for the conference.
    """

    title: str
    subject: str
    columns: tuple[PersonColumn, ...]
    closing: Callable[[Snapshot, tuple[Delegate, ...]], list[str]]
    signature_word: str = "Ký tên"
    each_session: bool = True


def attendance_document(snapshot: Snapshot) -> Document:
    """Build the sheets on which delegates sign that they came; one for each session."""
    return _document(snapshot, ATTENDANCE)


def papers_document(snapshot: Snapshot) -> Document:
    """Build the sheet on which delegates sign for the papers they were handed."""
    return _document(snapshot, PAPERS)


def money_document(snapshot: Snapshot) -> Document:
    """Build the sheet on which delegates sign for the money they were paid."""
    return _document(snapshot, MONEY)


def _document(snapshot: Snapshot, paper: str) -> Document:
    conference = snapshot.file.conference
    sheet = _SHEETS[paper]
    sessions: list[Session | None] = list(main_sessions(conference)[:1]) or [None]
    if sheet.each_session and conference.sessions:
        sessions = [*sorted(conference.sessions, key=lambda one: one.kind is SessionKind.MAIN)]
    name = event_name(conference)
    return Document(
        title=f"{sheet.title} {sheet.subject} {name}",
        author=snapshot.file.office.name,
        parts=tuple(_part(snapshot, paper, one, several=len(sessions) > 1) for one in sessions),
    )


def _part(snapshot: Snapshot, paper: str, session: Session | None, *, several: bool) -> Part:
    conference, sheet = snapshot.file.conference, _SHEETS[paper]
    people = snapshot.file.delegates
    groups = gathered(snapshot.file, people, arrangement_of(snapshot, paper, Arrangement.GROUP))
    pays = paper == MONEY
    kind = TableKind(
        headings={PersonColumn.SIGNATURE: sheet.signature_word},
        seats=seat_names(snapshot.file),
        copies="01",
        allowance=conference.allowance if pays else None,
        least_row_mm=LEAST_ROW_MM,
        page_totals=PageTotals(with_money=pays and conference.allowance is not None),
    )
    columns = chosen_columns(snapshot, paper, PersonColumn, sheet.columns)
    subject = title_phrases_kept(f"{sheet.subject} {event_name(conference)}")
    blocks: list[Block] = [
        letterhead(snapshot, is_issued=False),
        Heading(kind=run(sheet.title), subject=run(subject, "title")),
        *_facts(conference, session, several=several),
        people_table(groups, columns, kind),
        *(paragraph(Role.TOTAL, line) for line in sheet.closing(snapshot, people) if people),
    ]
    return Part(blocks=tuple(blocks))


def _facts(conference: Conference, session: Session | None, *, several: bool) -> list[Paragraph]:
    place = ", ".join(bare(part) for part in (conference.venue, conference.address) if bare(part))
    moment = ""
    if session is not None:
        day = f"{weekday(session.day)}, {full_date(session.day)}" if session.day else ""
        start = clock(session.start) if session.start else ""
        moment = ", ".join(part for part in (start, day) if part)
    facts = [
        labelled(Role.FACT, "Thời gian", moment, "sessions"),
        labelled(Role.FACT, "Địa điểm", place, "venue"),
    ]
    if several and session is not None:
        facts.insert(0, paragraph(Role.FACT, _SESSIONS[session.kind], f"sessions:{session.id}"))
    return facts


def _quorum(snapshot: Snapshot, people: tuple[Delegate, ...]) -> list[str]:
    """Leave to the pen how many came: the sheet is printed before."""
    summoned = snapshot.file.conference.attended.summoned or len(people)
    return [
        (
            f"Số đại biểu triệu tập: {summoned}; có mặt: {_DOTS}; vắng mặt: {_DOTS}, "
            f"trong đó có lý do: {_DOTS}."
        ),
        f"Tỷ lệ có mặt: {_DOTS} % số đại biểu triệu tập.",
        f"Người điểm danh (ký, ghi rõ họ tên): {_DOTS * 3}",
    ]


def _handed_out(_: Snapshot, people: tuple[Delegate, ...]) -> list[str]:
    return [
        (
            f"Số đại biểu trong danh sách: {len(people)}; đã nhận tài liệu: {_DOTS}; "
            f"số bộ còn lại: {_DOTS}."
        ),
        f"Người phát tài liệu (ký, ghi rõ họ tên): {_DOTS * 3}",
    ]


def _paid(snapshot: Snapshot, people: tuple[Delegate, ...]) -> list[str]:
    allowance = snapshot.file.conference.allowance
    if allowance is None:
        sums = [f"Tổng số tiền: {_DOTS * 2} đồng (Bằng chữ: {_DOTS * 6})."]
    else:
        whole = allowance * len(people)
        sums = [f"Tổng số tiền: {money(whole)} đồng (Bằng chữ: {money_in_words(whole)})."]
    return [
        *sums,
        f"Số tiền thực chi: {_DOTS * 2} đồng cho {_DOTS} người đã ký nhận.",
        f"Người chi tiền (ký, ghi rõ họ tên): {_DOTS * 3}",
    ]


_SHEETS: Mapping[str, _Sheet] = {
    ATTENDANCE: _Sheet(
        title="Danh sách điểm danh",
        subject="đại biểu dự",
        columns=(*_HEAD, PersonColumn.SEAT, *_TAIL),
        closing=_quorum,
    ),
    PAPERS: _Sheet(
        title="Danh sách ký nhận tài liệu",
        subject="của đại biểu dự",
        columns=(*_HEAD, PersonColumn.COPIES, *_TAIL),
        closing=_handed_out,
        signature_word="Ký nhận",
        each_session=False,
    ),
    MONEY: _Sheet(
        title="Danh sách ký nhận tiền",
        subject="của đại biểu dự",
        columns=(*_HEAD, PersonColumn.MONEY, *_TAIL),
        closing=_paid,
        signature_word="Ký nhận",
        each_session=False,
    ),
}


def sheet_columns(paper: str) -> tuple[PersonColumn, ...]:
    """Name the usual columns of a sheet."""
    return _SHEETS[paper].columns
