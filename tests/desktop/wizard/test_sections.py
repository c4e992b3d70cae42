"""The sections of texts, time, programme, committees and issue."""

from __future__ import annotations

from datetime import date, time

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.records import (
    CommitteeMember,
    PresidiumMember,
    PresidiumRole,
    ProgrammeItem,
    Session,
    Signer,
)
from db.store import Store
from desktop.models.draft import Draft
from desktop.widgets.date_fields import DateField
from desktop.widgets.event_days_field import EventDaysField
from desktop.widgets.fields import ChoiceField, ParagraphField, TextField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.record_table import RecordTable
from desktop.widgets.text_list import TextListEditor
from desktop.widgets.timeline_bar import TimelineBar
from desktop.wizard.committees import CommitteesSection
from desktop.wizard.content import ContentSection
from desktop.wizard.issue import IssueSection
from desktop.wizard.programme import ProgrammeSection
from desktop.wizard.schedule import ScheduleSection
from desktop.wizard.section import Section
from tests.builders import an_office, ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.plans import CONGRESS, a_wide_pack
from tests.hands import add_text, child, press, type_text


def _shown(qtbot: QtBot, section: Section) -> None:
    qtbot.addWidget(section)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()


def _texts(section: Section) -> list[str]:
    return [one.text() for one in section.findChildren(PlainLabel) if one.isVisibleTo(section)]


def _wide(open_draft: OpenDraft, store: Store, **fields: object) -> Draft:
    """Open a conference under a plan with an event, a presidium and subcommittees."""
    draft = open_draft(**({"rule_pack_id": "wide-plan", "rule_pack_version": 1} | fields))
    return Draft(store, draft.conference.id, (a_wide_pack(),), lambda: ident(999))


def _item(number: int, title: str, minutes: int, key: str = "") -> ProgrammeItem:
    return ProgrammeItem(id=ident(number), title=title, minutes=minutes, required_key=key)


@pytest.mark.parametrize(
    "section_type",
    [ContentSection, ScheduleSection, ProgrammeSection, CommitteesSection, IssueSection],
)
def test_every_section_has_a_name_and_a_sentence(section_type: type[Section]) -> None:
    assert section_type.title()
    assert section_type.subtitle().endswith(".")


def test_a_text_is_stored_as_typed(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft()
    section = ContentSection(draft)
    _shown(qtbot, section)
    title = section.field("title")
    assert isinstance(title, ParagraphField)
    type_text(title, "Hội nghị <b>điển hình</b> & tiên tiến")
    section.flush()
    assert draft.conference.title == "Hội nghị <b>điển hình</b> & tiên tiến"


def test_bases_are_an_ordered_list(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(bases=("Căn cứ Luật Thi đua, khen thưởng",))
    section = ContentSection(draft)
    _shown(qtbot, section)
    bases = section.field("bases")
    assert isinstance(bases, TextListEditor)
    line = bases.lines[0]
    bases.focus_line(0)
    press(line, Qt.Key.Key_Return)
    add_text(bases.lines[1], "Căn cứ Kế hoạch số 167/KH-UBND")
    section.flush()
    assert draft.conference.bases == (
        "Căn cứ Luật Thi đua, khen thưởng",
        "Căn cứ Kế hoạch số 167/KH-UBND",
    )


def test_a_movement_is_added_in_its_table(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(movements=())
    section = ContentSection(draft)
    _shown(qtbot, section)
    table = section.field("movements")
    assert isinstance(table, RecordTable)
    table.add_row()
    assert len(draft.conference.movements) == 1


def test_a_finding_stands_beside_its_field_and_goes_when_it_is_mended(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(venue="")
    section = ScheduleSection(draft)
    _shown(qtbot, section)
    before = len(_texts(section))
    venue = section.field("venue")
    assert isinstance(venue, TextField)
    type_text(venue, "Hội trường UBND xã")
    press(venue, Qt.Key.Key_Return)
    assert len(_texts(section)) == before - 1


def test_a_day_outside_the_window_is_pointed_out_with_its_clause(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(
        sessions=(Session(id=ident(1), day=date(2025, 4, 1), start=time(7, 30)),), venue="x"
    )
    section = ScheduleSection(draft)
    _shown(qtbot, section)
    assert any("31/03/2025" in text and "II.2" in text for text in _texts(section))
    assert any("quý I/2025" in text for text in _texts(section))


def test_a_finding_leads_to_the_day(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(sessions=(Session(id=ident(1)),))
    section = ScheduleSection(draft)
    _shown(qtbot, section)
    section.focus_field(f"sessions:{ident(1)}")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert isinstance(focused.parentWidget(), DateField)
    section.focus_field("no such field")
    section.focus_first()


def test_the_programme_shows_clock_times_and_its_end(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(programme=(_item(1, "Chào cờ", 10), _item(2, "Khai mạc", 15)))
    section = ProgrammeSection(draft)
    _shown(qtbot, section)
    table = section.field("programme")
    assert isinstance(table, RecordTable)
    clocks = [table.model.data(table.model.index(row, 0)) for row in (0, 1)]
    assert clocks == ["07:30 – 07:40", "07:40 – 07:55"]
    assert any("25" in text and "07:55" in text for text in _texts(section))
    table.model.move(1, 0)
    assert [item.title for item in draft.conference.programme] == ["Khai mạc", "Chào cờ"]
    table.add_row()
    assert len(draft.conference.programme) == 3


def test_the_programme_is_a_timeline_that_leads_to_its_rows(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    morning, afternoon = (
        Session(id=ident(number), day=date(2025, 3, 20), start=time(hour))
        for number, hour in ((70, 7), (71, 13))
    )
    items = (
        ProgrammeItem(id=ident(81), title="Chào cờ", minutes=10),
        ProgrammeItem(id=ident(82), title="Tham luận", minutes=40, session_id=afternoon.id),
    )
    draft = open_draft(sessions=(morning, afternoon), programme=items)
    section = ProgrammeSection(draft)
    _shown(qtbot, section)
    bar, table = child(section, TimelineBar), section.field("programme")
    assert isinstance(table, RecordTable)
    assert bar.accessibleDescription() == (
        "07:00 – 07:10: Chào cờ, 10 minutes; 13:00 – 13:40: Tham luận, 40 minutes"
    )
    bar.picked.emit(1)
    assert table.selected_rows() == [1]
    draft.change(programme=())
    assert bar.isHidden()


def test_a_programme_without_a_start_shows_minutes_only(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(sessions=(Session(id=ident(1)),), programme=(_item(1, "Chào cờ", 10),))
    section = ProgrammeSection(draft)
    _shown(qtbot, section)
    table = section.field("programme")
    assert isinstance(table, RecordTable)
    assert table.model.data(table.model.index(0, 0)) == ""
    assert any("10" in text for text in _texts(section))


def test_missing_required_items_are_put_in_their_place(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft()
    assert draft.pack is not None
    keys = [item.key for item in draft.pack.levels[0].programme.items]
    draft.change(programme=(_item(1, "Chào cờ", 5, keys[0]), _item(2, "Bế mạc", 5, keys[-1])))
    section = ProgrammeSection(draft)
    _shown(qtbot, section)
    fill = child(section, QPushButton)
    assert fill.isVisible()
    fill.click()
    assert [item.required_key for item in draft.conference.programme] == keys
    assert not fill.isVisible()


def test_committee_and_presidium_are_tables(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft()
    section = CommitteesSection(draft)
    _shown(qtbot, section)
    for name in ("presidium", "committee"):
        table = section.field(name)
        assert isinstance(table, RecordTable)
        table.add_row()
    assert len(draft.conference.presidium) == 1
    assert isinstance(draft.conference.committee[0], CommitteeMember)


def test_the_signer_is_one_of_the_office(open_draft: OpenDraft, store: Store, qtbot: QtBot) -> None:
    draft = open_draft()
    section = IssueSection(draft)
    _shown(qtbot, section)
    signer = section.field("signer_id")
    assert isinstance(signer, ChoiceField)
    signer.setFocus()
    press(signer, Qt.Key.Key_Down)
    assert draft.conference.signer_id == ident(2)
    other = Signer(id=ident(3), name="H'Hen Niê", post="PHÓ CHỦ TỊCH")
    store.offices.save(replace(an_office(), signers=(*an_office().signers, other)))
    section.refresh_signers()
    assert signer.count() == 2
    assert signer.value == ident(2)


def test_the_day_of_another_event_is_asked_where_the_plan_ties_the_day_to_it(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    draft = _wide(open_draft, store, venue="x")
    section = ScheduleSection(draft)
    _shown(qtbot, section)
    assert any("Enter the day of that event" in text for text in _texts(section))
    days = section.field("event_days")
    assert isinstance(days, EventDaysField)
    type_text(days.fields["party-congress"].line, f"{CONGRESS:%d/%m/%Y}")
    section.flush()
    assert [one.day for one in draft.conference.event_days] == [CONGRESS]
    assert not any("Enter the day of that event" in text for text in _texts(section))
    draft.change(sessions=(replace(draft.conference.sessions[0], day=CONGRESS),))
    assert any("24/03/2025 or earlier" in text for text in _texts(section))


def test_a_plan_without_other_events_asks_for_none(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = ScheduleSection(open_draft())
    _shown(qtbot, section)
    assert not section.field("event_days").isVisibleTo(section)


def test_putting_the_conference_off_keeps_day_and_place(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(venue="Hội trường", address="Thôn 4")
    section = ScheduleSection(draft)
    _shown(qtbot, section)
    moves = section.field("moves")
    child(moves, QPushButton).click()
    (move,) = draft.conference.moves
    assert (move.old_day, move.old_venue) == (date(2025, 3, 20), "Hội trường, Thôn 4")
    assert any("no reason is kept" in text for text in _texts(section))


def test_the_presidium_is_counted_beside_what_the_plan_wants(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    members = tuple(
        PresidiumMember(
            id=ident(60 + number),
            name=f"Người {number}",
            role=PresidiumRole.SECRETARY if number == 0 else PresidiumRole.MEMBER,
            is_exemplar=number == 1,
        )
        for number in range(5)
    )
    draft = _wide(open_draft, store, presidium=members)
    section = CommitteesSection(draft)
    _shown(qtbot, section)
    assert any("Đoàn Chủ tịch: 4 members, 1 of them exemplars" in text for text in _texts(section))
    assert any("the plan asks for at least 5" in text for text in _texts(section))
    draft.change(presidium=members[:1])
    assert any("Đoàn Chủ tịch: 0 members" in text for text in _texts(section))


def test_a_subcommittee_is_offered_while_it_is_typed(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    member = CommitteeMember(id=ident(70), name="Y Wang Niê", subcommittee="Tổ giúp việc")
    draft = _wide(open_draft, store, committee=(member, CommitteeMember(id=ident(71), name="B")))
    section = CommitteesSection(draft)
    _shown(qtbot, section)
    table = section.field("committee")
    assert isinstance(table, RecordTable)
    table.table.edit(table.model.index(1, 3))
    editor = child(table.table.viewport(), QLineEdit)
    completer = editor.completer()
    offered = [
        completer.model().index(row, 0).data() for row in range(completer.model().rowCount())
    ]
    assert offered == [
        "Tiểu ban Nội dung",
        "Tiểu ban Tuyên truyền",
        "Tiểu ban Phục vụ",
        "Tổ giúp việc",
    ]
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    popup.hide()
    type_text(editor, "Tiểu ban Nội dung")
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: draft.conference.committee[1].subcommittee == "Tiểu ban Nội dung")
