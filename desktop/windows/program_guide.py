"""The guide and the tour of a running program: what opens them, and what they open."""

from __future__ import annotations

from typing import Protocol
from weakref import proxy

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.models.workspace import Workspace
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.guide_desk import GuideDesk
from desktop.windows.home_window import HomeWindow
from desktop.windows.tour import Tour
from desktop.wizard.wizard import ConferenceWizard

_OFFERED, _YES = "tour-offered", "yes"


class Windows(Protocol):
    """What is needed of the program."""

    workspace: Workspace
    home: HomeWindow
    wizard: ConferenceWizard | None
    window: ConferenceWindow | None

    def open_conference(self, conference_id: str) -> None:
        """Show a conference."""


class ProgramGuide(QObject):
    """Opens the guide with F1 and a button, and the tour of the sample when it is asked for.

    Attributes:
        desk: the guide.
        tour: while one is under way.
    """

    def __init__(self, program: Windows, parent: QObject) -> None:
        super().__init__(parent)
        self._program: Windows = proxy(program)  # which holds this, and is gone when it ends
        self.tour: Tour | None = None
        self.desk = GuideDesk(self)
        self.desk.tour_wanted.connect(self.show_tour)
        program.home.guide_wanted.connect(self._show_guide)
        program.home.tour_wanted.connect(self.show_tour)
        program.home.sample_opened.connect(self.offer_tour)
        self.desk.watch()

    def end(self) -> None:
        """Close the guide; a tour ends with its window."""
        self.desk.end()

    def offer_tour(self) -> None:
        """Ask once, over the sample, whether to be led through it."""
        window = self._program.window
        settings = self._program.workspace.store.settings
        if window is None or settings.get(_OFFERED) == _YES:
            return
        settings.set(_OFFERED, _YES)
        window.message.say(
            tr("A look around in two minutes? It changes nothing."),
            tr("Show me around"),
            self.show_tour,
        )

    def show_tour(self) -> None:
        """Lead through the sample; another conference is closed first, all of it stored."""
        if self.tour is not None:
            self.tour.end()
        sample = self._program.workspace.add_sample()
        window = self._program.window
        if window is not None and window.conference_id == sample:
            self._lead_through(window)
            return
        for open_one in (self._program.wizard, window):
            if open_one is not None and not _closes(open_one):
                return
        self._program.open_conference(sample)
        if self._program.window is not None:
            self._lead_through(self._program.window)

    def _lead_through(self, window: ConferenceWindow) -> None:
        window.message.hide()
        window.showNormal() if window.isMinimized() else window.raise_()
        window.activateWindow()
        self.tour = Tour(window)
        self.tour.destroyed.connect(self._forget_tour)
        self.tour.ended.connect(self._forget_tour)

    def _forget_tour(self) -> None:
        self.tour = None

    def _show_guide(self) -> None:
        self.desk.show_place()


def _closes(window: QWidget) -> bool:
    return window.close()
