"""Keeping the papers drawn."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from desktop.documents.rendered import RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.jobs import JobFailed, JobFailure
from desktop.wizard import paper_drawing
from desktop.wizard.paper_drawing import PaperDrawing, PaperState
from tests.builders import a_file
from tests.desktop.wizard.hand_runner import HandRunner

KEYS = ("plan", "programme", "badges")


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> PaperDrawing:
    def draw(report: object, snapshot: Snapshot, key: str) -> RenderedPaper:
        return RenderedPaper(data=f"{snapshot.made_at:%H} {key}".encode(), pages=1)

    monkeypatch.setattr(paper_drawing, "JobRunner", HandRunner)
    monkeypatch.setattr(paper_drawing, "draw", draw)
    return PaperDrawing(KEYS)


def _snapshot(hour: int = 7) -> Snapshot:
    return Snapshot(file=a_file(), made_at=datetime(2025, 1, 6, hour, tzinfo=UTC))


def _runner(drawing: PaperDrawing) -> HandRunner:
    runner = drawing._runner
    assert isinstance(runner, HandRunner)
    return runner


def _is_at_work(drawing: PaperDrawing) -> bool:
    return drawing.is_at_work


def _states(drawing: PaperDrawing) -> list[PaperState]:
    return [drawing.state(key) for key in KEYS]


def test_the_papers_are_drawn_one_after_the_other(drawing: PaperDrawing) -> None:
    assert not _is_at_work(drawing)
    drawing.begin(_snapshot())
    assert _states(drawing) == [PaperState.DRAWING, PaperState.WAITING, PaperState.WAITING]
    while drawing.is_at_work:
        _runner(drawing).finish()
    assert _states(drawing) == [PaperState.DRAWN] * 3
    paper = drawing.paper("badges")
    assert paper is not None
    assert paper.data == b"07 badges"


def test_the_paper_looked_at_comes_next(drawing: PaperDrawing) -> None:
    drawing.begin(_snapshot())
    drawing.prefer("badges")
    _runner(drawing).finish()
    assert drawing.state("badges") is PaperState.DRAWING


def test_a_changed_conference_is_drawn_anew_and_the_old_work_dropped(
    drawing: PaperDrawing,
) -> None:
    drawing.begin(_snapshot())
    _runner(drawing).finish()
    drawing.begin(_snapshot(hour=9))
    assert _runner(drawing).dropped == 1
    assert drawing.paper("plan") is None
    while drawing.is_at_work:
        _runner(drawing).finish()
    paper = drawing.paper("plan")
    assert paper is not None
    assert paper.data == b"09 plan"


def test_a_paper_that_fails_leaves_the_others_and_can_be_tried_again(
    drawing: PaperDrawing,
) -> None:
    drawing.begin(_snapshot())
    failed = JobFailed(JobFailure.CRASHED, -11)
    _runner(drawing).fail(failed)
    assert drawing.state("plan") is PaperState.FAILED
    assert drawing.error("plan") is failed
    while drawing.is_at_work:
        _runner(drawing).finish()
    assert drawing.state("badges") is PaperState.DRAWN
    drawing.again("badges")
    assert not _is_at_work(drawing)
    drawing.again("plan")
    _runner(drawing).finish()
    assert drawing.state("plan") is PaperState.DRAWN
    assert drawing.error("plan") is None


def test_nothing_is_drawn_while_nobody_looks(drawing: PaperDrawing) -> None:
    drawing.resume()
    drawing.pause()
    assert not _is_at_work(drawing)
    drawing.begin(_snapshot())
    drawing.pause()
    assert _states(drawing) == [PaperState.WAITING] * 3
    drawing.resume()
    drawing.resume()
    assert _is_at_work(drawing)
    while drawing.is_at_work:
        _runner(drawing).finish()
    assert _states(drawing) == [PaperState.DRAWN] * 3


def test_every_change_of_a_state_is_told(drawing: PaperDrawing, qtbot: QtBot) -> None:
    told: list[tuple[str, PaperState]] = []
    drawing.changed.connect(lambda key: told.append((key, drawing.state(key))))
    drawing.begin(_snapshot())
    _runner(drawing).finish()
    assert told == [
        ("plan", PaperState.DRAWING),
        ("plan", PaperState.DRAWN),
        ("programme", PaperState.DRAWING),
    ]
