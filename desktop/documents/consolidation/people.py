"""The people of all offices as tables, for larger systems; made one office after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from db.records import ConferenceFile, Delegate
from desktop.documents.consolidation.data_table import (
    OFFICE,
    DataTable,
    Value,
    flag,
    number,
    text,
)
from desktop.documents.consolidation.tables import numbered_offices
from desktop.handoff.consolidation.consolidate import Consolidation
from desktop.handoff.consolidation.received import ReceivedConferences
from desktop.people.field_catalogue import BY_KEY

_OUTCOMES = {
    "official": "chính thức",
    "alternate": "dự khuyết",
    "not-chosen": "không được chọn",
}
# as they stand in a conference file, under the name they have there
_TEXTS = (
    "name",
    "ethnicity",
    "religion",
    "id_number",
    "phone",
    "post",
    "unit",
    "achievement",
    "represents",
    "home_town",
    "schooling",
    "proposed_award",
    "note",
)


def people_tables(
    found: Consolidation, received: ReceivedConferences
) -> tuple[DataTable, DataTable]:
    """Lay out everybody on the lists of the offices, and those chosen for the conference above."""
    return _people(found, received), _candidates(found, received)


def _people(found: Consolidation, received: ReceivedConferences) -> DataTable:
    return DataTable(
        name="people",
        title="Người trong danh sách",
        columns=(
            OFFICE,
            text("person_id", "Mã người"),
            *(text(name, BY_KEY[name].heading) for name in _TEXTS),
            text("gender", "Giới tính", {"male": "Nam", "female": "Nữ"}),
            number("birth_year", "Năm sinh"),
            number("birth_month", "Tháng sinh"),
            number("birth_day", "Ngày sinh"),
            flag("is_party_member", "Đảng viên"),
            flag("is_direct_worker", "Trực tiếp lao động"),
            text("honours", "Danh hiệu"),
            text("group_name", "Thành phần"),
        ),
        rows=_each(found, received, _people_of),
        key=("office", "person_id"),
    )


def _candidates(found: Consolidation, received: ReceivedConferences) -> DataTable:
    return DataTable(
        name="candidates",
        title="Bầu chọn dự cấp trên",
        columns=(
            OFFICE,
            text("candidate_id", "Mã"),
            text("name", "Họ và tên"),
            text("post", "Chức vụ"),
            text("unit", "Đơn vị công tác"),
            number("votes", "Số phiếu"),
            text("outcome", "Kết quả", _OUTCOMES),
        ),
        rows=_each(found, received, _candidates_of),
        key=("office", "candidate_id"),
    )


def _each(
    found: Consolidation,
    received: ReceivedConferences,
    rows_of: Callable[[ConferenceFile], Iterator[tuple[Value, ...]]],
) -> Callable[[], Iterator[tuple[Value, ...]]]:
    """Go through the conferences that count, each once, in the order in which they come."""

    def rows() -> Iterator[tuple[Value, ...]]:
        left = {
            (one.sender, one.subject, one.number, one.content_sha512): place
            for place, _, one in numbered_offices(found)
        }
        for one in received:
            key = (one.sender, one.subject, one.number, one.content_sha512)
            place = left.pop(key, 0)
            if place:
                for row in rows_of(one.file):
                    yield (place, *row)

    return rows


def _people_of(file: ConferenceFile) -> Iterator[tuple[Value, ...]]:
    groups = {one.id: one.name for one in file.conference.groups}
    for one in file.delegates:
        yield (
            one.id,
            *(getattr(one, name) for name in _TEXTS),
            one.gender.value if one.gender is not None else None,
            *_birth(one),
            one.is_party_member,
            one.is_direct_worker,
            "; ".join(one.honours),
            groups.get(one.group_id),
        )


def _birth(one: Delegate) -> tuple[int | None, int | None, int | None]:
    if one.birth is None:
        return None, None, None
    return one.birth.year, one.birth.month, one.birth.day


def _candidates_of(file: ConferenceFile) -> Iterator[tuple[Value, ...]]:
    for one in file.conference.candidates:
        outcome = one.outcome.value if one.outcome is not None else None
        yield (one.id, one.name, one.post, one.unit, one.votes, outcome)
