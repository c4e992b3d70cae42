"""One paper printed from its dialog."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.store import Store
from desktop.models.draft import Draft
from desktop.printing.cups import CupsPress
from desktop.printing.order import PageSet, Sides
from desktop.printing.press import PrintFault
from desktop.wizard.paper_print_dialog import PaperPrintDialog
from tests.builders import a_delegate
from tests.desktop.conftest import OpenDraft
from tests.desktop.printing.fake_cups import install
from tests.desktop.wizard.printing import HP, OLD, PATIENCE_MS, APress
from tests.hands import press as press_key
from tests.hands import type_text


def _open(
    qtbot: QtBot, draft: Draft, press: APress | CupsPress, key: str = "programme"
) -> PaperPrintDialog:
    dialog = PaperPrintDialog(draft, key, press=press)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(
        lambda: dialog.save_button.isEnabled() and dialog.form.again_button.isEnabled(),
        timeout=PATIENCE_MS,
    )
    return dialog


def _print(qtbot: QtBot, dialog: PaperPrintDialog) -> None:
    with qtbot.waitSignal(dialog.printed, timeout=PATIENCE_MS):
        dialog.print_button.click()


def test_a_paper_is_shown_printed_and_noted(
    qtbot: QtBot, open_draft: OpenDraft, store: Store
) -> None:
    draft, press = open_draft(), APress(HP, OLD)
    dialog = _open(qtbot, draft, press)
    assert dialog.view.page_count >= 1
    assert "leaves a place blank" in dialog.problems.item(0).text()
    type_text(dialog.copies, "3")
    assert dialog.summary.text() == "Takes 3 sheets of paper."

    _print(qtbot, dialog)

    ((title, order),) = press.orders
    assert (title, order.printer, order.copies, order.sides) == ("Programme", "HP", 3, Sides.ONE)
    assert order.page_mm == pytest.approx((210, 297), abs=0.1)
    assert dialog.message.text == "Given to HP: Programme, 3 sheets."
    (logged,) = store.prints.of(draft.conference.id)
    assert (logged.paper, logged.copies, logged.sheets) == ("programme", 3, 3)
    assert "has not changed since" in dialog.before.text()


def test_printing_again_is_asked_and_a_change_is_told(qtbot: QtBot, open_draft: OpenDraft) -> None:
    draft, press = open_draft(), APress(HP)
    first = _open(qtbot, draft, press)
    _print(qtbot, first)
    first.print_button.click()
    assert "Print it again?" in first.message.text
    assert len(press.orders) == 1
    with qtbot.waitSignal(first.printed, timeout=PATIENCE_MS):
        first.message.action_button.click()
    assert len(press.orders) == 2
    first.reject()

    draft.change(title="Hội nghị khác hẳn")
    again = _open(qtbot, draft, press)
    assert "has changed since" in again.before.text()
    assert again.form.printer.currentText() == "HP"


def test_pages_sides_and_tray_are_asked_for(qtbot: QtBot, open_draft: OpenDraft) -> None:
    press = APress(HP, OLD)
    dialog = _open(qtbot, open_draft(*[a_delegate(n) for n in range(1, 90)]), press, "list")
    assert dialog.form.chosen_sides is Sides.LONG_EDGE
    type_text(dialog.ranges, "2-1")
    assert not dialog.print_button.isEnabled()
    assert dialog.ranges.property("state") == "wrong"
    type_text(dialog.ranges, "1-2")
    dialog.page_set.show_value(PageSet.EVEN)
    dialog.form.tray.setCurrentIndex(1)
    dialog.form.sides.setCurrentIndex(2)
    dialog.form.sides.activated.emit(2)

    _print(qtbot, dialog)

    ((_, order),) = press.orders
    assert order.ranges == ((1, 2),)
    assert order.page_set is PageSet.EVEN
    assert (order.tray, order.sides) == ("InputSlot=1", Sides.SHORT_EDGE)
    assert "only pages 1-2 even" in dialog.before.text()

    dialog.form.printer.setCurrentIndex(1)
    dialog.form.printer.activated.emit(1)
    assert dialog.form.sides.currentText() == "one side"
    assert not dialog.form.sides.isEnabled()
    assert "does not print both sides" in dialog.form.note.text()


@pytest.mark.parametrize(
    ("press", "words"),
    [
        (APress(), "No printer is set up"),
        (APress(missing=PrintFault.NO_PRINT_SYSTEM), "has no print system"),
    ],
)
def test_without_a_printer_it_can_still_be_saved(
    qtbot: QtBot, open_draft: OpenDraft, tmp_path: Path, press: APress, words: str
) -> None:
    dialog = _open(qtbot, open_draft(), press)
    assert words in dialog.form.note.text()
    assert not dialog.print_button.isEnabled()
    dialog.choose_target = lambda _parent, name: tmp_path / name

    dialog.save_button.click()

    assert (tmp_path / "chuong-trinh.pdf").read_bytes().startswith(b"%PDF")
    dialog.choose_target = lambda _parent, name: tmp_path / "gone" / name
    dialog.save()
    assert "was not written" in dialog.message.text
    press.missing, press.listed = None, (HP,)
    dialog.form.again_button.click()
    qtbot.waitUntil(dialog.print_button.isEnabled, timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (PrintFault.NO_SUCH_PRINTER, "no longer knows this printer"),
        (PrintFault.DISK_FULL, "too full"),
        (PrintFault.NO_ANSWER, "does not answer"),
        (PrintFault.REFUSED, "did not take the paper"),
    ],
)
def test_a_failure_says_what_to_do_and_is_not_noted(
    qtbot: QtBot, open_draft: OpenDraft, store: Store, fault: PrintFault, words: str
) -> None:
    draft, press = open_draft(), APress(HP)
    press.fails_at, press.fault = "Programme", fault
    dialog = _open(qtbot, draft, press)

    _print(qtbot, dialog)

    assert words in dialog.message.text
    assert "as PDF" in dialog.message.text
    assert "lp: no" in dialog.message.text
    assert "Not printed: Programme." in dialog.message.text
    assert store.prints.of(draft.conference.id) == ()


def test_a_print_is_stopped_first_and_the_window_closed_then(
    qtbot: QtBot, open_draft: OpenDraft, store: Store
) -> None:
    draft, press = open_draft(), APress(HP)
    press.may_go_on.clear()
    dialog = _open(qtbot, draft, press)
    dialog.print_button.click()
    press_key(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.printed, timeout=PATIENCE_MS):
        press.may_go_on.set()

    assert dialog.message.text == "Stopped. Nothing was printed. Not printed: Programme."
    assert store.prints.of(draft.conference.id) == ()
    dialog.close_button.click()
    assert not dialog.isVisible()
    assert not dialog.folder.exists()


def test_a_print_that_cannot_be_noted_is_told(
    qtbot: QtBot, open_draft: OpenDraft, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _open(qtbot, open_draft(), APress(HP))

    def refuse(_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    monkeypatch.setattr(store.prints, "add", refuse)

    _print(qtbot, dialog)

    assert dialog.message.text.startswith("Printed, but not noted as printed.")


def test_a_fault_of_ours_is_told_as_one(
    qtbot: QtBot, open_draft: OpenDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = APress(HP)
    dialog = _open(qtbot, open_draft(), press)

    def fall(*_: object) -> str:
        raise RuntimeError

    monkeypatch.setattr(press, "send", fall)
    with qtbot.waitSignal(dialog.runner.failed, timeout=PATIENCE_MS):
        dialog.print_button.click()

    assert "RuntimeError" in dialog.message.text
    dialog.drawing.failed.emit(OSError("gone"))
    assert "could not be drawn" in dialog.view.notice
    assert not dialog.print_button.isEnabled()


@pytest.mark.skipif(os.name == "nt", reason="CUPS prints where there is a shell")
def test_cups_is_given_the_very_file_that_is_shown(
    qtbot: QtBot, open_draft: OpenDraft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cups = install(tmp_path / "cups", monkeypatch)
    dialog = _open(qtbot, open_draft(), CupsPress())

    _print(qtbot, dialog)

    (drawn,) = dialog.folder.glob("*.pdf")
    assert (cups.folder / "job-1.pdf").read_bytes() == drawn.read_bytes()
    assert "-o print-scaling=none" in cups.sent[0]
