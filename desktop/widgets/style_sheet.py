"""The style sheet of every window, filled in with a palette and sizes."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

# combobox-popup 0: a list below its box; the menu over it is a row too short for our padding
_SHEET = """
QToolTip { color: $ink; background: $tip; border: 1px solid $line; padding: 4px; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: 600; }
QLabel[role="hint"] { color: $muted; font-size: ${small}pt; }
QLabel[role="binding"] { color: $binding; font-size: ${small}pt; }
QLabel[role="advisory"] { color: $advisory; font-size: ${small}pt; }
QLabel[role="silent"] { color: $silent; font-size: ${small}pt; }
QLabel[role="fine"] { color: $fine; font-size: ${small}pt; }
QLabel[emphasis="strong"] { font-size: ${base}pt; font-weight: 600; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    background: $paper; border: 1px solid $edge; border-radius: 4px; padding: 5px 7px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $accent; padding: 4px 6px;
}
QLineEdit[room="narrow"] { padding: 3px 7px; }
QLineEdit[room="narrow"]:focus { padding: 2px 6px; }
QLineEdit[state="wrong"], QPlainTextEdit[state="wrong"], QComboBox[state="wrong"] {
    border: 2px solid $binding; padding: 4px 6px;
}
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { background: $rest; color: $muted; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow {
    image: url("$folder/chevron-$ground_kind.svg"); width: ${chevron}px; height: ${chevron}px;
}
QComboBox QAbstractItemView { background: $paper; border: 1px solid $line; padding: 2px; }
QPushButton {
    background: $paper; border: 1px solid $edge; border-radius: 4px; padding: 6px 14px;
}
QPushButton:hover { background: $hover; border-color: $accent; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $faint; border-color: $line; background: $rest; }
QPushButton[role="small"] { padding: 2px 8px; font-size: ${small}pt; }
QPushButton[role="small"]:focus { padding: 1px 7px; }
QPushButton[room="narrow"] { padding: 3px 8px; font-size: ${small}pt; }
QPushButton[room="narrow"]:focus { padding: 2px 7px; }
QPushButton[state="on"], QPushButton:checked { background: $chosen; border-color: $accent; }
QPushButton:default { border-color: $accent; }
QPushButton[role="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent_deep; font-weight: 600;
}
QPushButton[role="primary"]:hover { background: $accent_deep; }
QPushButton[role="primary"]:disabled {
    background: $accent_rest; border-color: $accent_rest; color: $on_accent_rest;
}
QPushButton[role="primary"]:focus { border: 4px double $on_accent; padding: 3px 11px; }
QPushButton[role="primary"][room="narrow"]:focus { padding: 0 5px; }
QPushButton[role="fold"] {
    background: transparent; border: 1px solid transparent; text-align: left; padding: 5px 4px;
    font-weight: 600;
}
QPushButton[role="fold"]:hover { background: $hover; }
QPushButton[role="fold"]:focus { border: 1px solid $accent; padding: 5px 4px; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px; }
QToolButton:hover, QToolButton:focus { border-color: $accent; background: $paper; }
QToolButton[role="bar"] { border-color: $edge; background: $paper; }
QToolButton[role="bar"]:checked { background: $chosen; border-color: $accent; }
QToolButton[role="bar"]:focus { border: 2px solid $accent; padding: 3px; }
QToolButton[role="bar"]:disabled { border-color: $line; background: $rest; color: $faint; }
QTabBar::tab {
    padding: 7px 16px; border: none; border-bottom: 3px solid $line; color: $muted;
}
QTabBar[room="narrow"]::tab { padding: 5px 6px; }
QTabBar::tab:selected { border-bottom: 3px solid $accent; color: $ink; }
QTabBar::tab:hover, QTabBar::tab:selected:focus { background: $bar; color: $ink; }
QTableView, QListView, QTreeView {
    background: $paper; alternate-background-color: $band; border: 1px solid $line;
    gridline-color: $grid; selection-background-color: $chosen; selection-color: $ink;
}
QTableView:focus, QListView:focus { border: 1px solid $accent; }
QTableView::item, QListView::item { padding: 3px 6px; }
QTreeView::item { padding: 3px 2px; }
QTreeView:focus { border: 2px solid $accent; }
QTableView { outline: 0; }
QTableView::item:focus { border: 1px solid $accent; padding: 2px 5px; }
QTableView QLineEdit, QTableView QComboBox, QTableView QSpinBox,
QTableView QLineEdit:focus, QTableView QComboBox:focus, QTableView QSpinBox:focus {
    border-radius: 0; padding: 0 4px; border: 1px solid $accent;
}
QTableView QLineEdit[state="wrong"] { border: 2px solid $binding; padding: 0 3px; }
QHeaderView { background: $head; border: none; }
QHeaderView::section {
    background: $head; color: $ink; border: none; border-right: 1px solid $line;
    border-bottom: 1px solid $line; padding: 6px; font-weight: 600;
}
QHeaderView[room="narrow"]::section { padding: 3px 6px; }
QHeaderView::section:vertical { font-weight: 400; color: $muted; }
QTableCornerButton::section {
    background: $head; border: none; border-right: 1px solid $line;
    border-bottom: 1px solid $line;
}
QFrame[role="card"] { background: $paper; border: 1px solid $line; border-radius: 6px; }
QProgressBar {
    border: 1px solid $line; border-radius: 4px; background: $paper; text-align: center;
    min-height: 20px;
}
QProgressBar::chunk { background: $progress; border-radius: 3px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $ink; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: ${tick}px; height: ${tick}px; border: 1px solid $edge; border-radius: 3px;
    background: $paper;
}
QRadioButton::indicator { border-radius: ${half_tick}px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$folder/check-$ground_kind.svg");
}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    image: url("$folder/some-$ground_kind.svg");
}
QRadioButton::indicator:checked {
    background: $accent; border-color: $accent; image: url("$folder/dot-$ground_kind.svg");
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled,
QAbstractItemView::indicator:disabled { background: $rest; border-color: $faint; }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled,
QAbstractItemView::indicator:checked:disabled {
    background: $accent_rest; border-color: $accent_rest;
}
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus {
    border: 2px solid $ink;
}
QScrollArea { border: none; background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QStatusBar { background: $bar; }
QSplitter::handle { background: $line; }
"""

# Windows has fonts of its own for these, and Qt takes them up again at each change of its theme
_WINDOWS_SHEET = """
QAbstractItemView, QMenu, QMessageBox, QToolTip {
    font-family: "$family"; font-size: ${base}pt;
}
"""


def style_sheet(values: Mapping[str, str], *, is_windows: bool) -> str:
    """Fill in colours, sizes and the names of pictures."""
    return Template(_SHEET + _WINDOWS_SHEET if is_windows else _SHEET).substitute(values)
