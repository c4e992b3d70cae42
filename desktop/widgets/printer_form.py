"""Which printer, from which tray, on which sides: asked the same way wherever something prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.errors import HoinghiError
from desktop.language import tr
from desktop.printing.order import Sides
from desktop.printing.press import Press, Printer, PrintFailed, Report
from desktop.sentences.printing import print_fault_sentence, printer_words
from desktop.widgets.fields import ChoiceField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.roomy_box import RoomyBox
from desktop.widgets.thread_runner import ThreadRunner

_LEAST_LETTERS = 16


class PrinterForm(QWidget):
    """Finds the printers beside the window, and keeps the choice of one, its tray and the sides."""

    changed = Signal()

    def __init__(
        self,
        press: Press,
        sides: Sequence[tuple[Sides, str]],
        preferred: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._press = press
        self._all_sides = tuple(sides)
        self._preferred = preferred
        self._wanted_sides = Sides.ONE
        self._printers: tuple[Printer, ...] = ()
        self.printer = RoomyBox(self)
        self.tray = RoomyBox(self)
        self.sides = ChoiceField(self)
        for box in (self.printer, self.tray, self.sides):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(_LEAST_LETTERS)
        self.note = PlainLabel(role="advisory", parent=self)
        self.again_button = QPushButton(tr("&Look for printers again"), self)
        self.again_button.setAutoDefault(False)
        self.again_button.clicked.connect(self.look)
        self._runner = ThreadRunner(self)
        self._runner.finished.connect(self._show)
        self._runner.failed.connect(self._show_failure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name, field in (
            (tr("&Printer"), self.printer),
            (tr("Paper &tray"), self.tray),
            (tr("Si&des"), self.sides),
        ):
            label = QLabel(name, self)
            label.setBuddy(field)
            field.setAccessibleName(name.replace("&", ""))
            column.addWidget(label)
            column.addWidget(field)
            if field is self.printer:
                column.addWidget(self.note)
                column.addWidget(self.again_button)
        self.printer.activated.connect(lambda _: self._choose())
        self.tray.activated.connect(lambda _: self.changed.emit())
        self.sides.committed.connect(self._take_sides)
        self.look()

    @property
    def chosen(self) -> Printer | None:
        """The printer chosen; None while there is none."""
        index = self.printer.currentIndex()
        return self._printers[index] if 0 <= index < len(self._printers) else None

    @property
    def tray_code(self) -> str:
        """The tray chosen; empty for the printer's own choice."""
        return str(self.tray.currentData() or "")

    @property
    def chosen_sides(self) -> Sides:
        """The sides that are printed."""
        value = self.sides.value
        return value if isinstance(value, Sides) else Sides.ONE

    def want_sides(self, sides: Sides) -> None:
        """Choose these sides wherever the printer can."""
        self._wanted_sides = sides
        self._offer_sides()

    def look(self) -> None:
        """Look for the printers of this computer."""
        self.again_button.setEnabled(False)
        self.note.set_role("hint")
        self.note.setText(tr("Looking for printers…"))
        self.note.show()
        self._runner.start(_listed, self._press.printers)

    def stop(self) -> None:
        """Hear nothing more of the printers, as when the window closes."""
        self._runner.drop()

    def _show(self, printers: tuple[Printer, ...]) -> None:
        self._printers = printers
        self.again_button.setEnabled(True)
        self.again_button.setVisible(not printers)
        self.printer.clear()
        for one in printers:
            self.printer.addItem(one.name)
        self.printer.setCurrentIndex(
            next((n for n, one in enumerate(printers) if one.name == self._preferred), 0)
            if printers
            else -1
        )
        self._choose()

    def _show_failure(self, error: HoinghiError) -> None:
        self._show(())
        if isinstance(error, PrintFailed):
            self.note.setText(print_fault_sentence(error))

    def _choose(self) -> None:
        chosen = self.chosen
        self.printer.setEnabled(chosen is not None)
        self.note.set_role("advisory")
        self.note.setText(
            printer_words(chosen)
            if chosen
            else tr(
                "No printer is set up on this computer. Set one up in the system's settings and"
                " look again, or save as PDF and print it elsewhere."
            )
        )
        self.note.setVisible(bool(self.note.text()))
        self.tray.clear()
        self.tray.addItem(tr("as the printer chooses"), "")
        for tray in chosen.trays if chosen else ():
            self.tray.addItem(tray.name, tray.code)
        self.tray.setEnabled(self.tray.count() > 1)
        self._offer_sides()
        self.changed.emit()

    def _offer_sides(self) -> None:
        turns = self.chosen is not None and self.chosen.turns_paper
        offered = [each for each in self._all_sides if turns or each[0] is Sides.ONE]
        self.sides.offer(offered)
        wanted = self._wanted_sides if turns else Sides.ONE
        self.sides.show_value(wanted)
        if self.sides.value is None:
            self.sides.show_value(Sides.ONE)
        self.sides.setEnabled(len(offered) > 1)

    def _take_sides(self, sides: object) -> None:
        if isinstance(sides, Sides):
            self._wanted_sides = sides
        self.changed.emit()


def _listed(_report: Report, printers: Callable[[], tuple[Printer, ...]]) -> tuple[Printer, ...]:
    return printers()
