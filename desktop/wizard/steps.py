"""The steps of the wizard, in order: a pure function of what is known already."""

from __future__ import annotations

from collections.abc import Sequence

from db.records import WizardStep
from desktop.wizard.committees import CommitteesSection
from desktop.wizard.conference_type import TypeSection
from desktop.wizard.content import ContentSection
from desktop.wizard.issue import IssueSection
from desktop.wizard.outcome import OutcomeSection
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.programme import ProgrammeSection
from desktop.wizard.review import ReviewSection
from desktop.wizard.schedule import ScheduleSection
from desktop.wizard.section import Section

SECTIONS: tuple[type[Section], ...] = (
    TypeSection,
    ContentSection,
    ScheduleSection,
    ParticipantsSection,
    ProgrammeSection,
    CommitteesSection,
    IssueSection,
    ReviewSection,
)

# the window of a planned conference has what the wizard has, and what came of it
WINDOW_SECTIONS: tuple[type[Section], ...] = (*SECTIONS, OutcomeSection)


def step_names(
    sections: Sequence[type[Section]] = SECTIONS,
) -> list[tuple[WizardStep, str]]:
    """Name every step in the interface's language."""
    return [(section.step, section.title()) for section in sections]
