"""Which columns, and in which order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.register_views import ColumnPlace
from desktop.wizard.columns_dialog import ColumnsDialog

PLACES = (
    ColumnPlace("name", 190, is_shown=False),
    ColumnPlace("unit", 170),
    ColumnPlace("phone", 110, is_shown=False),
)
TITLES = {"name": "Full name", "unit": "Unit", "phone": "Phone"}


@pytest.fixture
def dialog(qtbot: QtBot) -> ColumnsDialog:
    made = ColumnsDialog(PLACES, TITLES)
    qtbot.addWidget(made)
    return made


def test_the_columns_come_back_as_they_were_but_names_are_always_shown(
    dialog: ColumnsDialog,
) -> None:
    assert dialog.places == (ColumnPlace("name", 190), *PLACES[1:])
    assert not dialog.list.item(0).flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_a_column_is_ticked_and_moved(dialog: ColumnsDialog) -> None:
    dialog.list.item(2).setCheckState(Qt.CheckState.Checked)
    dialog.list.setCurrentRow(2)
    dialog.up_button.click()
    assert dialog.places == (
        ColumnPlace("name", 190),
        ColumnPlace("phone", 110),
        ColumnPlace("unit", 170),
    )
    dialog.down_button.click()
    assert [place.key for place in dialog.places] == ["name", "unit", "phone"]
    assert dialog.list.currentRow() == 2, "the cursor goes with it"


def test_nothing_moves_over_the_ends(dialog: ColumnsDialog) -> None:
    dialog.up_button.click()
    dialog.list.setCurrentRow(2)
    dialog.down_button.click()
    assert [place.key for place in dialog.places] == ["name", "unit", "phone"]
