"""A printer that is a little off: print its test page, measure it, and it is made up for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from desktop.atomic_file import write_atomically
from desktop.documents.badges.printer_fit import (
    PrinterFit,
    corner_mm,
    fit_from_test_page,
    ruler_mm,
)
from desktop.documents.badges.sheet import Sheet
from desktop.errors import InputRefused
from desktop.language import tr
from desktop.models.badge_printing import BadgePrinting
from desktop.people.text import typed
from desktop.printing.batch import BatchOutcome
from desktop.printing.press import Press
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.store import store_sentence, write_failure_sentence
from desktop.widgets.labels import PlainLabel
from desktop.widgets.number_field import NumberField
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import open_dialog, resize_within_screen
from desktop.wizard.print_dialog import Printable, PrintDialog, ask_where_to_save

_MOST_MM = 500.0
_LETTERS = ("A", "B", "C", "D")


class PrinterDialog(QDialog):
    """Measures one printer on one paper.

    Attributes:
        choose_target: asks where the test page goes; replaceable.
        printer: its name, as the officer knows it.
        measured: the four lengths, A to D.
    """

    def __init__(
        self,
        printing: BadgePrinting,
        sheet: Sheet,
        printer: str,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._printing = printing
        self._sheet = sheet
        self._clock = clock
        self.choose_target: Callable[[QWidget, str], Path | None] = ask_where_to_save
        self.press: Press | None = None
        self.printing: PrintDialog | None = None
        self.setWindowTitle(tr("Measure a printer"))
        self.printer = QLineEdit(printer, self)
        self.printer.setMaxLength(80)
        self.measured = {letter: NumberField(0, _MOST_MM, parent=self) for letter in _LETTERS}
        self.note = PlainLabel(role="binding", parent=self)
        self.note.hide()
        self.save_page = QPushButton(tr("Save the test page…"), self)
        self.save_page.setAutoDefault(False)
        self.save_page.clicked.connect(self._save_page)
        self.print_page = QPushButton(tr("Print the test page…"), self)
        self.print_page.setAutoDefault(False)
        self.print_page.clicked.connect(self._print_page)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self._keep)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._show_expected()
        resize_within_screen(self, 520, 480)

    @property
    def _page(self) -> tuple[float, float]:
        return self._sheet.page_width_mm, self._sheet.page_height_mm

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        name = QLabel(tr("Printer"), self)
        name.setBuddy(self.printer)
        self.printer.setAccessibleName(tr("Printer"))
        column.addWidget(name)
        column.addWidget(self.printer)
        column.addWidget(
            PlainLabel(
                tr(
                    "1. Print the test page on the paper of this sheet, at 100 %.\n"
                    "2. Measure A to D with a ruler and type what you find."
                ),
                parent=self,
            )
        )
        page_row = QHBoxLayout()
        page_row.addWidget(self.print_page)
        page_row.addWidget(self.save_page)
        page_row.addStretch(1)
        column.addLayout(page_row)
        grid = QGridLayout()
        for row, (letter, words) in enumerate(
            (
                ("A", tr("A: left edge of the paper to the upright line (mm)")),
                ("B", tr("B: upper edge of the paper to the level line (mm)")),
                ("C", tr("C: length of the ruler across (mm)")),
                ("D", tr("D: length of the ruler down (mm)")),
            )
        ):
            label = QLabel(words, self)
            label.setBuddy(self.measured[letter])
            self.measured[letter].setAccessibleName(words)
            self.measured[letter].setMaximumWidth(90)
            grid.addWidget(label, row, 0)
            grid.addWidget(self.measured[letter], row, 1)
        column.addLayout(grid)
        column.addWidget(self.note)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def _show_expected(self) -> None:
        """Show what a printer that is right, or as it was measured before, comes to."""
        fit = self._printing.fit(self.printer.text(), self._sheet)
        width, height = self._page
        for letter, value in zip(
            _LETTERS,
            (
                fit.shift_across_mm + fit.scale_across * corner_mm(width),
                fit.shift_down_mm + fit.scale_down * corner_mm(height),
                fit.scale_across * ruler_mm(width),
                fit.scale_down * ruler_mm(height),
            ),
            strict=True,
        ):
            self.measured[letter].show_value(round(value, 1))

    def _print_page(self) -> None:
        from desktop.documents.badges.ruler_page import draw_test_page  # noqa: PLC0415 - ReportLab

        title = tr("Test page of a printer")
        self.printing = PrintDialog(title, self.printer.text(), self, press=self.press)
        path = self.printing.folder / "test-page.pdf"
        path.write_bytes(draw_test_page(self._page, self._clock()))
        self.printing.show_paper(
            Printable(
                key="test-page",
                title=title,
                stem="trang-thu-may-in",
                path=path,
                pages=1,
                page_mm=self._page,
            )
        )
        self.printing.printed.connect(self._take_printer)
        open_dialog(self.printing)

    def _take_printer(self, outcome: BatchOutcome) -> None:
        """Name the printer by what printed, so that its name is the system's."""
        for sent in outcome.sent:
            self.printer.setText(sent.wanted.order.printer)
            self._show_expected()

    def _save_page(self) -> None:
        from desktop.documents.badges.ruler_page import draw_test_page  # noqa: PLC0415 - ReportLab

        path = self.choose_target(self, "trang-thu-may-in.pdf")
        if path is None:
            return
        try:
            write_atomically(path, draw_test_page(self._page, self._clock()))
        except OSError as error:
            self._complain(write_failure_sentence(error, path))
        else:
            self.note.set_role("fine")
            self.note.setText(tr("Saved as {path}.", path=str(path)))
            self.note.show()

    def _keep(self) -> None:
        printer = " ".join(typed(self.printer.text()).split())
        if not printer:
            self._complain(tr("Give the printer a name, so that it can be chosen again."))
            self.printer.setFocus()
            return
        for field in self.measured.values():
            field.commit()
        lengths = [field.value for field in self.measured.values()]
        try:
            fit = _fit(self._page, lengths)
            self._printing.keep_fit(printer, self._sheet, fit)
        except InputRefused as refusal:
            self._complain(refusal_sentence(refusal))
        except StoreError as error:
            self._complain(store_sentence(error))
        else:
            self.printer.setText(printer)
            self.accept()

    def _complain(self, text: str) -> None:
        self.note.set_role("binding")
        self.note.setText(text)
        self.note.show()


def _fit(page: tuple[float, float], lengths: list[float]) -> PrinterFit:
    left, top, across, down = lengths
    return fit_from_test_page(page, left, top, across, down)
