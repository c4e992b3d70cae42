"""Where a plan departs from the plan above it, why, and who allowed it: the rows of its annex."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from db.records import Attendance, Conference, Decision, Move
from desktop.documents.blocks import Column, HorizontalAlign, Row, Run, run
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, capitalised, full_date
from desktop.rules.check import check_file
from desktop.rules.decisions import in_force
from desktop.rules.findings import Fact, Finding, FindingCode

TITLE = "Các nội dung thực hiện khác quy định hoặc chưa được kế hoạch cấp trên quy định"

COLUMNS = (
    Column(heading="STT", share=10, align=HorizontalAlign.CENTRE),
    Column(heading="Kế hoạch cấp trên quy định", share=44),
    Column(heading="Nội dung thực hiện", share=44),
    Column(heading="Lý do", share=42),
    Column(heading="Người cho phép, ngày", share=36),
)
_ATTENDANCE = {
    Attendance.PLENARY.value: "hội nghị toàn thể",
    Attendance.DELEGATES.value: "hội nghị đại biểu",
}
_Facts = Mapping[str, Fact]
_Done = Callable[[_Facts, Conference], str]


def departures(snapshot: Snapshot) -> tuple[Row, ...]:
    """List what was decided and what was moved; nothing when the plan above is followed."""
    conference = snapshot.file.conference
    findings = {
        one.decision_id: one for one in check_file(snapshot.file, snapshot.rules) if one.decision_id
    }
    decisions = conference.decisions
    if snapshot.rules is not None:
        decisions = in_force(findings.values(), decisions)
    texts = [_decided(one, findings.get(one.id), conference) for one in decisions]
    texts += [_moved(one, conference) for one in conference.moves]
    return tuple(
        Row(cells=tuple((cell,) for cell in (run(str(number)), *cells)))
        for number, cells in enumerate(texts, start=1)
    )


def _decided(decision: Decision, finding: Finding | None, conference: Conference) -> list[Run]:
    words = f"“{decision.words}”" if decision.words else ""
    clause = f"mục {decision.clause}" if decision.clause else ""
    rule = f"{words} ({clause})" if words and clause else words or clause
    done = _done(finding, conference) if finding is not None else ""
    allowed = ", ".join(
        part for part in (decision.approver.strip(), _day(decision.decided_on)) if part
    )
    return [
        run(capitalised(rule), "decisions"),
        run(capitalised(done), "decisions"),
        run(bare(decision.reason), "decisions"),
        run(allowed, "decisions"),
    ]


def _moved(move: Move, conference: Conference) -> list[Run]:
    days = [one.day for one in conference.sessions if one.day is not None]
    old = "; ".join(part for part in (_day(move.old_day), move.old_venue.strip()) if part)
    new = "; ".join(
        part for part in (_day(min(days, default=None)), conference.venue.strip()) if part
    )
    return [
        run(f"Thời gian, địa điểm đã định trước: {old}" if old else "", "moves"),
        run(f"Thời gian, địa điểm mới: {new}" if new else "", "moves"),
        run(bare(move.reason), "moves"),
        run(move.approver.strip(), "moves"),
    ]


def _done(finding: Finding, conference: Conference) -> str:
    written = _DONE.get(finding.code)
    return written(finding.params, conference) if written else ""


def _day(day: date | None) -> str:
    return full_date(day) if day is not None else ""


def _chosen_attendance(_facts: _Facts, conference: Conference) -> str:
    return _ATTENDANCE.get(conference.attendance or "", "")


def _on_day(facts: _Facts, _conference: Conference) -> str:
    day = facts["day"]
    return f"tổ chức {full_date(day)}" if isinstance(day, date) else ""


def _counted(facts: _Facts, _conference: Conference) -> str:
    return f"{facts['count']} người"


def _share(facts: _Facts, _conference: Conference) -> str:
    return f"{facts['count']} trên {facts['base']} người"


def _seats(facts: _Facts, _conference: Conference) -> str:
    return f"{facts['name']} gồm {facts['count']} người"


def _exemplar_seats(facts: _Facts, _conference: Conference) -> str:
    return f"{facts['name']} có {facts['exemplars']} điển hình trong {facts['count']} người"


_DONE: Mapping[FindingCode, _Done] = {
    FindingCode.UNIT_HOLDS_NONE: lambda _facts, conference: bare(conference.title),
    FindingCode.FORM_UNKNOWN: lambda _facts, conference: bare(conference.title),
    FindingCode.ATTENDANCE_DIFFERS: _chosen_attendance,
    FindingCode.ATTENDANCE_UNSAID: _chosen_attendance,
    FindingCode.DAY_BEFORE_WINDOW: _on_day,
    FindingCode.DAY_AFTER_WINDOW: _on_day,
    FindingCode.DAY_TOO_EARLY_FOR_EVENT: _on_day,
    FindingCode.DAY_TOO_LATE_FOR_EVENT: _on_day,
    FindingCode.SESSIONS_TOO_FEW: lambda facts, _conference: f"{facts['count']} buổi",
    FindingCode.SESSIONS_TOO_MANY: lambda facts, _conference: f"{facts['count']} buổi",
    FindingCode.TARGETS_OVER_LIMIT: _counted,
    FindingCode.TARGETS_UNDER_LIMIT: _counted,
    FindingCode.TARGETS_SHARE_HIGH: _share,
    FindingCode.TARGETS_SHARE_LOW: _share,
    FindingCode.DELEGATES_OVER_LIMIT: _counted,
    FindingCode.DELEGATES_UNDER_LIMIT: _counted,
    FindingCode.DELEGATES_SHARE_HIGH: _share,
    FindingCode.DELEGATES_SHARE_LOW: _share,
    FindingCode.DELEGATES_ABSENT: _counted,
    FindingCode.DELEGATES_NOT_ELIGIBLE: lambda facts, _conference: f"{facts['names']}",
    FindingCode.QUOTA_OVER: lambda facts, _conference: f"{facts['unit']}: {facts['count']} người",
    FindingCode.PRESIDIUM_TOO_FEW: _seats,
    FindingCode.PRESIDIUM_TOO_MANY: _seats,
    FindingCode.PRESIDIUM_SHARE_LOW: _exemplar_seats,
    FindingCode.PRESIDIUM_SHARE_HIGH: _exemplar_seats,
    FindingCode.SUBCOMMITTEE_MISSING: lambda facts, _conference: f"không lập {facts['name']}",
    FindingCode.PROGRAMME_ITEM_MISSING: (
        lambda facts, _conference: f"chương trình không có mục “{facts['title']}”"
    ),
    FindingCode.PROGRAMME_ITEM_MISPLACED: (
        lambda facts, _conference: f"đổi thứ tự mục “{facts['title']}”"
    ),
}
