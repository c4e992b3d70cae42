"""Part II of the plan: what is done, who meets when and where, and the programme."""

from __future__ import annotations

from datetime import date, time

from db.records import (
    Attendance,
    Conference,
    GroupKind,
    Movement,
    ParticipantGroup,
    PresidiumRole,
    SessionKind,
)
from desktop.documents.appendices import Appendix, appendix_name
from desktop.documents.blocks import Paragraph, Role, paragraph
from desktop.documents.frame import (
    document_form,
    event_name,
    event_noun,
    main_sessions,
    rules_level,
)
from desktop.documents.items import clause, dashes, labelled, point, points, to_fill_in
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import (
    bare,
    clock,
    closed,
    full_date,
    lowered,
    numbered,
    percent,
    point_letter,
    weekday,
)
from desktop.rules.pack_part import Bound, fraction
from desktop.rules.pack_people import CountedKind, LimitRule

_ATTENDANCE = {Attendance.PLENARY: "toàn thể", Attendance.DELEGATES: "đại biểu"}
_BOUNDS = {
    Bound.AT_MOST: "không quá ",
    Bound.AT_LEAST: "ít nhất ",
    Bound.ABOUT: "khoảng ",
    Bound.EXACTLY: "",
}
_COUNTED_KINDS = (GroupKind.EXEMPLAR, GroupKind.GUEST)
_SESSIONS = {SessionKind.MAIN: "Phiên chính thức", SessionKind.PREPARATORY: "Phiên trù bị"}
_ROLES = {
    PresidiumRole.CHAIR: "Chủ trì",
    PresidiumRole.MEMBER: "Thành viên",
    PresidiumRole.SECRETARY: "Thư ký",
}


def event_clauses(snapshot: Snapshot) -> list[Paragraph]:
    """Build the clauses of part II."""
    noun = event_noun(snapshot.file.conference)
    return [
        clause(1, "Nội dung"),
        *_tasks(snapshot.file.conference),
        clause(2, "Hình thức, thời gian, địa điểm, số lượng và thành phần"),
        *_Arrangements(snapshot).paragraphs(),
        clause(3, f"Chương trình {noun}"),
        *_programme(snapshot.file.conference),
        *_presidium(snapshot.file.conference),
    ]


def _tasks(conference: Conference) -> list[Paragraph]:
    movements = [one for one in conference.movements if one.name.strip()]
    if not movements:
        return points(conference.tasks, "tasks")
    tasks = closed([text for text in conference.tasks if text.strip()])
    return [
        *(point(index, text, "tasks") for index, text in enumerate(tasks)),
        point(len(tasks), "Tập trung thực hiện các phong trào thi đua trọng tâm sau:", "movements"),
        *dashes([_movement(one) for one in movements], "movements"),
    ]


def _movement(movement: Movement) -> str:
    span = movement.years.strip()
    if not span:
        return f"“{bare(movement.name)}”"
    if not span[0].isdigit():  # đến năm 2020
        return f"“{bare(movement.name)}”, {span}"
    return f"“{bare(movement.name)}”, {'giai đoạn' if '-' in span else 'năm'} {span}"


class _Arrangements:
    """The lettered points of clause 2, each letter taken as it comes."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._conference = snapshot.file.conference
        self._level = rules_level(snapshot)
        self._list = appendix_name(snapshot, Appendix.LIST) if snapshot.file.delegates else ""
        self._kind = document_form(snapshot).kind
        self._letters = 0

    def paragraphs(self) -> list[Paragraph]:
        """Build form, theme, time, place, numbers and composition."""
        conference = self._conference
        paragraphs = [self._point(f"Hình thức: {self._form()}.", "form_id")]
        if conference.theme.strip():
            paragraphs.append(self._point(f"Chủ đề: “{bare(conference.theme)}”.", "theme"))
        paragraphs += self._time()
        paragraphs.append(self._place())
        paragraphs += self._numbers()
        if any(line.strip() for line in conference.composition):
            paragraphs.append(self._point("Thành phần:", "composition"))
            paragraphs += dashes(conference.composition, "composition")
        else:
            paragraphs.append(self._blank("Thành phần", "composition"))
        if self._list:
            paragraphs.append(
                paragraph(
                    Role.BODY, f"Danh sách đại biểu tại {self._list} kèm theo {self._kind} này."
                )
            )
        return paragraphs

    def _point(self, text: str, field: str) -> Paragraph:
        self._letters += 1
        return point(self._letters - 1, text, field)

    def _blank(self, label: str, field: str) -> Paragraph:
        self._letters += 1
        return labelled(Role.POINT, f"{point_letter(self._letters - 1)}) {label}", "", field)

    def _form(self) -> str:
        conference = self._conference
        form = self._level.form(conference.form_id) if self._level else None
        name = form.name if form else event_name(conference)
        if conference.attendance is None:
            return name
        noun = lowered(event_noun(conference))
        return f"{name}, tổ chức theo hình thức {noun} {_ATTENDANCE[conference.attendance]}"

    def _time(self) -> list[Paragraph]:
        conference = self._conference
        count = max(len(main_sessions(conference)), 1)
        windows = [window.words for window in self._level.windows] if self._level else []
        whole = ", ".join([f"{numbered(count)} buổi", *windows])
        dated = [(one, one.day) for one in conference.sessions if one.day is not None]
        if len(conference.sessions) > 1 and dated:
            lines = [f"{_SESSIONS[one.kind]}: {_moment(day, one.start)}" for one, day in dated]
            return [
                self._point(f"Thời gian: {whole}, cụ thể như sau:", "sessions"),
                *dashes(lines, "sessions"),
            ]
        if dated:
            whole += f" (dự kiến {_moment(dated[0][1], dated[0][0].start)})"
        return [self._point(f"Thời gian: {whole}.", "sessions")]

    def _place(self) -> Paragraph:
        place = ", ".join(
            bare(part) for part in (self._conference.venue, self._conference.address) if bare(part)
        )
        if not place:
            return self._blank("Địa điểm", "venue")
        return self._point(f"Địa điểm: {place}.", "venue")

    def _numbers(self) -> list[Paragraph]:
        groups = [
            one
            for one in self._conference.groups
            if one.kind in _COUNTED_KINDS and one.name.strip()
        ]
        total = sum(one.target or 0 for one in groups)
        whole = self._whole(total)
        if not whole and not groups:
            paragraphs = [self._blank("Số lượng", "groups")]
        elif not groups:
            paragraphs = [self._point(f"Số lượng: {whole}.", "groups")]
        else:
            lead = f"{whole}, trong đó" if whole else "cơ cấu đại biểu như sau"
            paragraphs = [
                self._point(f"Số lượng: {lead}:", "groups"),
                *dashes([self._group(one, total) for one in groups], "groups"),
            ]
        return paragraphs

    def _whole(self, total: int) -> str:
        """Tell the whole number, and the plan's limit beside it where they differ."""
        limit = self._limit()
        if limit is None:
            return f"{total} đại biểu" if total else ""
        allowed = f"{_BOUNDS[limit.bound]}{limit.value} đại biểu"
        if total in {0, limit.value}:
            return allowed
        return f"{total} đại biểu (quy định {allowed})"

    def _limit(self) -> LimitRule | None:
        limits = self._level.limits if self._level else ()
        everybody = {CountedKind.EXEMPLAR, CountedKind.GUEST}
        for one in limits:
            is_about_this = one.attendance in (None, self._conference.attendance)
            if is_about_this and one.value is not None and everybody <= set(one.counts):
                return one
        return None

    def _group(self, group: ParticipantGroup, total: int) -> str:
        name = bare(group.name)
        if group.target is None or not total:
            share = self._ruled_share(group)
            return f"{name}: khoảng {share}" if share else name
        share = percent(group.target, total)
        return f"{name}: {group.target} đại biểu, chiếm khoảng {share}"

    def _ruled_share(self, group: ParticipantGroup) -> str:
        """Read a group's share off the pack: its own, or what another kind leaves."""
        for rule in self._level.shares if self._level else ():
            if set(rule.base) != {CountedKind.EXEMPLAR, CountedKind.GUEST} or len(rule.counts) != 1:
                continue
            share = fraction(rule.share)
            own = share if rule.counts[0] == CountedKind(group.kind) else 1 - share
            return percent(own.numerator, own.denominator)
        return ""


def _moment(day: date, start: time | None) -> str:
    opening = f"bắt đầu lúc {clock(start)}, " if start else ""
    return f"{opening}{weekday(day)}, {full_date(day)}"


def _programme(conference: Conference) -> list[Paragraph]:
    items = [one for one in conference.programme if one.title.strip()]
    noun = event_noun(conference)
    if not items:
        return [to_fill_in("programme")]
    lead = paragraph(Role.BODY, f"{noun} được tiến hành theo trình tự sau:")
    return [lead, *points([one.title for one in items], "programme")]


def _presidium(conference: Conference) -> list[Paragraph]:
    if not conference.presidium:
        return []
    lines = []
    for role in PresidiumRole:
        members = [
            ", ".join(part.strip() for part in (one.name, one.post) if part.strip())
            for one in conference.presidium
            if one.role is role
        ]
        if members:
            lines.append(f"{_ROLES[role]}: {'; '.join(members)}")
    return [clause(4, f"Điều hành {event_noun(conference)}"), *points(lines, "presidium")]
