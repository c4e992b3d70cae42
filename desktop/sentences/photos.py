"""What the officer is told of photos and the people they belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from db.records import Delegate
from desktop.errors import InputRefused
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.people.photo_matching import MatchedBy, PhotoFile
from desktop.people.photo_parts import RefusedPhoto
from desktop.people.photo_plan import FileState, PhotoPlan
from desktop.sentences.jobs import job_sentence
from desktop.sentences.refusals import refusal_sentence

_BY: Mapping[MatchedBy, Callable[[], str]] = {
    MatchedBy.CARD: lambda: tr("by the ID number"),
    MatchedBy.NUMBER: lambda: tr("by the badge number"),
    MatchedBy.NAME: lambda: tr("by the name"),
}
_STATES: Mapping[FileState, Callable[[], str]] = {
    FileState.ASKED: lambda: tr("?  Fits several people: choose one"),
    FileState.DOUBLE: lambda: tr("▲  Another file is for the same person: take one of them away"),
    FileState.KEPT: lambda: tr("–  Has a photo already, which stays"),
    FileState.NOBODY: lambda: tr("–  Not used: nobody chosen"),
    FileState.NO_PICTURE: lambda: tr("–  Not used: not a picture in JPEG or PNG"),
}


def file_words(plan: PhotoPlan, file: PhotoFile) -> str:
    """Say what becomes of a file, and what told whose it is."""
    state = plan.state(file)
    if state is not FileState.STORED:
        return _STATES[state]()
    if file.path in plan.chosen or file.matched_by is None:
        return tr("✓  Will be stored, as you chose")
    return tr("✓  Will be stored, found {how}", how=_BY[file.matched_by]())


def plan_sentence(plan: PhotoPlan) -> str:
    """Sum up what storing would do."""
    counts = plan.counts
    return tr(
        "To be stored: {stored}. To be decided: {asked}. Not used: {unused}. Left without a photo:"
        " {without}.",
        stored=counts[FileState.STORED],
        asked=counts[FileState.ASKED] + counts[FileState.DOUBLE],
        unused=counts[FileState.NOBODY] + counts[FileState.NO_PICTURE] + counts[FileState.KEPT],
        without=len(plan.left_without),
    )


def person_words(person: Delegate) -> str:
    """Name a person so that two of one name are told apart."""
    number = tr("no. {number}", number=person.badge_number) if person.badge_number else ""
    parts = (person.name, person.post, person.unit, number)
    return " · ".join(part for part in parts if part)


def refused_photo_sentence(photo: RefusedPhoto) -> str:
    """Say why one of many files was not used."""
    return refusal_sentence(InputRefused(photo.reason, Path(photo.path), **photo.facts))


def photo_failure_sentence(error: Exception) -> str:
    """Say why photos could not be read."""
    if isinstance(error, InputRefused):
        return refusal_sentence(error)
    if isinstance(error, JobFailed):
        return job_sentence(error)
    return tr("The photo could not be read because of a fault in this program. Choose another one.")
