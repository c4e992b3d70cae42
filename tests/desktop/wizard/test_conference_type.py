"""The type of conference."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db.records import Attendance, Period
from db.store import Store
from desktop.models.draft import Draft
from desktop.rules.findings import FindingCode
from desktop.rules.pack import RulePack
from desktop.widgets.fields import ChoiceField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.reading_view import ReadingView
from desktop.wizard.conference_type import TypeSection
from tests.builders import ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.plans import a_wide_pack
from tests.hands import child


def _section(qtbot: QtBot, section: TypeSection) -> TypeSection:
    qtbot.addWidget(section)
    return section


def _choice(section: TypeSection, name: str) -> ChoiceField:
    field = section.field(name)
    assert isinstance(field, ChoiceField)
    return field


def _wide(open_draft: OpenDraft, store: Store, **fields: object) -> Draft:
    """Open a conference under a plan with units, exceptions and a threshold."""
    chosen = {"rule_pack_id": "wide-plan", "rule_pack_version": 1, "attendance": None}
    draft = open_draft(**(chosen | fields))
    return Draft(store, draft.conference.id, (a_wide_pack(),), lambda: ident(999))


def _texts(section: TypeSection) -> str:
    labels = [one for one in section.findChildren(PlainLabel) if one.isVisibleTo(section)]
    return "\n".join(one.text() for one in labels)


def test_choosing_a_plan_settles_what_leaves_no_choice(
    open_draft: OpenDraft, qtbot: QtBot, packs: tuple[RulePack, ...]
) -> None:
    draft = open_draft(
        rule_pack_id="", level_id="", form_id="", period=None, next_period=None, attendance=None
    )
    section = _section(qtbot, TypeSection(draft))
    pack = packs[0]
    _choice(section, "rule_pack_id").committed.emit(pack.id)
    conference = draft.conference
    assert conference.level_id == pack.levels[0].id
    assert conference.form_id == pack.levels[0].forms[0].id
    assert conference.period == pack.cycle.reviewed
    assert conference.next_period == pack.cycle.launched
    assert conference.attendance is Attendance.DELEGATES
    assert conference.rule_pack_version == pack.version
    assert _choice(section, "form_id").value == conference.form_id


def test_years_that_were_typed_stay(
    open_draft: OpenDraft, qtbot: QtBot, packs: tuple[RulePack, ...]
) -> None:
    typed = Period(first_year=2019, last_year=2024)
    draft = open_draft(rule_pack_id="", level_id="", form_id="", period=typed)
    section = _section(qtbot, TypeSection(draft))
    _choice(section, "rule_pack_id").committed.emit(packs[0].id)
    assert draft.conference.period == typed


def test_next_fills_the_usual_texts_once(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(title="", programme=())
    section = _section(qtbot, TypeSection(draft))
    assert section.leave_forwards()
    assert len(draft.conference.programme) == 10
    assert "xã Bình Hòa" in draft.conference.title


def test_what_the_officer_emptied_stays_empty(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(title="", programme=())
    section = _section(qtbot, TypeSection(draft))
    section.leave_forwards()
    draft.replace(replace(draft.conference, purposes=(), movements=()))
    section.leave_forwards()
    assert draft.conference.purposes == ()
    assert draft.conference.movements == ()


def test_another_plan_fills_what_is_empty_again(
    open_draft: OpenDraft, qtbot: QtBot, packs: tuple[RulePack, ...]
) -> None:
    draft = open_draft(title="", programme=())
    section = _section(qtbot, TypeSection(draft))
    section.leave_forwards()
    draft.change(purposes=())
    draft.change(form_id="")
    draft.change(form_id=packs[0].levels[0].forms[0].id)
    section.leave_forwards()
    assert draft.conference.purposes


def test_without_a_plan_nothing_is_filled(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(rule_pack_id="", level_id="", form_id="", purposes=())
    section = _section(qtbot, TypeSection(draft))
    assert section.leave_forwards()
    assert draft.conference.purposes == ()
    draft.change(level_id="nowhere")
    assert draft.conference.level_id == "nowhere"


def test_a_choice_of_plan_is_one_step_that_one_undo_takes_back(
    open_draft: OpenDraft, qtbot: QtBot, packs: tuple[RulePack, ...]
) -> None:
    draft = open_draft(rule_pack_id="", level_id="", form_id="")
    section = _section(qtbot, TypeSection(draft))
    _choice(section, "rule_pack_id").committed.emit(packs[0].id)
    assert draft.conference.level_id
    draft.undo()
    assert (draft.conference.rule_pack_id, draft.conference.level_id) == ("", "")
    draft.redo()
    assert draft.conference.level_id


def test_the_number_of_people_decides_who_is_summoned(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    draft = _wide(open_draft, store)
    section = _section(qtbot, TypeSection(draft))
    summoned = []
    for count in (99, 101):
        section.take("staff_count", count)
        summoned.append(draft.conference.attendance)
    assert summoned == [Attendance.PLENARY, Attendance.DELEGATES]


def test_a_choice_against_the_number_of_people_stays_and_is_pointed_out(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    draft = _wide(open_draft, store, staff_count=99)
    section = _section(qtbot, TypeSection(draft))
    section.take("attendance", Attendance.DELEGATES)
    section.take("staff_count", 98)
    assert draft.conference.attendance is Attendance.DELEGATES
    assert "dưới 100 người thì toàn thể" in _texts(section)


def test_at_the_threshold_the_officer_is_asked(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    draft = _wide(open_draft, store)
    section = _section(qtbot, TypeSection(draft))
    section.take("staff_count", 100)
    assert draft.conference.attendance is None
    assert FindingCode.ATTENDANCE_UNSAID in {one.code for one in draft.findings}
    assert "exactly 100 cán bộ" in _texts(section)


def test_a_unit_that_the_plan_names_follows_its_exception(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    draft = _wide(open_draft, store)
    section = _section(qtbot, TypeSection(draft))
    units = _choice(section, "unit_id")
    assert [units.itemText(place) for place in range(units.count())] == [
        "Not in the plan's list",
        "Xã Điểm",
        "Xã Khác",
    ]
    units.committed.emit("pilot-commune")
    assert "chỉ đạo điểm, xong trước (II.4)" in _texts(section)
    units.committed.emit("other-commune")
    assert "chỉ đạo điểm" not in _texts(section)


def test_an_exception_for_a_unit_named_later_is_chosen_by_the_officer(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    draft = _wide(open_draft, store)
    section = _section(qtbot, TypeSection(draft))
    field = _choice(section, "exception_id")
    assert [field.itemText(place) for place in range(field.count())] == [
        "None",
        "một xã làm điểm (II.5)",
    ]
    field.committed.emit("named-later")
    assert draft.conference.exception_id == "named-later"


def test_what_the_plan_does_not_have_is_not_asked(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _section(qtbot, TypeSection(open_draft()))
    for name in ("unit_id", "exception_id"):
        assert not section.field(name).isVisibleTo(section)


def test_unit_and_exception_of_another_level_are_given_up(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    draft = _wide(open_draft, store, unit_id="gone", exception_id="gone", form_id="gone")
    section = _section(qtbot, TypeSection(draft))
    section.take("level_id", "commune")
    conference = draft.conference
    assert (conference.unit_id, conference.exception_id) == ("", "")
    assert conference.form_id == a_wide_pack().levels[0].forms[0].id


def test_years_and_attendance_of_a_plan_passed_over_do_not_stay(
    open_draft: OpenDraft, qtbot: QtBot, packs: tuple[RulePack, ...]
) -> None:
    draft = open_draft(
        rule_pack_id="", level_id="", form_id="", period=None, next_period=None, attendance=None
    )
    section = _section(qtbot, TypeSection(draft))
    reviewed = {pack.id: pack.cycle.reviewed for pack in packs}
    chosen = []
    for pack_id in ("hung-yen-2019", "binh-hoa-2024"):
        _choice(section, "rule_pack_id").committed.emit(pack_id)
        chosen.append(draft.conference.period)
    assert chosen == [reviewed["hung-yen-2019"], reviewed["binh-hoa-2024"]]
    assert draft.conference.attendance is Attendance.DELEGATES
    _choice(section, "rule_pack_id").committed.emit("hung-yen-2019")
    assert draft.conference.attendance is None


def test_what_the_plan_fixes_is_said_with_its_clause_and_follows_the_unit(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    draft = _wide(open_draft, store)
    section = _section(qtbot, TypeSection(draft))
    lines = section.rules.text.split("\n")
    assert lines[:2] == ["–  dưới 100 người thì toàn thể (II.2)", "–  1 buổi (II.2)"]
    assert "–  quý I/2025 (II.2)" in lines
    assert "–  từ 5 đến 9 người (4.c)" in lines
    section.take("unit_id", "pilot-commune")
    assert "quý I/2025" not in section.rules.text
    assert "quý IV/2024 (II.4)" in section.rules.text


def test_all_rules_of_the_level_can_be_read(
    open_draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def look(dialog: QDialog) -> int:
        read.append(child(dialog, ReadingView).toPlainText())
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    section = _section(qtbot, TypeSection(open_draft()))
    section.rules.button.click()
    (text,) = read
    assert "không quá 200 đại biểu" in text
    assert "Thông qua danh sách đại biểu dự" in text


def test_without_a_plan_there_is_nothing_to_read(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _section(qtbot, TypeSection(open_draft(rule_pack_id="", level_id="")))
    assert section.rules.isHidden()
    section.rules.button.click()


def test_a_newer_version_of_the_plan_is_offered_on_the_page(
    open_draft: OpenDraft, store: Store, packs: tuple[RulePack, ...], qtbot: QtBot
) -> None:
    draft = open_draft()
    newer = replace(packs[0], version=packs[0].version + 1)
    section = _section(
        qtbot, TypeSection(Draft(store, draft.conference.id, (*packs, newer), lambda: ident(9)))
    )
    assert not section.newer.isHidden()
    assert _section(qtbot, TypeSection(draft)).newer.isHidden()
