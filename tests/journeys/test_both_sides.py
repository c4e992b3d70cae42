"""A conference goes up by stick, comes back with a remark, goes up again, and is accepted."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from db.handoffs import SentBundle, SentState
from db.records import Candidate, ChoiceOutcome, Conference, WizardStep
from desktop.app import Program, open_workspace
from desktop.handoff.consolidation.sent_up import ALTERNATES
from desktop.models.marks import MARK_ROLE, Mark
from desktop.rules.installed import to_store
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.hand_over_dialog import HandOverDialog
from desktop.windows.province.consolidated_window import ConsolidatedWindow
from desktop.windows.province.desk_keys_dialog import DeskKeysDialog
from desktop.windows.province.desk_window import DeskWindow
from desktop.windows.province.receive_dialog import ReceiveDialog
from desktop.windows.province.send_dialog import SendDialog
from desktop.windows.province.take_dialog import TakeDialog
from tests.builders import NOON, an_office, ident
from tests.desktop.handoff.a_province import a_plan
from tests.desktop.windows.handing_over import Answers, cell, tick_only
from tests.hands import press, type_text
from tests.journeys.officer import click, wait_until

pytestmark = pytest.mark.journey

REMARK = "Thiếu giờ khai mạc; bổ sung rồi gửi lại."
MENDED = "Hội nghị điển hình tiên tiến xã Bình Hòa lần thứ VI"


class Side:
    """One computer: its store, its windows, and the stick that is plugged into it."""

    def __init__(self, folder: Path, stick: Path, office: str) -> None:
        self.workspace = open_workspace(folder, lambda: NOON, lambda: uuid.uuid4().hex)
        self.stick = stick
        self.answers = Answers()
        self.workspace.store.offices.save(an_office(id=uuid.uuid4().hex, name=office))
        self.program = Program(self.workspace)

    def end(self) -> None:
        self.program.end()
        self.workspace.store.close()

    def answering(self, dialog: HandOverDialog) -> HandOverDialog:
        """Answer what the dialog asks: passphrases, fingerprints, where the stick is."""
        dialog.keeper.show_dialog = self.answers
        dialog.way.choose_stick = dialog.keys.choose_stick = lambda _: self.stick
        for tab in (dialog.choice, dialog.keys):
            if tab is not None:
                tab.choose_keys = lambda _: next(self.stick.glob("*.hoinghi-key"))
                tab.compare = self.answers
        dialog.way.compare = self.answers
        return dialog


class Commune(Side):
    """The office that hands over."""

    def begin(self) -> None:
        self.conference_id = self.workspace.add_sample()
        store = self.workspace.store
        chosen = store.delegates.of(self.conference_id)[:3]
        outcomes = (ChoiceOutcome.OFFICIAL, ChoiceOutcome.OFFICIAL, ChoiceOutcome.ALTERNATE)
        candidates = tuple(
            Candidate(id=ident(900 + place), name=one.name, post=one.post, outcome=outcome)
            for place, (one, outcome) in enumerate(zip(chosen, outcomes, strict=True))
        )
        store.conferences.save(
            replace(store.conferences.get(self.conference_id), candidates=candidates)
        )
        self.names = [one.name for one in chosen]
        self.program.start()

    def open_dialog(self) -> HandOverDialog:
        click(self.program.home.hand_over_button)
        dialogs = self.program.home.findChildren(HandOverDialog)
        return self.answering(dialogs[-1])

    def hand_over(self, *, knows_desk: bool) -> None:
        """Seal and copy to the stick."""
        dialog = self.open_dialog()
        assert dialog.choice is not None
        if not knows_desk:
            click(dialog.choice.receiver_button)
        dialog.tabs.setCurrentWidget(dialog.choice)
        tick_only(dialog.choice, ("programme",))
        before = len(self.bundles)
        click(dialog.choice.seal_button)
        wait_until(lambda: len(self.bundles) > before and not dialog.work.is_busy)
        click(dialog.way.copy_button)
        wait_until(lambda: self.bundles[0].state is SentState.COPIED)
        assert cell(dialog.way.table, 0, 1) == "Copied to a stick (checked)"
        dialog.reject()

    def read(self) -> tuple[str, list[str]]:
        """Read what came back; tell how the newest bundle stands and what the desk says."""
        dialog = self.open_dialog()
        dialog.tabs.setCurrentWidget(dialog.way)
        (path,) = self.stick.glob("tra-loi-*.hoinghi")
        dialog.way.choose_bundle = lambda _: path
        before = self.workspace.store.handoffs.down()
        click(dialog.way.read_button)
        wait_until(
            lambda: self.workspace.store.handoffs.down() != before and not dialog.work.is_busy
        )
        said = [dialog.way.remarks.item(row).text() for row in range(dialog.way.remarks.count())]
        state = dialog.way.state_label.text()
        dialog.reject()
        return state, said

    def mend(self) -> None:
        """Change the title in the conference's window."""
        click(self.program.home.open_button)
        window = self.program.window
        assert isinstance(window, ConferenceWindow)
        window.go_to(WizardStep.CONTENT)
        field = window.view(WizardStep.CONTENT).section.field("title")
        field.setFocus()
        type_text(field, MENDED)
        press(field, Qt.Key.Key_Tab)
        window.close()
        assert self.workspace.store.conferences.get(self.conference_id).title == MENDED

    @property
    def bundles(self) -> tuple[SentBundle, ...]:
        return self.workspace.store.handoffs.of(self.conference_id)


class Province(Side):
    """The desk that offices hand over to."""

    def begin(self) -> None:
        store = self.workspace.store
        store.rule_packs.install(to_store(a_plan()))
        self.workspace.is_desk = True
        office = self.workspace.office
        assert office is not None
        self.congress = Conference(
            id=uuid.uuid4().hex, office_id=office.id, title="Đại hội thi đua yêu nước tỉnh"
        )
        store.conferences.add(self.congress)
        self.program.start()
        self.program.province.province.choose_plan("binh-hoa-2024")
        assert not self.program.home.isVisible()

    @property
    def home(self) -> DeskWindow:
        home = self.program.province.home
        assert home is not None
        return home

    def dialog(self, kind: type[QDialog]) -> QDialog:
        dialog = self.program.province.dialog
        assert isinstance(dialog, kind)
        return dialog

    def give_keys(self) -> None:
        """Make the keys at first need, and put the public ones on the stick."""
        click(self.home.keys_button)
        dialog = self.dialog(DeskKeysDialog)
        assert isinstance(dialog, DeskKeysDialog)
        dialog.keeper.show_dialog = self.answers
        dialog.keys.choose_stick = lambda _: self.stick
        click(dialog.keys.make_button)
        wait_until(lambda: dialog.desk.card is not None and not dialog.work.is_busy)
        click(dialog.keys.give_button)
        wait_until(lambda: any(self.stick.glob("*.hoinghi-key")))
        dialog.reject()

    def receive(self) -> ReceiveDialog:
        """Look the stick through."""
        click(self.home.receive_button)
        dialog = self.dialog(ReceiveDialog)
        assert isinstance(dialog, ReceiveDialog)
        dialog.stick.show_folder(self.stick)
        click(dialog.look_button)
        wait_until(dialog.table.isVisible)
        return dialog

    def take(self, dialog: ReceiveDialog) -> None:
        """Take over all that is good."""
        wait_until(dialog.take_button.isEnabled)
        click(dialog.take_button)
        wait_until(dialog.receipts_button.isVisible)

    def view(self) -> ConsolidatedWindow:
        """Open the consolidated view at the commune."""
        self.home.tree.choose("xa-1")
        click(self.home.open_button)
        view = self.program.province.view
        assert view is not None
        self.settled(view)
        return view

    def settled(self, view: ConsolidatedWindow) -> None:
        wait_until(lambda: view.session.view is not None and not view.session.is_busy)

    def send(self) -> None:
        """Write what goes down to the stick."""
        click(self.home.send_button)
        dialog = self.dialog(SendDialog)
        assert isinstance(dialog, SendDialog)
        dialog.stick.show_folder(self.stick)
        click(dialog.write_button)
        wait_until(lambda: dialog.session.summary != "" and dialog.close_button.isVisible())
        assert dialog.session.is_whole, dialog.session.lines
        click(dialog.close_button)


@pytest.fixture
def sides(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[Commune, Province]]:
    """Two computers and the one stick that goes between them."""
    stick = tmp_path / "USB"
    stick.mkdir()
    commune = Commune(tmp_path / "commune", stick, "Ủy ban nhân dân xã Bình Hòa")
    province = Province(tmp_path / "province", stick, "Sở Nội vụ tỉnh Đắk Lắk")
    commune.begin()
    province.begin()
    yield commune, province
    commune.end()
    province.end()


def _standing(province: Province) -> str:
    province.home.tree.choose("xa-1")
    item = province.home.tree.currentItem()
    assert item is not None
    return item.text(1)


def _first_time(province: Province) -> None:
    """Believe the commune by its fingerprint, take over, return with a remark."""
    dialog = province.receive()
    (line,) = dialog.found.items
    assert (line.sender, line.standing) == ("Ủy ban nhân dân xã Bình Hòa", "? unknown office")
    click(dialog.believe_button)
    wait_until(lambda: dialog.table.isVisible() and dialog.take_button.isEnabled())
    assert dialog.found.index(0, 2).data(MARK_ROLE) is Mark.FINE
    province.take(dialog)
    click(dialog.close_button)
    assert _standing(province) == "✔ Received in time"
    view = province.view()
    row = view.offices.current
    assert row is not None
    assert row.line.place.name == "Xã Bình Hòa"
    view.ask_for_remark = lambda _office, _parent: REMARK
    click(view.return_button)
    province.settled(view)
    view.close()
    assert _standing(province) == "! Returned"
    province.send()


def _second_time(province: Province) -> None:
    """Take the newer number over, see what was changed, and accept it."""
    dialog = province.receive()
    standings = sorted(one.standing for one in dialog.found.items)
    assert standings == ["our own", "the same again", "✔ newer"]
    province.take(dialog)
    click(dialog.close_button)
    assert _standing(province) == "! Mended, to look at"
    view = province.view()
    assert [row.what for row in view.changes.rows.items] == ["Of the conference"]
    click(view.accept_button)
    province.settled(view)


def _take_delegates(province: Province) -> None:
    """Let those whom the commune chose be participants of the congress."""
    view = province.program.province.view
    assert view is not None
    click(view.take_button)
    take = province.dialog(TakeDialog)
    assert isinstance(take, TakeDialog)
    wait_until(lambda: bool(take.changes))
    click(take.take_button)
    click(take.close_button)
    view.close()
    assert _standing(province) == "✔ Received in time"


def test_a_conference_goes_up_comes_back_and_is_accepted(sides: tuple[Commune, Province]) -> None:
    commune, province = sides
    province.give_keys()
    commune.hand_over(knows_desk=False)
    _first_time(province)
    assert commune.read() == ("The desk has returned it", [REMARK])
    commune.mend()
    commune.hand_over(knows_desk=True)
    assert commune.bundles[0].number == 2
    _second_time(province)
    _take_delegates(province)
    province.send()
    assert commune.read()[0] == "The desk has received it"

    store, congress = province.workspace.store, province.congress.id
    people = store.delegates.of(congress)
    assert sorted(one.name for one in people) == sorted(commune.names)
    groups = {one.id: one.key for one in store.conferences.get(congress).groups}
    alternates = [one.name for one in people if groups.get(one.group_id) == ALTERNATES]
    assert alternates == commune.names[2:]
    store.log.undo(congress)
    assert store.delegates.of(congress) == ()
