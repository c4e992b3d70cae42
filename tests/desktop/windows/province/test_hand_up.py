"""A desk that is itself an office of the level above."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.known_keys import KeyOrigin
from db.records import Candidate, ChoiceOutcome, Conference
from db.store import Store
from desktop.handoff.conference_content import read_content
from desktop.handoff.intake import IntakeState
from desktop.handoff.key_ring import believe, make_own_keys, own_card
from desktop.handoff.keys import Card
from desktop.handoff.sealing import read_sealed
from desktop.models.province import Province
from desktop.windows.hand_over_dialog import HandOverDialog
from desktop.windows.province.consolidated_window import ConsolidatedWindow
from desktop.windows.province.hand_up_dialog import HandUpDialog
from desktop.windows.province.province_desk import ProvinceDesk
from desktop.windows.province.take_dialog import TakeDialog
from tests.builders import KEYS, NOON, a_conference, an_office, ident
from tests.desktop.handoff.desks import looked_at
from tests.desktop.handoff.parties import DESK
from tests.desktop.windows.handing_over import Answers
from tests.desktop.windows.province.receiving import a_stick, desk_keys, sealed, take_over, wait
from tests.hands import press

CONGRESS, LEVEL_ABOVE = ident(400), ident(800)
REPORT = "bao-cao-tong-hop.pdf"
CHOSEN = (
    Candidate(id=ident(901), name="Nguyễn Văn 1", outcome=ChoiceOutcome.OFFICIAL),
    Candidate(id=ident(902), name="Nguyễn Văn 2", outcome=ChoiceOutcome.ALTERNATE),
)


@pytest.fixture
def desk(qtbot: QtBot, province: Province, tmp_path: Path) -> Iterator[ProvinceDesk]:
    """Open the consolidated view of a desk to which one commune handed over."""
    keys = desk_keys(province, 1)
    take_over(
        qtbot, province, keys, a_stick(tmp_path / "usb", sealed(province, 1, candidates=CHOSEN))
    )
    opened = ProvinceDesk(province.workspace)
    opened.show()
    opened.show_view()
    wait(qtbot, _view(opened).up_button.isEnabled)
    yield opened
    opened.end()


@pytest.fixture
def upper(tmp_path: Path, new_id: Callable[[], str]) -> Iterator[Store]:
    """The store of the level above, with keys."""
    store = Store.open(tmp_path / "upper.db", clock=lambda: NOON, new_id=new_id, keys=KEYS)
    store.offices.save(an_office(id=LEVEL_ABOVE, name="Ban Thi đua - Khen thưởng Trung ương"))
    make_own_keys(store)
    yield store
    store.close()


def _view(desk: ProvinceDesk) -> ConsolidatedWindow:
    assert desk.view is not None
    return desk.view


def _card(store: Store) -> Card:
    card = own_card(store)
    assert card is not None
    return card


def _add_congress(desk: ProvinceDesk, number: int = 0) -> None:
    conference = a_conference(
        id=ident(400 + number), office_id=DESK, is_planned=True, rule_pack_id="", unit_id=""
    )
    desk.province.workspace.store.conferences.add(conference)


def _hand_up(desk: ProvinceDesk) -> HandUpDialog:
    _view(desk).up_button.click()
    assert isinstance(desk.dialog, HandUpDialog)
    return desk.dialog


def _take_delegates(qtbot: QtBot, desk: ProvinceDesk) -> None:
    dialog = _hand_up(desk)
    wait(qtbot, dialog.take_button.isVisible)
    assert dialog.missing == 2
    assert dialog.message.text().startswith("2 choices of the offices do not stand in the list")
    press(dialog.take_button, Qt.Key.Key_Space)
    take = desk.dialog
    assert isinstance(take, TakeDialog)
    wait(qtbot, take.take_button.isEnabled)
    take.take_button.click()
    take.reject()


def test_without_a_planned_conference_of_its_own_nothing_goes_up(desk: ProvinceDesk) -> None:
    dialog = _hand_up(desk)
    assert dialog.message.text().startswith("You have no conference of your own yet.")
    assert not dialog.up_button.isEnabled()
    dialog.reject()
    desk.province.workspace.store.conferences.add(
        Conference(id=CONGRESS, office_id=DESK, title="Đại hội")
    )
    dialog = _hand_up(desk)
    assert dialog.message.text().startswith("This conference is not planned to its end yet.")
    assert not dialog.up_button.isEnabled()


def test_of_several_conferences_one_is_chosen(qtbot: QtBot, desk: ProvinceDesk) -> None:
    for number in range(2):
        _add_congress(desk, number)
    dialog = _hand_up(desk)
    assert dialog.message.text().startswith("Choose the conference that goes up")
    dialog.upper_field.setCurrentIndex(1)
    dialog.upper_field.activated.emit(1)
    wait(qtbot, dialog.up_button.isEnabled)
    assert desk.province.upper_id == dialog.upper_field.currentData()


def test_the_list_may_go_up_without_those_whom_offices_chose(
    qtbot: QtBot, desk: ProvinceDesk
) -> None:
    _add_congress(desk)
    dialog = _hand_up(desk)
    wait(qtbot, dialog.up_button.isEnabled)
    dialog.hand_up()
    wait(qtbot, lambda: isinstance(desk.dialog, HandOverDialog))
    assert desk.province.workspace.store.delegates.of(CONGRESS) == ()


def test_drawing_the_report_can_be_stopped(qtbot: QtBot, desk: ProvinceDesk) -> None:
    _add_congress(desk)
    dialog = _hand_up(desk)
    wait(qtbot, dialog.up_button.isEnabled)
    dialog.up_button.click()
    assert not dialog.up_button.isEnabled()
    dialog.work.cancel_button.click()
    wait(qtbot, dialog.up_button.isEnabled)
    assert dialog.work.outcome.text() == "Stopped. Nothing was drawn."


def test_the_level_above_takes_the_consolidation_in_as_it_takes_any_conference(
    qtbot: QtBot, desk: ProvinceDesk, upper: Store, tmp_path: Path
) -> None:
    lower = desk.province.workspace.store
    congress = desk.province.workspace.add_sample()
    listed = lower.delegates.of(congress)
    lower.delegates.remove([one.id for one in listed[-2:]])  # the plan lets no more come
    before = [one.name for one in listed[:-2]]
    _take_delegates(qtbot, desk)
    dialog = _hand_up(desk)
    wait(qtbot, dialog.up_button.isEnabled)
    assert dialog.message.text().startswith("Everybody whom the offices chose is on the list")
    press(dialog.up_button, Qt.Key.Key_Space)
    wait(qtbot, lambda: isinstance(desk.dialog, HandOverDialog))
    over = desk.dialog
    assert isinstance(over, HandOverDialog)
    choice = over.choice
    assert choice is not None
    assert over.tabs.currentWidget() is choice
    assert choice.papers.item(0).text().startswith("Consolidated report (")
    assert choice.papers.item(0).checkState() is Qt.CheckState.Checked
    over.keeper.show_dialog = Answers()
    over.desk.believe(_card(upper), KeyOrigin.COMPARED)
    assert [choice.blocking.item(n).text() for n in range(choice.blocking.count())] == []
    assert choice.seal_button.isEnabled()
    choice.seal_button.click()
    wait(qtbot, lambda: bool(over.desk.bundles(congress)))
    (bundle,) = over.desk.bundles(congress)
    assert REPORT in bundle.papers
    path = over.desk.kept_file(bundle)
    assert path is not None
    stick = a_stick(tmp_path / "up", read_sealed(path, bundle.sealed_sha256))
    over.reject()
    believe(upper, _card(lower), KeyOrigin.COMPARED)
    (row,) = looked_at(upper, stick, takes=True)
    assert row.state is IntakeState.NEW
    (taken,) = upper.received.all()
    content = read_content(upper.received.content(taken.id))
    assert (taken.sender_id, content.file.conference.id) == (DESK, congress)
    assert content.papers[REPORT].startswith(b"%PDF-")
    assert [one.name for one in content.file.delegates] == [*before, "Nguyễn Văn 1", "Nguyễn Văn 2"]
