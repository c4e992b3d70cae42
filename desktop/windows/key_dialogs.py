"""What is asked about keys: passphrases, the recovery key put away, a fingerprint compared."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.handoff.keys import Card
from desktop.language import tr
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import resize_within_screen

_WIDTH = 560


class _AskDialog(QDialog):
    """A title, two sentences, what is asked, and OK or Cancel."""

    def __init__(self, title: str, sentences: str, ok: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        self.column.setSpacing(GAP)
        self.column.addWidget(PlainLabel(sentences, "hint", self))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok_button.setText(ok)
        self.ok_button.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._buttons = buttons

    def _end_layout(self) -> None:
        self.column.addStretch(1)
        self.column.addWidget(self._buttons)
        resize_within_screen(self, _WIDTH, self.column.sizeHint().height())


def _secret_field(name: str, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field


class PassphraseDialog(_AskDialog):
    """Asks for the passphrase that the keys rest under."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Unlock the keys"),
            tr(
                "The keys of your office rest under a passphrase. Type it; it is needed once until"
                " this window is closed."
            ),
            tr("&Unlock"),
            parent,
        )
        self.field = _secret_field(tr("Passphrase"), self)
        form = QFormLayout()
        form.addRow(tr("Passphrase"), self.field)
        self.column.addLayout(form)
        self.field.textChanged.connect(lambda text: self.ok_button.setEnabled(bool(text)))
        self.ok_button.setEnabled(False)
        self._end_layout()

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.field.text()


class NewPassphraseDialog(_AskDialog):
    """Asks for a new passphrase, twice; empty is none.

    Attributes:
        old: the one it takes the place of; None where there was none.
        recovery: the recovery key, where the old one was forgotten.
    """

    def __init__(
        self,
        title: str,
        sentences: str,
        ok: str,
        parent: QWidget | None = None,
        *,
        asks_old: bool = False,
        asks_recovery: bool = False,
    ) -> None:
        super().__init__(title, sentences, ok, parent)
        form = QFormLayout()
        self.old: QLineEdit | None = None
        self.recovery: QLineEdit | None = None
        if asks_old:
            self.old = _secret_field(tr("Old passphrase"), self)
            form.addRow(tr("Old passphrase"), self.old)
        if asks_recovery:
            self.recovery = QLineEdit(self)
            self.recovery.setAccessibleName(tr("Recovery key from the paper"))
            form.addRow(tr("Recovery key from the paper"), self.recovery)
        self.first = _secret_field(tr("New passphrase"), self)
        self.second = _secret_field(tr("Once more"), self)
        form.addRow(tr("New passphrase"), self.first)
        form.addRow(tr("Once more"), self.second)
        self.column.addLayout(form)
        self.note = PlainLabel(role="hint", parent=self)
        self.column.addWidget(self.note)
        for field in (self.first, self.second):
            field.textChanged.connect(self._compare)
        self._compare()
        self._end_layout()

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text()

    def _compare(self) -> None:
        is_same = self.first.text() == self.second.text()
        self.ok_button.setEnabled(is_same)
        if not is_same:
            self.note.setText(tr("The two differ so far."))
        elif self.first.text():
            self.note.setText(tr("Who forgets it needs the recovery key from the paper."))
        else:
            self.note.setText(
                tr("Without a passphrase, whoever uses this computer can seal in your name.")
            )


class RecoveryDialog(QDialog):
    """Shows a recovery key this once, and lets go only when it is on paper.

    Attributes:
        print_button: asks for the paper.
        done_box: says that it was put away.
    """

    def __init__(
        self, recovery_key: str, print_paper: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Recovery key"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addWidget(
            PlainLabel(
                tr(
                    "Your keys are made. Print the recovery key now and lock it away: it is shown"
                    " this once and stored nowhere, and it opens everything when the passphrase is"
                    " forgotten or this computer is lost."
                ),
                "hint",
                self,
            )
        )
        self.key_label = PlainLabel(recovery_key, "heading", self)
        self.key_label.setAccessibleName(tr("Recovery key"))
        column.addWidget(self.key_label)
        self.print_button = QPushButton(tr("&Print it…"), self)
        self.print_button.setProperty("role", "primary")
        self.print_button.clicked.connect(lambda _checked: print_paper())
        self.done_box = QCheckBox(tr("It is on paper and &locked away"), self)
        column.addWidget(self.print_button)
        column.addWidget(self.done_box)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.close_button = buttons.button(QDialogButtonBox.StandardButton.Close)
        self.close_button.setEnabled(False)
        self.done_box.toggled.connect(self.close_button.setEnabled)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        resize_within_screen(self, _WIDTH, 320)

    def reject(self) -> None:
        """Stay until the key was put away."""
        if self.done_box.isChecked():
            super().reject()


class FingerprintDialog(_AskDialog):
    """Shows whose keys came, to be held against the printed form.

    Attributes:
        compared_box: without it nothing is taken over.
    """

    def __init__(
        self, card: Card, revoked: tuple[int, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Compare the fingerprint"),
            tr(
                "Hold the eight groups below against the form that the owner signed. Take the keys"
                " over only if every group is the same; else ring the owner up."
            ),
            tr("&Take over the keys"),
            parent,
        )
        self.column.addWidget(
            PlainLabel(
                tr("Keys number {number} of {name}", number=card.keys.number, name=card.name),
                parent=self,
            )
        )
        self.fingerprint_label = PlainLabel(card.fingerprint(), "heading", self)
        self.fingerprint_label.setAccessibleName(tr("Fingerprint"))
        self.column.addWidget(self.fingerprint_label)
        if revoked:
            numbers = ", ".join(map(str, revoked))
            told = tr("Revoked keys, by number: {numbers}", numbers=numbers)
            self.column.addWidget(PlainLabel(told, "advisory", self))
        self.compared_box = QCheckBox(tr("Every group is the &same as on the form"), self)
        self.compared_box.toggled.connect(self.ok_button.setEnabled)
        self.ok_button.setEnabled(False)
        self.column.addWidget(self.compared_box)
        self._end_layout()


class CodeDialog(_AskDialog):
    """Asks for the check code that the desk reads out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Type a check code"),
            tr(
                "The desk reads out sixteen digits when it has taken your bundle, or returns it."
                " Type them with or without spaces; the program knows which bundle they belong to."
            ),
            tr("&Check"),
            parent,
        )
        self.field = QLineEdit(self)
        self.field.setAccessibleName(tr("Check code"))
        form = QFormLayout()
        form.addRow(tr("Check code"), self.field)
        self.column.addLayout(form)
        self._end_layout()

    @property
    def code(self) -> str:
        """What was typed."""
        return self.field.text()
