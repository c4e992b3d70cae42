"""The sample conference as an officer gets there: planned, its list read in, stored, reopened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from uuid import UUID

from db.records import ConferenceFile
from db.store import Store
from desktop.conference_file import read_conference_file
from desktop.jobs import Job
from desktop.paths import resource
from desktop.people.columns import guess
from desktop.people.import_list import preview
from desktop.people.import_report import ImportPreview, ImportTarget
from desktop.people.list_file import READ_MEMORY_MB, READ_TIMEOUT_S, read_list_job
from desktop.people.list_keys import NameKeys

SAMPLE = ("samples", "binh-hoa")
SAMPLE_INSTANT = datetime(2025, 3, 1, 1, 0, tzinfo=UTC)  # some weeks before the sample's day


def sample_file() -> ConferenceFile:
    """Read the conference file of the sample."""
    return read_conference_file(resource(*SAMPLE, "conference.json"))


def read_sample_list() -> ImportPreview:
    """Read the sample's list of people as the window does: in a process of its own."""
    conference = sample_file().conference
    path = resource(*SAMPLE, "danh-sach-dai-bieu.xlsx")
    job = Job(read_list_job, path, memory_mb=READ_MEMORY_MB, timeout_s=READ_TIMEOUT_S)
    job.start()
    sheet = job.wait().sheets[0]
    target = ImportTarget(
        conference_id=conference.id, groups=conference.groups, this_year=SAMPLE_INSTANT.year
    )
    new_id = numbered_ids()
    return preview(sheet, guess(sheet), target, lambda _: new_id())


def sample_through_the_store(folder: Path) -> ConferenceFile:
    """Put the sample into a fresh store of a folder, reopen it, and take it out again.

    Raises:
        StoreError: the folder cannot hold a store.
    """
    new_id = numbered_ids()
    path = folder / "hoinghi.db"
    with Store.open(path, clock=_instant, new_id=new_id, keys=NameKeys()) as store:
        conference = store.conferences.add_file(sample_file())
    with Store.open(path, clock=_instant, new_id=new_id, keys=NameKeys()) as store:
        return store.conferences.file(conference.id)


def numbered_ids() -> Callable[[], str]:
    """Make ids that are the same in every run."""
    numbers = count(1)
    return lambda: UUID(int=next(numbers)).hex


def _instant() -> datetime:
    return SAMPLE_INSTANT
