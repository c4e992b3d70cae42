"""The consolidated view: everything the offices handed over, side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from db.received import ReceivedBundle
from desktop.language import tr
from desktop.models.consolidated_rows import (
    DeliveryRow,
    award_rows,
    awards_of,
    change_rows,
    changes_of,
    deliveries_of,
    delivery_rows,
    finding_rows,
    findings_of,
    places_of,
    places_rows,
)
from desktop.models.province import Province
from desktop.sentences.desk_view import consolidated_sentence
from desktop.sentences.make_up import make_up_chapters
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.dropped_files import take_file, welcome_files
from desktop.widgets.labels import PlainLabel
from desktop.widgets.make_up_view import MakeUpView
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.plain_table import THREE_LINES
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.told_tab import ToldTab
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.windows.province.return_dialog import ask_for_remark
from desktop.windows.province.twins_tab import TwinsTab
from desktop.windows.province.view_session import ViewSession

_WIDTH, _HEIGHT = 1240, 700


class ConsolidatedWindow(QMainWindow):
    """Shows the last consolidation; what is decided here is stored at once."""

    file_wanted = Signal(object)  # Path of what was dropped
    closed = Signal()
    take_wanted = Signal()  # the delegates whom offices chose
    report_wanted = Signal()
    up_wanted = Signal()  # to the level above

    def __init__(self, province: Province, key: str = "", parent: QWidget | None = None) -> None:
        """Begin with an office by its key in the overview, or with all."""
        super().__init__(parent)
        self._province = province
        self._wanted = key
        self.session = ViewSession(province, self)
        self.ask_for_remark: Callable[[str, QWidget], str] = ask_for_remark
        self.setWindowTitle(tr("Consolidated – Hoinghi"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        keep_place(self)
        self.setAcceptDrops(True)
        self._frame = QWidget(self)
        self.message = MessageBar(self._frame)
        self.summary = PlainLabel(role="hint", parent=self._frame)
        self.tabs = QTabWidget(self._frame)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(tr("Parts of the consolidated view"))
        self.tabs.setUsesScrollButtons(True)
        self._make_tabs()
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(MARGIN, SPACE, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addLayout(self._head())
        column.addWidget(self.message)
        column.addWidget(self.tabs, 1)
        column.addLayout(self._foot())
        self.setCentralWidget(self._frame)
        self.session.working.connect(self._show_working)
        self.session.viewed.connect(self._show_view)
        self.session.stopped.connect(lambda: self._end_work(tr("Stopped.")))
        self.session.failed.connect(self._end_work)
        self.offices.chosen.connect(self._enable)
        province.changed.connect(self.refresh)
        self._enable()
        self.refresh()

    def refresh(self) -> None:
        """Consolidate what stands in the store now."""
        self.session.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        welcome_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what is dropped."""
        take_file(event, self.file_wanted.emit, self.message.warn)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way and tell that the window is gone."""
        self.session.stop()
        super().closeEvent(event)
        self.closed.emit()

    def return_current(self) -> None:
        """Send the conference chosen back with a remark."""
        row = self.offices.current
        bundle = self._bundle(row)
        if row is None or bundle is None:
            return
        text = self.ask_for_remark(row.line.place.name, self)
        if text:
            self._province.return_with(bundle, text)
            self.message.say(
                tr(
                    "“{office}” gets it back with your remark the next time you send down.",
                    office=row.line.place.name,
                )
            )

    def accept_current(self) -> None:
        """Take the conference chosen as it is; of a fork, let this side count."""
        bundle = self._bundle(self.offices.current)
        if bundle is not None:
            self._province.accept(bundle)
            self.message.say(tr("Accepted: its receipt says so the next time you send down."))

    def settle_current(self) -> None:
        """Let the other side of a fork count."""
        bundle = self._bundle(self.offices.current)
        if bundle is not None:
            self._province.settle_other(bundle)

    def _make_tabs(self) -> None:
        self.offices = ToldTab(
            delivery_rows(),
            tr("Offices and deadlines"),
            (0, 0, 100, 100, 220, 70, 0),
            tr("No office is expected, and none has handed anything over."),
            self.tabs,
        )
        self.findings = ToldTab(
            finding_rows(),
            tr("Findings"),
            (170, 130, 0, 0),
            tr("Nothing that was handed over departs from the plan."),
            self.tabs,
            row_height=THREE_LINES,
        )
        self.places = ToldTab(
            places_rows(),
            tr("Delegates"),
            (0, 0, 120, 90, 160),
            tr("Nobody has handed anything over yet."),
            self.tabs,
        )
        self.make_up = MakeUpView(self.tabs)
        page = QWidget(self.tabs)
        column = QVBoxLayout(page)
        column.addWidget(self.make_up)
        column.addStretch(1)
        self.make_up_area = QScrollArea(self.tabs)
        self.make_up_area.setWidgetResizable(True)
        self.make_up_area.setWidget(page)
        self.twins = TwinsTab(self._province, self.tabs)
        self.changes = ToldTab(
            change_rows(),
            tr("Changes"),
            (200, 70, 200, 0),
            tr("No office has handed anything over a second time."),
            self.tabs,
        )
        self.awards = ToldTab(
            award_rows(),
            tr("Awards"),
            (180, 0, 90, 0, 0, 0),
            tr("No office puts anybody forward for an award."),
            self.tabs,
        )
        for told, name in (
            (self.offices, "consolidated-offices"),
            (self.findings, "consolidated-findings"),
            (self.places, "consolidated-places"),
            (self.twins, "consolidated-twins"),
            (self.changes, "consolidated-changes"),
            (self.awards, "consolidated-awards"),
        ):
            keep_widths(told.table, name)
        self.return_button = QPushButton(tr("&Return with a remark…"), self)
        self.accept_button = QPushButton(tr("&Accept"), self)
        self.settle_button = QPushButton(tr("Let the &other content count"), self)
        for button, action in (
            (self.return_button, self.return_current),
            (self.accept_button, self.accept_current),
            (self.settle_button, self.settle_current),
        ):
            button.clicked.connect(action)
            self.offices.add_button(button)
        self.offices.foot.addStretch(1)
        for tab, title in (
            (self.offices, tr("Offices and deadlines")),
            (self.findings, tr("Findings")),
            (self.places, tr("Delegates")),
            (self.make_up_area, tr("Make-up")),
            (self.twins, tr("On two lists")),
            (self.changes, tr("Changes")),
            (self.awards, tr("Awards")),
        ):
            self.tabs.addTab(tab, title)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(tr("Consolidated view"), "title", self._frame))
        words.addWidget(self.summary)
        self.home_button = self._button(tr("All &offices"), self.close)
        self.report_button = self._button(tr("&Export…"), self.report_wanted.emit)
        self.up_button = self._button(tr("Hand &up…"), self.up_wanted.emit)
        self.take_button = self._button(tr("&Take delegates over…"), self.take_wanted.emit)
        self.take_button.setProperty("role", "primary")
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addLayout(words, 1)
        for button in (self.home_button, self.report_button, self.up_button, self.take_button):
            head.addWidget(button)
        return head

    def _foot(self) -> QHBoxLayout:
        self.progress_bar = QProgressBar(self._frame)
        self.progress_bar.setAccessibleName(tr("Conferences consolidated"))
        self.stop_button = self._button(tr("S&top"), self.session.cancel)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.progress_bar, 1)
        row.addWidget(self.stop_button)
        return row

    def _button(self, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self._frame)
        button.clicked.connect(lambda _checked: action())
        return button

    def _show_working(self, sentence: str, done: int, total: int) -> None:
        self.progress_bar.setFormat(sentence)
        self.progress_bar.setRange(0, total)
        self.progress_bar.setValue(done)
        self._show_busy(is_busy=True)

    def _end_work(self, sentence: str) -> None:
        self._show_busy(is_busy=False)
        self.message.warn(sentence)

    def _show_busy(self, *, is_busy: bool) -> None:
        for widget in (self.progress_bar, self.stop_button):
            widget.setVisible(is_busy)
        self._enable()

    def _show_view(self) -> None:
        self._show_busy(is_busy=False)
        view = self.session.view
        if view is None:
            return
        self.summary.setText(consolidated_sentence(view))
        self.offices.show_items(
            tuple(deliveries_of(view)),
            tr("Every paper that the plan wants from each office, and when it came."),
        )
        self.findings.show_items(
            tuple(findings_of(view)),
            tr("What departs from the plan, office by office, and what was allowed by whom."),
        )
        self.places.show_items(
            tuple(places_of(view)), tr("Places given by the plan or by you, and people listed.")
        )
        self.make_up.show_chapters(make_up_chapters(view.make_up))
        self.twins.show_pairs(view.same_people, view.unknown_people, view.make_up.total)
        self.changes.show_items(
            tuple(changes_of(view)), tr("What each office changed since its number before.")
        )
        self.awards.show_items(
            tuple(awards_of(view)), tr("Whom the offices put forward, and for what.")
        )
        twins = self.tabs.indexOf(self.twins)
        self.tabs.setTabText(twins, tr("On two lists ({count})", count=self.twins.open_count))
        self._choose_wanted()
        self._enable()

    def _choose_wanted(self) -> None:
        """Begin with the office that was asked for, the first time."""
        for place, row in enumerate(self.offices.rows.items):
            if self._wanted and self._wanted in (row.line.place.unit_id, _sender(row)):
                self.offices.table.selectRow(place)
                self.offices.table.setFocus()
                break
        self._wanted = ""

    def _bundle(self, row: DeliveryRow | None) -> ReceivedBundle | None:
        if row is None or row.line.figures is None:
            return None
        figures = row.line.figures
        return self._province.current_of(figures.sender, figures.subject)

    def _enable(self) -> None:
        row = self.offices.current
        figures = row.line.figures if row is not None else None
        self.return_button.setEnabled(figures is not None)
        self.accept_button.setEnabled(figures is not None)
        self.settle_button.setVisible(figures is not None and figures.is_fork)
        self.take_button.setEnabled(self.session.view is not None and not self.session.is_busy)
        for button in (self.report_button, self.up_button):
            button.setEnabled(self.take_button.isEnabled())


def _sender(row: DeliveryRow) -> str:
    return row.line.figures.sender if row.line.figures is not None else ""
