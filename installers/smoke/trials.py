"""What every trial of an installer asks: the self-test, the store, and that something holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from installers.program import ROOT
from installers.steps import BuildStopped, step

SAMPLE = ROOT / "resources" / "samples" / "binh-hoa" / "conference.json"
HOME_WINDOW = "Hoinghi"
OLDER_VERSION = "0.0.9"


def expect(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - the claim itself
    """Stop the trial where a claim does not hold.

    Raises:
        BuildStopped: with what is so instead.
    """
    if not holds:
        raise BuildStopped(otherwise)


@contextmanager
def trial(meaning: str) -> Iterator[None]:
    """Say that something was tried, how long it took, and that all of it held."""
    with step(f"ok  {meaning}"):
        yield


def check_report(report: Path) -> str:
    """Read the report of a self-test that must have found nothing; give its number of trials."""
    lines = report.read_text(encoding="utf-8").splitlines()
    faults = [line for line in lines if not line.startswith("ok ")]
    expect(len(lines) > 30 and faults == [lines[-1]], "\n".join(faults))
    return f"{len(lines) - 1} trials"


def conferences_in(store: Path) -> list[str]:
    """Read the titles of the conferences in a store that nobody has open."""
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as opened:
        return [title for (title,) in opened.execute("SELECT title FROM conference ORDER BY title")]
