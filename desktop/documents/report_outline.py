"""The outline of the review report (báo cáo tổng kết): its heads, with room to write under them."""

from __future__ import annotations

from collections.abc import Iterator

from db.records import Period
from desktop.documents.blocks import (
    Block,
    Document,
    Heading,
    Part,
    Role,
    paragraph,
    run,
)
from desktop.documents.decree30 import END_MARK
from desktop.documents.frame import event_name, rules_level
from desktop.documents.items import clause, section
from desktop.documents.paper_frame import issue, issued_letterhead, issued_signature
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, capitalised, title_phrases_kept
from desktop.rules.pack_texts import OutlinePart
from desktop.rules.texts import fill, roman, text_values

KEY = "report-outline"
KIND = "Báo cáo"
ABBREVIATION = "BC"
# room for the pen or the word processor; no field is missing, so it is no blank to be noted
_ROOM = "…" * 30  # a line of the page
_LINES = 2
# heads that every such report has, for plans that name none
_USUAL = (
    OutlinePart(
        title="Đánh giá phong trào thi đua và công tác khen thưởng giai đoạn {reviewed}",
        heads=(
            "Đặc điểm tình hình, thuận lợi, khó khăn",
            "Công tác lãnh đạo, chỉ đạo, tổ chức phong trào thi đua",
            "Kết quả, tác dụng của các phong trào thi đua",
            "Công tác phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến",
            "Công tác khen thưởng và chất lượng khen thưởng",
            "Hạn chế, nguyên nhân, bài học kinh nghiệm",
        ),
    ),
    OutlinePart(
        title="Phương hướng, nhiệm vụ giai đoạn {launched}",
        heads=("Mục tiêu", "Nội dung, chỉ tiêu thi đua", "Nhiệm vụ, giải pháp chủ yếu"),
    ),
)


def report_outline_document(snapshot: Snapshot) -> Document:
    """Build the outline; its heads are those of the plan above, else the usual ones."""
    conference, office = snapshot.file.conference, snapshot.file.office
    paper = issue(snapshot, KEY, ABBREVIATION)
    subject = _subject(conference.period, conference.next_period)
    blocks: list[Block] = [
        issued_letterhead(paper),
        Heading(kind=run(KIND), subject=run(title_phrases_kept(subject), "title")),
        paragraph(
            Role.BODY,
            f"{capitalised(paper.issuer_name)} báo cáo tại {event_name(conference)} như sau:",
        ),
        *_outline(snapshot),
        paragraph(Role.BODY, f"Trên đây là {subject[:1].lower()}{subject[1:]}{END_MARK}"),
        issued_signature(paper, ("Đại biểu dự Hội nghị",)),
    ]
    return Document(
        title=f"{KIND}: {subject}", author=office.name, parts=(Part(blocks=tuple(blocks)),)
    )


def _subject(reviewed: Period | None, launched: Period | None) -> str:
    past = f" giai đoạn {_years(reviewed)}" if reviewed else ""
    ahead = f"; phương hướng, nhiệm vụ giai đoạn {_years(launched)}" if launched else ""
    return f"Tổng kết phong trào thi đua yêu nước và công tác khen thưởng{past}{ahead}"


def _years(period: Period) -> str:
    return f"{period.first_year}-{period.last_year}"


def _outline(snapshot: Snapshot) -> Iterator[Block]:
    level = rules_level(snapshot)
    parts = level.texts.report.parts if level is not None else ()
    for number, part in enumerate(parts or _USUAL, start=1):
        yield section(roman(number), _filled(snapshot, part.title))
        if not part.heads:
            yield from _room()
        for place, head in enumerate(part.heads, start=1):
            yield clause(place, _filled(snapshot, head))
            yield from _room()


def _filled(snapshot: Snapshot, text: str) -> str:
    file, pack = snapshot.file, snapshot.rules
    level = rules_level(snapshot)
    if pack is None:
        return bare(_without_years(text, file.conference.period, file.conference.next_period))
    form = level.form(file.conference.form_id) if level is not None else None
    return bare(fill(text, text_values(file.conference, pack, file.office, form)))


def _without_years(text: str, reviewed: Period | None, launched: Period | None) -> str:
    values = {
        "reviewed": _years(reviewed) if reviewed else "…",
        "launched": _years(launched) if launched else "…",
    }
    return fill(text, values)


def _room() -> Iterator[Block]:
    for _ in range(_LINES):
        yield paragraph(Role.BODY, _ROOM)
