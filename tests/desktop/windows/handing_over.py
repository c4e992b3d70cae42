"""An office at the dialog that hands over, with every question answered, and the desk's answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTableWidget
from pytestqt.qtbot import QtBot

from db.handoffs import SentBundle
from desktop.handoff.bundle import OpenedBundle, Trust, open_bundle, seal, sign_openly
from desktop.handoff.down_content import Reply, Rules, RulesContent, write_reply, write_rules
from desktop.handoff.frame import BundleKind
from desktop.handoff.key_files import card_file, write_key_file
from desktop.models.workspace import Workspace
from desktop.windows.hand_over_choice import HandOverChoice
from desktop.windows.hand_over_dialog import HandOverDialog
from desktop.windows.key_dialogs import (
    FingerprintDialog,
    NewPassphraseDialog,
    PassphraseDialog,
    RecoveryDialog,
)
from tests.builders import an_office
from tests.desktop.handoff.parties import DESK, address, party
from tests.hands import type_text

PATIENCE_MS = 60_000


class Answers:
    """What the officer answers to each dialog of keys, and which came up."""

    def __init__(self, passphrase: str = "") -> None:
        self.passphrase = passphrase
        self.recovery_key = ""
        self.accepts = True
        self.prints = False
        self.shown: list[str] = []

    def types(self, passphrase: str) -> None:
        """Type this passphrase from now on."""
        self.passphrase = passphrase

    def __call__(self, dialog: QDialog) -> bool:
        self.shown.append(type(dialog).__name__)
        match dialog:
            case RecoveryDialog():
                self.recovery_key = dialog.key_label.text()
                if self.prints:
                    dialog.print_button.click()
            case PassphraseDialog():
                type_text(dialog.field, self.passphrase)
            case NewPassphraseDialog():
                if dialog.recovery is not None:
                    type_text(dialog.recovery, self.recovery_key)
                if dialog.old is not None:
                    type_text(dialog.old, self.passphrase)
                for field in (dialog.first, dialog.second):
                    type_text(field, self.passphrase)
            case FingerprintDialog():
                dialog.compared_box.setChecked(True)
        dialog.deleteLater()
        return self.accepts


class Office:
    """The dialog of one conference, with hands on its buttons."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, folder: Path) -> None:
        self.qtbot = qtbot
        self.workspace = workspace
        workspace.store.offices.save(an_office())
        self.conference_id = workspace.add_sample()
        self.folder = folder
        self.stick = folder / "USB"
        self.stick.mkdir()
        self.answers = Answers()
        self.opened_papers: list[Path] = []
        self.dialog = self.open(self.conference_id)

    def open(self, conference_id: str) -> HandOverDialog:
        """Open the dialog, every question answered."""
        dialog = HandOverDialog(self.workspace, conference_id)
        self.qtbot.addWidget(dialog)
        dialog.keeper.show_dialog = self.answers
        dialog.keeper.open_path = self._open
        dialog.way.open_path = self._open
        for tab in (dialog.choice, dialog.keys):
            if tab is not None:
                tab.choose_keys = lambda _: self.folder / "desk.hoinghi-key"
        for chooser in (dialog.choice, dialog.keys, dialog.way):
            if chooser is not None:
                chooser.compare = self.answers
        dialog.way.choose_stick = dialog.keys.choose_stick = lambda _: self.stick
        dialog.show()
        return dialog

    def know_desk(self) -> None:
        """Take over the desk's keys from their file."""
        desk = party(DESK)
        write_key_file(self.folder / "desk.hoinghi-key", card_file(desk.card(), desk.keys))
        assert self.dialog.choice is not None
        self.dialog.choice.receiver_button.click()

    def seal(self, *papers: str) -> SentBundle:
        """Seal with these papers and wait."""
        choice = self.dialog.choice
        assert choice is not None
        tick_only(choice, papers)
        before = len(self.bundles)
        choice.seal_button.click()
        self.qtbot.waitUntil(lambda: len(self.bundles) > before, timeout=PATIENCE_MS)
        return self.bundles[0]

    def copy(self) -> None:
        """Copy the bundle chosen and wait."""
        self.do(self.dialog.way.copy_button.click)

    def do(self, action: Callable[[], object]) -> str:
        """Do something that takes a while; give what was said of it."""
        action()
        work = self.dialog.work
        self.qtbot.waitUntil(lambda: not work.is_busy, timeout=PATIENCE_MS)
        return work.outcome.text()

    def read(self, path: Path) -> str:
        """Read what came back; give what was said of it."""
        self.dialog.way.choose_bundle = lambda _: path
        return self.do(self.dialog.way.read_button.click)

    @property
    def bundles(self) -> tuple[SentBundle, ...]:
        return self.workspace.store.handoffs.of(self.conference_id)

    @property
    def on_stick(self) -> list[Path]:
        return sorted(self.stick.iterdir())

    def state(self, row: int = 0) -> str:
        return cell(self.dialog.way.table, row, 1)

    def desk_opens(self, path: Path) -> OpenedBundle:
        """Open a bundle as the desk."""
        card = self.dialog.desk.card
        assert card is not None
        trust = Trust(me=DESK, known={card.id: {card.keys.signing: card.keys.number}})
        return open_bundle(path.read_bytes(), [party(DESK).keys.identity()], trust)

    def desk_replies(self, reply: Reply, number: int = 1) -> Path:
        """Let the desk seal a reply onto the stick."""
        card = self.dialog.desk.card
        assert card is not None
        down = address(kind=BundleKind.REPLY, recipient=card.id, subject="", number=number)
        path = self.stick / f"tra-loi-{number}.hoinghi"
        path.write_bytes(seal(down, write_reply(reply), party(DESK), card.keys))
        return path

    def desk_gives_rules(
        self, number: int = 1, fields: tuple[str, ...] = (), **packs: bytes
    ) -> Path:
        """Let the desk give out rules on the stick."""
        keys = (party(DESK).keys.public(),)
        named = {name.replace("_", "-"): data for name, data in packs.items()}
        content = write_rules(RulesContent(rules=Rules(keys=keys, fields=fields), packs=named))
        down = address(kind=BundleKind.RULES, recipient="", subject="", number=number)
        path = self.stick / "quy-tac.hoinghi"
        path.write_bytes(sign_openly(down, content, party(DESK)))
        return path

    def _open(self, path: Path) -> bool:
        self.opened_papers.append(path)
        return path.read_bytes().startswith(b"%PDF")


def cell(table: QTableWidget, row: int, column: int) -> str:
    """Read a cell."""
    item = table.item(row, column)
    assert item is not None
    return item.text()


def tick_only(choice: HandOverChoice, papers: tuple[str, ...]) -> None:
    """Tick these papers and no others."""
    for row in range(choice.papers.count()):
        item = choice.papers.item(row)
        is_wanted = item.data(Qt.ItemDataRole.UserRole) in papers
        item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
