"""The visual language: one palette, one spacing scale, one type scale, for every window."""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop.paths import resource

INK = "#1f2328"
MUTED = "#5b636d"
LINE = "#d5d8dc"
PAPER = "#ffffff"
GROUND = "#f4f3f0"
ACCENT = "#9f1d20"  # the red of seals and banners
ACCENT_DARK = "#7d1518"
BINDING = "#b3261e"
ADVISORY = "#8a5a00"
SILENT = "#3d5a80"
FINE = "#1b6e3c"

GAP = 8  # logical px between things that belong together
SPACE = 16  # between groups
MARGIN = 24  # around a page

# The sheet below builds on this style. An argument of QApplication, because to name a style in
# Python loads all its enums, a twentieth of the start.
STYLE_ARGUMENTS = ("-style", "fusion")

BASE_POINTS = 11.0
TITLE_POINTS = 16.0
HEADING_POINTS = 12.5
SMALL_POINTS = 10.0

# combobox-popup 0: a list below its box; the menu over it is a row too short for our padding
_SHEET = f"""
QToolTip {{ color: {INK}; background: #fffbe8; border: 1px solid {LINE}; padding: 4px; }}
QLabel[role="title"] {{ font-size: {TITLE_POINTS}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {HEADING_POINTS}pt; font-weight: 600; }}
QLabel[role="hint"] {{ color: {MUTED}; font-size: {SMALL_POINTS}pt; }}
QLabel[role="binding"] {{ color: {BINDING}; font-size: {SMALL_POINTS}pt; }}
QLabel[role="advisory"] {{ color: {ADVISORY}; font-size: {SMALL_POINTS}pt; }}
QLabel[role="silent"] {{ color: {SILENT}; font-size: {SMALL_POINTS}pt; }}
QLabel[role="fine"] {{ color: {FINE}; font-size: {SMALL_POINTS}pt; }}
QLabel[emphasis="strong"] {{ font-size: {BASE_POINTS}pt; font-weight: 600; }}
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {{
    background: {PAPER}; border: 1px solid #b9bec5; border-radius: 4px; padding: 5px 7px;
    selection-background-color: {ACCENT}; selection-color: white;
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {{
    border: 2px solid {ACCENT}; padding: 4px 6px;
}}
QLineEdit[room="narrow"] {{ padding: 3px 7px; }}
QLineEdit[room="narrow"]:focus {{ padding: 2px 6px; }}
QLineEdit[state="wrong"], QPlainTextEdit[state="wrong"], QComboBox[state="wrong"] {{
    border: 2px solid {BINDING}; padding: 4px 6px;
}}
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{ background: #ecebe8; color: {MUTED}; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: url("{{chevron}}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {PAPER}; border: 1px solid {LINE}; padding: 2px; }}
QPushButton {{
    background: {PAPER}; border: 1px solid #b9bec5; border-radius: 4px; padding: 6px 14px;
}}
QPushButton:hover {{ background: #faf7f2; border-color: {ACCENT}; }}
QPushButton:pressed {{ background: #efe9e0; }}
QPushButton:focus {{ border: 2px solid {ACCENT}; padding: 5px 13px; }}
QPushButton:disabled {{ color: #9aa0a6; border-color: {LINE}; background: #f1f0ee; }}
QPushButton[role="small"] {{ padding: 2px 8px; font-size: {SMALL_POINTS}pt; }}
QPushButton[role="small"]:focus {{ padding: 1px 7px; }}
QPushButton[room="narrow"] {{ padding: 3px 8px; font-size: {SMALL_POINTS}pt; }}
QPushButton[room="narrow"]:focus {{ padding: 2px 7px; }}
QPushButton[state="on"], QPushButton:checked {{ background: #f3dcdc; border-color: {ACCENT}; }}
QPushButton:default {{ border-color: {ACCENT}; }}
QPushButton[role="primary"] {{
    background: {ACCENT}; color: white; border: 1px solid {ACCENT_DARK}; font-weight: 600;
}}
QPushButton[role="primary"]:hover {{ background: {ACCENT_DARK}; }}
QPushButton[role="primary"]:disabled {{
    background: #c9a5a6; border-color: #c9a5a6; color: #fff;
}}
QPushButton[role="primary"]:focus {{ border: 2px solid {INK}; }}
QPushButton[role="fold"] {{
    background: transparent; border: 1px solid transparent; text-align: left; padding: 5px 4px;
    font-weight: 600;
}}
QPushButton[role="fold"]:hover {{ background: #faf7f2; }}
QPushButton[role="fold"]:focus {{ border: 1px solid {ACCENT}; padding: 5px 4px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 4px; }}
QToolButton:hover, QToolButton:focus {{ border-color: {ACCENT}; background: {PAPER}; }}
QToolButton[role="bar"] {{ border-color: #b9bec5; background: {PAPER}; }}
QToolButton[role="bar"]:checked {{ background: #f3dcdc; border-color: {ACCENT}; }}
QToolButton[role="bar"]:focus {{ border: 2px solid {ACCENT}; padding: 3px; }}
QToolButton[role="bar"]:disabled {{ border-color: {LINE}; background: #f1f0ee; color: #9aa0a6; }}
QTabBar::tab {{
    padding: 7px 16px; border: none; border-bottom: 3px solid {LINE}; color: {MUTED};
}}
QTabBar[room="narrow"]::tab {{ padding: 5px 8px; }}
QTabBar::tab:selected {{ border-bottom: 3px solid {ACCENT}; color: {INK}; }}
QTabBar::tab:hover, QTabBar::tab:selected:focus {{ background: #ebe8e2; color: {INK}; }}
QTableView, QListView, QTreeView {{
    background: {PAPER}; alternate-background-color: #faf9f7; border: 1px solid {LINE};
    gridline-color: #e6e4e0; selection-background-color: #f3dcdc; selection-color: {INK};
}}
QTableView:focus, QListView:focus {{ border: 1px solid {ACCENT}; }}
QTableView::item, QListView::item {{ padding: 3px 6px; }}
QTreeView::item {{ padding: 3px 2px; }}
QTreeView:focus {{ border: 2px solid {ACCENT}; }}
QTableView {{ outline: 0; }}
QTableView::item:focus {{ border: 1px solid {ACCENT}; padding: 2px 5px; }}
QTableView QLineEdit, QTableView QComboBox, QTableView QSpinBox,
QTableView QLineEdit:focus, QTableView QComboBox:focus, QTableView QSpinBox:focus {{
    border-radius: 0; padding: 0 4px; border: 1px solid {ACCENT};
}}
QTableView QLineEdit[state="wrong"] {{ border: 2px solid {BINDING}; padding: 0 3px; }}
QHeaderView {{ background: #f1efea; border: none; }}
QHeaderView::section {{
    background: #f1efea; color: {INK}; border: none; border-right: 1px solid {LINE};
    border-bottom: 1px solid {LINE}; padding: 6px; font-weight: 600;
}}
QHeaderView[room="narrow"]::section {{ padding: 3px 6px; }}
QHeaderView::section:vertical {{ font-weight: 400; color: {MUTED}; }}
QTableCornerButton::section {{
    background: #f1efea; border: none; border-right: 1px solid {LINE};
    border-bottom: 1px solid {LINE};
}}
QFrame[role="card"] {{ background: {PAPER}; border: 1px solid {LINE}; border-radius: 6px; }}
QProgressBar {{
    border: 1px solid {LINE}; border-radius: 4px; background: {PAPER}; text-align: center;
    min-height: 20px;
}}
QProgressBar::chunk {{ background: #d9a5a6; border-radius: 3px; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: #c3c6ca; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: #9aa0a6; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QScrollArea {{ border: none; background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QStatusBar {{ background: #ebe8e2; }}
QSplitter::handle {{ background: {LINE}; }}
"""


# Windows has fonts of its own for these, and Qt takes them up again at each change of its theme
_WINDOWS_SHEET = f"""
QAbstractItemView, QMenu, QMessageBox, QToolTip {{
    font-family: "{{family}}"; font-size: {BASE_POINTS}pt;
}}
"""


def apply(application: QApplication) -> None:
    """Dress the application: bundled font, palette, style sheet."""
    families = []
    for face in ("Regular", "Bold"):
        number = QFontDatabase.addApplicationFont(
            str(resource("fonts", f"LiberationSans-{face}.ttf"))
        )
        families += QFontDatabase.applicationFontFamilies(number)
    font = QFont(families[0] if families else application.font().family())
    font.setPointSizeF(BASE_POINTS)
    application.setFont(font)
    application.setPalette(_palette())
    chevron = resource("icons", "chevron-down.svg").as_posix()
    sheet = _SHEET.replace("{chevron}", chevron)
    if sys.platform == "win32":
        sheet += _WINDOWS_SHEET.replace("{family}", font.family())
    application.setStyleSheet(sheet)


def _palette() -> QPalette:
    palette = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: GROUND,
        QPalette.ColorRole.WindowText: INK,
        QPalette.ColorRole.Base: PAPER,
        QPalette.ColorRole.AlternateBase: "#faf9f7",
        QPalette.ColorRole.Text: INK,
        QPalette.ColorRole.Button: PAPER,
        QPalette.ColorRole.ButtonText: INK,
        QPalette.ColorRole.Highlight: ACCENT,
        QPalette.ColorRole.HighlightedText: PAPER,
        QPalette.ColorRole.PlaceholderText: "#8b929a",
        QPalette.ColorRole.Link: ACCENT,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#9aa0a6"))
    return palette
