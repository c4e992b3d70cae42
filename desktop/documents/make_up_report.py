"""The report on the make-up of the delegates (báo cáo cơ cấu): text, bars, and a table of figures.

All are written from one list of figures, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.documents.blocks import (
    Bar,
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
from desktop.documents.decree30 import END_MARK
from desktop.documents.frame import event_name
from desktop.documents.items import section, to_fill_in
from desktop.documents.list_totals import extreme_age
from desktop.documents.paper_frame import Issue, issue, issued_letterhead, issued_signature
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, capitalised, full_date, percent, title_phrases_kept
from desktop.local_time import local_day
from desktop.people.ages import AgeBand
from desktop.rules.counting import year_of
from desktop.rules.make_up_report import SHARED_FLAGS, MakeUpReport, make_up_report
from desktop.rules.pack_people import PersonFlag
from desktop.rules.texts import roman

KEY = "make-up"
KIND = "Báo cáo"
ABBREVIATION = "BC"
_OF_THE_LIST = "người trong danh sách"
_DATED = "người đã rõ năm sinh"
_UNTOLD = "–"
_CENTRE = HorizontalAlign.CENTRE
FIGURE_COLUMNS = (
    Column(heading="STT", share=12, align=_CENTRE),
    Column(heading="Nội dung", share=71),
    Column(heading="Số lượng", share=21, align=_CENTRE),
    Column(heading="Tính trên", share=21, align=_CENTRE),
    Column(heading="Tỷ lệ", share=20, align=_CENTRE),
    Column(heading="Chưa rõ", share=23, align=_CENTRE),
)
_CHART_COLUMNS = (
    Column(heading="Nội dung", share=64),
    Column(heading="Tỷ lệ trên tổng số", share=72, holds_bar=True),
    Column(heading="Số người, tỷ lệ", share=32, align=_CENTRE),
)
_CHART_KEY = (
    "Cả thanh là 100%: tô đậm là phần được tính, gạch chéo là phần danh sách chưa có thông tin."
)
# what is counted, and what is said of those of whom it is not known
_SHARES = {
    PersonFlag.WOMAN: ("Nữ", "giới tính"),
    PersonFlag.ETHNIC_MINORITY: ("Dân tộc thiểu số", "dân tộc"),
    PersonFlag.RELIGIOUS: ("Theo tôn giáo", "tôn giáo"),
    PersonFlag.PARTY_MEMBER: ("Đảng viên", "là đảng viên hay không"),
    PersonFlag.DIRECT_WORKER: (
        "Người trực tiếp lao động, sản xuất, công tác",
        "có trực tiếp lao động, sản xuất, công tác hay không",
    ),
}


class Figure(Struct, frozen=True):
    """One number of the report.

    Attributes:
        of: whom the base counts.
        unknown: of how many it is not known, and what: the words after "chưa rõ".
    """

    label: str
    count: int
    base: int
    of: str = _OF_THE_LIST
    unknown: int = 0
    what: str = ""

    @property
    def is_told(self) -> bool:
        """Whether it is known of anybody."""
        return self.unknown < self.base


class Chapter(Struct, frozen=True):
    """Figures that stand together, with sentences before and after them.

    Attributes:
        is_drawn: as bars too.
    """

    title: str
    figures: tuple[Figure, ...]
    lead: str = ""
    rest: tuple[str, ...] = ()
    is_drawn: bool = True


def make_up_document(snapshot: Snapshot) -> Document:
    """Build the report from a snapshot; it has a number and a date of its own."""
    conference, office = snapshot.file.conference, snapshot.file.office
    paper = issue(snapshot, KEY, ABBREVIATION)
    name = event_name(conference)
    subject = f"Cơ cấu đại biểu dự {name}"
    chapters = chapters_of(report_of(snapshot)) if snapshot.file.delegates else ()
    blocks: list[Block] = [
        issued_letterhead(paper),
        Heading(kind=run(KIND), subject=run(title_phrases_kept(subject), "title")),
        _opening(paper, name),
    ]
    for number, chapter in enumerate(chapters, start=1):
        blocks.append(section(roman(number), chapter.title))
        blocks += chapter_text(chapter)
    if chapters:
        blocks.append(section(roman(len(chapters) + 1), "Biểu đồ"))
        blocks.append(Table(columns=_CHART_COLUMNS, rows=tuple(_bars(chapters))))
        blocks.append(paragraph(Role.TOTAL, _CHART_KEY))
        blocks.append(section(roman(len(chapters) + 2), "Bảng tổng hợp"))
        blocks.append(Table(columns=FIGURE_COLUMNS, rows=tuple(chapter_rows(chapters))))
    else:
        blocks.append(to_fill_in("delegates"))
    blocks += [_closing(name), issued_signature(paper)]
    return Document(
        title=f"{KIND}: {subject}", author=office.name, parts=(Part(blocks=tuple(blocks)),)
    )


def report_of(snapshot: Snapshot) -> MakeUpReport:
    """Count the list; ages in the year of the conference, else in that of the snapshot."""
    file = snapshot.file
    year = year_of(file.conference) or local_day(snapshot.made_at).year
    return make_up_report(file.conference, file.delegates, snapshot.rules, year)


def _opening(paper: Issue, name: str) -> Paragraph:
    day = full_date(local_day(paper.snapshot.made_at))
    return paragraph(
        Role.BODY,
        f"{capitalised(paper.issuer_name)} báo cáo cơ cấu đại biểu dự {name}, tổng hợp theo "
        f"danh sách đại biểu tính đến {day}, như sau:",
    )


def _closing(name: str) -> Paragraph:
    return paragraph(
        Role.BODY,
        f"Trên đây là báo cáo cơ cấu đại biểu dự {name}. Người mà danh sách chưa có thông tin được "
        f"ghi riêng là “chưa rõ”, không tính là có, cũng không tính là không{END_MARK}",
    )


def chapters_of(report: MakeUpReport) -> tuple[Chapter, ...]:
    """Lay the figures out in chapters; one without figures and sentences is left out."""
    chapters = (_numbers(report), _shares(report), _ages(report), _honours(report))
    return tuple(chapter for chapter in chapters if chapter.figures or chapter.rest)


def _numbers(report: MakeUpReport) -> Chapter:
    groups = [(bare(one.name), one.count) for one in report.groups]
    if report.ungrouped:
        groups.append(("Chưa xếp thành phần", report.ungrouped))
    parts = [
        *groups,
        ("Đại diện tập thể", report.collectives.count),
        ("Với tư cách cá nhân", report.individuals),
    ]
    return Chapter(
        "Số lượng và thành phần",
        tuple(Figure(label, count, report.total) for label, count in parts),
        lead=f"Tổng số đại biểu trong danh sách: {report.total} người.",
    )


def _shares(report: MakeUpReport) -> Chapter:
    figures = [
        Figure(label, share.count, share.base, unknown=share.unknown, what=what)
        for flag in SHARED_FLAGS
        for share in (report.shares[flag],)
        for label, what in (_SHARES[flag],)
    ]
    figures += [Figure(one.name, one.count, report.total) for one in report.traits]
    return Chapter("Cơ cấu", tuple(figures))


def _ages(report: MakeUpReport) -> Chapter:
    title = f"Độ tuổi, tính theo năm {report.year}"
    lines = (
        extreme_age("cao tuổi nhất", report.oldest),
        extreme_age("trẻ tuổi nhất", report.youngest),
        f"Chưa rõ năm sinh: {report.undated} người." if report.undated else "",
    )
    figures = tuple(
        Figure(_band(band), count, report.dated, of=_DATED) for band, count in report.ages
    )
    rest = tuple(filter(None, lines))
    return Chapter(title, figures if report.dated else (), rest=rest)


def _band(band: AgeBand) -> str:
    if band.at_least is None:
        return f"Từ {band.at_most} tuổi trở xuống"
    if band.at_most is None:
        return f"Trên {band.at_least - 1} tuổi"
    return f"Từ {band.at_least} đến {band.at_most} tuổi"


def _honours(report: MakeUpReport) -> Chapter:
    figures = [Figure(one.name, one.count, report.total) for one in report.honours]
    holders = Figure(
        "Đã có danh hiệu, hình thức khen thưởng (một người có nhiều loại tính một lần)",
        report.honoured,
        report.total,
    )
    told = (holders, *figures) if figures else ()
    return Chapter("Danh hiệu, hình thức khen thưởng", told, is_drawn=False)


def chapter_text(chapter: Chapter) -> Iterator[Paragraph]:
    """Say the figures of a chapter, a dash each, with its sentences."""
    if chapter.lead:
        yield paragraph(Role.BODY, chapter.lead, "delegates")
    last = len(chapter.figures) - 1
    for place, figure in enumerate(chapter.figures):
        mark = "." if place == last else ";"
        yield paragraph(Role.DASH, f"- {_sentence(figure)}{mark}", "delegates")
    for line in chapter.rest:
        yield paragraph(Role.BODY, line, "delegates")


def _sentence(figure: Figure) -> str:
    if not figure.is_told:
        whole = f"{figure.unknown} trên {figure.base} {figure.of}"
        return f"{figure.label}: chưa có thông tin ({whole} chưa rõ {figure.what})"
    share = percent(figure.count, figure.base, digits=1)
    said = f"{figure.label}: {figure.count} trên {figure.base} {figure.of} ({share})"
    return f"{said}, {figure.unknown} người chưa rõ {figure.what}" if figure.unknown else said


def _bars(chapters: Sequence[Chapter]) -> Iterator[Row]:
    """Draw the figures of each chapter as bars."""
    for place, chapter in enumerate(chapters, start=1):
        if not chapter.figures or not chapter.is_drawn:
            continue
        yield Row(cells=((run(f"{roman(place)}. {chapter.title}"),),), is_group=True)
        for figure in chapter.figures:
            share = percent(figure.count, figure.base, digits=1)
            said = f"{figure.count} ({share})" if figure.is_told else _UNTOLD
            texts = (figure.label, "", said)
            base = max(figure.base, 1)
            yield Row(
                cells=tuple((run(text, "delegates"),) for text in texts),
                bar=Bar(figure.count / base, figure.unknown / base),
            )


def chapter_rows(chapters: Sequence[Chapter]) -> Iterator[Row]:
    """Write the figures as rows of `FIGURE_COLUMNS`, the chapters as group rows."""
    number = 0
    for place, chapter in enumerate(chapters, start=1):
        if not chapter.figures:
            continue
        title = f"{roman(place)}. {chapter.title}"
        yield Row(cells=((run(title),),), is_group=True)
        for figure in chapter.figures:
            number += 1
            texts = (
                str(number),
                figure.label,
                str(figure.count) if figure.is_told else _UNTOLD,
                str(figure.base),
                percent(figure.count, figure.base, digits=1) if figure.is_told else _UNTOLD,
                str(figure.unknown or ""),
            )
            yield Row(cells=tuple((run(text, "delegates"),) for text in texts))
