"""The list of delegates: an appendix of the plan, for the decree knows no such paper of its own.

Columns are usual practice. Birth years stand in one of two columns, men's or women's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from msgspec import Struct

from db.records import Conference, Delegate, Gender
from desktop.documents.appendices import Appendix, appendix_name
from desktop.documents.blocks import (
    AppendixHeading,
    Block,
    Column,
    Document,
    HorizontalAlign,
    Part,
    Role,
    Row,
    Run,
    Table,
    blank,
    paragraph,
    run,
)
from desktop.documents.column_choice import chosen_columns
from desktop.documents.frame import event_name, reference_to_plan
from desktop.documents.list_totals import totals
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, title_phrases_kept
from desktop.people.person_order import in_order
from desktop.rules.texts import roman

KEY = "list"
TITLE = "Danh sách đại biểu"
_NO_GROUP = "Chưa xếp thành phần"
_PARTY_MARK = "x"


class ListColumn(StrEnum):
    """A column that the list may have."""

    NUMBER = "number"
    NAME = "name"
    BORN_MALE = "born-male"
    BORN_FEMALE = "born-female"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    PARTY = "party"
    POST_UNIT = "post-unit"
    HONOURS = "honours"
    GROUP = "group"
    NOTE = "note"


# each group has a heading row of its own, so a column GROUP would only repeat it
USUAL_COLUMNS = (
    ListColumn.NUMBER,
    ListColumn.NAME,
    ListColumn.BORN_MALE,
    ListColumn.BORN_FEMALE,
    ListColumn.ETHNICITY,
    ListColumn.POST_UNIT,
    ListColumn.HONOURS,
    ListColumn.NOTE,
)

_BORN = "Năm sinh"
_CENTRE = HorizontalAlign.CENTRE
COLUMNS = {
    ListColumn.NUMBER: Column(heading="STT", share=12, align=_CENTRE),
    ListColumn.NAME: Column(heading="Họ và tên", share=43),
    ListColumn.BORN_MALE: Column(heading="Nam", share=14, align=_CENTRE, group=_BORN),
    ListColumn.BORN_FEMALE: Column(heading="Nữ", share=14, align=_CENTRE, group=_BORN),
    ListColumn.ETHNICITY: Column(heading="Dân tộc", share=19, align=_CENTRE),
    ListColumn.RELIGION: Column(heading="Tôn giáo", share=20, align=_CENTRE),
    ListColumn.PARTY: Column(heading="Đảng viên", share=15, align=_CENTRE),
    ListColumn.POST_UNIT: Column(heading="Chức vụ, đơn vị", share=70),
    ListColumn.HONOURS: Column(heading="Danh hiệu, thành tích", share=64),
    ListColumn.GROUP: Column(heading="Thành phần", share=35),
    ListColumn.NOTE: Column(heading="Ghi chú", share=20),
}


class _Group(Struct, frozen=True):
    id: str
    name: str
    delegates: tuple[Delegate, ...]


def delegate_list_document(
    snapshot: Snapshot, columns: Sequence[ListColumn] | None = None
) -> Document:
    """Build the list as a landscape appendix, by group, in the order of the conference.

    The columns are those chosen for the paper, unless they are given.
    """
    columns = columns or chosen_columns(snapshot, KEY, ListColumn, USUAL_COLUMNS)
    conference, office = snapshot.file.conference, snapshot.file.office
    name = event_name(conference)
    people = in_order(snapshot.file.delegates, conference.list_order, office.tone_order)
    heading = AppendixHeading(
        word=run(appendix_name(snapshot, Appendix.LIST)),
        title=(run(TITLE), run(title_phrases_kept(f"dự {name}"), "title")),
        reference=run(reference_to_plan(snapshot)),
    )
    blocks: list[Block] = [
        heading,
        delegate_table(conference, people, columns),
        *(paragraph(Role.TOTAL, line) for line in totals(snapshot.file.delegates)),
    ]
    return Document(
        title=f"{TITLE} dự {name}",
        author=office.name,
        parts=(Part(blocks=tuple(blocks), is_landscape=True),),
    )


def delegate_table(
    conference: Conference, delegates: Sequence[Delegate], columns: Sequence[ListColumn]
) -> Table:
    """Set people by group, in the order they are given in."""
    return Table(
        columns=tuple(COLUMNS[column] for column in columns),
        rows=tuple(_rows(_grouped(conference, delegates), columns)),
    )


def _grouped(conference: Conference, delegates: Sequence[Delegate]) -> list[_Group]:
    by_group: dict[str, list[Delegate]] = {one.id: [] for one in conference.groups}
    names = {one.id: bare(one.name) for one in conference.groups}
    for delegate in delegates:
        known = delegate.group_id if delegate.group_id in by_group else ""
        by_group.setdefault(known, []).append(delegate)
    return [
        _Group(group_id, names.get(group_id, _NO_GROUP), tuple(members))
        for group_id, members in by_group.items()
        if members
    ]


def _rows(groups: Sequence[_Group], columns: Sequence[ListColumn]) -> list[Row]:
    if not groups:
        return [Row(cells=((blank("delegates"),),), is_group=True)]
    rows: list[Row] = []
    number = 0
    for place, group in enumerate(groups, start=1):
        title = f"{roman(place)}. {group.name} ({len(group.delegates)} đại biểu)"
        rows.append(Row(cells=((run(title, f"groups:{group.id}"),),), is_group=True))
        for delegate in group.delegates:
            number += 1
            rows.append(
                Row(
                    cells=tuple(
                        (_cell(column, number, delegate, group.name),) for column in columns
                    )
                )
            )
    return rows


def _cell(column: ListColumn, number: int, delegate: Delegate, group: str) -> Run:
    match column:
        case ListColumn.NUMBER:
            return run(str(number))
        case ListColumn.GROUP:
            return run(group, "group_id", delegate_id=delegate.id)
        case _:
            field, text = _TEXTS[column]
            return run(text(delegate), field, delegate_id=delegate.id)


def _born(delegate: Delegate, gender: Gender) -> str:
    if delegate.gender is not gender:
        return ""
    return str(delegate.birth.year) if delegate.birth else "x"


def _post_and_unit(delegate: Delegate) -> str:
    return ", ".join(part.strip() for part in (delegate.post, delegate.unit) if part.strip())


def _honours(delegate: Delegate) -> str:
    texts = [one.strip() for one in delegate.honours if one.strip()]
    achievement = delegate.achievement.strip()
    if delegate.represents.strip():
        texts.insert(0, f"Đại diện {delegate.represents.strip()}")
    return "; ".join(texts or [achievement])


_TEXTS: dict[ListColumn, tuple[str, Callable[[Delegate], str]]] = {
    ListColumn.NAME: ("name", lambda one: one.name),
    ListColumn.BORN_MALE: ("birth", lambda one: _born(one, Gender.MALE)),
    ListColumn.BORN_FEMALE: ("birth", lambda one: _born(one, Gender.FEMALE)),
    ListColumn.ETHNICITY: ("ethnicity", lambda one: one.ethnicity),
    ListColumn.RELIGION: ("religion", lambda one: one.religion),
    ListColumn.PARTY: ("is_party_member", lambda one: _PARTY_MARK if one.is_party_member else ""),
    ListColumn.POST_UNIT: ("post", _post_and_unit),
    ListColumn.HONOURS: ("honours", _honours),
    ListColumn.NOTE: ("note", lambda one: one.note),
}
