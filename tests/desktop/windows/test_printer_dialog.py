"""A printer measured."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.store import Store
from desktop.documents.badges.load import shipped_sheet
from desktop.models.badge_printing import BadgePrinting
from desktop.windows.printer_dialog import PrinterDialog
from tests.builders import NOON, ident
from tests.desktop.wizard.printing import HP, PATIENCE_MS, APress
from tests.hands import type_text

SHEET = shipped_sheet()


@pytest.fixture
def printing(store: Store, new_id: Callable[[], str]) -> BadgePrinting:
    return BadgePrinting(store, ident(10), new_id)


def a_dialog(qtbot: QtBot, printing: BadgePrinting, printer: str = "") -> PrinterDialog:
    dialog = PrinterDialog(printing, SHEET, printer, lambda: NOON)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def fill(dialog: PrinterDialog, **lengths: str) -> None:
    for letter, text in lengths.items():
        type_text(dialog.measured[letter], text)


def press_ok(dialog: PrinterDialog) -> None:
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def test_it_begins_with_what_a_right_printer_comes_to(
    qtbot: QtBot, printing: BadgePrinting
) -> None:
    dialog = a_dialog(qtbot, printing)

    assert [field.value for field in dialog.measured.values()] == [20, 20, 180, 260]


def test_what_was_measured_is_kept_for_the_printer_and_shown_again(
    qtbot: QtBot, printing: BadgePrinting
) -> None:
    dialog = a_dialog(qtbot, printing)
    type_text(dialog.printer, "  Máy in  tầng 2 ")
    fill(dialog, A="18,5", B="21", C="180.9", D="259")
    with qtbot.waitSignal(dialog.accepted):
        press_ok(dialog)

    fit = printing.fit("Máy in tầng 2", SHEET)
    assert fit.shift_across_mm == pytest.approx(18.5 - 20 * 180.9 / 180, abs=0.001)
    assert fit.scale_down == pytest.approx(259 / 260, abs=0.00001)
    again = a_dialog(qtbot, printing, "Máy in tầng 2")
    assert [field.value for field in again.measured.values()] == [18.5, 21, 180.9, 259]


def test_a_wrong_reading_and_a_missing_name_are_explained(
    qtbot: QtBot, printing: BadgePrinting
) -> None:
    dialog = a_dialog(qtbot, printing)
    press_ok(dialog)
    assert "Give the printer a name" in dialog.note.text()
    type_text(dialog.printer, "HP")
    fill(dialog, C="120")
    press_ok(dialog)
    assert "Measure A and C" in dialog.note.text()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert printing.printers() == ()


def test_a_full_disk_is_told(
    qtbot: QtBot, printing: BadgePrinting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    monkeypatch.setattr(printing, "keep_fit", refuse)
    dialog = a_dialog(qtbot, printing, "HP")
    press_ok(dialog)

    assert dialog.note.isVisible()
    assert dialog.isVisible()


def test_the_test_page_is_saved(qtbot: QtBot, printing: BadgePrinting, tmp_path: Path) -> None:
    dialog = a_dialog(qtbot, printing)
    path = tmp_path / "thử.pdf"
    dialog.choose_target = lambda _parent, _name: path
    dialog.save_page.click()
    assert path.read_bytes().startswith(b"%PDF")
    assert "thử.pdf" in dialog.note.text()

    dialog.choose_target = lambda _parent, _name: tmp_path / "gone" / "thử.pdf"
    dialog.save_page.click()
    assert "was not written" in dialog.note.text()

    dialog.choose_target = lambda _parent, _name: None
    dialog.save_page.click()
    assert sorted(each.name for each in tmp_path.glob("*.pdf")) == ["thử.pdf"]


def test_the_test_page_is_printed_and_names_its_printer(
    qtbot: QtBot, printing: BadgePrinting
) -> None:
    dialog = a_dialog(qtbot, printing)
    dialog.press = press = APress(HP)
    dialog.print_page.click()
    printer = dialog.printing
    assert printer is not None
    qtbot.waitUntil(printer.print_button.isEnabled, timeout=PATIENCE_MS)
    with qtbot.waitSignal(printer.printed, timeout=PATIENCE_MS):
        printer.print_button.click()

    assert dialog.printer.text() == "HP"
    assert [order.page_mm for _, order in press.orders] == [(210, 297)]
    printer.reject()
