"""The type of conference."""

from __future__ import annotations

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from db.records import Attendance, Period
from desktop.rules.pack import RulePack
from desktop.widgets.fields import ChoiceField
from desktop.wizard.conference_type import TypeSection
from tests.desktop.conftest import OpenDraft


def _section(qtbot: QtBot, section: TypeSection) -> TypeSection:
    qtbot.addWidget(section)
    return section


def _choice(section: TypeSection, name: str) -> ChoiceField:
    field = section.field(name)
    assert isinstance(field, ChoiceField)
    return field


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
