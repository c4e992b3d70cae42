"""The budget estimate (dự toán): items by purpose, held against norms, the total in words too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from db.day_records import BudgetLine, BudgetPurpose, Norm
from db.records import Conference
from desktop.documents.appendices import list_heading
from desktop.documents.blocks import (
    Block,
    Column,
    Document,
    HorizontalAlign,
    Paragraph,
    Part,
    Role,
    Row,
    Signatory,
    SignaturePair,
    Table,
    blank,
    paragraph,
    run,
)
from desktop.documents.decree30 import END_MARK
from desktop.documents.frame import event_name, signature
from desktop.documents.items import labelled
from desktop.documents.number_words import money_in_words
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, closed, full_date, money
from desktop.rules.budget import amount, over_norm, total
from desktop.rules.texts import roman

BUDGET = "budget"
KIND = "Dự toán"
_DRAWN_UP_BY = "Người lập"
_RIGHT = HorizontalAlign.RIGHT
_CENTRE = HorizontalAlign.CENTRE
_COLUMNS = (
    Column(heading="STT", share=12, align=_CENTRE),
    Column(heading="Nội dung chi", share=72),
    Column(heading="Đơn vị tính", share=22, align=_CENTRE),
    Column(heading="Số lượng", share=17, align=_CENTRE),
    Column(heading="Số buổi, ngày", share=17, align=_CENTRE),
    Column(heading="Đơn giá (đồng)", share=27, align=_RIGHT),
    Column(heading="Thành tiền (đồng)", share=32, align=_RIGHT),
    Column(heading="Căn cứ, ghi chú", share=53),
)
PURPOSES: Mapping[BudgetPurpose, str] = {
    BudgetPurpose.HALL: "Hội trường, âm thanh, ánh sáng",
    BudgetPurpose.DECORATION: "Trang trí, khánh tiết",
    BudgetPurpose.PAPERS: "Tài liệu, văn phòng phẩm, in ấn",
    BudgetPurpose.AWARDS: "Khen thưởng",
    BudgetPurpose.DRINKS: "Nước uống giữa giờ",
    BudgetPurpose.MEALS: "Ăn, nghỉ của đại biểu",
    BudgetPurpose.TRAVEL: "Đi lại",
    BudgetPurpose.ARTS: "Văn nghệ",
    BudgetPurpose.COMMUNICATION: "Thông tin, tuyên truyền",
    BudgetPurpose.OTHER: "Chi khác",
}


def budget_document(snapshot: Snapshot) -> Document:
    """Build the estimate; lines over their norm are named under the table."""
    conference = snapshot.file.conference
    name = event_name(conference)
    subject = f"Kinh phí tổ chức {name}"
    blocks: list[Block] = [
        list_heading(snapshot, KIND, subject),
        labelled(Role.FACT, "Nguồn kinh phí", bare(conference.budget_source), "budget_source"),
        Table(columns=_COLUMNS, rows=tuple(_rows(conference))),
        *_ended(list(_closing(conference))),
        _signatures(snapshot),
    ]
    return Document(
        title=f"{KIND} {subject[0].lower()}{subject[1:]}",
        author=snapshot.file.office.name,
        parts=(Part(blocks=tuple(blocks), is_landscape=True),),
    )


def _rows(conference: Conference) -> Iterator[Row]:
    lines = [line for line in conference.budget if line.item.strip()]
    if not lines:
        yield Row(cells=((blank("budget"),),), is_group=True)
        return
    norms = {norm.id: norm for norm in conference.norms}
    place = number = 0
    for purpose, title in PURPOSES.items():
        group = [line for line in lines if line.purpose is purpose]
        if not group:
            continue
        place += 1
        yield _sum_row(roman(place), title, total(group))
        for line in group:
            number += 1
            yield _row(number, line, norms.get(line.norm_id))
    yield _sum_row("", "Tổng cộng", total(lines))


def _sum_row(numeral: str, title: str, whole: int) -> Row:
    texts = (numeral, title, "", "", "", "", money(whole), "")
    return Row(cells=tuple((run(text, "budget"),) for text in texts), is_strong=True)


def _row(number: int, line: BudgetLine, norm: Norm | None) -> Row:
    basis = bare(line.basis) or (_source(norm) if norm else "")
    texts = (
        str(number),
        bare(line.item),
        bare(line.unit),
        money(line.quantity),
        money(line.times),
        money(line.price),
        money(amount(line)),
        basis,
    )
    return Row(cells=tuple((run(text, f"budget:{line.id}"),) for text in texts))


def _closing(conference: Conference) -> Iterator[Paragraph]:
    lines = [line for line in conference.budget if line.item.strip()]
    if not lines:
        return
    whole = total(lines)
    yield Paragraph(
        role=Role.TOTAL,
        runs=(
            run("Tổng số tiền: "),
            run(f"{money(whole)} đồng", "budget", is_bold=True),
            run(f" (Bằng chữ: {money_in_words(whole)})."),
        ),
    )
    used = {line.norm_id for line in lines}
    norms = [norm for norm in conference.norms if norm.id in used]
    if norms:
        yield paragraph(Role.TOTAL, "Định mức áp dụng:")
        for text, norm in zip(closed([_norm(one) for one in norms]), norms, strict=True):
            yield paragraph(Role.TOTAL, f"- {text}", f"norms:{norm.id}")
    told: set[str] = set()
    for line, norm in over_norm(conference.budget, conference.norms):
        text = (
            f"Đơn giá {money(line.price)} đồng của “{bare(line.item)}” cao hơn định mức "
            f"{money(norm.most)} đồng."
        )
        if text not in told:
            told.add(text)
            yield paragraph(Role.TOTAL, text, f"budget:{line.id}")


def _ended(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Close the last sentence as papers do before they are signed."""
    for last in paragraphs[-1:]:
        end = last.runs[-1]
        text = end.text.removesuffix(".") + END_MARK
        paragraphs[-1] = replace(last, runs=(*last.runs[:-1], replace(end, text=text)))
    return paragraphs


def _norm(norm: Norm) -> str:
    per = f"/{bare(norm.unit)}" if norm.unit.strip() else ""
    source = _source(norm)
    said = f"{bare(norm.name)}: không quá {money(norm.most)} đồng{per}"
    return f"{said}, theo {source}" if source else said


def _source(norm: Norm) -> str:
    day = f" {full_date(norm.issued_on)}" if norm.issued_on else ""
    return f"{bare(norm.source)}{day}" if norm.source.strip() else ""


def _signatures(snapshot: Snapshot) -> SignaturePair:
    """Let whoever drew it up sign on the left; the name is written by hand."""
    head = signature(snapshot)
    return SignaturePair(
        left=Signatory(word=run(_DRAWN_UP_BY), name=run("")),
        right=Signatory(word=head.authority[-1], name=head.name),  # the post alone
    )
