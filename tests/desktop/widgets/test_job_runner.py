"""Jobs beside a window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import Cancelled, InputRefused
from desktop.jobs import Job
from desktop.widgets.job_runner import JobRunner
from tests.desktop import job_functions


def _endless(runner: JobRunner, qtbot: QtBot) -> None:
    """Start a job that reports once it runs and then never ends by itself."""
    with qtbot.waitSignal(runner.progress, timeout=20_000):
        runner.start(job_functions.report_for_ever)


def test_it_tells_progress_and_the_result(qtbot: QtBot) -> None:
    runner = JobRunner()
    with qtbot.waitSignals([runner.progress, runner.finished], timeout=20_000):
        runner.start(job_functions.count, 3)
        assert runner.is_running
    assert not runner.is_running


def test_it_tells_the_exception_as_it_was_raised(qtbot: QtBot) -> None:
    runner = JobRunner()
    with qtbot.waitSignal(runner.failed, timeout=20_000) as failed:
        runner.start(job_functions.refuse, Path("list.xlsx"))
    assert isinstance(failed.args[0], InputRefused)
    assert failed.args[0].reason == "list_empty"


def test_a_process_that_cannot_start_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Job) -> None:
        raise OSError(11, "no more processes")

    monkeypatch.setattr(Job, "start", refuse)
    runner = JobRunner()
    with qtbot.waitSignal(runner.failed, timeout=20_000) as failed:
        runner.start(job_functions.count, 3)
    assert isinstance(failed.args[0], OSError)
    assert not runner.is_running


def test_cancelling_tells_when_the_job_has_stopped(qtbot: QtBot) -> None:
    runner = JobRunner()
    _endless(runner, qtbot)
    with (
        qtbot.assertNotEmitted(runner.finished),
        qtbot.waitSignal(runner.cancelled, timeout=20_000),
    ):
        runner.cancel()
        runner.cancel()
    assert not runner.is_running


def test_a_job_that_gives_up_by_itself_counts_as_cancelled(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give_up(_: Job) -> None:
        raise Cancelled

    monkeypatch.setattr(Job, "result", give_up)
    runner = JobRunner()
    with qtbot.waitSignal(runner.cancelled, timeout=20_000):
        runner.start(job_functions.count, 1)


def test_without_a_job_there_is_nothing_to_cancel(qtbot: QtBot) -> None:
    runner = JobRunner()
    with qtbot.assertNotEmitted(runner.cancelled, wait=100):
        runner.cancel()


def test_another_job_drops_the_first_without_a_word(qtbot: QtBot) -> None:
    runner = JobRunner()
    _endless(runner, qtbot)
    with (
        qtbot.assertNotEmitted(runner.cancelled),
        qtbot.waitSignal(runner.finished, timeout=20_000) as finished,
    ):
        runner.start(job_functions.count, 2)
    assert finished.args == [2]


def test_a_listener_may_drop_the_job(qtbot: QtBot) -> None:
    runner = JobRunner()
    runner.progress.connect(runner.drop)
    with qtbot.assertNotEmitted(runner.cancelled):
        _endless(runner, qtbot)
    assert not runner.is_running


def test_dropping_a_job_that_is_being_cancelled_stops_it_once(qtbot: QtBot) -> None:
    runner = JobRunner()
    _endless(runner, qtbot)
    runner.cancel()
    with qtbot.assertNotEmitted(runner.cancelled, wait=100):
        runner.drop()
    assert not runner.is_running


def test_a_job_that_could_not_start_needs_no_stopping(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Job) -> None:
        raise OSError(11, "no more processes")

    monkeypatch.setattr(Job, "start", refuse)
    runner = JobRunner()
    runner.start(job_functions.count, 3)
    with qtbot.waitSignal(runner.cancelled, timeout=20_000):
        runner.cancel()
