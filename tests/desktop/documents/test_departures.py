"""Where a plan departs from the one above, as its annex prints it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from db.records import (
    Attendance,
    Conference,
    Decision,
    Delegate,
    Move,
    ParticipantGroup,
    PresidiumMember,
)
from desktop.documents.appendices import Appendix, appendix_name
from desktop.documents.delegate_list import delegate_list_document
from desktop.documents.departures import departures
from desktop.documents.format_check.check import format_departures
from desktop.documents.pdf import write_pdf
from desktop.documents.plan import plan_document
from desktop.documents.snapshot import Snapshot
from desktop.rules.check import check_file
from desktop.rules.decisions import can_be_decided, decide
from desktop.rules.findings import FindingCode
from desktop.rules.pack import RulePack
from tests.builders import NOON, a_delegate, a_file, ident
from tests.desktop.documents.binh_hoa import MADE_AT
from tests.desktop.documents.measure import Reading
from tests.desktop.plans import CONGRESS, a_wide_pack
from tests.desktop.rules.cases import a_sound_conference, binh_hoa

HOW = Decision(
    id=ident(1),
    code="",
    reason="Xã mới sáp nhập.",
    approver="Chủ tịch UBND huyện",
    decided_on=date(2025, 1, 6),
)


def a_snapshot(
    conference: Conference, *delegates: Delegate, pack: RulePack | None = None
) -> Snapshot:
    rules = pack or binh_hoa()
    return Snapshot(file=a_file(*delegates, conference=conference), made_at=NOON, rules=rules)


def all_decided(conference: Conference, *delegates: Delegate, pack: RulePack | None = None) -> Any:
    """Decide about everything that can be decided about."""
    snapshot = a_snapshot(conference, *delegates, pack=pack)
    for number, finding in enumerate(check_file(snapshot.file, snapshot.rules)):
        if can_be_decided(finding):
            conference = decide(conference, finding, replace(HOW, id=ident(100 + number)))
    return conference


def cells(snapshot: Snapshot) -> list[tuple[str, ...]]:
    return [
        tuple("".join(run.text for run in cell) for cell in row.cells)
        for row in departures(snapshot)
    ]


def with_targets(exemplars: int, guests: int) -> Conference:
    conference = a_sound_conference()
    first, second = conference.groups
    groups = (replace(first, target=exemplars), replace(second, target=guests))
    return replace(conference, groups=groups)


def test_a_plan_that_follows_the_one_above_has_no_annex() -> None:
    snapshot = a_snapshot(a_sound_conference())
    assert cells(snapshot) == []
    assert len(plan_document(snapshot).parts) == 1


def test_what_was_allowed_stands_with_rule_reason_and_who_allowed_it() -> None:
    conference = all_decided(with_targets(150, 60))
    assert cells(a_snapshot(conference)) == [
        (
            "1",
            "“không quá 200 đại biểu” (mục II.2)",
            "210 người",
            "Xã mới sáp nhập",
            "Chủ tịch UBND huyện, ngày 06 tháng 01 năm 2025",
        )
    ]


def test_a_decision_that_is_no_longer_needed_is_not_printed() -> None:
    decided = all_decided(with_targets(150, 60))
    mended = replace(decided, groups=a_sound_conference().groups)
    assert cells(a_snapshot(mended)) == []


def test_without_the_rules_what_was_decided_is_printed_all_the_same() -> None:
    decided = all_decided(with_targets(150, 60))
    snapshot = replace(a_snapshot(decided), rules=None)
    ((_, rule, done, reason, _),) = cells(snapshot)
    assert (rule, done, reason) == ("“không quá 200 đại biểu” (mục II.2)", "", "Xã mới sáp nhập")


def test_what_was_put_off_stands_with_old_and_new_day_and_place() -> None:
    move = Move(
        id=ident(5),
        old_day=date(2025, 3, 1),
        old_venue="Nhà văn hóa",
        reason="Mưa lũ",
        approver="A",
    )
    ((_, old, new, reason, allowed),) = cells(a_snapshot(a_sound_conference(moves=(move,))))
    assert old.endswith("ngày 01 tháng 3 năm 2025; Nhà văn hóa")
    assert new.endswith("ngày 20 tháng 3 năm 2025; Hội trường UBND xã")
    assert (reason, allowed) == ("Mưa lũ", "A")


_MEMBERS = tuple(PresidiumMember(id=ident(60 + n), name=f"Người {n}") for n in range(12))


@pytest.mark.parametrize(
    ("fields", "done"),
    [
        ({"attendance": Attendance.PLENARY, "staff_count": 200}, "Hội nghị toàn thể"),
        ({"staff_count": 100}, "Hội nghị đại biểu"),
        ({"event_days": ()}, None),
        ({"presidium": _MEMBERS[:3]}, "Đoàn Chủ tịch gồm 3 người"),
        ({"presidium": _MEMBERS}, "Đoàn Chủ tịch gồm 12 người"),
        ({"programme": ()}, "Chương trình không có mục “Chào cờ”"),
        ({"form_id": "other"}, "Hội nghị tuyên dương điển hình tiên tiến"),
    ],
)
def test_what_is_done_instead_is_said_in_words(fields: dict[str, Any], done: str | None) -> None:
    pack = a_wide_pack()
    sound = a_sound_conference(rule_pack_id=pack.id, staff_count=101)
    conference = all_decided(replace(sound, **fields), pack=pack)
    told = [row[2] for row in cells(a_snapshot(conference, pack=pack))]
    assert not told if done is None else any(text.startswith(done) for text in told)


def test_every_binding_finding_of_a_plan_says_what_is_done_instead() -> None:
    from desktop.documents.departures import _DONE

    never_decided = {  # by the decree, or before there is anything to depart from
        FindingCode.RULES_MISSING,
        FindingCode.LEVEL_UNKNOWN,
        FindingCode.TITLE_MISSING,
        FindingCode.SUBJECT_MISSING,
        FindingCode.RECIPIENTS_MISSING,
        FindingCode.SIGNER_MISSING,
    }
    assert not never_decided & _DONE.keys()


def test_a_day_outside_the_window_is_printed_with_the_day() -> None:
    pack = a_wide_pack()
    late = replace(a_sound_conference().sessions[0], day=date(2025, 4, 2))
    conference = all_decided(
        a_sound_conference(
            rule_pack_id=pack.id,
            staff_count=101,
            sessions=(late, replace(late, id=ident(77))),
            event_days=(),
        ),
        pack=replace(pack, levels=(replace(pack.levels[0], events=(
            replace(pack.levels[0].events[0], day=CONGRESS),
        )),)),
    )  # fmt: skip
    told = [row[2] for row in cells(a_snapshot(conference, pack=pack))]
    assert "Tổ chức ngày 02 tháng 4 năm 2025" in told
    assert "2 buổi" in told


def test_appendices_are_numbered_where_there_are_two_and_named_in_the_text() -> None:
    person = a_delegate(1, group_id=a_sound_conference().groups[0].id)
    plain = a_snapshot(a_sound_conference(), person)
    assert appendix_name(plain, Appendix.LIST) == "Phụ lục"
    decided = all_decided(with_targets(150, 60), person)
    both = a_snapshot(decided, person)
    assert appendix_name(both, Appendix.LIST) == "Phụ lục I"
    assert appendix_name(both, Appendix.DEPARTURES) == "Phụ lục II"
    alone = a_snapshot(decided)
    assert appendix_name(alone, Appendix.DEPARTURES) == "Phụ lục"
    text = " ".join(Reading(write_pdf(plan_document(both), MADE_AT).data).text.split())
    assert "Danh sách đại biểu tại Phụ lục I kèm theo Kế hoạch này" in text
    assert "nêu tại Phụ lục II kèm theo Kế hoạch này" in text
    listed = Reading(write_pdf(delegate_list_document(both), MADE_AT).data).text
    assert listed.startswith("Phụ lục I")


def test_the_annex_keeps_the_form_of_the_decree() -> None:
    decided = all_decided(with_targets(150, 60))
    paper = write_pdf(plan_document(a_snapshot(decided)), MADE_AT)
    assert paper.problems == ()
    assert format_departures(paper.data) == ()
    annex = Reading(paper.data).pages[-1]
    assert (round(annex.width_pt), round(annex.height_pt)) == (842, 595)
    word, title, *_ = annex.lines
    assert (word.text, word.sizes, word.is_bold) == ("Phụ lục", frozenset((14.0,)), True)
    assert title.text == title.text.upper()


def test_a_plan_of_another_kind_is_called_by_it_everywhere() -> None:
    pack = a_wide_pack()
    person = a_delegate(1, group_id=a_sound_conference().groups[0].id)
    snapshot = a_snapshot(a_sound_conference(rule_pack_id=pack.id), person, pack=pack)
    text = " ".join(Reading(write_pdf(plan_document(snapshot), MADE_AT).data).text.split())
    assert "HƯỚNG DẪN" in text
    assert "Số: 05/HD-UBND" in text
    assert "Trên đây là Hướng dẫn" in text
    listed = " ".join(
        Reading(write_pdf(delegate_list_document(snapshot), MADE_AT).data).text.split()
    )
    assert "(Kèm theo Hướng dẫn số 05/HD-UBND" in listed


def test_markup_in_a_reason_is_printed_as_typed() -> None:
    group: ParticipantGroup = with_targets(150, 60).groups[0]
    assert group.target == 150
    conference = with_targets(150, 60)
    snapshot = a_snapshot(conference)
    (finding,) = (one for one in check_file(snapshot.file, snapshot.rules) if can_be_decided(one))
    decided = decide(conference, finding, replace(HOW, reason="Xã <b>A</b> & B"))
    text = Reading(write_pdf(plan_document(a_snapshot(decided)), MADE_AT).data).text
    assert "Xã <b>A</b> & B" in text
