"""The guide and the tour as the running program opens them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.guide_pages import INDEX, TOUR_LINK
from desktop.models.workspace import Workspace
from desktop.widgets.tour_panel import TourPanel
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.guide_window import GuideWindow
from desktop.windows.program_guide import ProgramGuide
from tests.builders import an_office


@pytest.fixture
def program(workspace: Workspace, qtbot: QtBot) -> Iterator[Program]:
    """Start the program and wait until the rest of it is loaded."""
    workspace.store.offices.save(an_office())
    running = Program(workspace)
    qtbot.addWidget(running.home)
    running.start()
    qtbot.waitUntil(lambda: running.guide is not None)
    yield running
    running.end()


def _guide(program: Program) -> ProgramGuide:
    assert program.guide is not None
    return program.guide


def _window(program: Program) -> ConferenceWindow:
    assert program.window is not None
    return program.window


def _shown(program: Program) -> GuideWindow:
    window = _guide(program).desk.window
    assert window is not None
    return window


def _is_planning(program: Program) -> bool:
    return program.wizard is not None


def _is_led(window: ConferenceWindow) -> bool:
    return any(panel.isVisible() for panel in window.findChildren(TourPanel))


def test_the_home_window_opens_the_guide(program: Program) -> None:
    program.home.guide_button.click()
    assert _shown(program).isVisible()
    assert _shown(program).view.page == INDEX
    _guide(program).end()
    assert _guide(program).desk.window is None


def test_the_tour_is_offered_once_with_the_sample_and_not_forced(program: Program) -> None:
    program.home.sample_button.click()
    window = _window(program)
    assert window.message.isVisible()
    assert window.message.action_button.text() == "Show me around"
    assert not _is_led(window)
    window.close()
    program.home.sample_button.click()
    assert not _window(program).message.isVisible()


def test_the_offer_taken_leads_through_the_sample(program: Program) -> None:
    program.home.sample_button.click()
    window = _window(program)
    window.message.action_button.click()
    assert _is_led(window)
    assert not window.message.isVisible()
    tour = _guide(program).tour
    assert tour is not None
    tour.end()
    assert _guide(program).tour is None
    assert not _is_led(window)


def test_home_starts_the_tour_again(program: Program) -> None:
    program.home.tour_button.click()
    first = _window(program)
    assert _is_led(first)
    first.close()
    program.home.tour_button.click()
    assert _is_led(_window(program))


def test_asked_for_twice_there_is_one_tour(program: Program, qtbot: QtBot) -> None:
    program.home.tour_button.click()
    _guide(program).show_tour()
    window = _window(program)
    qtbot.waitUntil(lambda: len(window.findChildren(TourPanel)) == 1)
    assert _is_led(window)


def test_the_guide_starts_it_over_whatever_is_open(program: Program) -> None:
    program.plan_new()
    assert _is_planning(program)
    program.home.guide_button.click()
    _shown(program).view.anchorClicked.emit(QUrl(TOUR_LINK))
    assert not _is_planning(program)
    assert _window(program).conference_id == program.workspace.sample_id
    assert _is_led(_window(program))


def test_a_window_that_does_not_close_stays_and_there_is_no_tour(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.plan_new()
    assert program.wizard is not None
    monkeypatch.setattr(type(program.wizard), "close", lambda _: False)
    _guide(program).show_tour()
    assert program.wizard is not None
    assert program.window is None
    monkeypatch.undo()


def test_over_a_dialog_that_waits_the_tour_says_what_to_do_first(
    program: Program, qtbot: QtBot
) -> None:
    dialog = QDialog(program.home)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    program.home.guide_button.click()
    guide = _shown(program)
    guide.view.anchorClicked.emit(QUrl(TOUR_LINK))
    assert guide.tour_hint.isVisible()
    assert program.window is None
    dialog.reject()
    assert not guide.tour_hint.isVisible()
    guide.view.anchorClicked.emit(QUrl(TOUR_LINK))
    assert _is_led(_window(program))
