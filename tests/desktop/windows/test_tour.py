"""The guided tour through the sample."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import WizardStep
from desktop.app import dress
from desktop.models.workspace import Workspace
from desktop.widgets.tour_panel import TourPanel
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.tour import Tour, stops
from tests.hands import press


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> ConferenceWindow:
    """Open the sample."""
    shown = ConferenceWindow(workspace, workspace.add_sample())
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def test_each_stop_frames_something_that_is_there(qtbot: QtBot, window: ConferenceWindow) -> None:
    tour = Tour(window)
    seen = []
    for stop in stops():
        assert window.step is stop.step
        assert tour.panel.heading.text() == stop.heading
        assert all(target.isVisible() for target in stop.targets(window))
        qtbot.waitUntil(tour.panel.frame.isVisible)  # once the window is laid out anew
        assert window.rect().contains(tour.panel.geometry()), stop.heading
        seen.append(tour.panel.place_label.text())
        press(tour.panel.next_button, Qt.Key.Key_Space)
    assert seen == [f"{number} of 8 stops" for number in range(1, 9)]


def test_it_changes_nothing_and_ends_where_it_began(
    qtbot: QtBot, window: ConferenceWindow, workspace: Workspace
) -> None:
    window.go_to(WizardStep.SCHEDULE)
    before = workspace.store.conferences.file(window.conference_id)
    to_undo = workspace.store.log.next_undo(window.conference_id)
    tour = Tour(window)
    with qtbot.waitSignal(tour.ended):
        for _ in stops():
            tour.panel.next_button.click()
    assert window.step is WizardStep.SCHEDULE
    assert workspace.store.conferences.file(window.conference_id) == before
    assert workspace.store.log.next_undo(window.conference_id) == to_undo
    qtbot.waitUntil(lambda: not window.findChildren(TourPanel))


def test_escape_ends_it_and_back_goes_back(qtbot: QtBot, window: ConferenceWindow) -> None:
    tour = Tour(window)
    tour.go_on()
    tour.panel.back_button.click()
    assert tour.number == 0
    tour.go_back()
    assert tour.number == 0
    with qtbot.waitSignal(tour.ended):
        press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(TourPanel))


def test_on_a_small_screen_at_twice_the_size_every_stop_fits(
    qtbot: QtBot, window: ConferenceWindow, qapp: QApplication
) -> None:
    dress(qapp)
    window.resize(683, 344)
    tour = Tour(window)
    for stop in stops():
        qtbot.waitUntil(lambda: window.rect().contains(tour.panel.geometry()))
        text = tour.panel.words
        assert text.height() >= text.heightForWidth(text.width()), stop.heading
        tour.go_on()
