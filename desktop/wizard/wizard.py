"""The wizard: the sections of a conference one after the other, each Next durable."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QScrollArea,
    QVBoxLayout,
    QWidget,
    QWizard,
    QWizardPage,
)

from db.records import WizardStep
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.models.workspace import Workspace
from desktop.rules.findings import Finding
from desktop.widgets.dropped_files import take_file, welcome_files
from desktop.widgets.labels import PlainLabel, dress_as
from desktop.widgets.redo_keys import redo_keys
from desktop.widgets.save_state_label import SaveStateLabel, may_close
from desktop.widgets.say_over import say_over
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.wizard.office_form import OfficeForm, is_complete
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.review import ReviewSection
from desktop.wizard.section_view import SectionView
from desktop.wizard.step_list import StepList, step_list_width
from desktop.wizard.steps import SECTIONS, step_names

_OFFICE_PAGE = 100
_STEPS = [section.step for section in SECTIONS]


class OfficePage(QWizardPage):
    """The first page of the first run."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        office = workspace.office or workspace.blank_office()
        self.form = OfficeForm(workspace.store, office, workspace.new_id)
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.form)
        frame = QVBoxLayout(self)
        frame.addWidget(PlainLabel(tr("Your office"), "title", self))
        frame.addWidget(
            PlainLabel(tr("Entered once; every paper is headed and signed with it."), "hint", self)
        )
        frame.addWidget(scroll, 1)

    def validatePage(self) -> bool:
        """Let the officer go on once papers can be headed."""
        self.form.flush()
        if not self.form.is_complete:
            self.form.point_out_gaps()
            return False
        return True


class SectionPage(QWizardPage):
    """One section as a page; its findings stand beside its fields."""

    def __init__(self, view: SectionView) -> None:
        super().__init__()
        self.view = view
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, GAP, 0)
        column.addWidget(view)


class ConferenceWizard(QWizard):
    """Walks through one conference; closing it loses nothing."""

    file_wanted = Signal(object)  # Path of what was dropped
    planned = Signal(str)  # id of the conference whose last page was finished

    def __init__(
        self, workspace: Workspace, conference_id: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._draft: Draft | None = None
        self._resuming = False
        self._furthest = 0
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setWindowTitle(tr("Plan a conference"))
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.IndependentPages)
        self.setButtonText(QWizard.WizardButton.BackButton, tr("‹ &Back"))
        self.setButtonText(QWizard.WizardButton.NextButton, tr("&Next ›"))
        self.setButtonText(QWizard.WizardButton.FinishButton, tr("&Finish"))
        self.setButtonText(QWizard.WizardButton.CancelButton, tr("&Close, go on later"))
        # on the last page saving the papers stands out instead
        dress_as(self.button(QWizard.WizardButton.NextButton), "role", "primary")
        self._steps = StepList(step_names())
        self._steps.chosen.connect(self.go_to)
        self._save_state = SaveStateLabel()
        self._side = QWidget(self)  # the wizard does not take it over by itself
        column = QVBoxLayout(self._side)
        column.setContentsMargins(GAP, SPACE, GAP, GAP)
        column.addWidget(self._steps, 1)
        column.addWidget(self._save_state)
        self.setSideWidget(self._side)
        resize_within_screen(self, 1180, 720)
        keep_place(self)
        self.setAcceptDrops(True)
        self.currentIdChanged.connect(self._page_shown)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self._undo)
        redo = QShortcut(self)
        redo.setKeys(redo_keys())
        redo.activated.connect(self._redo)
        if conference_id:
            self._open(conference_id)
        elif workspace.office is not None and is_complete(workspace.office):
            self._open(workspace.add_conference(workspace.office))
        else:
            self._steps.setEnabled(False)
            self.setPage(_OFFICE_PAGE, OfficePage(workspace))
            self.setStartId(_OFFICE_PAGE)

    @property
    def draft(self) -> Draft:
        """The conference being planned."""
        if self._draft is None:
            raise RuntimeError("the office page comes before the conference")
        return self._draft

    @property
    def step(self) -> WizardStep | None:
        """The step being shown; None on the office page."""
        number = self.currentId()
        return _STEPS[number] if 0 <= number < len(_STEPS) else None

    def view(self, step: WizardStep) -> SectionView:
        """Find the page of a step."""
        page = self.page(_STEPS.index(step))
        if not isinstance(page, SectionPage):
            raise TypeError(page)
        return page.view

    def start(self) -> None:
        """Show the page the officer left off at."""
        step = self._draft.conference.step if self._draft is not None else WizardStep.TYPE
        self._resuming = True
        self.restart()
        self.go_to(step)
        self._resuming = False
        self._page_shown(self.currentId())

    def nextId(self) -> int:
        """Order the pages: the office first, then the steps."""
        number = self.currentId()
        if number == _OFFICE_PAGE:
            return 0
        return number + 1 if number + 1 < len(_STEPS) else -1

    def validateCurrentPage(self) -> bool:
        """Make the page durable before the next one is shown."""
        if self._resuming:
            return True
        if self.currentId() == _OFFICE_PAGE:
            return self._leave_office_page()
        step = self.step
        if step is not None and not self.view(step).section.leave_forwards():
            return False
        return super().validateCurrentPage()

    def go_to(self, step: WizardStep) -> None:
        """Walk to a step, forwards or back; what comes after planning has its last page here."""
        target = _STEPS.index(step if step in _STEPS else _STEPS[-1])
        while 0 <= self.currentId() < target:
            before = self.currentId()
            self.next()
            if self.currentId() == before:
                return
        while target < self.currentId() < len(_STEPS):
            self._flush()
            self.back()

    def show_finding(self, finding: Finding) -> None:
        """Lead to the field that mends a finding; what comes after planning has none here."""
        if finding.step not in _STEPS:
            return
        self.go_to(finding.step)
        self.view(finding.step).section.focus_field(finding.field)

    def accept(self) -> None:
        """Finish: the conference is planned and opens in its window from now on."""
        self._flush()
        self.draft.change(is_planned=True, step=WizardStep.REVIEW)
        super().accept()
        self.planned.emit(self.draft.conference.id)

    def reject(self) -> None:
        """Close; everything typed is stored already or is stored now."""
        self._flush()
        if self._draft is None or may_close(self._draft, self):
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        welcome_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what is dropped."""
        take_file(event, self.file_wanted.emit, lambda sentence: say_over(self, sentence))

    def import_list(self, path: Path) -> bool:
        """Begin to import a list of people; False while the pages before do not let go."""
        if self._draft is not None:
            self.go_to(WizardStep.PARTICIPANTS)
        section = self.view(self.step).section if self.step is not None else None
        if not isinstance(section, ParticipantsSection):
            return False
        section.import_list(path)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow window to the page."""
        super().resizeEvent(event)
        self._side.setFixedWidth(step_list_width(self.width()) + 2 * GAP)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what stands in a field that was not left yet."""
        self._flush()
        super().closeEvent(event)

    def _undo(self) -> None:
        if self.step is not None:
            self.view(self.step).section.undo()

    def _redo(self) -> None:
        if self.step is not None:
            self.view(self.step).section.redo()

    def _open(self, conference_id: str) -> None:
        draft = self._workspace.open_draft(conference_id)
        self._draft = draft
        self._workspace.remember_open(conference_id)
        self._steps.setEnabled(True)
        for number, section_type in enumerate(SECTIONS):
            self.setPage(number, SectionPage(SectionView(section_type, draft)))
        if self.startId() != _OFFICE_PAGE:
            self.setStartId(0)
        self._save_state.follow(draft)
        draft.findings_changed.connect(self._show_findings)

    def _leave_office_page(self) -> bool:
        page = self.page(_OFFICE_PAGE)
        if not isinstance(page, OfficePage) or not page.validatePage():
            return False
        if self._draft is None:
            self._open(self._workspace.add_conference(page.form.office))
        else:
            self._draft.office_changed()
        return True

    def _page_shown(self, number: int) -> None:
        step = self.step
        page = self.currentPage()
        if isinstance(page, OfficePage):
            page.form.focus_first()
        if step is None or self._resuming or number < 0:
            return
        is_new = not self.view(step).is_built
        section = self.view(step).section
        if is_new and isinstance(section, ReviewSection):
            section.finding_chosen.connect(self.show_finding)
        self._furthest = max(self._furthest, number)
        self.draft.change(step=step)
        self._steps.show_step(step)
        self._steps.show_way(_STEPS[: self._furthest])
        self._show_findings()
        section.focus_first()

    def _show_findings(self) -> None:
        """Mark what must be mended on the steps that were seen; the others are not due yet."""
        self._steps.show_findings(
            [one for one in self.draft.findings if _STEPS.index(one.step) <= self._furthest]
        )

    def _flush(self) -> None:
        step = self.step
        if step is not None:
            self.view(step).flush()
            return
        page = self.currentPage()
        if isinstance(page, OfficePage):
            page.form.flush()
