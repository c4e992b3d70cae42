"""The window of one conference: the wizard's sections, free to visit, findings always in sight."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from db.records import WizardStep
from desktop.language import tr
from desktop.models.workspace import Workspace
from desktop.rules.findings import Finding
from desktop.widgets.action_bar import ActionBar
from desktop.widgets.dropped_files import take_file, welcome_files
from desktop.widgets.findings_panel import FindingsPanel
from desktop.widgets.icons import Icon, put_beside_text
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.redo_keys import redo_keys
from desktop.widgets.save_state_label import SaveStateLabel, may_close
from desktop.widgets.theme import GAP, SPACE, scaled
from desktop.widgets.window_size import keep_place, open_dialog, resize_within_screen
from desktop.wizard.conference_type import TypeSection
from desktop.wizard.decision_dialog import ask_for_decision
from desktop.wizard.newer_pack_bar import NewerPackBar
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.review import ReviewSection
from desktop.wizard.section_view import SectionView
from desktop.wizard.step_list import NARROW, WIDE, StepList, step_list_width
from desktop.wizard.steps import WINDOW_SECTIONS, step_names

_FINDINGS_WIDTH, _NARROW_FINDINGS_WIDTH = 250, 190
# the review lists them itself; on what it came to there are none, and its tables are wide
_NARROWEST_WITH_FINDINGS, _LOW = 800, 480  # logical pixels of the window
_WITHOUT_FINDINGS = (WizardStep.REVIEW, WizardStep.OUTCOME)

if TYPE_CHECKING:
    from desktop.windows.badge_dialog import BadgeDialog
    from desktop.windows.hand_over_dialog import HandOverDialog


class ConferenceWindow(QMainWindow):
    """Edits one planned conference."""

    closed = Signal()
    file_wanted = Signal(object)  # Path of what was dropped

    def __init__(
        self, workspace: Workspace, conference_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._draft = workspace.open_draft(conference_id)
        workspace.remember_open(conference_id)
        self._steps = StepList(step_names(WINDOW_SECTIONS))
        self._steps.setMinimumWidth(scaled(NARROW))
        self._steps.chosen.connect(self.go_to)
        self._stack = QStackedWidget()
        self._views = {
            section_type.step: SectionView(section_type, self._draft)
            for section_type in WINDOW_SECTIONS
        }
        for view in self._views.values():
            self._stack.addWidget(view)
        self._findings = FindingsPanel()
        self._findings.setContentsMargins(SPACE, GAP, 0, GAP)
        self._findings.chosen.connect(self.show_finding)
        self._findings.decision_wanted.connect(
            lambda finding: ask_for_decision(self._draft, finding, self)
        )
        self._splitter = QSplitter(self)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(SPACE, 0, SPACE, 0)
        column.addWidget(self._stack)
        for widget, stretch in ((self._steps, 0), (self._page, 1), (self._findings, 0)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._splitter.setChildrenCollapsible(False)
        self.findings_action = QAction(self)
        self.findings_action.setCheckable(True)
        self.findings_action.toggled.connect(self._fit_findings)
        self._steps_width = 0
        self.newer_pack = NewerPackBar(self._draft)
        self.message = MessageBar()
        self.setCentralWidget(_padded(self.newer_pack, self.message, self._splitter))
        self.setAcceptDrops(True)
        save_state = SaveStateLabel()
        save_state.follow(self._draft)
        self.statusBar().addWidget(save_state)
        self._add_actions()
        self._draft.changed.connect(self._name_window)
        self._draft.findings_changed.connect(self._show_findings)
        self._name_window(frozenset({"title"}))
        self._show_findings()
        self.go_to(self._draft.conference.step)
        resize_within_screen(self, 1280, 760)
        keep_place(self)

    @property
    def conference_id(self) -> str:
        """Whose window it is."""
        return self._draft.conference.id

    @property
    def step(self) -> WizardStep:
        """The section being shown."""
        return WINDOW_SECTIONS[self._stack.currentIndex()].step

    def view(self, step: WizardStep) -> SectionView:
        """Find the frame of a section."""
        return self._views[step]

    def go_to(self, step: WizardStep) -> None:
        """Show a section; what stands in the one left is stored."""
        self._views[self.step].flush()
        view = self._views[step]
        is_new = not view.is_built
        section = view.section
        if is_new and isinstance(section, ReviewSection):
            section.finding_chosen.connect(self.show_finding)
        if is_new and isinstance(section, TypeSection):
            section.newer.stand_aside()
        self._stack.setCurrentWidget(view)
        self._steps.show_step(step)
        self._fit_findings()
        self._draft.change(step=step)
        section.focus_first()

    def show_finding(self, finding: Finding) -> None:
        """Lead to the field that mends a finding."""
        self.go_to(finding.step)
        self._views[finding.step].section.focus_field(finding.field)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        welcome_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what is dropped."""
        take_file(event, self.file_wanted.emit, self.message.warn)

    def import_list(self, path: Path) -> None:
        """Begin to import a list of people."""
        self.go_to(WizardStep.PARTICIPANTS)
        section = self.view(WizardStep.PARTICIPANTS).section
        if isinstance(section, ParticipantsSection):
            section.import_list(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow window to the section."""
        super().resizeEvent(event)
        self._fit_findings()
        down = GAP if self.height() >= _LOW else 0
        self._page.setContentsMargins(0, down, 0, down)
        width = step_list_width(self.width())
        if width == self._steps_width:
            return  # as the officer dragged it
        self._steps_width = width
        findings = _FINDINGS_WIDTH if width == scaled(WIDE) else _NARROW_FINDINGS_WIDTH
        self._splitter.setSizes([width, self.width() - width - findings, findings])

    def _fit_findings(self) -> None:
        """Show the findings beside the section, or at wish where the window is narrow."""
        is_narrow = self.width() < _NARROWEST_WITH_FINDINGS
        has_findings = self.step not in _WITHOUT_FINDINGS
        self.findings_action.setVisible(is_narrow and has_findings)
        self._findings.setVisible(
            has_findings and (not is_narrow or self.findings_action.isChecked())
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what stands in a field that was not left yet."""
        self._views[self.step].flush()
        if not may_close(self._draft, self):
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def _add_actions(self) -> None:
        home = QAction(tr("All conferences"), self)
        home.triggered.connect(self.close)
        undo = QAction(tr("Undo"), self)
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        undo.triggered.connect(self._undo)
        redo = QAction(tr("Redo"), self)
        redo.setShortcuts(redo_keys())
        redo.triggered.connect(self._redo)
        badges = QAction(tr("Badges…"), self)
        badges.triggered.connect(lambda _checked: self.print_badges())
        hand_over = QAction(tr("Hand over…"), self)
        hand_over.triggered.connect(self.hand_over)
        prints = QAction(tr("Print the set…"), self)
        prints.setShortcut(QKeySequence.StandardKey.Print)
        prints.triggered.connect(self.print_set)
        self.actions_shown = (home, undo, redo, badges, prints, hand_over)
        bar = ActionBar(self)
        bar.addActions(self.actions_shown)
        icons = (Icon.HOME, Icon.UNDO, Icon.REDO, Icon.BADGES, Icon.PRINT, Icon.HAND_OVER)
        put_beside_text(bar, dict(zip(self.actions_shown, icons, strict=True)))
        bar.addAction(self.findings_action)

    def print_badges(self, over: QWidget | None = None) -> BadgeDialog:
        """Open the dialog that prints badges, with the conference as it stands."""
        from desktop.windows.badge_dialog import BadgeDialog  # noqa: PLC0415 - loads ReportLab

        self._views[self.step].flush()
        snapshot = self._draft.snapshot(self._workspace.clock())
        dialog = BadgeDialog(self._workspace, snapshot, over or self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def hand_over(self) -> HandOverDialog:
        """Open the dialog that hands the conference over, as it stands."""
        from desktop.windows.hand_over_dialog import HandOverDialog  # noqa: PLC0415 - loads age

        self._views[self.step].flush()
        dialog = HandOverDialog(self._workspace, self._draft.conference.id, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def print_set(self) -> None:
        """Open the dialog that prints every paper, with the conference as it stands."""
        from desktop.wizard.print_set_dialog import PrintSetDialog  # noqa: PLC0415 - slow to load

        self._views[self.step].flush()
        open_dialog(PrintSetDialog(self._draft, self, print_badges=self.print_badges))

    def _undo(self) -> None:
        self._views[self.step].section.undo()

    def _redo(self) -> None:
        self._views[self.step].section.redo()

    def _name_window(self, names: frozenset[str]) -> None:
        if "title" in names:
            title = self._draft.conference.title or tr("Conference without a name")
            self.setWindowTitle(f"{title} – Hoinghi")

    def _show_findings(self) -> None:
        findings = self._draft.findings
        still_open = sum(not finding.decision_id for finding in findings)
        self._findings.show_findings(findings)
        self.findings_action.setText(tr("To look at ({count})", count=still_open))
        self._steps.show_findings(findings)


def _padded(*widgets: QWidget) -> QWidget:
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(SPACE, GAP, SPACE, GAP)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretchFactor(widgets[-1], 1)
    return frame
