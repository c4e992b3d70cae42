from __future__ import annotations

from threading import Event

from pytestqt.qtbot import QtBot

from desktop.errors import Cancelled
from desktop.printing.press import Report
from desktop.widgets.thread_runner import ThreadRunner

PATIENCE_MS = 20_000


def _count(report: Report, until: int) -> int:
    for done in range(until + 1):
        report(done, until)
    return until


def test_a_call_tells_how_far_it_came_and_what_came_of_it(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    told: list[tuple[int, int]] = []
    runner.progress.connect(lambda *at: told.append(at))
    with qtbot.waitSignal(runner.finished, timeout=PATIENCE_MS) as finished:
        runner.start(_count, 3)
        assert runner.is_running

    assert finished.args == [3]
    assert told[-1] == (3, 3)
    assert not runner.is_running


def test_a_call_that_is_cancelled_tells_so_at_its_next_report(qtbot: QtBot) -> None:
    runner, go_on = ThreadRunner(), Event()

    def wait(report: Report) -> None:
        go_on.wait(PATIENCE_MS / 1000)
        report(1, 2)

    with qtbot.waitSignal(runner.failed, timeout=PATIENCE_MS) as failed:
        runner.start(wait)
        runner.cancel()
        go_on.set()
    assert isinstance(failed.args[0], Cancelled)


def test_a_call_that_is_dropped_is_heard_no_more(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    ends: list[object] = []
    runner.finished.connect(ends.append)
    runner.start(_count, 1)
    runner.drop()
    with qtbot.waitSignal(runner.finished, timeout=PATIENCE_MS):
        runner.start(_count, 2)

    assert ends == [2]
    runner.cancel()
