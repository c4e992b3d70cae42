"""A look at a paste before it is done."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.models.delegate_columns import delegate_columns
from desktop.models.pasted_cells import PastePlan, plan_paste
from desktop.wizard.paste_dialog import PasteDialog
from tests.builders import a_conference, a_delegate

PEOPLE = tuple(a_delegate(number, unit="Thôn Một") for number in range(1, 4))
COLUMNS = delegate_columns(a_conference().groups, 2025)


def _plan(text: str) -> PastePlan:
    return plan_paste(text, PEOPLE, COLUMNS, (0, 1))


def _dialog(qtbot: QtBot, plan: PastePlan) -> PasteDialog:
    dialog = PasteDialog(plan)
    qtbot.addWidget(dialog)
    return dialog


def _cells(dialog: PasteDialog) -> list[list[str]]:
    model = dialog.table.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[model.index(row, column).data() for column in columns] for row in rows]


def test_each_cell_is_listed_before_and_after(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, _plan("Unit\tBorn\nThôn Hai\t1975\nThôn Một\t1980"))
    assert _cells(dialog) == [
        ["Nguyễn Thị Ước", "Unit", "Thôn Một", "Thôn Hai"],
        ["Nguyễn Thị Ước", "Born", "", "1975"],
        ["Nguyễn Thị Ước", "Born", "", "1980"],
    ]
    assert dialog.summary.text().startswith("Cells that change: 3, of 2 people.")
    assert dialog.notes.isHidden()
    assert dialog.paste_button.isEnabled()


def test_what_cannot_be_taken_stands_first_and_is_told(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, _plan("Unit\tBorn\tHobby\nThôn Hai\t31/2/1975\tx\n\n\nx\ty\tz"))
    assert _cells(dialog)[0][1:] == ["Born", "", "not taken: “31/2/1975”"]
    notes = dialog.notes.text()
    assert "Texts that their cell cannot take: 1." in notes
    assert "Rows without a person to paste them over: 1." in notes
    assert "Headings that no column has: Hobby." in notes


def test_people_found_by_their_numbers_are_told(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, _plan("No.\tUnit\n3\tThôn Ba\n1\tThôn Bốn"))
    assert "by their badge numbers" in dialog.notes.text()
    assert [row[3] for row in _cells(dialog)] == ["Thôn Ba", "Thôn Bốn"]


def test_a_paste_that_changes_nothing_cannot_be_done(qtbot: QtBot) -> None:
    assert not _dialog(qtbot, _plan("Unit\tBorn\nThôn Một\t")).paste_button.isEnabled()


def test_a_very_long_paste_is_listed_in_part(qtbot: QtBot) -> None:
    crowd = [a_delegate(number) for number in range(1, 400)]
    plan = plan_paste("\n".join(["x\ty"] * 399), crowd, COLUMNS[3:5], (0, 0))
    dialog = _dialog(qtbot, plan)
    assert dialog.table.rowCount() == 300
    assert "Only the first are listed; 498 more follow." in dialog.notes.text()


def test_the_block_may_become_new_people_instead(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, _plan("Unit\tBorn\nThôn Hai\t1975"))
    begun = dialog.wants_new
    dialog.new_button.click()
    assert (begun, dialog.wants_new) == (False, True)
    assert dialog.result() == PasteDialog.DialogCode.Rejected
