"""Badges printed from a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from db.badge_designs import DesignKind, StoredDesign
from db.errors import StoreFull
from db.store import Store
from desktop.documents.badges.imposition import Flip, Order
from desktop.documents.badges.load import encode, shipped_layout
from desktop.documents.badges.printer_fit import PrinterFit
from desktop.documents.snapshot import Snapshot
from desktop.models.badge_printing import Who
from desktop.models.workspace import Workspace
from desktop.printing.order import PageSet, Sides
from desktop.windows.badge_dialog import BadgeDialog
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.printer_dialog import PrinterDialog
from desktop.windows.sheets_dialog import SheetsDialog
from desktop.wizard.print_dialog import PrintDialog
from tests.builders import NOON, ident
from tests.desktop.documents.badges.people import a_crowd
from tests.desktop.wizard.printing import HP, OLD, APress
from tests.hands import child, type_text

PATIENCE_MS = 40_000
Opener = Callable[..., BadgeDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, workspace: Workspace, store: Store) -> Opener:
    def open_it(people: int = 9) -> BadgeDialog:
        known = [each.id for each in store.conferences.summaries()]
        conference_id = known[0] if known else store.conferences.add_file(a_crowd(people)).id
        snapshot = Snapshot(file=store.conferences.file(conference_id), made_at=NOON)
        dialog = BadgeDialog(workspace, snapshot)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_it


def drawn(qtbot: QtBot, dialog: BadgeDialog) -> None:
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=PATIENCE_MS)


def choose_design(dialog: BadgeDialog, key: str) -> None:
    index = dialog.form.design.findData(key)
    dialog.form.design.setCurrentIndex(index)
    dialog.form.design.activated.emit(index)


def save(dialog: BadgeDialog, path: Path) -> None:
    dialog.choose_target = lambda _parent, _name: path
    dialog.save_button.click()


def note(dialog: BadgeDialog, wrong_from: str = "") -> None:
    """Say of the file just saved that its sheets came out right, or from which on they did not."""
    dialog.message.action_button.click()
    say_right(dialog, wrong_from)


def say_right(parent: QWidget, wrong_from: str = "") -> None:
    asking = parent.findChildren(SheetsDialog)[-1]
    if wrong_from:
        type_text(asking.first_wrong, wrong_from)
    else:
        asking.all_right.setChecked(True)
    asking.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def lines(dialog: BadgeDialog) -> list[str]:
    return [dialog.problems.item(row).text() for row in range(dialog.problems.count())]


def test_everybody_s_badges_are_shown_with_what_to_look_at_and_saved(
    qtbot: QtBot, open_dialog: Opener, store: Store, tmp_path: Path
) -> None:
    dialog = open_dialog()
    drawn(qtbot, dialog)
    assert dialog.view.page_count == 3
    assert dialog.summary.text() == "9 badges on 3 sheets."
    assert "too long" in lines(dialog)[0]
    assert lines(dialog)[-1].startswith("Without a photo, with initials instead: ")
    assert lines(dialog)[-1].endswith(" and 2 more.")

    save(dialog, tmp_path / "thẻ.pdf")

    with pikepdf.open(tmp_path / "thẻ.pdf") as pdf:
        assert len(pdf.pages) == 3
    assert "Print it at 100 %" in dialog.message.text
    assert store.prints.of(dialog._snapshot.file.conference.id) == ()
    note(dialog)
    (logged,) = store.prints.of(dialog._snapshot.file.conference.id)
    assert len(logged.badges) == 9
    assert dialog.message.text == "Noted as printed: 3 sheets."


def test_those_not_printed_yet_are_offered_first_the_next_time(
    qtbot: QtBot, open_dialog: Opener, tmp_path: Path
) -> None:
    dialog = open_dialog()
    drawn(qtbot, dialog)
    person = dialog.form.person.currentData()
    dialog.form.person.activated.emit(0)
    assert dialog.form.value.who is Who.ONE
    qtbot.waitUntil(lambda: "1 badges" in dialog.summary.text(), timeout=PATIENCE_MS)
    save(dialog, tmp_path / "một.pdf")
    note(dialog)
    dialog.close()

    again = open_dialog()
    assert again.form.value.who is Who.NOT_PRINTED
    assert "(8)" in again.form.who[Who.NOT_PRINTED].text()
    drawn(qtbot, again)
    assert "8 badges" in again.summary.text()
    again.form.who[Who.EVERYBODY].click()
    qtbot.waitUntil(lambda: "9 badges" in again.summary.text(), timeout=PATIENCE_MS)
    assert "Printed before: 1 of these people." in lines(again)
    assert person in {each.id for each in again._snapshot.file.delegates}


def test_a_used_sheet_order_and_edge_are_asked_for(qtbot: QtBot, open_dialog: Opener) -> None:
    dialog = open_dialog()
    assert not dialog.form.flip.isVisible()
    choose_design(dialog, "cr80")
    form = dialog.form
    assert form.flip.isVisible()
    form.picture.start_chosen.emit(4)
    form.order.setCurrentIndex(2)
    form.order.activated.emit(2)
    form.flip.setCurrentIndex(1)
    form.flip.activated.emit(1)

    order = form.value
    assert (order.start, order.order, order.flip) == (4, Order.STACK, Flip.SHORT)
    drawn(qtbot, dialog)
    assert dialog.summary.text() == (
        "9 badges on 2 sheets; print on both sides, turned over the short edge."
    )
    form.sheet.activated.emit(0)
    assert form.value.start == 1


def test_blank_badges_tell_their_numbers(qtbot: QtBot, open_dialog: Opener) -> None:
    dialog = open_dialog()
    dialog.form.who[Who.NOBODY].click()
    type_text(dialog.form.blanks, "5")
    dialog.form.blanks.commit()
    dialog.form.blank_group.setCurrentIndex(1)
    dialog.form.blank_group.activated.emit(1)
    drawn(qtbot, dialog)

    assert dialog.summary.text() == ("5 badges on 2 sheets, blank ones with the numbers 10 to 14.")


def test_nothing_to_print_can_not_be_saved(qtbot: QtBot, open_dialog: Opener) -> None:
    dialog = open_dialog()
    drawn(qtbot, dialog)
    dialog.form.who[Who.NOBODY].click()
    with qtbot.waitSignal(dialog.runner.finished, timeout=PATIENCE_MS):
        pass

    assert not dialog.save_button.isEnabled()
    dialog.save()
    assert dialog.message.isHidden()


def test_the_design_chosen_is_remembered(qtbot: QtBot, open_dialog: Opener) -> None:
    first = open_dialog()
    choose_design(first, "a4-tent")
    first.close()

    again = open_dialog()

    assert again.form.chosen_design.key == "a4-tent"
    drawn(qtbot, again)
    assert not again.form.picture.isVisible()  # there is one place


def test_a_design_changed_in_the_designer_is_chosen_afterwards(
    qtbot: QtBot, open_dialog: Opener
) -> None:
    dialog = open_dialog()
    dialog.form.change_button.click()
    designer = dialog.designer
    assert designer is not None
    designer.draft.set_card(name="Thẻ xã")
    designer.close()

    assert dialog.form.design.currentText() == "Thẻ xã"
    assert dialog.designer is None
    drawn(qtbot, dialog)
    dialog.form.remove_button.click()
    assert dialog.form.design.findText("Thẻ xã") < 0
    dialog.message.action_button.click()
    assert dialog.form.design.currentText() == "Thẻ xã"
    assert dialog.message.isHidden()


def test_looking_at_a_design_without_changing_it_makes_no_copy(
    open_dialog: Opener, store: Store
) -> None:
    dialog = open_dialog()
    dialog.change_design()
    assert dialog.designer is not None
    dialog.designer.close()

    assert dialog.form.chosen_design.key == "a6-portrait"
    assert store.badge_designs.all(DesignKind.LAYOUT) == ()


def test_a_design_that_is_not_sound_is_explained(
    qtbot: QtBot, open_dialog: Opener, store: Store
) -> None:
    faulty = replace(shipped_layout(), id="own", name="Hỏng", default_colour="mauve")
    stored = StoredDesign(id=ident(5), name="Hỏng", content=encode(faulty))
    store.badge_designs.keep(DesignKind.LAYOUT, stored)
    dialog = open_dialog()
    choose_design(dialog, ident(5))

    assert dialog.form.design.currentText() == "Hỏng (to be mended)"
    qtbot.waitUntil(lambda: bool(dialog.view.notice), timeout=PATIENCE_MS)
    assert "colour" in dialog.view.notice
    assert not dialog.save_button.isEnabled()


def test_a_printer_is_measured_and_chosen(qtbot: QtBot, open_dialog: Opener) -> None:
    dialog = open_dialog()
    dialog.form.measure_button.click()
    measuring = child(dialog, PrinterDialog)
    type_text(measuring.printer, "HP")
    type_text(measuring.measured["A"], "21")
    measuring.buttons.accepted.emit()

    assert dialog.form.printer.currentText() == "HP"
    run = dialog._printing.run(dialog.form.value, dialog._snapshot)
    assert run.fit.shift_across_mm == pytest.approx(1)


def test_a_place_that_cannot_be_written_and_a_full_store_are_told(
    qtbot: QtBot, open_dialog: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog()
    drawn(qtbot, dialog)
    save(dialog, tmp_path / "gone" / "thẻ.pdf")
    assert "was not written" in dialog.message.text

    def refuse(*_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    monkeypatch.setattr(dialog._printing, "log", refuse)
    save(dialog, tmp_path / "thẻ.pdf")
    note(dialog)
    assert "disk" in dialog.message.text
    dialog.choose_target = lambda _parent, _name: None
    dialog.save()


def test_only_badges_on_sheets_that_came_out_right_count_as_printed(
    qtbot: QtBot, open_dialog: Opener, store: Store
) -> None:
    dialog = open_dialog()
    dialog.prints.press = press = APress(HP)
    drawn(qtbot, dialog)
    dialog.print_button.click()
    printing = child(dialog, PrintDialog)
    qtbot.waitUntil(printing.print_button.isEnabled, timeout=PATIENCE_MS)
    assert printing.view.page_count == 3
    with qtbot.waitSignal(printing.printed, timeout=PATIENCE_MS):
        printing.print_button.click()
    say_right(printing, wrong_from="3")

    (logged,) = store.prints.of(dialog._snapshot.file.conference.id)
    assert (len(logged.badges), logged.sheets, logged.printer) == (8, 2, "HP")
    assert press.orders[0][1].page_mm == pytest.approx((210, 297))
    assert "(1)" in dialog.form.who[Who.NOT_PRINTED].text()
    printing.reject()
    drawn(qtbot, dialog)
    dialog.print_button.click()
    again = dialog.findChildren(PrintDialog)[-1]
    assert again.before.text().startswith("Badges of 8 of these people were printed before")
    again.reject()


def test_sheets_that_all_went_wrong_leave_everybody_to_be_printed(
    qtbot: QtBot, open_dialog: Opener, store: Store, tmp_path: Path
) -> None:
    dialog = open_dialog()
    drawn(qtbot, dialog)
    save(dialog, tmp_path / "thẻ.pdf")
    dialog.message.action_button.click()
    asking = child(dialog, SheetsDialog)
    ok = asking.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    asking.some_right.setChecked(True)
    assert not ok.isEnabled()
    asking.none_right.setChecked(True)
    ok.click()

    assert store.prints.of(dialog._snapshot.file.conference.id) == ()
    assert dialog.message.text == "Nothing was noted as printed."


def test_fronts_alone_are_not_asked_about_and_another_printer_is_warned_of(
    qtbot: QtBot, open_dialog: Opener
) -> None:
    dialog = open_dialog()
    dialog.prints.press = APress(HP, OLD)
    choose_design(dialog, "cr80")
    drawn(qtbot, dialog)
    dialog._printing.keep_fit("HP", dialog.form.chosen_sheet, PrinterFit(shift_across_mm=1))
    dialog.print_button.click()
    printing = child(dialog, PrintDialog)
    qtbot.waitUntil(printing.print_button.isEnabled, timeout=PATIENCE_MS)
    assert printing.form.chosen_sides is Sides.LONG_EDGE
    assert "“HP” was measured" in printing.against.text()
    printing.page_set.show_value(PageSet.ODD)
    with qtbot.waitSignal(printing.printed, timeout=PATIENCE_MS):
        printing.print_button.click()
    assert printing.findChildren(SheetsDialog) == []
    printing.reject()

    dialog.form.show_printers(("HP",), "HP")
    dialog._follow()
    drawn(qtbot, dialog)
    dialog.print_button.click()
    other = dialog.findChildren(PrintDialog)[-1]
    qtbot.waitUntil(other.print_button.isEnabled, timeout=PATIENCE_MS)
    assert other.against.text() == ""
    other.form.printer.setCurrentIndex(1)
    other.form.printer.activated.emit(1)
    assert "drawn to make up for “HP”" in other.against.text()
    other.reject()


def test_a_drawing_that_fails_is_told(qtbot: QtBot, open_dialog: Opener) -> None:
    dialog = open_dialog()
    drawn(qtbot, dialog)
    dialog.runner.failed.emit(OSError("gone"))

    assert dialog.view.notice == "The badges could not be drawn."


def test_closing_stops_the_drawing(open_dialog: Opener) -> None:
    dialog = open_dialog()
    folder = dialog._folder
    dialog._draw()
    dialog.reject()

    assert not dialog.runner.is_running
    assert not folder.exists()


def test_the_window_of_a_conference_leads_to_its_badges(qtbot: QtBot, workspace: Workspace) -> None:
    window = ConferenceWindow(workspace, workspace.add_sample())
    qtbot.addWidget(window)
    window.show()
    badges = next(each for each in window.actions_shown if each.text() == "Badges…")
    badges.trigger()
    dialog = child(window, BadgeDialog)

    assert "(200)" in dialog.form.who[Who.EVERYBODY].text()
    dialog.reject()
