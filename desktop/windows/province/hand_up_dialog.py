"""Before the consolidation goes up: which conference it belongs to, and who is not on its list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.records import ConferenceFile
from desktop.documents.added_papers import AddedPaper
from desktop.documents.consolidation.forms import FILE_NAMES, ReportForm
from desktop.handoff.consolidation.consolidate import Consolidation
from desktop.handoff.parcels import Chosen, Parcel
from desktop.language import tr
from desktop.models.province import Province
from desktop.sentences.consolidated_export import Drawn, ExportOrder, draw_job
from desktop.sentences.exports import drawing_failure_sentence
from desktop.widgets.labels import PlainLabel
from desktop.widgets.roomy_box import RoomyBox
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import resize_within_screen
from desktop.widgets.work_line import WorkLine
from desktop.windows.province.report_issue_form import ReportIssueForm
from desktop.windows.province.view_session import ViewSession
from desktop.wizard.session_dialog import SessionDialog


class HandUpDialog(SessionDialog):
    """Draws the report once the list of the desk's own conference is as the officer wants it.

    Attributes:
        missing: how many changes by the offices' choices are not on the list.
    """

    take_wanted = Signal()  # the dialog has closed
    ready = Signal(str, object)  # id of the conference, AddedPaper; the dialog has closed

    def __init__(
        self,
        province: Province,
        view: Consolidation,
        parcels: Sequence[Parcel],
        senders: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """Take a consolidation, what it was made of, and the offices that may have chosen."""
        super().__init__(parent)
        self._province = province
        self._view = view
        self._parcels = tuple(parcels)
        self._senders = frozenset(senders)
        self._is_looked_through = False
        self.missing = 0
        self.session = ViewSession(province, self)
        self.setWindowTitle(tr("Hand the consolidation up"))
        resize_within_screen(self, 760, 420)
        self.upper_field = RoomyBox(self)
        self.upper_field.setAccessibleName(tr("Our conference"))
        for key, title in province.upper_choices:
            self.upper_field.addItem(title or tr("Conference without a name"), key)
        self.upper_field.setCurrentIndex(self.upper_field.findData(province.upper_id))
        self.message = PlainLabel(parent=self)
        self.work = WorkLine(self)
        self.issue = ReportIssueForm(province, self.work, self)
        self._lay_out()
        self.session.working.connect(lambda sentence, _done, _total: self._say(sentence))
        self.session.chosen.connect(self._show_chosen)
        self.session.failed.connect(lambda sentence: self._say(sentence, "binding"))
        self.work.busy_changed.connect(lambda _busy: self._enable())
        self.upper_field.activated.connect(self._choose)
        self._look()

    def stop_work(self) -> None:
        """Stop looking and drawing."""
        self.session.stop()
        self.work.drop()

    def take(self) -> None:
        """Leave for the dialog that takes delegates over."""
        self.reject()
        self.take_wanted.emit()

    def hand_up(self) -> None:
        """Draw the report, then leave for the dialog that hands over."""
        self.issue.flush()
        self.work.start(
            draw_job,
            ExportOrder(
                snapshot=self._province.snapshot(), found=self._view, parcels=self._parcels
            ),
            name=tr("Drawing the report…"),
            then=self._leave,
            failed=drawing_failure_sentence,
            stopped=tr("Stopped. Nothing was drawn."),
        )

    def _leave(self, drawn: Drawn) -> None:
        paper = AddedPaper(
            name=FILE_NAMES[ReportForm.PDF], title=tr("Consolidated report"), data=drawn.pdf
        )
        self.accept()
        self.ready.emit(self._province.upper_id, paper)

    def _choose(self) -> None:
        self._province.choose_upper(str(self.upper_field.currentData()))
        self.issue.refresh()
        self._look()

    def _look(self) -> None:
        self.missing, self._is_looked_through = 0, False
        self.session.stop()
        upper = self._province.upper_file()
        if not self.upper_field.count():
            self._say(
                tr(
                    "You have no conference of your own yet. Begin one under “Our own conferences”,"
                    " then come back: it is what goes up, with the delegates sent to it and the"
                    " consolidated report."
                ),
                "advisory",
            )
        elif upper is None:
            self._say(tr("Choose the conference that goes up with the consolidated report."))
        elif not self._province.is_upper_planned:
            self._say(
                tr(
                    "This conference is not planned to its end yet. Finish it under “Our own"
                    " conferences”, then come back."
                ),
                "advisory",
            )
        else:
            self.session.find_chosen(upper, self._senders)
        self._enable()

    def _show_chosen(self, _upper: ConferenceFile, chosen: Chosen) -> None:
        self.missing, self._is_looked_through = len(chosen.all), True
        if chosen.all:
            self._say(
                tr(
                    "{count} choices of the offices do not stand in the list of this conference"
                    " yet. Take them over first; if you hand up now, the list goes as it is.",
                    count=self.missing,
                ),
                "advisory",
            )
        else:
            self._say(
                tr("Everybody whom the offices chose is on the list and goes up with it."), "fine"
            )
        self._enable()
        (self.take_button if chosen.all else self.up_button).setFocus()

    def _enable(self) -> None:
        is_free = self._is_looked_through and not self.work.is_busy
        self.upper_field.setEnabled(not self.work.is_busy)
        self.take_button.setVisible(self.missing > 0)
        self.take_button.setEnabled(is_free)
        self.up_button.setEnabled(is_free)

    def _say(self, text: str, role: str = "") -> None:
        self.message.set_role(role)
        self.message.setText(text)

    def _lay_out(self) -> None:
        label = PlainLabel(tr("Our conference"), parent=self)
        label.setWordWrap(False)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(label)
        head.addWidget(self.upper_field, 1)
        self.take_button = QPushButton(tr("&Take delegates over…"), self)
        self.up_button = QPushButton(tr("Hand &up…"), self)
        self.up_button.setProperty("role", "primary")
        self.close_button = QPushButton(tr("&Close"), self)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        for button, action in (
            (self.take_button, self.take),
            (self.up_button, self.hand_up),
            (self.close_button, self.reject),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, action=action: action())
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addWidget(
            PlainLabel(
                tr(
                    "To the level above you are an office like any other: what goes up is your own"
                    " conference with its list, and the consolidated report among its papers."
                ),
                "hint",
                self,
            )
        )
        column.addLayout(head)
        column.addWidget(self.issue)
        column.addWidget(self.message)
        column.addStretch(1)
        column.addWidget(self.work)
        column.addLayout(row)
