"""The review: the conference at a glance, what to mend, the papers on screen, and saving them."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from db.errors import StoreError
from db.records import WizardStep
from desktop.documents.export import ExportedFile
from desktop.documents.papers import KEYS, PAPERS, PaperGroup, paper
from desktop.documents.rendered import PaperProblem
from desktop.folder_names import folder_name
from desktop.language import tr
from desktop.sentences.exports import drawing_failure_sentence
from desktop.sentences.store import store_sentence
from desktop.widgets.file_choice import documents_folder
from desktop.widgets.findings_panel import FindingsPanel
from desktop.widgets.labels import PlainLabel
from desktop.widgets.pdf_view import PdfView
from desktop.widgets.theme import GAP, scaled
from desktop.widgets.window_size import open_dialog
from desktop.wizard.decision_dialog import ask_for_decision
from desktop.wizard.export_bar import ExportBar
from desktop.wizard.paper_drawing import PaperDrawing, PaperState
from desktop.wizard.paper_list import PaperList
from desktop.wizard.paper_notes import PaperNotes
from desktop.wizard.review_summary import ReviewSummary
from desktop.wizard.section import Section

_SIDE_WIDTH = 340
_LEAST_SIDE_WIDTH = 250
_TALLEST_LIST = 180  # logical pixels, so that the papers stay in sight below
_DRAW_AFTER_MS = 400  # a few edits in a row are drawn once
_CAME_TO = frozenset(("awards", "candidates", "attended"))
_PROGRESS = frozenset(("step", "is_planned"))


class ReviewSection(Section):
    """Everything at once: facts, findings, papers, saving.

    Attributes:
        finding_chosen: tells a Finding, or another place with `step` and `field`, to open.
    """

    step: ClassVar[WizardStep] = WizardStep.REVIEW
    finding_chosen = Signal(object)

    @classmethod
    def title(cls) -> str:
        """Name the section."""
        return tr("Review and papers")

    @classmethod
    def subtitle(cls) -> str:
        """Say what is asked."""
        return tr("Read the papers, mend what is pointed out, then save them as PDF.")

    def build(self) -> None:
        """Add the parts."""
        self._has_changed = True
        self._ticks_are_ours = True
        self.drawing = PaperDrawing(KEYS, self)
        self.summary = ReviewSummary(self.draft, self)
        self.findings = FindingsPanel(self)
        self.papers = PaperList(self.drawing, self)
        self.settings_button = QPushButton(tr("Settin&gs of this paper…"), self)
        self.settings_button.clicked.connect(self._open_settings)
        self.print_button = QPushButton(tr("&Print this paper…"), self)
        self.print_button.clicked.connect(self._print_paper)
        self.print_set_button = QPushButton(tr("Print the se&t…"), self)
        self.print_set_button.clicked.connect(self._print_set)
        self.notes = PaperNotes(self)
        self.findings.fit_content(_TALLEST_LIST)
        self.view = PdfView(self)
        self.export = ExportBar(self)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_DRAW_AFTER_MS)
        self._wait.timeout.connect(self._draw)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self._side())
        splitter.addWidget(self.view)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_SIDE_WIDTH, 2 * _SIDE_WIDTH])
        splitter.setChildrenCollapsible(False)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(splitter, 1000)  # the form's own spring below gets nothing
        self.body.addWidget(self.export)
        self._connect()
        self._follow_people()

    def conference_changed(self, names: frozenset[str]) -> None:
        """Draw anew what the officer sees."""
        if names - _PROGRESS or not names:
            self._mark_changed()
        if names & _CAME_TO and self._ticks_are_ours:
            self._tick_what_is_due()

    def focus_field(self, place: str) -> None:
        """Lead to a paper, "papers:<key>", and to its settings."""
        name, _, key = place.partition(":")
        if name == "papers" and key:
            self.papers.look_at(key)
            self.settings_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_field(place)

    def focus_first(self) -> None:
        """Begin with the papers."""
        self.papers.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the conference as it stands now, and draw what is missing."""
        super().showEvent(event)
        if event.spontaneous():
            return
        if self._has_changed:
            self._draw()
        else:
            self.drawing.resume()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop drawing when nobody looks; stop saving when the window closes."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        self._wait.stop()
        self.drawing.pause()
        if not self.window().isVisible():
            self.export.stop()

    def _side(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(self.summary)
        column.addSpacing(GAP)
        column.addWidget(self.findings)
        column.addSpacing(GAP)
        column.addWidget(PlainLabel(tr("Papers"), "heading", side))
        prints = QHBoxLayout()
        for button in (self.print_button, self.print_set_button):
            button.setProperty("role", "small")
            prints.addWidget(button)
        prints.addStretch(1)
        column.addLayout(prints)
        column.addWidget(self.papers)
        column.addWidget(self.settings_button)
        column.addWidget(self.notes)
        column.addStretch(1)
        scroll = self._scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumWidth(scaled(_LEAST_SIDE_WIDTH))
        scroll.setWidget(side)
        return scroll

    def _connect(self) -> None:
        self.findings.chosen.connect(self.finding_chosen)
        self.findings.decision_wanted.connect(
            lambda finding: ask_for_decision(self.draft, finding, self)
        )
        self.notes.chosen.connect(self.finding_chosen)
        self.papers.look_wanted.connect(self._look)
        self.papers.ticks_changed.connect(self._keep_ticks)
        self.view.again_wanted.connect(self._draw_again)
        self.drawing.changed.connect(self._drawing_changed)
        self.export.wanted.connect(self._save)
        self.export.saved.connect(self._show_saved)
        self.draft.findings_changed.connect(self._follow_findings)
        self.draft.delegates_changed.connect(self._follow_people)
        self._follow_findings()
        self._count_ticked()
        self._offer_settings()

    def _follow_findings(self) -> None:
        self.findings.show_findings(self.draft.findings)

    def _follow_people(self) -> None:
        self._mark_changed()
        if self._ticks_are_ours:
            self._tick_what_is_due()

    def _tick_what_is_due(self) -> None:
        """Tick what can be made of what is known; what it came to is known afterwards."""
        conference = self.draft.conference
        skipped: set[PaperGroup] = set()
        if not self.draft.delegates:
            skipped |= {PaperGroup.PEOPLE, PaperGroup.EACH_PERSON, PaperGroup.DAY}
        if not (conference.awards or conference.candidates or conference.attended.present):
            skipped.add(PaperGroup.AFTERWARDS)
        self.papers.tick([one.key for one in PAPERS if one.group not in skipped])
        self._count_ticked()

    def _keep_ticks(self) -> None:
        self._ticks_are_ours = False
        self._count_ticked()

    def _mark_changed(self) -> None:
        self._has_changed = True
        self.drawing.pause()  # nothing more is drawn of the state that is gone
        self.export.call_outdated()
        if self.isVisible():
            self._wait.start()

    def _draw(self) -> None:
        """Draw the conference as it stands."""
        self._has_changed = False
        self.summary.refresh()
        title = self.draft.conference.title
        self.export.offer_folder(documents_folder() / folder_name(title, "Hội nghị"))
        self.drawing.prefer(self.papers.current)
        try:
            snapshot = self.draft.snapshot(self.draft.clock())
        except StoreError as error:
            self._has_changed = True
            self.view.show_error(store_sentence(error))
        else:
            self.drawing.begin(snapshot)

    def _draw_again(self) -> None:
        if self._has_changed:
            self._draw()
        else:
            self.drawing.again(self.papers.current)

    def _look(self, key: str) -> None:
        self.view.clear()
        self._offer_settings()
        self.drawing.prefer(key)
        self._show_paper()

    def _drawing_changed(self, key: str) -> None:
        if key == self.papers.current:
            self._show_paper()
        if self.drawing.state(key) is PaperState.DRAWN:
            self._show_notes()

    def _show_paper(self) -> None:
        key = self.papers.current
        paper, error = self.drawing.paper(key), self.drawing.error(key)
        if paper is not None:
            self.view.show_pdf(paper.data)
        elif error is not None:
            self.view.show_error(drawing_failure_sentence(error))
        else:
            self.view.show_busy(tr("Being drawn…"))

    def _show_notes(self) -> None:
        drawn = [(key, paper) for key in KEYS if (paper := self.drawing.paper(key))]
        noted = [(key, problem) for key, paper in drawn for problem in paper.problems]
        self.notes.show_problems(noted, self.draft.delegates)

    def _count_ticked(self) -> None:
        self.export.show_ticked(len(self.papers.ticked))
        self.drawing.want(self.papers.ticked)
        self.papers.refresh()

    def _offer_settings(self) -> None:
        self.settings_button.setEnabled(paper(self.papers.current).has_settings)

    def _open_settings(self) -> None:
        # what can be chosen stands beside what draws, which loads slowly
        from desktop.wizard.paper_settings_dialog import PaperSettingsDialog  # noqa: PLC0415

        PaperSettingsDialog(self.draft, self.papers.current, self).exec()

    def _print_paper(self) -> None:
        # what asks printers and shows pages is loaded when it is wanted
        from desktop.wizard.paper_print_dialog import PaperPrintDialog  # noqa: PLC0415

        open_dialog(PaperPrintDialog(self.draft, self.papers.current, self))

    def _print_set(self) -> None:
        from desktop.wizard.print_set_dialog import PrintSetDialog  # noqa: PLC0415

        open_dialog(PrintSetDialog(self.draft, self))

    def _save(self) -> None:
        try:
            snapshot = self.draft.snapshot(self.draft.clock())
        except StoreError as error:
            self.export.say_failure(store_sentence(error))
        else:
            self.export.save(snapshot, self.papers.ticked)

    def _show_saved(self, files: tuple[ExportedFile, ...]) -> None:
        noted: list[tuple[str, PaperProblem]] = [
            (one.key, problem) for one in files for problem in one.problems
        ]
        self.notes.show_problems(noted, self.draft.delegates)
        QTimer.singleShot(0, self._bring_notes_into_sight)

    def _bring_notes_into_sight(self) -> None:
        if not self.notes.isHidden():
            self._scroll.ensureWidgetVisible(self.notes, 0, 0)
