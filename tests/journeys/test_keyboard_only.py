"""The sample from the home window to printed badges, by keys alone, heard instead of seen."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.app import Program, dress, open_workspace
from desktop.language import tr
from desktop.windows.badge_dialog import BadgeDialog
from desktop.windows.conference_window import ConferenceWindow
from desktop.wizard.review import ReviewSection
from desktop.wizard.section import Section
from desktop.wizard.step_list import StepList
from desktop.wizard.steps import WINDOW_SECTIONS
from tests.builders import NOON
from tests.journeys.keyboard import Keyboard
from tests.journeys.officer import wait_until

pytestmark = pytest.mark.journey

CONTROL = Qt.KeyboardModifier.ControlModifier
SHEETS_FOR_200 = 50  # four badges of the sample on each


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Program]:
    """Start the program as an office sees it: in Vietnamese, in its own dress."""
    plain = qapp.font(), qapp.palette()
    dress(qapp)
    workspace = open_workspace(tmp_path / "data", lambda: NOON, lambda: uuid.uuid4().hex)
    running = Program(workspace)
    qtbot.addWidget(running.home)
    with qtbot.waitActive(running.home):
        running.start()
        running.home.activateWindow()
    yield running
    running.end()
    workspace.store.close()
    qapp.setStyleSheet("")
    qapp.setFont(plain[0])
    qapp.setPalette(plain[1])
    QLocale.setDefault(QLocale.c())


def _open_sample(keys: Keyboard, program: Program) -> ConferenceWindow:
    keys.go_round()
    keys.go_to(tr("Try the &sample"))
    keys.press(Qt.Key.Key_Space)
    wait_until(lambda: program.window is not None and program.window.isActiveWindow())
    if program.window is None:
        raise LookupError("no window")
    return program.window


def _visit_sections(keys: Keyboard, window: ConferenceWindow) -> None:
    for section in WINDOW_SECTIONS:
        keys.tab_to(lambda widget: isinstance(widget, StepList))
        keys.press(Qt.Key.Key_Home)
        for _ in range(WINDOW_SECTIONS.index(section)):
            keys.press(Qt.Key.Key_Down)
        keys.press(Qt.Key.Key_Return)
        assert window.step is section.step
        _wait_for_pages(window.view(section.step).section)
        assert keys.go_round() > 1


def _wait_for_pages(section: Section) -> None:
    if isinstance(section, ReviewSection):
        wait_until(lambda: section.view.page_count > 0)


def _print_badges(keys: Keyboard, window: ConferenceWindow, target: Path) -> None:
    keys.go_to(tr("Badges…").removesuffix("…"))
    keys.press(Qt.Key.Key_Space)
    wait_until(lambda: isinstance(QApplication.activeWindow(), BadgeDialog))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, BadgeDialog)
    dialog.choose_target = lambda *_: target
    wait_until(dialog.save_button.isEnabled)
    keys.go_round()
    keys.go_to(tr("&Save as PDF…"))
    keys.press(Qt.Key.Key_Space)
    wait_until(target.exists)
    keys.press(Qt.Key.Key_Escape)
    wait_until(lambda: QApplication.activeModalWidget() is None)
    window.activateWindow()  # as the desktop does with the window below a closed dialog
    wait_until(window.isActiveWindow)


def test_the_ear_and_the_eye_find_what_is_wrong(qtbot: QtBot) -> None:
    window, keys = QWidget(), Keyboard()
    column = QVBoxLayout(window)
    first, trap, flat = QLineEdit(window), QPlainTextEdit(window), QPushButton(window)
    first.setAccessibleName("Họ và tên")
    trap.setAccessibleName("Ghi chú")
    flat.setStyleSheet("QPushButton { border: none; outline: 0; }")
    for part in (flat, first, trap):
        column.addWidget(part)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    flat.setFocus()
    keys.tab()
    keys.tab(back=True)
    assert (keys.unseen, keys.silent) == ({"QPushButton"}, {"QPushButton: '', Button"})
    keys.tab()
    with pytest.raises(LookupError):
        keys.go_round()
    assert keys.trapped == {"QPlainTextEdit"}
    assert keys.heard[0] == ("Họ và tên", "EditableText")


def test_the_sample_is_opened_looked_through_and_its_badges_printed_without_a_mouse(
    program: Program, tmp_path: Path
) -> None:
    keys, target = Keyboard(), tmp_path / "Thẻ" / "the-dai-bieu.pdf"
    target.parent.mkdir()
    window = _open_sample(keys, program)
    _visit_sections(keys, window)
    _print_badges(keys, window, target)
    with pypdfium2.PdfDocument(target) as badges:
        assert len(badges) == SHEETS_FOR_200
    keys.go_to(tr("All conferences"))
    keys.press(Qt.Key.Key_Space)
    wait_until(program.home.isVisible)

    assert keys.silent == set()
    assert keys.trapped == set()
    assert keys.unseen == set()
    assert len(keys.heard) > 100
