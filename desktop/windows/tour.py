"""The guided tour: what an officer should have seen of a conference, in about two minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QToolBar, QWidget

from db.records import WizardStep
from desktop.language import tr
from desktop.widgets.findings_panel import FindingsPanel
from desktop.widgets.save_state_label import SaveStateLabel
from desktop.widgets.tour_panel import TourPanel
from desktop.windows.conference_window import ConferenceWindow
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.plan_rules import PlanRules
from desktop.wizard.step_list import StepList


class Stop(NamedTuple):
    """One thing to look at: on which step, and which parts of the window are framed."""

    step: WizardStep
    heading: str
    words: str
    targets: Callable[[ConferenceWindow], Sequence[QWidget]]


class Tour(QObject):
    """Leads through a window; only what is shown changes, and it ends where it began.

    Attributes:
        panel: what tells of the stops.
        number: of the stop, from 0.
    """

    ended = Signal()

    def __init__(self, window: ConferenceWindow) -> None:
        super().__init__(window)
        self._window = window
        self._stops = stops()
        self._began_at = window.step
        self.number = 0
        self.panel = TourPanel(window)
        self.panel.next_wanted.connect(self.go_on)
        self.panel.back_wanted.connect(self.go_back)
        self.panel.end_wanted.connect(self.end)
        self._show()

    def go_on(self) -> None:
        """Show the next stop, or end after the last."""
        if self.number + 1 == len(self._stops):
            self.end()
            return
        self.number += 1
        self._show()

    def go_back(self) -> None:
        """Show the stop before."""
        self.number = max(0, self.number - 1)
        self._show()

    def end(self) -> None:
        """Take the panel away and show what was shown before."""
        self.panel.end()
        self._window.go_to(self._began_at)
        self.ended.emit()
        self.deleteLater()

    def _show(self) -> None:
        stop = self._stops[self.number]
        if self._window.step is not stop.step:
            self._window.go_to(stop.step)
        targets = stop.targets(self._window)
        self.panel.tell(stop.heading, stop.words, targets, self.number + 1, len(self._stops))


def stops() -> tuple[Stop, ...]:
    """List the stops in the language of the interface."""
    return (
        Stop(
            WizardStep.TYPE,
            tr("The parts of a conference"),
            tr(
                "On the left are all parts, in the order in which a conference is prepared."
                " Press one to go there. A red mark says that something has to be mended."
            ),
            _found(StepList),
        ),
        Stop(
            WizardStep.TYPE,
            tr("What the plan asks for"),
            tr(
                "Choose the plan of the level above, and its rules stand here: how many delegates,"
                " by when, in which form. Everything you enter is held against them."
            ),
            _found(PlanRules),
        ),
        Stop(
            WizardStep.TYPE,
            tr("Nothing has to be saved"),
            tr(
                "What you enter is stored as soon as you leave the field. A slip is taken back with"
                " “Undo” or Ctrl+Z, as many steps as you like, even after a power cut."
            ),
            _found(SaveStateLabel),
        ),
        Stop(
            WizardStep.PARTICIPANTS,
            tr("The list of delegates"),
            tr(
                "Lists from Excel or Word are imported here, old fonts and duplicates found."
                " Search, filter and sort above; type straight into the table."
            ),
            _register,
        ),
        Stop(
            WizardStep.PROGRAMME,
            tr("What to look at again"),
            tr(
                "On the right stands what does not agree with the plan, with the clause it comes"
                " from. Press a line and you are at the field that mends it. Here all is well."
            ),
            _found(FindingsPanel),
        ),
        Stop(
            WizardStep.REVIEW,
            tr("The papers"),
            tr(
                "All papers are written for you, in the form of Decree 30/2020. Tick those you"
                " need and save them as PDF, or for Word too."
            ),
            lambda window: (window.view(WizardStep.REVIEW),),
        ),
        Stop(
            WizardStep.REVIEW,
            tr("Badges, printing, hand-over"),
            tr(
                "From here badges are printed, the whole set of papers too, and the conference is"
                " handed over to the level above by stick, sealed."
            ),
            _buttons,
        ),
        Stop(
            WizardStep.REVIEW,
            tr("Help is one key away"),
            tr(
                "F1 opens the guide at the page of what you are doing. From there the tour can be"
                " seen again. “All conferences” leads back to the list: begin your own there."
            ),
            _way_home,
        ),
    )


def _found(kind: type[QWidget]) -> Callable[[ConferenceWindow], Sequence[QWidget]]:
    return lambda window: [one for one in window.findChildren(kind) if one.isVisible()]


def _register(window: ConferenceWindow) -> Sequence[QWidget]:
    section = window.view(WizardStep.PARTICIPANTS).section
    if not isinstance(section, ParticipantsSection):
        raise TypeError(section)
    section.focus_field("delegates")
    return (section.tabs, section.register)


def _buttons(window: ConferenceWindow) -> Sequence[QWidget]:
    _home, _undo, _redo, *ways = window.actions_shown
    return [_tool_bar(window).widgetForAction(one) for one in ways]


def _way_home(window: ConferenceWindow) -> Sequence[QWidget]:
    return (_tool_bar(window).widgetForAction(window.actions_shown[0]),)


def _tool_bar(window: ConferenceWindow) -> QToolBar:
    (bar,) = window.findChildren(QToolBar)
    return bar
