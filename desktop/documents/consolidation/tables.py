"""What was consolidated as typed tables: once for the workbook, the data package and SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.documents.consolidation.data_table import (
    OFFICE,
    DataTable,
    Value,
    day,
    flag,
    number,
    text,
)
from desktop.documents.consolidation.words import (
    GROUP_KINDS,
    REASONS,
    SEVERITIES,
    STATES,
    VERDICTS,
)
from desktop.documents.make_up_report import chapters_of
from desktop.handoff.consolidation.consolidate import Consolidation
from desktop.handoff.consolidation.differences import Difference
from desktop.handoff.consolidation.figures import OfficeFigures, OfficeLine
from desktop.people.births import birth_text
from desktop.rules.findings import Finding

Say = Callable[[Finding], str]


def consolidated_tables(found: Consolidation, say: Say) -> tuple[DataTable, ...]:
    """Lay out everything but the people themselves."""
    return (
        _offices(found),
        _deadlines(found),
        _delegates(found),
        _make_up(found),
        _same_people(found),
        _findings(found, say),
        _awards(found),
        _changes(found),
    )


def numbered_offices(found: Consolidation) -> Iterator[tuple[int, OfficeLine, OfficeFigures]]:
    """Give the offices that sent something, with their numbers."""
    for place, line in enumerate(found.offices, start=1):
        if line.figures is not None:
            yield place, line, line.figures


def _offices(found: Consolidation) -> DataTable:
    def rows() -> Iterator[tuple[Value, ...]]:
        for place, line in enumerate(found.offices, start=1):
            head = (place, line.place.unit_id, line.place.name, line.place.level)
            one = line.figures
            if one is None:
                yield (*head, line.place.depth, line.state.value, *(None,) * 15)
                continue
            yield (
                *head,
                line.place.depth,
                line.state.value,
                one.sender,
                one.subject,
                one.title,
                one.day,
                one.number,
                one.received_on,
                one.verdict.value if one.verdict is not None else None,
                one.is_fork,
                one.counts,
                one.make_up.total,
                one.upper.given,
                one.upper.used,
                one.upper.alternates_given,
                one.upper.alternates,
                one.binding,
            )

    return DataTable(
        name="offices",
        title="Đơn vị",
        columns=(
            OFFICE,
            text("unit_id", "Mã trong kế hoạch"),
            text("name", "Đơn vị"),
            text("level", "Cấp"),
            number("depth", "Bậc", is_required=True),
            text("state", "Tình trạng", STATES),
            text("sender", "Mã nơi gửi"),
            text("conference", "Mã hội nghị"),
            text("title", "Tên hội nghị"),
            day("held_on", "Ngày tổ chức"),
            number("number", "Lần gửi"),
            day("received_on", "Ngày nhận"),
            text("verdict", "Xử lý", VERDICTS),
            flag("is_fork", "Một số, hai nội dung"),
            flag("counts", "Có tính vào tổng"),
            number("people", "Số người"),
            number("places", "Được phân bổ"),
            number("sent_up", "Cử chính thức"),
            number("alternate_places", "Dự khuyết được phân bổ"),
            number("alternates", "Cử dự khuyết"),
            number("binding", "Trái quy định bắt buộc"),
        ),
        rows=rows,
        key=("office",),
        of_office=False,
    )


def _deadlines(found: Consolidation) -> DataTable:
    def rows() -> Iterator[tuple[Value, ...]]:
        for place, line in enumerate(found.offices, start=1):
            for one in line.deliveries:
                head = (place, line.place.name, one.key, one.paper, one.clause)
                yield (*head, one.due, one.came_on, one.state.value, one.days_late)

    return DataTable(
        name="deadlines",
        title="Thời hạn",
        columns=(
            OFFICE,
            text("name", "Đơn vị"),
            text("deadline", "Mã thời hạn"),
            text("paper", "Hồ sơ"),
            text("clause", "Mục của kế hoạch"),
            day("due", "Hạn cuối"),
            day("came_on", "Ngày nhận"),
            text("state", "Tình trạng", STATES),
            number("days_late", "Số ngày trễ", is_required=True),
        ),
        rows=rows,
    )


def _delegates(found: Consolidation) -> DataTable:
    def rows() -> Iterator[tuple[Value, ...]]:
        for place, line, figures in numbered_offices(found):
            for one in figures.groups:
                kind = one.kind.value if one.kind is not None else None
                yield (place, line.place.name, one.name or None, kind, one.given, one.used)

    return DataTable(
        name="delegates",
        title="Đại biểu",
        columns=(
            OFFICE,
            text("name", "Đơn vị"),
            text("group_name", "Thành phần"),
            text("kind", "Loại", GROUP_KINDS),
            number("places", "Dự kiến"),
            number("people", "Trong danh sách", is_required=True),
        ),
        rows=rows,
    )


def _make_up(found: Consolidation) -> DataTable:
    def rows() -> Iterator[tuple[Value, ...]]:
        for chapter in chapters_of(found.make_up):
            for one in chapter.figures:
                count = one.count if one.is_told else None
                yield (chapter.title, one.label, count, one.base, one.unknown)

    return DataTable(
        name="make_up",
        title="Cơ cấu",
        columns=(
            text("chapter", "Mục"),
            text("label", "Nội dung"),
            number("people", "Số lượng"),
            number("base", "Tính trên", is_required=True),
            number("unknown", "Chưa rõ", is_required=True),
        ),
        rows=rows,
        of_office=False,
    )


def _same_people(found: Consolidation) -> DataTable:
    places = {(one.sender, one.subject): place for place, _, one in numbered_offices(found)}

    def rows() -> Iterator[tuple[Value, ...]]:
        for case, same in enumerate(found.same_people, start=1):
            why = "; ".join(REASONS[one] for one in same.reasons)
            for one in same.people:
                birth = birth_text(one.birth) if one.birth is not None else None
                head = (places[one.sender, one.subject], case, why, one.office, one.name, birth)
                yield (*head, one.post, one.unit, one.group, one.delegate_id)

    return DataTable(
        name="same_people",
        title="Nghi trùng người",
        columns=(
            OFFICE,
            number("same", "Trường hợp", is_required=True),
            text("reasons", "Căn cứ"),
            text("name", "Đơn vị gửi"),
            text("person", "Họ và tên"),
            text("born", "Ngày sinh"),
            text("post", "Chức vụ"),
            text("unit", "Đơn vị công tác"),
            text("group_name", "Thành phần"),
            text("person_id", "Mã người"),
        ),
        rows=rows,
    )


def _findings(found: Consolidation, say: Say) -> DataTable:
    def rows() -> Iterator[tuple[Value, ...]]:
        for place, line, figures in numbered_offices(found):
            decided = {one.id: one for one in figures.decisions}
            for one in figures.findings:
                decision = decided.get(one.decision_id)
                head = (place, line.place.name, one.code.value, one.severity.value, one.clause)
                yield (
                    *head,
                    say(one),
                    decision is not None,
                    decision.reason if decision is not None else None,
                    decision.approver if decision is not None else None,
                    decision.decided_on if decision is not None else None,
                )

    return DataTable(
        name="findings",
        title="Đối chiếu kế hoạch",
        columns=(
            OFFICE,
            text("name", "Đơn vị"),
            text("code", "Mã"),
            text("severity", "Mức độ", SEVERITIES),
            text("clause", "Mục của kế hoạch"),
            text("finding", "Nội dung"),
            flag("is_decided", "Đã có ý kiến"),
            text("reason", "Lý do"),
            text("approver", "Người cho phép"),
            day("decided_on", "Ngày cho phép"),
        ),
        rows=rows,
    )


def _awards(found: Consolidation) -> DataTable:
    def rows() -> Iterator[tuple[Value, ...]]:
        for place, line, figures in numbered_offices(found):
            for one in figures.awards if figures.counts else ():
                head = (place, line.place.name, one.form, one.recipient, one.is_collective)
                yield (*head, one.post, one.unit, one.delegate_id)

    return DataTable(
        name="awards",
        title="Đề nghị khen thưởng",
        columns=(
            OFFICE,
            text("name", "Đơn vị đề nghị"),
            text("form", "Hình thức"),
            text("recipient", "Tập thể, cá nhân"),
            flag("is_collective", "Là tập thể"),
            text("post", "Chức vụ"),
            text("unit", "Đơn vị công tác"),
            text("person_id", "Mã người"),
        ),
        rows=rows,
    )


def _changes(found: Consolidation) -> DataTable:
    def rows() -> Iterator[tuple[Value, ...]]:
        for place, line, figures in numbered_offices(found):
            changed = figures.difference
            if changed is None:
                continue
            for row in _changes_of(changed):
                yield (place, line.place.name, *row)

    return DataTable(
        name="changes",
        title="Thay đổi so với lần trước",
        columns=(
            OFFICE,
            text("name", "Đơn vị"),
            text(
                "what",
                "Phần",
                {
                    "person": "người",
                    "programme": "chương trình",
                    "budget": "dự toán",
                    "conference": "hội nghị",
                },
            ),
            text("change", "Thay đổi", {"added": "thêm", "removed": "bớt", "changed": "sửa"}),
            text("entry", "Tên"),
            text("fields", "Nội dung đã sửa"),
        ),
        rows=rows,
    )


def _changes_of(changed: Difference) -> Iterator[tuple[Value, ...]]:
    for who in changed.people_added:
        yield ("person", "added", who.name, None)
    for who in changed.people_removed:
        yield ("person", "removed", who.name, None)
    for other in changed.people_changed:
        yield ("person", "changed", other.name, "; ".join(other.fields))
    for what, changes in (("programme", changed.programme), ("budget", changed.budget)):
        for kind in ("added", "removed", "changed"):
            for one in getattr(changes, kind):
                yield (what, kind, one, None)
    if changed.fields:
        yield ("conference", "changed", None, "; ".join(changed.fields))
