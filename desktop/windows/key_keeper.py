"""Makes and unlocks the office's keys at first need, and then goes on with what needed them."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from db.errors import StoreError
from desktop.documents.blocks import Document
from desktop.documents.hand_over import write_document
from desktop.errors import InputRefused
from desktop.handoff.key_jobs import make_job, recover_job, rekey_job, unlock_job
from desktop.handoff.key_ring import UnlockedKeys
from desktop.handoff.keys import NewKeys
from desktop.language import tr
from desktop.models.key_desk import KeyDesk
from desktop.sentences.exports import saving_failure_sentence
from desktop.sentences.hand_over import sealing_failure_sentence
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.store import store_sentence
from desktop.widgets.work_line import WorkLine
from desktop.windows.key_dialogs import NewPassphraseDialog, PassphraseDialog, RecoveryDialog
from desktop.wizard.export_bar import open_with_system


def show_once(dialog: QDialog) -> bool:
    """Show a dialog and tell whether it was accepted; it may still be read, and is then gone."""
    is_accepted = bool(dialog.exec())
    dialog.deleteLater()
    return is_accepted


class KeyKeeper(QObject):
    """Works with the keys for one dialog.

    Attributes:
        open_path: opens a paper to be printed; replaceable.
        show_dialog: shows one of our dialogs and tells whether it was accepted; replaceable.
    """

    def __init__(self, desk: KeyDesk, work: WorkLine, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._work = work
        self._window = window
        self.open_path: Callable[[Path], bool] = open_with_system
        self.show_dialog: Callable[[QDialog], bool] = show_once
        self._waiting: Callable[[], object] | None = None
        work.busy_changed.connect(self._go_on)
        # papers that are printed from here and kept nowhere
        self._folder = Path(tempfile.mkdtemp(prefix="hoinghi-"))
        self._tidy = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def end(self) -> None:
        """Throw the printed papers away."""
        self._tidy()

    def with_keys(self, then: Callable[[UnlockedKeys], object]) -> None:
        """Go on with the keys, made or unlocked first where needed."""
        if self._desk.unlocked is not None:
            then(self._desk.unlocked)
        elif self._desk.card is None:
            self.make(then)
        elif self._desk.needs_passphrase:
            self._unlock(then)
        else:
            then(self._desk.unlock_plain())

    def make(
        self,
        then: Callable[[UnlockedKeys], object] | None = None,
        made: Callable[[], object] | None = None,
    ) -> None:
        """Make the next keys, and see that their recovery key gets onto paper.

        Args:
            then: goes on with them once that is done.
            made: called as soon as they are stored.
        """
        try:
            number = self._desk.next_key_number()
        except InputRefused as refusal:
            self._work.say(refusal_sentence(refusal), "binding")
            return
        dialog = NewPassphraseDialog(
            tr("Make the keys of your office"),
            tr(
                "Keys seal what you hand over and sign it in the name of your office. They are made"
                " once on this computer; a passphrase protects them if somebody else uses it too."
            ),
            tr("&Make the keys"),
            self._window,
        )
        if not self.show_dialog(dialog):
            return
        self._work.start(
            make_job,
            dialog.passphrase,
            number,
            name=tr("Making keys…"),
            then=lambda new: self._made(new, then, made),
            failed=sealing_failure_sentence,
            stopped=tr("Stopped. No keys were made."),
        )

    def change_passphrase(self) -> None:
        """Let the keys rest under another passphrase, or none."""
        needs_old = self._desk.needs_passphrase
        dialog = NewPassphraseDialog(
            tr("Passphrase of the keys"),
            tr(
                "A passphrase protects your keys from whoever else uses this computer. Leave it"
                " empty to use the keys without one."
            ),
            tr("&Set it"),
            self._window,
            asks_old=needs_old,
        )
        if not self.show_dialog(dialog):
            return
        old = dialog.old.text() if dialog.old is not None else ""
        self._rest(rekey_job, self._desk.pairs, old, dialog.passphrase)

    def recover(self) -> None:
        """Let the keys rest under a new passphrase, opened with the paper."""
        dialog = NewPassphraseDialog(
            tr("Forgotten passphrase"),
            tr(
                "Type the recovery key from the paper that was locked away. Then choose a new"
                " passphrase; the keys themselves stay the same."
            ),
            tr("&Set it"),
            self._window,
            asks_recovery=True,
        )
        if not self.show_dialog(dialog):
            return
        typed = dialog.recovery.text() if dialog.recovery is not None else ""
        self._rest(recover_job, self._desk.pairs[-1], typed, dialog.passphrase)

    def print_paper(self, document: Document | None, name: str) -> None:
        """Draw a paper that is kept nowhere, and open it to be printed."""
        if document is None:
            return
        self._work.start(
            write_document,
            document,
            self._desk.workspace.clock(),
            self._folder / name,
            name=tr("Drawing the paper…"),
            then=self._open,
            failed=lambda error: saving_failure_sentence(error, self._folder),
            stopped=tr("Stopped. Nothing was drawn."),
        )

    def _open(self, path: Path) -> None:
        if self.open_path(path):
            self._work.say(tr("Print the paper that was opened; it is kept nowhere."))
        else:
            self._work.say(tr("No program opens “{name}” here.", name=path.name), "binding")

    def _unlock(self, then: Callable[[UnlockedKeys], object]) -> None:
        dialog = PassphraseDialog(self._window)
        if not self.show_dialog(dialog):
            return

        def go_on(unlocked: UnlockedKeys) -> None:
            self._desk.unlocked = unlocked
            then(unlocked)

        self._work.start(
            unlock_job,
            self._desk.card,
            self._desk.pairs,
            dialog.passphrase,
            name=tr("Unlocking the keys…"),
            then=go_on,
            failed=sealing_failure_sentence,
            stopped=tr("Stopped. The keys are still locked."),
        )

    def _rest(self, job: Callable[..., object], *arguments: object) -> None:
        def note(pairs: object) -> None:
            try:
                self._desk.note_rested(pairs if isinstance(pairs, tuple) else (pairs,))
            except StoreError as error:
                self._work.say(store_sentence(error), "binding")
            else:
                self._work.say(tr("The passphrase of your keys was set."))

        self._work.start(
            job,
            *arguments,
            name=tr("Setting the passphrase…"),
            then=note,
            failed=sealing_failure_sentence,
            stopped=tr("Stopped. The passphrase is as it was."),
        )

    def _made(
        self,
        new: NewKeys,
        then: Callable[[UnlockedKeys], object] | None,
        made: Callable[[], object] | None,
    ) -> None:
        try:
            self._desk.note_made(new)
            if made is not None:
                made()
        except StoreError as error:
            self._work.say(store_sentence(error), "binding")
            return
        paper = self._desk.recovery_paper(new.recovery_key)
        self.show_dialog(
            RecoveryDialog(
                new.recovery_key,
                lambda: self.print_paper(paper, "khoa-khoi-phuc.pdf"),
                self._window,
            )
        )
        self._work.say(tr("The keys of your office are made."))
        unlocked = self._desk.unlocked
        if then is not None and unlocked is not None:
            self._waiting = lambda: then(unlocked)
            self._go_on(is_busy=self._work.is_busy)

    def _go_on(self, is_busy: bool) -> None:  # noqa: FBT001 - a slot
        """Do what waited for the recovery key to be drawn."""
        if not is_busy and self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            waiting()
