"""Tables of people: every column that a list may have, and the rows under their headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from db.records import Delegate, Gender, StoredImage
from desktop.documents.arrangement import Gathered
from desktop.documents.badges.portrait import PictureUnreadable, prepare
from desktop.documents.blocks import (
    Column,
    HorizontalAlign,
    PageTotals,
    Picture,
    Role,
    Row,
    Run,
    Table,
    blank,
    run,
)
from desktop.documents.wording import bare, money
from desktop.rules.texts import roman

PHOTO_WIDTH_MM, PHOTO_HEIGHT_MM = 18.0, 24.0  # 3 × 4, as on the forms of awards
_GENDERS = {Gender.MALE: "Nam", Gender.FEMALE: "Nữ", None: ""}
_CENTRE = HorizontalAlign.CENTRE


class PersonColumn(StrEnum):
    """A column of a list of people."""

    NUMBER = "number"
    BADGE = "badge"
    SEAT = "seat"
    PHOTO = "photo"
    NAME = "name"
    NAME_BIRTH = "name-birth"
    BORN = "born"
    GENDER = "gender"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    PARTY = "party"
    HOME = "home"
    SCHOOLING = "schooling"
    POST_UNIT = "post-unit"
    POST = "post"
    UNIT = "unit"
    COLLECTIVE = "collective"
    PHONE = "phone"
    HONOURS = "honours"
    ACHIEVEMENT = "achievement"
    PROPOSED = "proposed"
    NOTE = "note"
    # to be written in by hand
    PRESENT = "present"
    SIGNATURE = "signature"
    COPIES = "copies"
    MONEY = "money"
    REMARK = "remark"


COLUMNS: Mapping[PersonColumn, Column] = {
    PersonColumn.NUMBER: Column(heading="STT", share=16, align=_CENTRE),
    PersonColumn.BADGE: Column(heading="Số thẻ", share=14, align=_CENTRE),
    PersonColumn.SEAT: Column(heading="Ghế", share=14, align=_CENTRE),
    PersonColumn.PHOTO: Column(heading="Ảnh", share=29, align=_CENTRE, holds_picture=True),
    PersonColumn.NAME: Column(heading="Họ và tên", share=44),
    PersonColumn.NAME_BIRTH: Column(heading="Họ và tên, năm sinh", share=38),
    PersonColumn.BORN: Column(heading="Năm sinh", share=16, align=_CENTRE),
    PersonColumn.GENDER: Column(heading="Giới tính", share=14, align=_CENTRE),
    PersonColumn.ETHNICITY: Column(heading="Dân tộc", share=19, align=_CENTRE),
    PersonColumn.RELIGION: Column(heading="Tôn giáo", share=20, align=_CENTRE),
    PersonColumn.PARTY: Column(heading="Đảng viên", share=15, align=_CENTRE),
    PersonColumn.HOME: Column(heading="Quê quán", share=36),
    PersonColumn.SCHOOLING: Column(heading="Trình độ", share=29),
    PersonColumn.POST_UNIT: Column(heading="Chức vụ, đơn vị", share=54),
    PersonColumn.POST: Column(heading="Chức vụ", share=36),
    PersonColumn.UNIT: Column(heading="Đơn vị", share=44),
    PersonColumn.COLLECTIVE: Column(heading="Tên tập thể", share=50),
    PersonColumn.PHONE: Column(heading="Điện thoại", share=34, align=_CENTRE),
    PersonColumn.HONOURS: Column(heading="Danh hiệu, khen thưởng đã đạt", share=43),
    PersonColumn.ACHIEVEMENT: Column(heading="Tóm tắt thành tích", share=52),
    PersonColumn.PROPOSED: Column(heading="Đề nghị khen thưởng", share=34),
    PersonColumn.NOTE: Column(heading="Ghi chú", share=22),
    PersonColumn.PRESENT: Column(heading="Có mặt", share=15, align=_CENTRE),
    PersonColumn.SIGNATURE: Column(heading="Ký tên", share=32),
    PersonColumn.COPIES: Column(heading="Số bộ", share=15, align=_CENTRE),
    PersonColumn.MONEY: Column(heading="Số tiền (đồng)", share=24, align=_CENTRE),
    PersonColumn.REMARK: Column(heading="Ghi chú", share=20),
}


class TableKind(Struct, frozen=True, kw_only=True):
    """What a table of people has beside its columns.

    Attributes:
        headings: other words over some columns.
        seats: what the seat is called, by the person's id.
        copies: how many of something each is handed; empty leaves it to the pen.
        allowance: đồng for each; None leaves it to the pen.
        is_numbered_anew: under each heading.
    """

    cell_role: Role = Role.TABLE_CELL
    headings: Mapping[PersonColumn, str] = {}
    seats: Mapping[str, str] = {}
    copies: str = ""
    allowance: int | None = None
    least_row_mm: float = 0.0
    page_totals: PageTotals | None = None
    is_numbered_anew: bool = False
    counted: str = "đại biểu"


def people_table(
    groups: Sequence[Gathered],
    columns: Sequence[PersonColumn],
    kind: TableKind | None = None,
    images: Sequence[StoredImage] = (),
) -> Table:
    """Set people under their headings; a heading without a text is left out."""
    kind = kind or TableKind()
    pictures = {one.id: one for one in images} if PersonColumn.PHOTO in columns else {}
    rows: list[Row] = []
    number = 0
    for place, group in enumerate(groups, start=1):
        if group.title:
            title = f"{roman(place)}. {group.title} ({len(group.people)} {kind.counted})"
            rows.append(Row(cells=((run(title, group.field),),), is_group=True))
        if kind.is_numbered_anew:
            number = 0
        for one in group.people:
            number += 1
            rows.append(_row(number, one, columns, kind, pictures))
    return Table(
        cell_role=kind.cell_role,
        columns=tuple(_column(one, kind) for one in columns),
        rows=tuple(rows) or (Row(cells=((blank("delegates"),),), is_group=True),),
        least_row_mm=kind.least_row_mm,
        page_totals=kind.page_totals,
    )


def post_and_unit(delegate: Delegate) -> str:
    """Join what a person is and where."""
    return ", ".join(part.strip() for part in (delegate.post, delegate.unit) if part.strip())


def _column(column: PersonColumn, kind: TableKind) -> Column:
    usual = COLUMNS[column]
    return Column(
        heading=kind.headings.get(column, usual.heading),
        share=usual.share,
        align=usual.align,
        holds_picture=usual.holds_picture,
    )


def _row(
    number: int,
    delegate: Delegate,
    columns: Sequence[PersonColumn],
    kind: TableKind,
    pictures: Mapping[str, StoredImage],
) -> Row:
    own = {
        PersonColumn.NUMBER: run(str(number)),
        PersonColumn.SEAT: run(kind.seats.get(delegate.id, ""), "seat_blocks"),
        PersonColumn.COPIES: run(kind.copies),
        PersonColumn.MONEY: run(
            "" if kind.allowance is None else money(kind.allowance), "allowance"
        ),
    }
    return Row(
        cells=tuple((own.get(column) or _cell(column, delegate),) for column in columns),
        picture=_picture(pictures.get(delegate.photo_id)),
        people=1,
        money=kind.allowance or 0,
    )


def _cell(column: PersonColumn, delegate: Delegate) -> Run:
    if column not in _TEXTS:
        return run("")  # for the pen
    field, text = _TEXTS[column]
    return run(text(delegate), field, delegate_id=delegate.id)


def _picture(stored: StoredImage | None) -> Picture | None:
    if stored is None:
        return None
    try:
        jpeg = prepare(stored, PHOTO_WIDTH_MM, PHOTO_HEIGHT_MM)
    except PictureUnreadable:
        return None  # the badge says so before printing
    return Picture(data=jpeg.data, width_mm=PHOTO_WIDTH_MM, height_mm=PHOTO_HEIGHT_MM)


def _year(delegate: Delegate) -> str:
    return str(delegate.birth.year) if delegate.birth else ""


def _name_and_birth(delegate: Delegate) -> str:
    return ", ".join(part for part in (delegate.name, _year(delegate)) if part)


def _honours(delegate: Delegate) -> str:
    return "; ".join(bare(one) for one in delegate.honours if bare(one))


_TEXTS: Mapping[PersonColumn, tuple[str, Callable[[Delegate], str]]] = {
    PersonColumn.BADGE: (
        "badge_number",
        lambda one: "" if one.badge_number is None else f"{one.badge_number:03}",
    ),
    PersonColumn.NAME: ("name", lambda one: one.name),
    PersonColumn.NAME_BIRTH: ("name", _name_and_birth),
    PersonColumn.BORN: ("birth", _year),
    PersonColumn.GENDER: ("gender", lambda one: _GENDERS[one.gender]),
    PersonColumn.ETHNICITY: ("ethnicity", lambda one: one.ethnicity),
    PersonColumn.RELIGION: ("religion", lambda one: one.religion),
    PersonColumn.PARTY: ("is_party_member", lambda one: "x" if one.is_party_member else ""),
    PersonColumn.HOME: ("home_town", lambda one: one.home_town),
    PersonColumn.SCHOOLING: ("schooling", lambda one: one.schooling),
    PersonColumn.POST_UNIT: ("post", post_and_unit),
    PersonColumn.POST: ("post", lambda one: one.post),
    PersonColumn.UNIT: ("unit", lambda one: one.unit),
    PersonColumn.COLLECTIVE: ("represents", lambda one: one.represents),
    PersonColumn.PHONE: ("phone", lambda one: one.phone),
    PersonColumn.HONOURS: ("honours", _honours),
    PersonColumn.ACHIEVEMENT: ("achievement", lambda one: one.achievement),
    PersonColumn.PROPOSED: ("proposed_award", lambda one: one.proposed_award),
    PersonColumn.NOTE: ("note", lambda one: one.note),
}
