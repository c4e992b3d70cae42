"""The dialogs of papers and badges, and the designer."""

from __future__ import annotations

import uuid

from desktop.documents.badges.load import shipped_sheet
from desktop.documents.papers import PAPERS, PaperGroup
from desktop.models.badge_printing import BadgePrinting
from desktop.windows.badge_designer import BadgeDesigner
from desktop.windows.badge_dialog import BadgeDialog
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.printer_dialog import PrinterDialog
from desktop.windows.sheets_dialog import SheetsDialog
from desktop.wizard.paper_print_dialog import PaperPrintDialog
from desktop.wizard.paper_settings_dialog import PaperSettingsDialog
from desktop.wizard.print_dialog import PrintDialog
from desktop.wizard.print_set_dialog import PrintSetDialog
from tests.access.registry import shows
from tests.access.stage import Shown, Stage, each_tab, settle, wait_until
from tests.builders import NOON
from tests.desktop.wizard.printing import HP, OLD, APress


@shows(BadgeDialog)
def badges(stage: Stage) -> Shown:
    window = ConferenceWindow(stage.office, stage.sample)
    stage.show(window)
    dialog = window.print_badges()
    wait_until(dialog.save_button.isEnabled)
    settle()
    yield from each_tab("badges", dialog)
    dialog.reject()


@shows(BadgeDesigner)
def designer(stage: Stage) -> Shown:
    window = ConferenceWindow(stage.office, stage.sample)
    stage.show(window)
    dialog = window.print_badges()
    dialog.change_design()
    opened = dialog.designer
    if opened is None:
        raise LookupError("no designer")
    wait_until(lambda: opened.canvas.has_picture)
    yield from each_tab("nothing chosen", opened)
    seen = set()
    for number, element in enumerate(opened.draft.elements):
        if type(element) not in seen:
            seen.add(type(element))
            opened.draft.select([number])
            settle()
            yield type(element).__name__, opened
    opened.close()
    dialog.reject()


@shows(PrinterDialog)
def printer(stage: Stage) -> Shown:
    yield "measuring", stage.show(_printer_dialog(stage))


@shows(PrintDialog)
def test_page(stage: Stage) -> Shown:
    dialog = _printer_dialog(stage)
    dialog.press = APress(HP, OLD)
    stage.show(dialog)
    dialog.print_page.click()
    opened = dialog.printing
    if opened is None:
        raise LookupError("no print dialog")
    wait_until(opened.form.again_button.isEnabled)
    settle()
    yield "a test page", opened
    opened.reject()


def _printer_dialog(stage: Stage) -> PrinterDialog:
    printing = BadgePrinting(stage.office.store, stage.sample, lambda: uuid.uuid4().hex)
    return PrinterDialog(printing, shipped_sheet(), "Máy in tầng 2", lambda: NOON)


@shows(SheetsDialog)
def sheets(stage: Stage) -> Shown:
    yield "sheets", stage.show(SheetsDialog(12))


@shows(PaperPrintDialog)
def one_paper(stage: Stage) -> Shown:
    dialog = PaperPrintDialog(stage.draft, "programme", press=APress(HP, OLD))
    stage.show(dialog)
    wait_until(dialog.save_button.isEnabled)
    settle()
    yield "programme", dialog
    dialog.reject()


@shows(PrintSetDialog)
def paper_set(stage: Stage) -> Shown:
    dialog = PrintSetDialog(stage.draft, press=APress(HP, OLD), groups=(PaperGroup.PREPARING,))
    yield "drawing", stage.show(dialog)
    wait_until(dialog.save_button.isEnabled)
    settle()
    yield "drawn", dialog
    dialog.reject()


@shows(PaperSettingsDialog)
def settings(stage: Stage) -> Shown:
    for paper in PAPERS:
        yield paper.key, stage.show(PaperSettingsDialog(stage.draft, paper.key))
