"""The report on the results (báo cáo kết quả), sent up right after the conference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.records import ChoiceOutcome
from desktop.documents.award_list import award_counts, award_totals
from desktop.documents.blocks import (
    Block,
    Document,
    Heading,
    Paragraph,
    Part,
    Role,
    Run,
    blank,
    paragraph,
    run,
)
from desktop.documents.decree30 import END_MARK
from desktop.documents.frame import (
    document_form,
    event_name,
    event_noun,
    issue_date,
    main_sessions,
    number_and_symbol,
)
from desktop.documents.items import clause, dashes, labelled, points, section, to_fill_in
from desktop.documents.list_totals import totals
from desktop.documents.minutes import ranked, upper_conference
from desktop.documents.paper_frame import Issue, issued_letterhead, issued_signature
from desktop.documents.programme import chair_words, moment_words, place_words
from desktop.documents.result_report_frame import KIND, report_issue, upper_body
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import (
    bare,
    capitalised,
    clock,
    money,
    numbered,
    percent,
    title_phrases_kept,
)


def result_report_document(snapshot: Snapshot) -> Document:
    """Build the report; every head is there, and what nobody entered is left to fill in."""
    conference, office = snapshot.file.conference, snapshot.file.office
    paper = report_issue(snapshot)
    subject = f"Kết quả tổ chức {event_name(conference)}"
    upper = upper_body(snapshot)
    blocks: list[Block] = [
        issued_letterhead(paper),
        Heading(kind=run(KIND), subject=run(title_phrases_kept(subject), "title")),
        labelled(Role.ADDRESSEE, "Kính gửi", f"{upper}." if upper else "", paper.field),
        _opening(paper),
        section("I", "Công tác chuẩn bị"),
        *_preparation(snapshot),
        section("II", f"Kết quả tổ chức {event_noun(conference)}"),
        *_results(snapshot),
        section("III", "Đánh giá, bài học kinh nghiệm"),
        *_assessment(snapshot),
        section("IV", "Kiến nghị, đề xuất"),
        *points(conference.proposals, "proposals"),
        *_closing(paper, has_upper=bool(upper)),
        issued_signature(paper, ("Như trên", "Các thành viên Ban Tổ chức")),
    ]
    return Document(
        title=f"{KIND}: {subject}", author=office.name, parts=(Part(blocks=tuple(blocks)),)
    )


def _opening(paper: Issue) -> Paragraph:
    snapshot = paper.snapshot
    plan = f"{document_form(snapshot).kind} số {number_and_symbol(snapshot)} {issue_date(snapshot)}"
    return paragraph(
        Role.BODY,
        f"Thực hiện {plan} về tổ chức {event_name(snapshot.file.conference)}, "
        f"{paper.issuer_name} báo cáo kết quả như sau:",
    )


def _preparation(snapshot: Snapshot) -> Iterator[Block]:
    conference = snapshot.file.conference
    noun = event_noun(conference)
    plan = f"{document_form(snapshot).kind} số {number_and_symbol(snapshot)}"
    lines = [f"Ban hành {plan} {issue_date(snapshot)} về tổ chức {noun}"]
    if conference.committee:
        lines.append(
            f"Thành lập Ban Tổ chức {noun} gồm {numbered(len(conference.committee))} thành viên, "
            "phân công nhiệm vụ cụ thể cho từng thành viên"
        )
    bodies = [bare(one.body) for one in conference.assignments if bare(one.body)]
    if bodies:
        lines.append(f"Giao nhiệm vụ chuẩn bị cho: {'; '.join(bodies)}")
    if conference.speeches:
        lines.append(f"Chuẩn bị, duyệt {numbered(len(conference.speeches))} báo cáo tham luận")
    if snapshot.file.delegates:
        lines.append(
            f"Lập danh sách {len(snapshot.file.delegates)} đại biểu, gửi giấy mời và làm thẻ đại "
            "biểu"
        )
    yield from dashes(lines, "committee")


def _results(snapshot: Snapshot) -> Iterator[Block]:
    conference = snapshot.file.conference
    yield clause(1, "Thời gian, địa điểm")
    main = main_sessions(conference)
    moment = moment_words(main[0]) if main else ""
    end = conference.attended.end
    if moment and end is not None:
        moment += f"; kết thúc lúc {clock(end)}"
    yield labelled(Role.BODY, "Thời gian", f"{moment}." if moment else "", "sessions")
    place = place_words(conference)
    yield labelled(Role.BODY, "Địa điểm", f"{place}." if place else "", "venue")
    chairs = chair_words(conference)
    yield labelled(Role.BODY, "Chủ trì", f"{chairs}." if chairs else "", "presidium")
    yield clause(2, "Số lượng và cơ cấu đại biểu")
    yield from _attendance(snapshot)
    yield clause(3, "Nội dung và tham luận")
    yield from _contents(snapshot)
    yield clause(4, "Biểu dương, khen thưởng")
    yield from _awards(snapshot)
    yield clause(5, f"Chọn cử đại biểu dự {upper_conference(snapshot) or 'hội nghị cấp trên'}")
    yield from _upward(snapshot)
    yield clause(6, "Kinh phí")
    yield from _money(snapshot)


def _attendance(snapshot: Snapshot) -> Iterator[Block]:
    file = snapshot.file
    summoned = file.conference.attended.summoned or len(file.delegates) or None
    present = file.conference.attended.present
    share = f" ({percent(present, summoned, digits=1)})" if present and summoned else ""
    yield Paragraph(
        role=Role.BODY,
        runs=(
            run("Số đại biểu được triệu tập: "),
            _count(summoned),
            run("; có mặt: "),
            _count(present),
            run(f"{share}."),
        ),
    )
    lines = totals(file.delegates)
    if lines:
        yield paragraph(Role.BODY, "Cơ cấu theo danh sách đại biểu:", "delegates")
        yield from dashes(lines, "delegates")


def _count(count: int | None) -> Run:
    return run(str(count), "attended") if count is not None else blank("attended", "………")


def _contents(snapshot: Snapshot) -> Iterator[Block]:
    conference = snapshot.file.conference
    items = [bare(one.title) for one in conference.programme if bare(one.title)]
    noun = event_noun(conference)
    if items:
        yield paragraph(Role.BODY, f"{noun} đã thực hiện các nội dung sau:", "programme")
        yield from dashes(items, "programme")
    else:
        yield to_fill_in("programme")
    speeches = [
        ", ".join(part for part in (f"“{bare(one.title)}”", bare(one.unit)) if part)
        for one in conference.speeches
        if one.title.strip()
    ]
    if speeches:
        count = numbered(len(speeches))
        yield paragraph(Role.BODY, f"Có {count} tham luận được trình bày:", "speeches")
        yield from dashes(speeches, "speeches")


def _awards(snapshot: Snapshot) -> Iterator[Block]:
    awards = snapshot.file.conference.awards
    if not awards:
        yield to_fill_in("awards")
        return
    yield paragraph(
        Role.BODY,
        f"{award_totals(awards)[0].removesuffix('.')} (danh sách tại Phụ lục kèm theo {KIND} "
        "này), cụ thể:",
        "awards",
    )
    yield from dashes(award_counts(awards), "awards")


def _upward(snapshot: Snapshot) -> Iterator[Block]:
    people = ranked(snapshot.file.conference.candidates)
    told = False
    for outcome, label in (
        (ChoiceOutcome.OFFICIAL, "Đại biểu chính thức"),
        (ChoiceOutcome.ALTERNATE, "Đại biểu dự khuyết"),
    ):
        chosen = [one for one in people if one.outcome is outcome]
        if not chosen:
            continue
        told = True
        yield paragraph(Role.BODY, f"{label} ({numbered(len(chosen))} người), gồm:", "candidates")
        yield from dashes(
            [
                ", ".join(part.strip() for part in (one.name, one.post, one.unit) if part.strip())
                for one in chosen
            ],
            "candidates",
        )
    if not told:
        yield to_fill_in("candidates")


def _money(snapshot: Snapshot) -> Iterator[Block]:
    conference = snapshot.file.conference
    source = bare(conference.budget_source)
    yield labelled(Role.BODY, "Nguồn kinh phí", f"{source}." if source else "", "budget_source")
    spent = conference.attended.spent
    total = f"{money(spent)} đồng." if spent is not None else ""
    yield labelled(Role.BODY, "Tổng kinh phí đã thực hiện", total, "attended")


def _assessment(snapshot: Snapshot) -> Iterator[Block]:
    conference = snapshot.file.conference
    heads: Sequence[tuple[str, tuple[str, ...], str]] = (
        ("Ưu điểm", conference.strengths, "strengths"),
        ("Hạn chế, nguyên nhân", conference.shortcomings, "shortcomings"),
        ("Bài học kinh nghiệm", conference.lessons, "lessons"),
    )
    for number, (title, texts, field) in enumerate(heads, start=1):
        yield clause(number, title)
        yield from points(texts, field)


def _closing(paper: Issue, *, has_upper: bool) -> Iterator[Block]:
    name = event_name(paper.snapshot.file.conference)
    asked = ""
    if has_upper:
        asked = f" {capitalised(paper.issuer_name)} kính báo cáo {upper_body(paper.snapshot)}"
    text = f"Trên đây là báo cáo kết quả tổ chức {name}."
    yield paragraph(Role.BODY, f"{text}{asked}".removesuffix(".") + END_MARK)
