"""The consolidated report: what the offices below sent by when, in the form of the decree.

Its text says the sums; the appendices name the offices, each with what is to be done about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice

from desktop.documents.blocks import (
    AppendixHeading,
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
from desktop.documents.consolidation.forms import REPORT_KEY
from desktop.documents.consolidation.tables import Say
from desktop.documents.consolidation.words import REASONS, SEVERITIES, STATES
from desktop.documents.decree30 import END_MARK
from desktop.documents.items import dashes, section
from desktop.documents.make_up_report import (
    FIGURE_COLUMNS,
    chapter_rows,
    chapter_text,
    chapters_of,
)
from desktop.documents.paper_frame import (
    Issue,
    issue,
    issued_letterhead,
    issued_reference,
    issued_signature,
)
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, capitalised, full_date, money, numbered
from desktop.handoff.consolidation.consolidate import Consolidation, OfficeAward
from desktop.handoff.consolidation.deliveries import Delivery, DeliveryState
from desktop.handoff.consolidation.figures import OfficeLine
from desktop.people.births import birth_text
from desktop.people.names import sort_key
from desktop.rules.texts import roman

KIND = "Báo cáo"
ABBREVIATION = "BC"
SUBJECT = "Tổng hợp kết quả chuẩn bị hội nghị của các đơn vị"
_NO_FORM = "Chưa ghi hình thức khen thưởng"
_CENTRE = HorizontalAlign.CENTRE
_NUMBER = Column(heading="STT", share=12, align=_CENTRE)
_OFFICE_COLUMNS = (
    _NUMBER,
    Column(heading="Đơn vị", share=62),
    Column(heading="Tình trạng", share=38),
    Column(heading="Lần gửi", share=16, align=_CENTRE),
    Column(heading="Ngày nhận", share=26, align=_CENTRE),
    Column(heading="Đại biểu", share=18, align=_CENTRE),
    Column(heading="Được phân bổ", share=20, align=_CENTRE, group="Cử dự cấp trên"),
    Column(heading="Chính thức", share=20, align=_CENTRE, group="Cử dự cấp trên"),
    Column(heading="Dự khuyết", share=20, align=_CENTRE, group="Cử dự cấp trên"),
    Column(heading="Trái quy định", share=22, align=_CENTRE),
)
_PAPER_COLUMNS = (
    _NUMBER,
    Column(heading="Đơn vị", share=62),
    Column(heading="Hồ sơ", share=62),
    Column(heading="Hạn cuối", share=28, align=_CENTRE),
    Column(heading="Ngày nhận", share=28, align=_CENTRE),
    Column(heading="Tình trạng", share=44),
)
_FINDING_COLUMNS = (
    _NUMBER,
    Column(heading="Đơn vị", share=46),
    Column(heading="Nội dung", share=92),
    Column(heading="Mức độ", share=30),
    Column(heading="Lý do, người cho phép", share=56),
)
_SAME_COLUMNS = (
    _NUMBER,
    Column(heading="Họ và tên", share=46),
    Column(heading="Ngày sinh", share=26, align=_CENTRE),
    Column(heading="Chức vụ, đơn vị công tác", share=60),
    Column(heading="Đơn vị gửi", share=56),
    Column(heading="Thành phần", share=40),
)
_AWARD_COLUMNS = (
    _NUMBER,
    Column(heading="Tập thể, cá nhân", share=60),
    Column(heading="Chức vụ, đơn vị công tác", share=80),
    Column(heading="Đơn vị đề nghị", share=70),
)
# of a list on paper, but for that of the offices; the workbook has all
MOST_ROWS = 1_000
_LATE = (DeliveryState.RETURNED, DeliveryState.MISSING, DeliveryState.LATE)


def consolidated_document(snapshot: Snapshot, found: Consolidation, say: Say) -> Document:
    """Build the report of a desk.

    Args:
        snapshot: the desk's own conference, which heads and signs the paper.
        found: what was consolidated.
        say: makes the sentence of a finding, in Vietnamese.
    """
    paper = issue(snapshot, REPORT_KEY, ABBREVIATION)
    chapters = chapters_of(found.make_up) if found.make_up.total else ()
    blocks: list[Block] = [
        issued_letterhead(paper),
        Heading(kind=run(KIND), subject=run(SUBJECT)),
        _opening(paper, found),
        section("I", "Tình hình gửi hồ sơ"),
        *dashes(list(_states(found)), ""),
        section("II", "Đối chiếu với kế hoạch"),
        *dashes(list(_held_to_the_plan(found)), ""),
        section("III", "Đại biểu được cử dự hội nghị cấp trên"),
        *dashes(list(_sent_up(found)), ""),
        section("IV", "Đề nghị khen thưởng"),
        *dashes(list(_award_sums(found)), ""),
    ]
    for number, chapter in enumerate(chapters, start=5):
        blocks.append(section(roman(number), chapter.title))
        blocks += chapter_text(chapter)
    if chapters:
        blocks.append(section(roman(5 + len(chapters)), "Bảng tổng hợp cơ cấu đại biểu"))
        blocks.append(Table(columns=FIGURE_COLUMNS, rows=tuple(chapter_rows(chapters))))
    blocks += [_closing(found), issued_signature(paper)]
    return Document(
        title=f"{KIND}: {SUBJECT}",
        author=snapshot.file.office.name,
        parts=(Part(blocks=tuple(blocks)), *_appendices(paper, found, say)),
    )


def _opening(paper: Issue, found: Consolidation) -> Paragraph:
    day = full_date(found.today)
    return paragraph(
        Role.BODY,
        f"{capitalised(paper.issuer_name)} tổng hợp hồ sơ hội nghị do các đơn vị gửi đến {day}, "
        "như sau:",
    )


def _closing(found: Consolidation) -> Paragraph:
    sentences = [
        "Trên đây là kết quả tổng hợp",
        "Người mà danh sách chưa có thông tin được ghi riêng là “chưa rõ”, không tính vào bên nào",
    ]
    if found.states[DeliveryState.RETURNED]:
        sentences.append("Số liệu của hồ sơ đã trả lại để sửa không tính vào tổng")
    return paragraph(Role.BODY, ". ".join(sentences) + END_MARK)


def _states(found: Consolidation) -> Iterator[str]:
    units = {(one.place.unit_id, one.place.name) for one in found.offices}
    sent = {(one.place.unit_id, one.place.name) for one in found.received}
    yield f"Số đơn vị: {numbered(len(units))}; đã gửi hồ sơ: {numbered(len(sent))}"
    for state, words in STATES.items():
        count = found.states[DeliveryState(state)]
        if count:
            yield f"{capitalised(words)}: {numbered(count)}"
    forks = sum(one.figures.is_fork for one in found.received if one.figures is not None)
    if forks:
        yield f"Cùng một lần gửi có hai nội dung khác nhau, cần làm rõ: {numbered(forks)}"


def _held_to_the_plan(found: Consolidation) -> Iterator[str]:
    figures = [one.figures for one in found.received if one.figures is not None]
    broken = [one for one in figures if one.binding]
    decided = sum(len(one.decisions) for one in figures)
    yield (
        f"Hội nghị còn nội dung trái quy định bắt buộc: {numbered(len(broken))} trên "
        f"{numbered(len(figures))}"
    )
    yield f"Nội dung đã được cho phép thực hiện khác hoặc đã có ý kiến: {numbered(decided)}"
    unknown = (
        f" ({numbered(found.unknown_people)} trên {numbered(found.make_up.total)} người chưa so"
        " được: hồ sơ gửi lên không có số căn cước công dân, ngày sinh không đủ)"
        if found.unknown_people
        else ""
    )
    yield (
        "Trường hợp nghi một người có trong danh sách của hai đơn vị: "
        f"{numbered(len(found.same_people))}{unknown}"
    )


def _sent_up(found: Consolidation) -> Iterator[str]:
    places = [
        one.figures.upper
        for one in found.received
        if one.figures is not None and one.figures.counts
    ]
    given = [one.given for one in places if one.given is not None]
    official, alternates = (
        sum(one.used for one in places),
        sum(one.alternates for one in places),
    )
    share = f", trên {numbered(sum(given))} được phân bổ cho các đơn vị này" if given else ""
    yield f"Đại biểu chính thức: {numbered(official)}{share}"
    yield f"Đại biểu dự khuyết: {numbered(alternates)}"
    over = sum(one.given is not None and one.used > one.given for one in places)
    if over:
        yield f"Đơn vị cử quá số được phân bổ: {numbered(over)}"


def _award_sums(found: Consolidation) -> Iterator[str]:
    awards = _by_form(found)
    for form, listed in awards:
        collectives = sum(one.award.is_collective for one in listed)
        yield (
            f"{form or _NO_FORM}: {numbered(collectives)} tập thể, "
            f"{numbered(len(listed) - collectives)} cá nhân"
        )
    if not awards:
        yield "Chưa có đề nghị"


def _appendices(paper: Issue, found: Consolidation, say: Say) -> tuple[Part, ...]:
    tables = [
        ("Tổng hợp theo đơn vị", _OFFICE_COLUMNS, list(_office_rows(found))),
        ("Hồ sơ chưa gửi, gửi trễ hạn hoặc trả lại", _PAPER_COLUMNS, _some(_paper_rows(found))),
        ("Nội dung đối chiếu với kế hoạch", _FINDING_COLUMNS, _some(_finding_rows(found, say))),
        ("Người cần kiểm tra vì có trong hai danh sách", _SAME_COLUMNS, _some(_same_rows(found))),
        ("Tập thể, cá nhân được đề nghị khen thưởng", _AWARD_COLUMNS, _some(_award_rows(found))),
    ]
    filled = [one for one in tables if one[2]]
    several = len(filled) > 1
    return tuple(
        Part(
            blocks=(
                AppendixHeading(
                    word=run(f"Phụ lục {roman(place)}" if several else "Phụ lục"),
                    title=(run(title),),
                    reference=run(issued_reference(paper, KIND)),
                ),
                Table(columns=columns, rows=tuple(rows)),
            ),
            is_landscape=True,
        )
        for place, (title, columns, rows) in enumerate(filled, start=1)
    )


def _some(rows: Iterator[Row]) -> list[Row]:
    """Take as many rows as anybody reads on paper, and say how many more there are."""
    taken = list(islice(rows, MOST_ROWS))
    left = sum(1 for _ in rows)
    if left:
        taken.append(_group(f"Còn {money(left)} dòng nữa, xem trong bảng tính kèm theo"))
    return taken


def _row(*texts: str) -> Row:
    return Row(cells=tuple((run(one),) for one in texts))


def _group(title: str) -> Row:
    return Row(cells=((run(title),),), is_group=True)


def _count(value: int | None) -> str:
    return "" if value is None else str(value)


def _office_rows(found: Consolidation) -> Iterator[Row]:
    for place, line in enumerate(found.offices, start=1):
        one = line.figures
        day = one.received_on if one is not None else None
        upper = one.upper if one is not None else None
        yield _row(
            str(place),
            line.place.name,
            STATES[line.state],
            str(one.number) if one is not None else "",
            f"{day:%d/%m/%Y}" if day is not None else "",
            str(one.make_up.total) if one is not None else "",
            _count(upper.given if upper is not None else None),
            str(upper.used) if upper is not None else "",
            str(upper.alternates) if upper is not None else "",
            str(one.binding or "") if one is not None else "",
        )


def _paper_rows(found: Consolidation) -> Iterator[Row]:
    late = [(line, one) for line in found.offices for one in line.deliveries if one.state in _LATE]
    for place, (line, one) in enumerate(late, start=1):
        yield _row(
            str(place),
            line.place.name,
            one.paper or "Hồ sơ hội nghị",
            f"{one.due:%d/%m/%Y}" if one.due is not None else "",
            f"{one.came_on:%d/%m/%Y}" if one.came_on is not None else "",
            _late_words(one),
        )


def _late_words(one: Delivery) -> str:
    words = STATES[one.state]
    return f"{words} {numbered(one.days_late)} ngày" if one.days_late else words


def _finding_rows(found: Consolidation, say: Say) -> Iterator[Row]:
    place = 0
    for line in found.received:
        for texts in _findings_of(line, say):
            place += 1
            yield _row(str(place), line.place.name, *texts)


def _findings_of(line: OfficeLine, say: Say) -> Iterator[tuple[str, str, str]]:
    """Write what binds and is open, and what was decided; advice stays in the workbook."""
    if line.figures is None:
        return
    decided = {one.id: one for one in line.figures.decisions}
    for one in line.figures.findings:
        decision = decided.get(one.decision_id)
        if decision is None and not one.is_binding:
            continue
        why = (decision.reason, decision.approver) if decision is not None else ()
        yield say(one), SEVERITIES[one.severity], "; ".join(filter(None, map(bare, why)))


def _same_rows(found: Consolidation) -> Iterator[Row]:
    for case, same in enumerate(found.same_people, start=1):
        why = ", ".join(REASONS[one] for one in same.reasons)
        yield _group(f"{numbered(case)}. {capitalised(why)}")
        for place, one in enumerate(same.people, start=1):
            yield _row(
                str(place),
                one.name,
                birth_text(one.birth) if one.birth is not None else "",
                ", ".join(filter(None, (one.post.strip(), one.unit.strip()))),
                one.office,
                one.group,
            )


def _award_rows(found: Consolidation) -> Iterator[Row]:
    number = 0
    for place, (form, members) in enumerate(_by_form(found), start=1):
        yield _group(f"{roman(place)}. {form or _NO_FORM}")
        for one in members:
            number += 1
            place_of_work = ", ".join(
                filter(None, (one.award.post.strip(), one.award.unit.strip()))
            )
            yield _row(str(number), one.award.recipient, place_of_work, one.office)


def _by_form(found: Consolidation) -> list[tuple[str, list[OfficeAward]]]:
    awards = sorted(found.awards, key=lambda one: sort_key(bare(one.award.form)))
    groups = groupby(awards, key=lambda one: bare(one.award.form))
    return [(form, list(members)) for form, members in groups]
