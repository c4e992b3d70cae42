"""A trial: what the pack as it stands would say of a conference."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db.records import ConferenceFile
from desktop.errors import InputRefused
from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.models.workspace import Workspace
from desktop.rules.check import check
from desktop.rules.pack import RulePack
from desktop.rules.trial import under
from desktop.sentences.refusals import refusal_sentence
from desktop.widgets.fields import ChoiceField
from desktop.widgets.findings_panel import FindingsPanel
from desktop.widgets.labels import PlainLabel
from desktop.widgets.message_bar import MessageBar
from desktop.windows.home_window import ask_for_file
from desktop.windows.pack_tab import PackTab

_SAMPLE = ""


class PackTrialTab(PackTab):
    """Puts the sample, a conference of the office, or one from a file under the pack.

    Attributes:
        choose_file: asks for a conference file; replaceable.
    """

    def __init__(
        self, draft: PackDraft, workspace: Workspace, parent: QWidget | None = None
    ) -> None:
        super().__init__(draft, parent)
        self._workspace = workspace
        self._pack: RulePack | None = None
        self._file: ConferenceFile | None = None
        self.choose_file: Callable[[QWidget], Path | None] = ask_for_file
        self.message = MessageBar(self)
        self.conference = ChoiceField()
        self.conference.setAccessibleName(tr("Conference"))
        self.conference.committed.connect(self._choose)
        self.level = ChoiceField()
        self.level.setAccessibleName(tr("Level"))
        self.level.committed.connect(self._try)
        self.open_button = QPushButton(tr("Open a f&ile…"))
        self.open_button.clicked.connect(self._open_file)
        self.findings = FindingsPanel()
        self.findings.decides = False
        head = QHBoxLayout()
        for text, field in ((tr("Conference"), self.conference), (tr("Level"), self.level)):
            caption = QLabel(text)
            caption.setBuddy(field)
            head.addWidget(caption)
            head.addWidget(field, 1)
        head.addWidget(self.open_button)
        self.column.addWidget(
            PlainLabel(
                tr("The conference is held to this pack as it stands; it is not changed."), "hint"
            )
        )
        self.column.addLayout(head)
        self.column.addWidget(self.message)
        self.column.addWidget(self.findings, 1)

    def show_pack(self, pack: RulePack) -> None:
        """Try the conference chosen before, or the sample."""
        self._pack = pack
        self.level.offer([(level.id, level.name) for level in pack.levels])
        if self.level.value is None:
            self.level.show_value(pack.levels[0].id)
        if self._file is None:
            self._offer_conferences()
            self._choose(_SAMPLE)
        else:
            self._try()

    def _offer_conferences(self, file_name: str = "") -> None:
        named: list[tuple[object, str]] = [(_SAMPLE, tr("The sample conference"))]
        named += [
            (one.id, one.title or tr("Conference without a name"))
            for one in self._workspace.summaries()
            if one.id != self._workspace.sample_id
        ]
        if file_name:
            named.append((file_name, file_name))
        self.conference.offer(named)
        self.conference.show_value(file_name or _SAMPLE)

    def _choose(self, conference: object) -> None:
        if conference == _SAMPLE:
            self._file = self._workspace.sample_file()
        elif conference in {one.id for one in self._workspace.summaries()}:
            self._file = self._workspace.store.conferences.file(str(conference))
        self._try()

    def _open_file(self) -> None:
        path = self.choose_file(self)
        if path is None:
            return
        try:
            self._file = self._workspace.read_file(path)
        except InputRefused as refusal:
            self.message.warn(refusal_sentence(refusal))
            return
        self.message.hide()
        self._offer_conferences(path.name)
        self._try()

    def _try(self) -> None:
        pack, file = self._pack, self._file
        level = pack.level(str(self.level.value)) if pack is not None else None
        if pack is not None and file is not None and level is not None:
            conference = under(file.conference, pack, level)
            self.findings.show_findings(check(conference, file.delegates, pack, file.office))
