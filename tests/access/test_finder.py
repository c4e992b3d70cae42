"""The finder finds faults: on made-up widgets that are cut, nameless or one over the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.fields import ChoiceField
from desktop.widgets.labels import PlainLabel
from tests.access.cut_text import combo_lists, cut_texts
from tests.access.places import misplaced
from tests.access.spoken import doubled_keys, is_name, nameless, unreachable
from tests.access.words import foreign_texts, is_bare

LONG = "Hội nghị tuyên dương điển hình tiên tiến xã Bình Hòa"
Make = Callable[[QWidget], QWidget]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setWindowTitle("Hội nghị")
    made.resize(600, 400)
    qtbot.addWidget(made)
    return made


def _wrapping(window: QWidget) -> QWidget:
    return PlainLabel(LONG * 3, parent=window)


def _tabs(window: QWidget) -> QWidget:
    tabs = QTabWidget(window)
    for number in range(3):
        tabs.addTab(QWidget(), f"{LONG} {number}")
    tabs.tabBar().setUsesScrollButtons(True)
    return tabs


def _table(window: QWidget) -> QTableWidget:
    table = QTableWidget(1, 1, window)
    table.setAccessibleName("Danh sách")
    table.setHorizontalHeaderLabels(["Số"])
    return table


def _cell(window: QWidget) -> QWidget:
    table = _table(window)
    table.setWordWrap(False)
    table.setItem(0, 0, QTableWidgetItem(LONG))
    return table


def _header(window: QWidget) -> QWidget:
    table = _table(window)
    table.setHorizontalHeaderLabels([LONG])
    return table


def _group_box(window: QWidget) -> QWidget:
    return QGroupBox(LONG, window)


def _combo(window: QWidget) -> QWidget:
    box = QComboBox(window)
    box.addItem(LONG)
    return box


def _spin(window: QWidget) -> QWidget:
    box = QSpinBox(window)
    box.setSuffix(LONG)
    return box


def _progress(window: QWidget) -> QWidget:
    bar = QProgressBar(window)
    bar.setFormat(LONG)
    bar.setValue(1)
    return bar


def _tool_bar(window: QWidget) -> QWidget:
    bar = QToolBar(window)
    for number in range(4):
        bar.addAction(f"{LONG} {number}")
    return bar


def _tool_button(window: QWidget) -> QWidget:
    button = QToolButton(window)
    button.setText(LONG)
    return button


CUT: dict[str, Make] = {
    "label": lambda window: QLabel(LONG, window),
    "wrapping label": _wrapping,
    "button": lambda window: QPushButton(LONG, window),
    "box to tick": lambda window: QCheckBox(LONG, window),
    "tool button": _tool_button,
    "tabs": _tabs,
    "group box": _group_box,
    "combo box": _combo,
    "spin box": _spin,
    "progress bar": _progress,
    "cell": _cell,
    "title of a column": _header,
    "tool bar": _tool_bar,
}


@pytest.mark.parametrize("kind", CUT)
def test_text_without_room_is_found(window: QWidget, kind: str) -> None:
    part = CUT[kind](window)
    part.setGeometry(10, 10, 120, 24 if kind not in ("tabs", "cell", "title of a column") else 200)
    window.show()
    assert [fault.kind for fault in cut_texts(window)][:1] == ["cut"]
    part.hide()
    assert list(cut_texts(window)) == []


@pytest.mark.parametrize("kind", [kind for kind in CUT if kind not in ("cell", "wrapping label")])
def test_the_same_text_with_room_is_not(window: QWidget, qtbot: QtBot, kind: str) -> None:
    window.resize(1900, 400)
    part = CUT[kind](window)
    part.setGeometry(10, 10, 1800, 200)
    if isinstance(part, QTableWidget):
        part.setColumnWidth(0, 700)
    window.show()
    qtbot.wait(20)
    assert list(cut_texts(window)) == []


def test_the_list_of_a_combo_box_has_room_for_its_longest_name(window: QWidget) -> None:
    window.setStyleSheet("QComboBox { combobox-popup: 0; }")  # as the program's are
    narrow, wide = QComboBox(window), ChoiceField(window)
    narrow.addItems(["Xã", LONG])
    wide.offer([(1, "Xã"), (2, LONG)])
    for box in (narrow, wide):
        box.setGeometry(10, 10, 120, 30)
    window.show()
    assert [fault.where for fault in combo_lists(window)] == ["QComboBox"]


def test_a_label_that_gives_way_tells_the_whole(window: QWidget) -> None:
    label = ElidedLabel(window)
    label.setGeometry(10, 10, 120, 24)
    label.show_text(f"<b>{LONG}</b>")
    window.show()
    assert list(cut_texts(window)) == []
    label.setToolTip("")
    assert len(list(cut_texts(window))) == 1


def test_what_lies_outside_or_over_another_is_found(window: QWidget) -> None:
    for place in (10, 60):
        QPushButton("Xong", window).setGeometry(place, 10, 90, 30)
    QPushButton("Bỏ", window).setGeometry(550, 100, 90, 30)
    window.show()
    assert [fault.kind for fault in misplaced(window)] == ["overlap", "outside"]


def test_a_window_larger_than_the_screen_is_found(window: QWidget) -> None:
    window.show()
    assert list(misplaced(window)) == []
    window.resize(window.screen().availableGeometry().width() + 1, 100)
    assert [fault.kind for fault in misplaced(window)] == ["off screen"]


def test_a_nameless_field_is_found_and_one_with_a_label_is_not(window: QWidget) -> None:
    column = QVBoxLayout(window)
    for kind in (QLineEdit, QComboBox, QListWidget):
        bare, named = kind(window), kind(window)
        label = QLabel("Họ và tên", window)
        label.setBuddy(named)
        for part in (bare, label, named):
            column.addWidget(part)
    window.show()
    assert [fault.where for fault in nameless(window)] == ["QLineEdit", "QComboBox", "QListWidget"]


def test_what_only_the_mouse_reaches_is_found(window: QWidget) -> None:
    column = QVBoxLayout(window)
    for policy in (Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.TabFocus):
        button = QPushButton(str(policy.name), window)
        button.setFocusPolicy(policy)
        column.addWidget(button)
    window.show()
    assert [fault.what for fault in unreachable(window)] == ["NoFocus"]


def test_a_column_without_a_title_and_a_window_without_one_are_found(window: QWidget) -> None:
    table = _table(window)
    table.setHorizontalHeaderLabels([""])
    window.setWindowTitle("")
    window.show()
    assert [fault.what for fault in nameless(window)] == [
        "the window has no title",
        "column 0 has no title",
    ]


def test_a_name_says_something() -> None:
    assert is_name("Họ và tên")
    assert is_name("A4")
    assert not any(map(is_name, ("", " … ", "QLineEdit", "RecordTable")))


def test_a_key_for_two_controls_is_found(window: QWidget) -> None:
    column = QVBoxLayout(window)
    for text in ("&Xong", "&Xóa", "&Lưu", "&Đóng"):
        column.addWidget(QPushButton(text, window))
    window.show()
    assert [fault.what for fault in doubled_keys(window)] == [
        "Alt+X stands for &Xong and &Xóa",
        "Alt+Đ is on no keyboard: &Đóng",
    ]


def test_english_and_bare_vietnamese_are_found(window: QWidget) -> None:
    english = {"Close": "Đóng", "Excel": "Excel"}
    for text in ("&Close", "Hoi nghi dien hinh", "Hội nghị", "Excel", "tep-hoi-nghi.json 2025"):
        QLabel(text, window)
    window.show()
    faults = list(foreign_texts(window, english))
    assert {(fault.kind, fault.what) for fault in faults} == {
        ("English", "&Close"),
        ("no marks", "Hoi nghi dien hinh"),
    }


def test_names_of_files_and_words_in_capitals_are_not_bare_vietnamese() -> None:
    assert not is_bare("/usb/a/b.json /usb/c.json x.y z-1")
    assert not is_bare("UBND HTX THCS PTNT")
    assert is_bare("ca ba con")
    assert not is_bare("ca ba còn")
