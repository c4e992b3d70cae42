"""Keys and trust: one's own keys, and by which keys others are known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractItemView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.known_keys import KnownKeys
from desktop.handoff.key_ring import UnlockedKeys, card_of
from desktop.language import tr
from desktop.models.key_desk import KeyDesk
from desktop.sentences.hand_over import copying_failure_sentence, key_origin_name
from desktop.widgets.column_room import give_widths
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP
from desktop.widgets.work_line import WorkLine
from desktop.windows.hand_over_choice import ask_for_keys
from desktop.windows.hand_over_way import ask_for_stick
from desktop.windows.key_keeper import KeyKeeper, show_once
from desktop.windows.keys_from_file import Compare, take_keys

_WIDTHS = (240, 80, 180)


class KeysTab(QWidget):
    """Makes, protects and shows the office's keys; takes over and revokes those of others.

    Attributes:
        choose_stick, choose_keys, compare: ask; replaceable.
        table: everybody's keys.
    """

    def __init__(
        self,
        desk: KeyDesk,
        keeper: KeyKeeper,
        work: WorkLine,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeper = keeper
        self._work = work
        self.choose_stick: Callable[[QWidget], Path | None] = ask_for_stick
        self.choose_keys: Callable[[QWidget], Path | None] = ask_for_keys
        self.compare: Compare = show_once
        self._known: tuple[KnownKeys, ...] = ()
        self.own_label = PlainLabel(parent=self)
        self.own_label.setProperty("emphasis", "strong")
        self.make_button = self._button(tr("&Make keys…"), self._make)
        self.passphrase_button = self._button(tr("&Passphrase…"), keeper.change_passphrase)
        self.recover_button = self._button(tr("&Forgotten passphrase…"), keeper.recover)
        self.give_button = self._button(tr("Public keys to a &stick…"), self.give)
        self.form_button = self._button(tr("Print the fin&gerprint…"), self.print_form)
        self.table = self._make_table()
        self.add_button = self._button(tr("&Add keys from a file…"), self.add_keys)
        self.revoke_button = self._button(tr("Re&voke"), self.revoke)
        self._own_buttons = (
            self.passphrase_button,
            self.recover_button,
            self.give_button,
            self.form_button,
        )
        self._lay_out()
        desk.changed.connect(self.refresh)
        work.busy_changed.connect(lambda _busy: self._enable())
        self.refresh()

    @property
    def chosen(self) -> KnownKeys | None:
        """The keys of the current row."""
        row = self.table.currentRow()
        return self._known[row] if 0 <= row < len(self._known) else None

    def refresh(self) -> None:
        """Read the keys again."""
        card = self._desk.card
        if card is None:
            self.own_label.setText(tr("Your office has no keys yet."))
        else:
            self.own_label.setText(
                tr(
                    "Your keys number {number}. Fingerprint: {fingerprint}",
                    number=card.keys.number,
                    fingerprint=card.fingerprint(),
                )
            )
        self._known = self._desk.known()
        self.table.setRowCount(len(self._known))
        for row, known in enumerate(self._known):
            for column, text in enumerate(self._cells(known)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        if self._known and self.table.currentRow() < 0:
            self.table.selectRow(0)
        self._enable()

    def give(self) -> None:
        """Write the public keys to a stick."""
        self._keeper.with_keys(self._give)

    def print_form(self) -> None:
        """Print the form with the fingerprint."""
        self._keeper.print_paper(self._desk.form(), "phieu-dau-khoa.pdf")

    def add_keys(self) -> None:
        """Take over the keys of somebody, once their fingerprint was compared."""
        path = self.choose_keys(self)
        if path is None:
            return
        name = take_keys(path, self._desk, self.compare, self._work, self)
        if name is not None:
            self._work.say(tr("{name} is known by these keys now.", name=name))

    def revoke(self) -> None:
        """Let the keys chosen no longer count."""
        known = self.chosen
        if known is not None:
            self._desk.revoke(known)
            self._work.say(
                tr(
                    "Keys number {number} of {name} no longer count: nothing is sealed for them,"
                    " and nothing signed with them is taken.",
                    number=known.number,
                    name=known.name,
                )
            )

    def _make(self) -> None:
        card = self._desk.card
        if card is None:
            self._keeper.make()
            return
        older = card.keys.number
        self._keeper.make(made=lambda: self._desk.revoke_own(older))

    def _give(self, unlocked: UnlockedKeys) -> None:
        folder = self.choose_stick(self)
        if folder is None:
            return
        try:
            path = self._desk.write_card_file(folder, unlocked)
        except OSError as error:
            self._work.say(copying_failure_sentence(error, folder), "binding")
        else:
            self._work.say(
                tr(
                    "Your public keys are on the stick: “{file}”. Print the fingerprint too: the"
                    " desk compares it.",
                    file=path.name,
                )
            )

    def _cells(self, known: KnownKeys) -> tuple[str, ...]:
        state = tr("revoked") if self._desk.is_revoked(known) else key_origin_name(known.origin)
        return known.name, str(known.number), state, card_of(known).fingerprint()

    def _enable(self) -> None:
        is_free, has_keys = not self._work.is_busy, self._desk.card is not None
        self.make_button.setText(tr("&New keys…") if has_keys else tr("&Make keys…"))
        self.make_button.setEnabled(is_free)
        for button in self._own_buttons:
            button.setEnabled(is_free and has_keys)
        self.add_button.setEnabled(is_free)
        known = self.chosen
        can_revoke = known is not None and not self._desk.is_revoked(known)
        self.revoke_button.setEnabled(is_free and can_revoke)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_WIDTHS) + 1, self)
        table.setHorizontalHeaderLabels(
            [tr("Owner"), tr("Key no."), tr("Trust"), tr("Fingerprint")]
        )
        table.setAccessibleName(tr("Keys of others"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setStretchLastSection(True)
        give_widths(table.horizontalHeader(), dict(enumerate(_WIDTHS)))
        keep_widths(table, "keys")
        table.itemSelectionChanged.connect(self._enable)
        return table

    def _button(self, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(action)
        return button

    def _lay_out(self) -> None:
        own, others = QWidget(self), QWidget(self)
        own_row, others_row = FlowLayout(own), FlowLayout(others)
        for button in (self.make_button, *self._own_buttons):
            own_row.addWidget(button)
        for button in (self.add_button, self.revoke_button):
            others_row.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addWidget(
            PlainLabel(
                tr(
                    "Your keys seal and sign; the desk learns the public ones from a stick and"
                    " compares their fingerprint with the printed form. New keys take the place of"
                    " lost ones: the old number no longer counts, and the desk is told by the new"
                    " file and form."
                ),
                "hint",
                self,
            )
        )
        column.addWidget(self.own_label)
        column.addWidget(own)
        column.addWidget(
            PlainLabel(
                tr(
                    "Others are known by their keys: first from a file whose fingerprint you"
                    " compare, later through their rules. What was revoked never counts again."
                ),
                "hint",
                self,
            )
        )
        column.addWidget(self.table, 1)
        column.addWidget(others)
