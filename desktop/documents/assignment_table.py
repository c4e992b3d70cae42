"""The task assignment table: who does what by when, from the plan's duties and the planner's days.

A duty that one of the usual tasks is about takes that task's day; the others are to be done
before the conference. Tasks that no duty names are the Ban Tổ chức's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from db.records import Conference
from desktop.documents.blocks import (
    Block,
    Column,
    Document,
    Heading,
    HorizontalAlign,
    Part,
    Row,
    Table,
    blank,
    run,
)
from desktop.documents.column_choice import chosen_columns
from desktop.documents.frame import event_name, event_noun, letterhead, main_sessions
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, title_phrases_kept
from desktop.local_time import local_day
from desktop.people.names import compact_key
from desktop.rules.pack_event import TaskKind
from desktop.rules.tasks import MarkedDay, Task, task_list
from desktop.rules.texts import roman

KEY = "assignment-table"
KIND = "Bảng phân công nhiệm vụ"
_COMMITTEE = "Ban Tổ chức"
_CENTRE = HorizontalAlign.CENTRE
_NAMES = {
    TaskKind.PLAN: "Gửi kế hoạch lên cấp trên",
    TaskKind.DECISION: "Ban hành quyết định thành lập Ban Tổ chức",
    TaskKind.NAME_LIST: "Chốt và gửi danh sách đại biểu",
    TaskKind.APPRAISAL: "Trình thẩm định kế hoạch",
    TaskKind.INVITATIONS: "Gửi giấy mời",
    TaskKind.BADGES: "In thẻ đại biểu",
    TaskKind.REHEARSAL: "Tổng duyệt chương trình",
    TaskKind.REPORT: "Báo cáo kết quả",
}
# words by which a duty is known to be about a task; the first that fits
_WORDS: tuple[tuple[TaskKind, tuple[str, ...]], ...] = (
    (TaskKind.REPORT, ("báo cáo kết quả",)),
    (TaskKind.PLAN, ("soạn thảo kế hoạch", "xây dựng kế hoạch tổ chức")),
    (TaskKind.DECISION, ("quyết định thành lập",)),
    (TaskKind.INVITATIONS, ("giấy mời",)),
    (TaskKind.BADGES, ("thẻ đại biểu",)),
    (TaskKind.NAME_LIST, ("danh sách đại biểu",)),
    (TaskKind.REHEARSAL, ("tổng duyệt", "âm thanh")),
)


class TaskColumn(StrEnum):
    """A column that the table may have."""

    NUMBER = "number"
    WHAT = "what"
    WHO = "who"
    BY_WHEN = "by-when"
    NOTE = "note"


COLUMNS = {
    TaskColumn.NUMBER: Column(heading="STT", share=12, align=_CENTRE),
    TaskColumn.WHAT: Column(heading="Nội dung công việc", share=78),
    TaskColumn.WHO: Column(heading="Người, bộ phận thực hiện", share=42),
    TaskColumn.BY_WHEN: Column(heading="Thời hạn hoàn thành", share=33, align=_CENTRE),
    TaskColumn.NOTE: Column(heading="Ghi chú", share=24),
}
# each body has a heading row of its own, so a column WHO would only repeat it
USUAL_COLUMNS = (TaskColumn.NUMBER, TaskColumn.WHAT, TaskColumn.BY_WHEN, TaskColumn.NOTE)


class Duty(Struct, frozen=True):
    """One line: what is to be done, and by when."""

    text: str
    by: str
    field: str


def assignment_table_document(snapshot: Snapshot) -> Document:
    """Build the table, a group of rows for each body."""
    conference, office = snapshot.file.conference, snapshot.file.office
    columns = chosen_columns(snapshot, KEY, TaskColumn, USUAL_COLUMNS)
    name = event_name(conference)
    rows: list[Row] = []
    number = 0
    for place, (body, duties) in enumerate(assigned(snapshot), start=1):
        rows.append(Row(cells=((run(f"{roman(place)}. {body}"),),), is_group=True))
        for duty in duties:
            number += 1
            rows.append(_row(number, body, duty, columns))
    subject = title_phrases_kept(f"Chuẩn bị và tổ chức {name}")
    empty = (Row(cells=((blank("assignments"),),), is_group=True),)
    blocks: tuple[Block, ...] = (
        letterhead(snapshot, is_issued=False),
        Heading(kind=run(KIND), subject=run(subject, "title")),
        Table(columns=tuple(COLUMNS[one] for one in columns), rows=tuple(rows) or empty),
    )
    return Document(title=f"{KIND} {name}", author=office.name, parts=(Part(blocks=blocks),))


def assigned(snapshot: Snapshot) -> list[tuple[str, tuple[Duty, ...]]]:
    """Give each body its duties with their days, then the Ban Tổ chức what is left."""
    conference = snapshot.file.conference
    listed = task_list(conference, snapshot.rules, local_day(snapshot.made_at))
    work = [one for one in listed if not isinstance(one.kind, MarkedDay)]
    tasks: dict[object, Task] = {one.kind: one for one in work if one.kind is not TaskKind.OTHER}
    others = [one for one in work if one.kind is TaskKind.OTHER]
    before = _before_the_conference(conference)
    taken: set[TaskKind] = set()
    groups: list[tuple[str, tuple[Duty, ...]]] = []
    for assignment in conference.assignments:
        duties: list[Duty] = []
        for text in assignment.duties:
            if not bare(text):
                continue
            kind = _about(text)
            task = tasks.get(kind)
            if kind is not None and task is not None:
                taken.add(kind)
            by = _day(task.day) if task is not None else before
            duties.append(Duty(bare(text), by, f"assignments:{assignment.id}"))
        if duties:
            groups.append((bare(assignment.body), tuple(duties)))
    left = [
        Duty(_task_name(one), _day(one.day), "assignments")
        for one in (*tasks.values(), *others)
        if one.kind not in taken
    ]
    if left:
        groups.append((f"{_COMMITTEE} {event_noun(conference)}", tuple(left)))
    return groups


def _about(text: str) -> TaskKind | None:
    key = compact_key(text)
    for kind, words in _WORDS:
        if any(compact_key(word) in key for word in words):
            return kind
    return None


def _task_name(task: Task) -> str:
    named = task.paper or (_NAMES.get(task.kind, "") if isinstance(task.kind, TaskKind) else "")
    return f"{bare(named)} gửi {task.addressee}" if task.addressee and task.paper else bare(named)


def _before_the_conference(conference: Conference) -> str:
    days = [one.day for one in main_sessions(conference) if one.day is not None]
    return f"Trước {_day(min(days))}" if days else ""


def _day(day: date | None) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}" if day is not None else ""


def _row(number: int, body: str, duty: Duty, columns: Sequence[TaskColumn]) -> Row:
    texts = {
        TaskColumn.NUMBER: str(number),
        TaskColumn.WHAT: duty.text,
        TaskColumn.WHO: body,
        TaskColumn.BY_WHEN: duty.by,
        TaskColumn.NOTE: "",
    }
    return Row(cells=tuple((run(texts[column], duty.field),) for column in columns))
