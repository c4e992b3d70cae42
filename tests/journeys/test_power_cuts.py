"""The same journey with the power cut at ten moments: nothing the program confirmed is lost."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from db.records import Conference
from db.store import Store
from desktop.wizard.steps import SECTIONS
from tests.builders import KEYS, NOON, ident
from tests.journeys.officer import PAPER_NAMES
from tests.journeys.working_day import Confirmed

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL"),
]

_CUTS = 10
_LATEST_CUT_S = 1.6
_WHOLE_DAY_S = 120
_STEPS = [section.step for section in SECTIONS]


class Day:
    """One officer's data over as many starts as it takes."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.papers = folder / "papers"
        self.diary = folder / "diary.jsonl"
        folder.mkdir()
        self.diary.touch()

    def start(self) -> subprocess.Popen[bytes]:
        words = (self.data, self.papers, self.diary)
        return subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.working_day", *map(str, words)]
        )

    def entries(self) -> list[Confirmed]:
        lines = self.diary.read_bytes().splitlines()
        whole = [line for line in lines if line.endswith(b"}")]
        return [msgspec.json.decode(line, type=Confirmed) for line in whole]

    def stored(self) -> tuple[Conference | None, int]:
        """Read the store as the next start will find it."""
        store = Store.open(
            self.data / "hoinghi.db", clock=lambda: NOON, new_id=lambda: ident(1), keys=KEYS
        )
        summaries = store.conferences.summaries()
        assert len(summaries) <= 1, "taking up the work again makes no second conference"
        conference = store.conferences.get(summaries[0].id) if summaries else None
        count = len(store.delegates.of(conference.id)) if conference else 0
        last_office = next((one.office for one in reversed(self.entries()) if one.office), None)
        if last_office is not None:
            office = store.offices.get()
            assert office is not None
            assert office.name == last_office.name
            assert office.archive_symbol == last_office.archive_symbol
        store.close()
        return conference, count


def _check_nothing_lost(day: Day) -> None:
    if not (day.data / "hoinghi.db").exists():
        assert not day.entries()
        return
    conference, people = day.stored()
    confirmed = next((one for one in reversed(day.entries()) if one.conference), None)
    if confirmed is None or confirmed.conference is None:
        return
    assert conference is not None
    assert people >= confirmed.delegates
    assert _STEPS.index(conference.step) >= _STEPS.index(confirmed.conference.step)
    for name in Conference.__struct_fields__:
        before, now = getattr(confirmed.conference, name), getattr(conference, name)
        if name in ("step", "is_planned"):
            continue
        assert _holds(now, before), (name, before, now)


def _holds(now: object, before: object) -> bool:
    """Tell whether all that was confirmed is still there; an act cut short may have added to it."""
    if isinstance(before, tuple) and isinstance(now, tuple):
        return set(map(_mark, before)) <= set(map(_mark, now))
    return not before or now == before


def _mark(part: object) -> object:
    return getattr(part, "id", part)


def test_nothing_confirmed_is_lost_when_the_power_goes(tmp_path: Path) -> None:
    chance = random.Random(20250320)  # noqa: S311 - moments, not secrets
    cuts, days = 0, 0
    while cuts < _CUTS:
        days += 1
        day = Day(tmp_path / f"day {days}")
        while True:
            may_cut = cuts < _CUTS
            patience_s = 0.4 + chance.uniform(0, _LATEST_CUT_S) if may_cut else _WHOLE_DAY_S
            if not _work_until_cut(day, patience_s):
                break
            assert may_cut, "the last day takes too long"
            cuts += 1
            _check_nothing_lost(day)
        _check_done(day)


def _work_until_cut(day: Day, patience_s: float) -> bool:
    """Start the program, and cut its power if it still works after so long; tell whether it was."""
    work = day.start()
    try:
        work.wait(timeout=patience_s)
    except subprocess.TimeoutExpired:
        work.send_signal(signal.SIGKILL)
        work.wait()
        return True
    assert work.returncode == 0
    return False


def _check_done(day: Day) -> None:
    conference, people = day.stored()
    assert day.entries()[-1].is_done
    assert conference is not None
    assert conference.is_planned
    assert conference.venue == "Hội trường Ủy ban nhân dân xã"
    assert conference.number == 96
    assert people == 200
    assert {path.name for path in day.papers.glob("*.pdf")} == PAPER_NAMES
