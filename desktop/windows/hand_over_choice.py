"""What travels to whom: findings that block first, then fields, portraits and papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from db.known_keys import KnownKeys
from desktop.documents.added_papers import MAX_ADDED_BYTES, AddedPaper, read_added
from desktop.documents.hand_over import seal_conference
from desktop.handoff.field_choice import PHOTO_FIELD, choosable_fields
from desktop.handoff.key_files import CARD_ENDING
from desktop.handoff.key_ring import UnlockedKeys, card_of
from desktop.handoff.sealing import SealedFile
from desktop.language import tr
from desktop.models.hand_over import Asked, HandOverDesk
from desktop.sentences.findings import finding_sentence
from desktop.sentences.hand_over import sealing_failure_sentence
from desktop.sentences.person_fields import person_field_name
from desktop.sentences.store import store_sentence
from desktop.widgets.action_list import ActionList
from desktop.widgets.field_ticks import FieldTicks
from desktop.widgets.file_choice import FileKind, choose_file
from desktop.widgets.icons import Icon, make_primary
from desktop.widgets.labels import PlainLabel
from desktop.widgets.roomy_box import RoomyBox
from desktop.widgets.theme import GAP
from desktop.widgets.work_line import WorkLine
from desktop.windows.hand_over_papers import HandOverPapers
from desktop.windows.key_keeper import KeyKeeper, show_once
from desktop.windows.keys_from_file import Compare, take_keys

_FINDINGS_HEIGHT = 84


def ask_for_keys(parent: QWidget) -> Path | None:
    """Let a file of public keys be chosen."""
    kinds = f"{tr('Keys')} (*{CARD_ENDING})"
    return choose_file(parent, FileKind.KEYS, tr("Open a file of keys"), kinds)


def ask_for_pdf(parent: QWidget) -> Path | None:
    """Let a PDF that is to travel be chosen."""
    kinds = f"{tr('PDF files')} (*.pdf *.PDF)"
    return choose_file(parent, FileKind.PAPER, tr("Add a PDF to what travels"), kinds)


class HandOverChoice(QWidget):
    """Asks what is to travel, and seals it.

    Attributes:
        choose_keys, choose_pdf: ask for a file of keys, and for a PDF; replaceable.
        compare: shows a fingerprint and tells whether it is the same; replaceable.
        blocking: what has to be mended first.
    """

    sealed = Signal(object)  # SentBundle

    def __init__(
        self,
        desk: HandOverDesk,
        conference_id: str,
        keeper: KeyKeeper,
        work: WorkLine,
        parent: QWidget | None = None,
        added: Sequence[AddedPaper] = (),
    ) -> None:
        """Take what the dialog shares; `added` are PDFs that travel if they stay ticked."""
        super().__init__(parent)
        self._desk = desk
        self._conference_id = conference_id
        self._keeper = keeper
        self._work = work
        self.choose_keys: Callable[[QWidget], Path | None] = ask_for_keys
        self.choose_pdf: Callable[[QWidget], Path | None] = ask_for_pdf
        self.compare: Compare = show_once
        self._known: tuple[KnownKeys, ...] = ()
        self.blocking = ActionList(self)
        self.blocking.setAccessibleName(tr("To be mended first"))
        self.blocking.fit_content(_FINDINGS_HEIGHT)
        self._blocked_label = PlainLabel(
            tr("The plan leaves no choice in this. Mend it first, or note what was decided:"),
            "binding",
            self,
        )
        self.receiver = RoomyBox(self)
        self.receiver.setAccessibleName(tr("Receiver"))
        self.receiver.currentIndexChanged.connect(self._show_receiver)
        self.receiver_button = self._button(tr("Add their &keys…"), self.add_keys)
        self.fingerprint_label = PlainLabel(role="hint", parent=self)
        self.fields = FieldTicks(self, choosable_fields())
        self.fields.setAccessibleName(tr("What is told of each person"))
        self._told_label = PlainLabel(role="hint", parent=self)
        self._proposed_for: tuple[str, tuple[str, ...]] | None = None
        self._explained = PlainLabel(role="hint", parent=self)
        self.fields.explained.connect(self._explained.setText)
        self.photos_box = QCheckBox(tr("&Portraits too"), self)
        self.papers = HandOverPapers(self)
        for paper in added:
            self.papers.add_paper(paper)
        self.add_button = self._button(tr("&Add a PDF…"), self.add_pdf)
        self.add_button.setToolTip(tr("A scan with signature and seal, or another paper"))
        self.remove_button = self._button(tr("Take it &out"), self.remove_pdf)
        self.papers.currentRowChanged.connect(lambda _row: self._enable())
        self.seal_button = self._button(tr("&Seal"), self.seal)
        make_primary(self.seal_button, Icon.HAND_OVER)
        self._lay_out()
        desk.changed.connect(self.refresh)
        work.busy_changed.connect(lambda _busy: self._enable())
        self.refresh()
        self.check()

    @property
    def chosen_fields(self) -> tuple[str, ...]:
        """The fields ticked, portraits among them."""
        photo = (PHOTO_FIELD,) if self.photos_box.isChecked() else ()
        return (*self.fields.fields, *photo)

    def check(self) -> None:
        """Hold the conference against its plan; nothing else changes it while this is shown."""
        findings = self._desk.blocking(self._conference_id)
        self.blocking.clear()
        self.blocking.addItems([finding_sentence(one) for one in findings])
        self.blocking.setVisible(bool(findings))
        self._blocked_label.setVisible(bool(findings))
        self._enable()

    def refresh(self) -> None:
        """Read again who may receive."""
        self._known = self._desk.desks()
        self.receiver.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.receiver.clear()
        self.receiver.addItems([one.name for one in self._known])
        self.receiver.blockSignals(False)  # noqa: FBT003
        self._show_receiver()
        self._enable()

    def add_keys(self) -> None:
        """Take over the receiver's keys from a file, once their fingerprint was compared."""
        path = self.choose_keys(self)
        if path is None:
            return
        name = take_keys(path, self._desk, self.compare, self._work, self)
        if name is not None:
            self._work.say(tr("You can hand over to {name} now.", name=name))

    def add_pdf(self) -> None:
        """Read a PDF into what travels."""
        path = self.choose_pdf(self)
        if path is None:
            return
        others = self.papers.every_added
        self._work.start(
            read_added,
            path,
            tuple(one.name for one in others),
            MAX_ADDED_BYTES - sum(len(one.data) for one in others),
            name=tr("Reading the PDF…"),
            then=self._add,
            failed=sealing_failure_sentence,
            stopped=tr("Stopped. Nothing was added."),
        )

    def remove_pdf(self) -> None:
        """Take the PDF chosen out of what travels; its file stays where it is."""
        self.papers.remove_current()
        self._enable()

    def _add(self, paper: AddedPaper) -> None:
        self.papers.add_paper(paper)
        self.papers.setFocus()

    def seal(self) -> None:
        """Seal what is ticked for the receiver chosen."""
        self._keeper.with_keys(self._seal)

    def _seal(self, unlocked: UnlockedKeys) -> None:
        receiver = self._known[self.receiver.currentIndex()]
        try:
            asked = self._desk.ask(
                self._conference_id,
                receiver,
                self.chosen_fields,
                self.papers.keys,
                unlocked,
                self.papers.added,
            )
        except (StoreError, OSError) as error:
            self._work.say(_sentence(error), "binding")
            return
        self._work.start(
            seal_conference,
            asked.order,
            asked.papers,
            name=tr("Sealing…"),
            then=lambda sealed: self._note(asked, sealed),
            failed=sealing_failure_sentence,
            stopped=tr("Stopped. Nothing was sealed."),
        )

    def _note(self, asked: Asked, sealed: SealedFile) -> None:
        try:
            bundle = self._desk.note_sealed(asked, sealed)
        except StoreError as error:
            self._work.say(store_sentence(error), "binding")
            return
        self._work.say(
            tr(
                "Bundle number {number} is sealed for {name}: {people} people, {pictures} pictures,"
                " {papers} papers. Copy it to a stick now.",
                number=bundle.number,
                name=asked.receiver.name,
                people=bundle.people,
                pictures=bundle.pictures,
                papers=len(bundle.papers),
            )
        )
        self.sealed.emit(bundle)

    def _show_receiver(self) -> None:
        self._show_fingerprint()
        index = self.receiver.currentIndex()
        known = self._known[index] if 0 <= index < len(self._known) else None
        receiver_id = known.owner_id if known is not None else ""
        asked = self._desk.asked_fields(receiver_id)
        if (receiver_id, asked) == self._proposed_for:
            return  # what the officer ticked stays
        self._proposed_for = (receiver_id, asked)
        proposed = self._desk.proposed_fields(self._conference_id, receiver_id)
        self.fields.tick(proposed)
        self.photos_box.setChecked(PHOTO_FIELD in proposed)
        told = (
            tr(
                "“{name}” asks for: {fields}. Name, unit and group always travel, and what is"
                " sensitive is marked. Sealed, it can be read by the desk and by you alone.",
                name=known.name,
                fields=", ".join(map(person_field_name, asked)),
            )
            if known is not None and asked
            else tr(
                "Ticked is what the plan counts; name, unit and group always travel, and what is"
                " sensitive is marked. Sealed, it can be read by the desk and by you alone."
            )
        )
        self._told_label.setText(told)

    def _show_fingerprint(self) -> None:
        index = self.receiver.currentIndex()
        if 0 <= index < len(self._known):
            card = card_of(self._known[index])
            text = tr("Fingerprint: {fingerprint}", fingerprint=card.fingerprint())
        else:
            text = tr("Nobody yet: add the keys that the desk gave you on a stick.")
        self.fingerprint_label.setText(text)

    def _enable(self) -> None:
        is_free = not self._work.is_busy
        self.receiver_button.setEnabled(is_free)
        self.add_button.setEnabled(is_free)
        self.remove_button.setEnabled(is_free and self.papers.is_added_current)
        self.seal_button.setEnabled(is_free and bool(self._known) and not self.blocking.count())

    def _button(self, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(action)
        return button

    def _lay_out(self) -> None:
        caption = QLabel(tr("&To"), self)
        caption.setBuddy(self.receiver)
        to = QHBoxLayout()
        to.setSpacing(GAP)
        to.addWidget(caption)
        to.addWidget(self.receiver, 1)
        to.addWidget(self.receiver_button)
        people, papers = QVBoxLayout(), QVBoxLayout()
        people.addWidget(PlainLabel(self.fields.accessibleName(), parent=self))
        people.addWidget(self.fields, 1)
        people.addWidget(self.photos_box)
        papers.addWidget(PlainLabel(self.papers.accessibleName(), parent=self))
        papers.addWidget(self.papers, 1)
        own = QHBoxLayout()
        own.setSpacing(GAP)
        own.addWidget(self.add_button)
        own.addWidget(self.remove_button)
        own.addStretch(1)
        papers.addLayout(own)
        lists = QHBoxLayout()
        lists.setSpacing(GAP)
        lists.addLayout(people, 1)
        lists.addLayout(papers, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._explained, 1)
        foot.addWidget(self.seal_button)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addWidget(self._told_label)
        column.addWidget(self._blocked_label)
        column.addWidget(self.blocking)
        column.addLayout(to)
        column.addWidget(self.fingerprint_label)
        column.addLayout(lists, 1)
        column.addLayout(foot)


def _sentence(error: StoreError | OSError) -> str:
    return (
        store_sentence(error) if isinstance(error, StoreError) else sealing_failure_sentence(error)
    )
