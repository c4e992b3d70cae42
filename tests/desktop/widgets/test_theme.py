"""How the program is dressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionFrame,
    QTableWidget,
    QTreeWidget,
    QTreeWidgetItem,
)
from pytestqt.qtbot import QtBot

from desktop.widgets import theme
from desktop.widgets.inks import ink_item
from desktop.widgets.palettes import DARK, HIGH_CONTRAST, LIGHT, Colour, Palette
from desktop.widgets.theme import Look, colour_of


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("count", [2, 4, 9])
def test_a_short_list_of_a_box_shows_all_its_lines(qtbot: QtBot, count: int) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems([f"Thôn {number}" for number in range(count)])
    box.show()
    box.showPopup()
    assert box.view().verticalScrollBar().maximum() == 0


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("state", ["", "right", "wrong"])
def test_what_is_typed_in_a_cell_is_not_cut(qtbot: QtBot, state: str) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    editor = QLineEdit("Thôn Ngã")
    editor.setProperty("state", state)
    table.setCellWidget(0, 0, editor)
    table.setRowHeight(0, 28)  # as in the register
    table.show()
    with qtbot.waitActive(table):
        table.activateWindow()
    editor.setFocus()
    assert editor.hasFocus()
    option = QStyleOptionFrame()
    editor.initStyleOption(option)
    inside = editor.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, editor)
    assert inside.height() >= editor.fontMetrics().height()


@pytest.mark.usefixtures("dressed")
def test_buttons_of_dialogs_bear_no_icons_of_the_system(qtbot: QtBot) -> None:
    standard = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(standard.Ok | standard.Cancel)
    qtbot.addWidget(box)
    box.show()
    assert all(button.icon().isNull() for button in box.buttons())


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("look", "palette"),
    [(Look.LIGHT, LIGHT), (Look.DARK, DARK), (Look.CONTRAST, HIGH_CONTRAST)],
)
def test_a_window_that_is_open_changes_at_once(qtbot: QtBot, look: Look, palette: Palette) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    theme.wear(look, 100)
    shown = field.grab().toImage().pixelColor(field.width() // 2, field.height() // 2)
    assert shown.name() == palette[Colour.PAPER]
    assert field.palette().color(QPalette.ColorRole.Text).name() == palette[Colour.INK]


@pytest.mark.usefixtures("dressed")
def test_items_keep_the_meaning_of_their_colours(qtbot: QtBot) -> None:
    rows, tree = QListWidget(), QTreeWidget()
    qtbot.addWidget(rows)
    qtbot.addWidget(tree)
    tree.setColumnCount(2)
    item = QListWidgetItem("Thiếu địa điểm", rows)
    ink_item(item, Colour.BINDING)
    above = QTreeWidgetItem(tree, ["Huyện", "Đã nhận"])
    below = QTreeWidgetItem(above, ["Xã", "Chưa nhận"])
    ink_item(below, Colour.ADVISORY, 1)
    changed: list[object] = []
    rows.itemChanged.connect(changed.append)
    theme.wear(Look.DARK, 100)
    assert item.foreground().color().name() == DARK[Colour.BINDING]
    assert below.foreground(1).color().name() == DARK[Colour.ADVISORY]
    assert changed == [], "nothing of what the item says has changed"


@pytest.mark.usefixtures("dressed")
def test_text_grows_in_windows_that_are_open(qtbot: QtBot) -> None:
    label = QLabel("Hội nghị điển hình tiên tiến")
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint().width()
    theme.wear(Look.SYSTEM, 200)
    assert label.sizeHint().width() == pytest.approx(2 * before, rel=0.05)
    assert (theme.scaled(30), theme.unscaled(60)) == (60, 30)


@pytest.mark.usefixtures("dressed")
def test_as_the_system_is_follows_the_system(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.follow_system()
    systems = {"ground": "#202020"}
    style = qapp.style()

    def palette() -> QPalette:
        return QPalette(QColor(systems["ground"]))

    monkeypatch.setattr(type(style), "standardPalette", lambda _: palette())
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert colour_of(Colour.PAPER).name() == DARK[Colour.PAPER]
    theme.wear(Look.LIGHT, 100)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert colour_of(Colour.PAPER).name() == LIGHT[Colour.PAPER], "it was chosen"
    theme.wear(Look.SYSTEM, 100)
    systems["ground"] = "#f0f0f0"
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert colour_of(Colour.PAPER).name() == LIGHT[Colour.PAPER]
