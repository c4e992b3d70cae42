"""The page for what the conference came to."""

from __future__ import annotations

from datetime import date, time
from typing import cast

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.handoffs import DownBundle
from db.records import Attended, Award, Candidate, ChoiceOutcome, UpperChoice
from db.store import Store
from desktop.handoff.bundle import open_bundle, seal
from desktop.handoff.down_content import PlacesOfUnit, Reply, write_reply
from desktop.handoff.frame import BundleKind
from desktop.models.draft import Draft
from desktop.models.record_rows import RecordRows
from desktop.widgets.record_table import RecordTable
from desktop.wizard.outcome import OutcomeSection
from desktop.wizard.print_set_dialog import PrintSetDialog
from tests.builders import a_delegate, ident
from tests.db.keys import down_bundle
from tests.desktop.conftest import OpenDraft
from tests.desktop.handoff.parties import DESK, OFFICE, address, party, trust_of
from tests.hands import type_text


def shown(qtbot: QtBot, draft: Draft) -> OutcomeSection:
    section = OutcomeSection(draft)
    qtbot.addWidget(section)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    return section


def came_down(reply: Reply) -> DownBundle:
    """Let a desk's reply come down to the office."""
    down = address(kind=BundleKind.REPLY, recipient=OFFICE, subject="")
    sealed = seal(down, write_reply(reply), party(DESK), party(OFFICE).keys.public())
    read = open_bundle(sealed, [party(OFFICE).keys.identity()], trust_of(OFFICE, DESK))
    return down_bundle(header=read.signed.text, content=read.content)


def rows_of(section: OutcomeSection, name: str) -> RecordRows:
    table = cast("RecordTable", section.field(name))
    return cast("RecordRows", table.table.model())


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("attended.present", "139", Attended(present=139)),
        ("attended.spent", "64350000", Attended(spent=64_350_000)),
        ("attended.end", "10h45", Attended(end=time(10, 45))),
    ],
)
def test_what_was_counted_is_stored(
    open_draft: OpenDraft, qtbot: QtBot, name: str, text: str, expected: Attended
) -> None:
    draft = open_draft()
    section = shown(qtbot, draft)
    type_text(section.field(name), text)
    section.flush()
    assert draft.conference.attended == expected


def test_the_places_that_the_desk_gave_are_taken_over_in_a_step_that_can_be_undone(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    draft = open_draft(upper_choice=UpperChoice(method="giơ tay"))
    section = shown(qtbot, draft)
    assert section.given_button.isHidden()
    section.hide()
    other = PlacesOfUnit(office=OFFICE, unit="x", pack_id="another", places=9)
    ours = replace(other, pack_id=draft.conference.rule_pack_id, places=5, alternates=1)
    store.handoffs.take_down(came_down(Reply(quotas=(other, ours))))
    section.show()
    assert section.given_button.text() == "&Take over the places given: 5, alternates: 1"
    section.given_button.click()
    assert draft.conference.upper_choice == UpperChoice(
        method="giơ tay", places=5, alternate_places=1
    )
    assert section.given_button.isHidden()
    draft.undo()
    assert draft.conference.upper_choice == UpperChoice(method="giơ tay")
    assert not section.given_button.isHidden()


def test_one_count_leaves_the_others(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(upper_choice=UpperChoice(method="giơ tay", places=4))
    section = shown(qtbot, draft)
    type_text(section.field("upper_choice.places"), "5")
    section.flush()
    assert draft.conference.upper_choice == UpperChoice(method="giơ tay", places=5)


def test_an_undo_is_seen_in_the_fields(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft()
    section = shown(qtbot, draft)
    draft.change(attended=Attended(present=10))
    assert section.field("attended.present").property("text") == "10"
    draft.undo()
    assert section.field("attended.present").property("text") == ""


def test_awards_have_a_day_that_is_typed_as_officers_type_it(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(awards=(Award(id=ident(90), recipient="Thôn 2"),))
    rows = rows_of(shown(qtbot, draft), "awards")
    column = [one.key for one in rows.columns].index("decided_on")
    index = rows.index(0, column)
    assert rows.setData(index, "14/3/2025")
    assert draft.conference.awards[0].decided_on == date(2025, 3, 14)
    assert rows.data(index) == "14/03/2025"
    assert rows.data(index, Qt.ItemDataRole.EditRole) == "14/03/2025"
    assert not rows.setData(index, "mai"), "what is no day is refused"
    assert rows.setData(index, "")
    assert draft.conference.awards[0].decided_on is None


def test_a_candidate_may_have_no_result_yet(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(candidates=(Candidate(id=ident(91), name="K'Brết"),))
    rows = rows_of(shown(qtbot, draft), "candidates")
    column = [one.key for one in rows.columns].index("outcome")
    index = rows.index(0, column)
    assert rows.data(index) == "not yet known"
    assert rows.setData(index, ChoiceOutcome.ALTERNATE)
    assert draft.conference.candidates[0].outcome is ChoiceOutcome.ALTERNATE
    assert rows.setData(index, "")
    assert draft.conference.candidates[0].outcome is None


def test_new_rows_are_empty_and_names_of_the_list_are_offered(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(a_delegate(1, name="Y Wang Niê"))
    section = shown(qtbot, draft)
    for name in ("awards", "candidates"):
        table = cast("RecordTable", section.field(name))
        table.add_row()
        suggest = rows_of(section, name).columns[0].suggest
        assert suggest is not None
        assert suggest() == ("Y Wang Niê",)
    assert draft.conference.awards[0].recipient == ""
    assert draft.conference.candidates[0].name == ""


def test_a_finding_leads_to_the_first_field_of_its_group(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    section = shown(qtbot, open_draft())
    section.focus_field("upper_choice")
    assert QApplication.focusWidget() is section.field("upper_choice.conference")
    section.focus_field("attended")
    assert QApplication.focusWidget() is section.field("attended.present")


def test_its_papers_are_printed_from_here(qtbot: QtBot, open_draft: OpenDraft) -> None:
    section = shown(qtbot, open_draft(a_delegate(1), attended=Attended(present=1)))
    section.print_button.click()
    dialog = section.findChildren(PrintSetDialog)[0]

    assert list(dialog.rows.rows) == ["minutes", "awards", "result-report"]
    dialog.reject()
