"""Minutes of choosing delegates to the conference of the level above (biên bản, Mẫu 1.9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time
from enum import StrEnum

from db.records import (
    Candidate,
    ChoiceOutcome,
    PresidiumRole,
    Session,
)
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
    Run,
    Signatory,
    SignaturePair,
    Table,
    blank,
    paragraph,
    run,
)
from desktop.documents.column_choice import chosen_columns
from desktop.documents.decree30 import END_MARK
from desktop.documents.frame import event_name, event_noun, main_sessions, recipient_runs
from desktop.documents.items import labelled, section
from desktop.documents.paper_frame import Issue, issue, issued_letterhead
from desktop.documents.programme import place_words
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import (
    bare,
    clock,
    full_date,
    numbered,
    percent,
    title_phrases_kept,
)

KEY = "minutes"
KIND = "Biên bản"
ABBREVIATION = "BB"
_CENTRE = HorizontalAlign.CENTRE
_RANKS = (ChoiceOutcome.OFFICIAL, ChoiceOutcome.ALTERNATE, ChoiceOutcome.NOT_CHOSEN, None)
_OUTCOMES = {
    ChoiceOutcome.OFFICIAL: "Chính thức",
    ChoiceOutcome.ALTERNATE: "Dự khuyết",
    ChoiceOutcome.NOT_CHOSEN: "Không trúng cử",
    None: "",
}
_DOTS = "………"


class VoteColumn(StrEnum):
    """A column that the table of candidates may have."""

    NUMBER = "number"
    NAME = "name"
    POST_UNIT = "post-unit"
    VOTES = "votes"
    SHARE = "share"
    OUTCOME = "outcome"


COLUMNS = {
    VoteColumn.NUMBER: Column(heading="STT", share=12, align=_CENTRE),
    VoteColumn.NAME: Column(heading="Họ và tên", share=42),
    VoteColumn.POST_UNIT: Column(heading="Chức vụ, đơn vị", share=50),
    VoteColumn.VOTES: Column(heading="Số phiếu", share=17, align=_CENTRE),
    VoteColumn.SHARE: Column(heading="Tỷ lệ", share=18, align=_CENTRE),
    VoteColumn.OUTCOME: Column(heading="Kết quả", share=26, align=_CENTRE),
}
USUAL_COLUMNS = tuple(VoteColumn)


def minutes_document(snapshot: Snapshot) -> Document:
    """Build the minutes; what was not counted yet is left to be filled in by hand."""
    conference, office = snapshot.file.conference, snapshot.file.office
    paper = issue(snapshot, KEY, ABBREVIATION)
    upper = upper_conference(snapshot)
    subject = f"{event_noun(conference)} chọn cử đại biểu dự {upper or 'hội nghị cấp trên'}"
    blocks: list[Block] = [
        issued_letterhead(paper),
        Heading(kind=run(KIND), subject=run(title_phrases_kept(subject), "upper_choice")),
        *_opening(snapshot, upper),
        section("I", "Thành phần tham dự"),
        *_attendance(snapshot),
        section("II", "Nội dung"),
        *_rules(snapshot, upper),
        *_votes(paper),
        *_chosen(snapshot),
        _closing(snapshot),
        _signatures(paper),
    ]
    return Document(
        title=f"{KIND}: {subject}", author=office.name, parts=(Part(blocks=tuple(blocks)),)
    )


def upper_conference(snapshot: Snapshot) -> str:
    """Name the conference above: as typed, else as the plan names it."""
    typed = bare(snapshot.file.conference.upper_choice.conference)
    return typed or (bare(snapshot.rules.upper_event) if snapshot.rules is not None else "")


def ranked(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Order candidates: the official, the alternates, the others; most votes first in each."""
    return sorted(candidates, key=lambda one: (_RANKS.index(one.outcome), -(one.votes or 0)))


def _opening(snapshot: Snapshot, upper: str) -> Iterator[Block]:
    conference = snapshot.file.conference
    main = main_sessions(conference)
    start = conference.upper_choice.start or (main[0].start if main else None)
    yield labelled(Role.BODY, "Thời gian bắt đầu", _moment(start, main), "upper_choice")
    place = place_words(conference)
    yield labelled(Role.BODY, "Địa điểm", f"{place}." if place else "", "venue")
    yield paragraph(
        Role.BODY,
        f"{event_name(conference)} đã tiến hành chọn cử đại biểu dự "
        f"{upper or 'hội nghị cấp trên'}, cụ thể như sau:",
        "title",
    )


def _moment(at: time | None, sessions: Sequence[Session]) -> str:
    day = sessions[0].day if sessions else None
    return f"{clock(at)}, {full_date(day)}." if at is not None and day is not None else ""


def _attendance(snapshot: Snapshot) -> Iterator[Block]:
    conference = snapshot.file.conference
    summoned = conference.attended.summoned or len(snapshot.file.delegates)
    present = conference.attended.present
    yield _count("Số đại biểu được triệu tập", summoned or None, "delegates")
    share = f" ({percent(present, summoned, digits=1)})" if present and summoned else ""
    yield _count("Số đại biểu có mặt", present, "attended", share)
    for label, role in (("Chủ tọa", PresidiumRole.CHAIR), ("Thư ký", PresidiumRole.SECRETARY)):
        people = "; ".join(
            ", ".join(part.strip() for part in (one.name, one.post) if part.strip())
            for one in conference.presidium
            if one.role is role
        )
        yield labelled(Role.BODY, label, f"{people}." if people else "", "presidium")


def _count(label: str, count: int | None, field: str, more: str = "") -> Paragraph:
    value = run(f"{numbered(count)} người{more}.", field) if count is not None else blank(field)
    return Paragraph(role=Role.BODY, runs=(run(f"{label}: "), value))


def _rules(snapshot: Snapshot, upper: str) -> Iterator[Block]:
    facts = snapshot.file.conference.upper_choice
    to = run(upper, "upper_choice") if upper else blank("upper_choice")
    yield Paragraph(
        role=Role.BODY,
        runs=(
            run("1. Chủ tọa thông qua tiêu chuẩn, số lượng, cơ cấu đại biểu dự "),
            to,
            run(": đại biểu chính thức "),
            _number(facts.places),
            run(" người; đại biểu dự khuyết "),
            _number(facts.alternate_places),
            run(" người."),
        ),
    )
    yield labelled(Role.BODY, "2. Hình thức chọn", _ended(facts.method), "upper_choice")
    names = [one.name.strip() for one in snapshot.file.conference.candidates if one.name.strip()]
    told = f"{numbered(len(names))} người, gồm: {'; '.join(names)}." if names else ""
    yield labelled(Role.BODY, "3. Danh sách giới thiệu để chọn", told, "candidates")
    if facts.ballots_given is not None:
        yield Paragraph(
            role=Role.BODY,
            runs=(
                run("4. Số phiếu phát ra: "),
                _number(facts.ballots_given),
                run("; số phiếu thu về: "),
                _number(facts.ballots_returned),
                run("; số phiếu hợp lệ: "),
                _number(facts.ballots_valid),
                run("; số phiếu không hợp lệ: "),
                _number(_invalid(facts.ballots_returned, facts.ballots_valid)),
                run("."),
            ),
        )
    number = 5 if facts.ballots_given is not None else 4
    yield paragraph(Role.BODY, f"{number}. Kết quả:")


def _invalid(returned: int | None, valid: int | None) -> int | None:
    if returned is None or valid is None or returned < valid:
        return None
    return returned - valid


def _ended(text: str) -> str:
    return f"{bare(text)}." if bare(text) else ""


def _number(count: int | None) -> Run:
    if count is None:
        return blank("upper_choice", _DOTS)
    return run(numbered(count), "upper_choice")


def _votes(paper: Issue) -> Iterator[Block]:
    conference = paper.snapshot.file.conference
    facts = conference.upper_choice
    base = facts.ballots_valid or conference.attended.present
    columns = chosen_columns(paper.snapshot, KEY, VoteColumn, USUAL_COLUMNS)
    rows = tuple(
        _row(number, one, base, columns)
        for number, one in enumerate(ranked(conference.candidates), start=1)
    )
    empty = (Row(cells=((blank("candidates"),),), is_group=True),)
    yield Table(columns=tuple(COLUMNS[one] for one in columns), rows=rows or empty)


def _row(number: int, one: Candidate, base: int | None, columns: Sequence[VoteColumn]) -> Row:
    share = percent(one.votes, base, digits=1) if one.votes is not None and base else ""
    texts = {
        VoteColumn.NUMBER: str(number),
        VoteColumn.NAME: one.name.strip(),
        VoteColumn.POST_UNIT: ", ".join(part.strip() for part in (one.post, one.unit) if part),
        VoteColumn.VOTES: "" if one.votes is None else str(one.votes),
        VoteColumn.SHARE: share,
        VoteColumn.OUTCOME: _OUTCOMES[one.outcome],
    }
    field = f"candidates:{one.id}"
    return Row(cells=tuple((run(texts[column], field),) for column in columns))


def _chosen(snapshot: Snapshot) -> Iterator[Block]:
    people = ranked(snapshot.file.conference.candidates)
    for outcome, lead in (
        (ChoiceOutcome.OFFICIAL, "Đại biểu chính thức"),
        (ChoiceOutcome.ALTERNATE, "Đại biểu dự khuyết, theo thứ tự"),
    ):
        names = [one.name.strip() for one in people if one.outcome is outcome]
        if names:
            text = f"- {lead} ({numbered(len(names))} người): {'; '.join(names)}."
            yield paragraph(Role.DASH, text, "candidates")


def _closing(snapshot: Snapshot) -> Paragraph:
    conference = snapshot.file.conference
    main = main_sessions(conference)
    end, day = conference.upper_choice.end, main[0].day if main else None
    at = run(clock(end), "upper_choice") if end is not None else blank("upper_choice", _DOTS)
    on = f", {full_date(day)}" if day is not None else ""
    return Paragraph(
        role=Role.BODY,
        runs=(
            run("Việc chọn cử đại biểu kết thúc vào hồi "),
            at,
            run(f"{on}. Biên bản đã được đọc cho các đại biểu dự {event_noun(conference)} "),
            run(f"nghe và nhất trí thông qua{END_MARK}"),
        ),
    )


def _signatures(paper: Issue) -> SignaturePair:
    file = paper.snapshot.file
    recipients = paper.settings.recipients or (*_upper(paper.snapshot),)

    def signatory(word: str, role: PresidiumRole) -> Signatory:
        name = next((one.name for one in file.conference.presidium if one.role is role), "")
        return Signatory(
            word=run(word), name=run(name.strip(), "presidium") if name else blank("presidium")
        )

    return SignaturePair(
        left=signatory("Thư ký", PresidiumRole.SECRETARY),
        right=signatory("Chủ tọa", PresidiumRole.CHAIR),
        recipients=recipient_runs(recipients, file.office),
    )


def _upper(snapshot: Snapshot) -> tuple[str, ...]:
    upper = snapshot.rules.upper_plan if snapshot.rules is not None else None
    return (upper.issuer,) if upper is not None else ()
