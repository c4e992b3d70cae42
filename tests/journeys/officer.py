"""An officer at the keyboard: walks the real windows from an empty store to printed papers.

Every act goes through clicks and keys. Acts are written so that they can be taken up again: the
officer looks at what is on screen and goes on from there, as a person does after a power cut.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget, QWizard

from db.records import WizardStep
from desktop.app import Program
from desktop.documents.papers import PAPERS, Format, PaperGroup
from desktop.models.draft import Draft
from desktop.paths import resource
from desktop.widgets.fields import ChoiceField
from desktop.widgets.record_table import RecordTable
from desktop.widgets.sessions_field import SessionsField
from desktop.wizard.import_dialog import ImportDialog
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.review import ReviewSection
from desktop.wizard.section import Section
from desktop.wizard.wizard import ConferenceWizard, OfficePage
from tests.hands import press, type_text

# what the program offers before the conference is held
PAPER_NAMES = frozenset(
    one.file_name(Format.PDF) for one in PAPERS if one.group is not PaperGroup.AFTERWARDS
)
LIST = resource("samples", "binh-hoa", "danh-sach-dai-bieu.xlsx")
_PATIENCE_S = 60.0


def wait_until(what: Callable[[], bool]) -> None:
    """Let the windows work until something is so."""
    deadline = time.monotonic() + _PATIENCE_S
    while not what():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        QTest.qWait(5)


def click(widget: QWidget) -> None:
    """Click with the left button in the middle of a widget."""
    QTest.mouseClick(
        widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(*_middle(widget))
    )


def _middle(widget: QWidget) -> tuple[int, int]:
    return widget.width() // 2, widget.height() // 2


class Officer:
    """Plans the conference of Bình Hòa.

    Attributes:
        confirmed: called after each act that the program has confirmed.
    """

    def __init__(
        self, program: Program, papers: Path, confirmed: Callable[[Draft | None], None]
    ) -> None:
        self._program = program
        self._papers = papers
        self.confirmed = confirmed

    def work(self) -> None:
        """Go on from whatever is on screen until the conference is planned and its papers lie."""
        home = self._program.home
        if home.isVisible():
            click(home.open_button if home.list.rowCount() else home.new_button)
        if self._program.window is not None:
            return  # it was planned before the power went
        wait_until(self._wizard.isActiveWindow)
        if self._wizard.step is None:
            self._enter_office()
        acts = {
            WizardStep.TYPE: self._choose_type,
            WizardStep.CONTENT: self._write_content,
            WizardStep.SCHEDULE: self._set_time_and_place,
            WizardStep.PARTICIPANTS: self._bring_people,
            WizardStep.PROGRAMME: self._set_programme,
            WizardStep.COMMITTEES: self._name_committees,
            WizardStep.ISSUE: self._prepare_issue,
        }
        while self._step is not WizardStep.REVIEW:
            acts[self._step]()
            self._next()
        self._save_papers()
        click(self._wizard.button(QWizard.WizardButton.FinishButton))
        self.confirmed(None)

    @property
    def _wizard(self) -> ConferenceWizard:
        wizard = self._program.wizard
        if wizard is None:
            raise LookupError("no wizard is open")
        return wizard

    @property
    def _step(self) -> WizardStep:
        step = self._wizard.step
        if step is None:
            raise LookupError("the office page is shown")
        return step

    @property
    def _section(self) -> Section:
        return self._wizard.view(self._step).section

    def _next(self) -> None:
        before = self._wizard.currentId()
        click(self._wizard.button(QWizard.WizardButton.NextButton))
        if self._wizard.currentId() == before:
            raise AssertionError("Next led nowhere")
        self.confirmed(self._wizard.draft)

    def _type(self, field: QWidget, text: str) -> None:
        """Type into a field and leave it with Tab, which stores it."""
        field.setFocus()
        type_text(field, text)
        press(field, Qt.Key.Key_Tab)

    def _enter(self, name: str, text: str) -> None:
        self._type(self._section.field(name), text)
        self.confirmed(self._wizard.draft)

    def _enter_office(self) -> None:
        page = self._wizard.currentPage()
        if not isinstance(page, OfficePage):
            raise TypeError(page)
        form = page.form
        self._type(form.field("name"), "Ủy ban nhân dân xã Bình Hòa")
        self._type(form.field("archive_symbol"), "VP")
        signers = form.field("signers")
        if not form.office.signers:
            self._add_row(signers, "Nguyễn Văn Ước", "CHỦ TỊCH")
        self.confirmed(None)
        self._next()

    def _add_row(self, field: QWidget, *cells: str) -> None:
        """Press the button that adds a row and type its first cells."""
        if not isinstance(field, RecordTable):
            raise TypeError(field)
        click(field.findChildren(QPushButton)[0])
        for number, text in enumerate(cells):
            if number:
                press(field.table, Qt.Key.Key_Right)
                press(field.table, Qt.Key.Key_F2)
            editor = field.table.findChildren(QLineEdit)[-1]
            type_text(editor, text)
            press(editor, Qt.Key.Key_Return)
            wait_until(lambda: not field.table.findChildren(QLineEdit))

    def _choose_type(self) -> None:
        plan = self._section.field("rule_pack_id")
        if not isinstance(plan, ChoiceField):
            raise TypeError(plan)
        if plan.value is None:
            plan.setFocus()
            press(plan, Qt.Key.Key_X)  # the only plan whose name begins so: Xã Bình Hòa
            self.confirmed(self._wizard.draft)
        self._enter("staff_count", "85")

    def _write_content(self) -> None:
        self._enter(
            "title", "Hội nghị tuyên dương điển hình tiên tiến xã Bình Hòa giai đoạn 2020-2025"
        )

    def _set_time_and_place(self) -> None:
        sessions = self._section.field("sessions")
        if not isinstance(sessions, SessionsField):
            raise TypeError(sessions)
        line = sessions.cards[0]
        self._type(line.day.line, "20/3/2025")  # type: ignore[attr-defined]
        self._type(line.start, "7h30")  # type: ignore[attr-defined]
        self.confirmed(self._wizard.draft)
        self._enter("venue", "Hội trường Ủy ban nhân dân xã")
        self._enter("address", "Thôn 4, xã Bình Hòa, huyện Krông Ana")

    def _bring_people(self) -> None:
        section = self._section
        if not isinstance(section, ParticipantsSection):
            raise TypeError(section)
        if self._wizard.draft.delegates:
            return
        section.tabs.setCurrentIndex(1)
        # the dialog runs its own event loop, in which the officer goes on
        QTest.qWait(0)
        self._after_opening(ImportDialog, self._import)
        click(section.register.import_button)
        self.confirmed(self._wizard.draft)

    def _after_opening(self, kind: type[QWidget], act: Callable[[], None]) -> None:
        def look() -> None:
            if isinstance(QApplication.activeModalWidget(), kind):
                act()
            else:
                QTimer.singleShot(5, look)

        QTimer.singleShot(0, look)

    def _import(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ImportDialog):
            raise TypeError(dialog)
        dialog.choose = lambda _: LIST
        click(dialog.first_pick_button)
        wait_until(dialog.import_button.isEnabled)
        click(dialog.import_button)

    def _set_programme(self) -> None:
        table = self._section.field("programme")
        if not isinstance(table, RecordTable):
            raise TypeError(table)
        table.table.setFocus()
        table.table.setCurrentIndex(table.model.index(0, 3))
        press(table.table, Qt.Key.Key_F2)
        editor = table.table.findChildren(QLineEdit)[-1]
        type_text(editor, "Ban Tổ chức")
        press(editor, Qt.Key.Key_Return)
        wait_until(lambda: not table.table.findChildren(QLineEdit))
        self.confirmed(self._wizard.draft)

    def _name_committees(self) -> None:
        if not self._wizard.draft.conference.presidium:
            self._add_row(self._section.field("presidium"), "Nguyễn Văn Ước", "Chủ tịch UBND xã")
            self.confirmed(self._wizard.draft)
        if not self._wizard.draft.conference.committee:
            self._add_row(self._section.field("committee"), "H'Hen Niê", "Phó Chủ tịch UBND xã")
            self.confirmed(self._wizard.draft)

    def _prepare_issue(self) -> None:
        self._enter("number", "96")
        issued_on = self._section.field("issued_on").focusProxy()
        if issued_on is None:
            raise TypeError(self._section)
        self._type(issued_on, "16/12/2024")
        signer = self._section.field("signer_id")
        if not isinstance(signer, ChoiceField):
            raise TypeError(signer)
        if signer.value is None:
            signer.setFocus()
            press(signer, Qt.Key.Key_Down)
        self.confirmed(self._wizard.draft)

    def _save_papers(self) -> None:
        review = self._section
        if not isinstance(review, ReviewSection):
            raise TypeError(review)
        review.export.offer_folder(self._papers)
        wait_until(review.export.save_button.isEnabled)
        click(review.export.save_button)
        wait_until(lambda: bool(review.export.outcome) and not review.export.is_saving)
