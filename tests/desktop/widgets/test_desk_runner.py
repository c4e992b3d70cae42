"""Questions to a desk in a process of its own; only the newest counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import InputRefused
from desktop.jobs import JobFailed, JobFailure
from desktop.widgets import job_threads
from desktop.widgets.desk_runner import DeskRunner
from tests.desktop import job_functions

SOON_MS = 20_000  # a process has to start


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[DeskRunner]:
    made = DeskRunner()
    yield made
    made.close()


def answer_to(runner: DeskRunner, question: object, qtbot: QtBot) -> object:
    with qtbot.waitSignal(runner.answered, timeout=SOON_MS) as answered:
        runner.ask(question)
    assert answered.args is not None
    return answered.args[0]


def test_a_desk_is_asked_again_and_again(runner: DeskRunner, qtbot: QtBot) -> None:
    runner.open(job_functions.a_desk, "một")
    assert answer_to(runner, "hai", qtbot) is None
    assert answer_to(runner, "all", qtbot) == ("một", "hai")
    assert not runner.is_asked


def test_progress_is_told(runner: DeskRunner, qtbot: QtBot) -> None:
    runner.open(job_functions.a_desk)
    with qtbot.waitSignal(runner.progress, timeout=SOON_MS):
        runner.ask("count")


def test_a_newer_question_takes_the_place_of_one_under_way(
    runner: DeskRunner, qtbot: QtBot
) -> None:
    runner.open(job_functions.a_desk, "một")
    with qtbot.waitSignal(runner.progress, timeout=SOON_MS):
        runner.ask("report")
    assert answer_to(runner, "all", qtbot) == ("một",)


def test_a_refusal_is_handed_on_and_the_desk_stays(runner: DeskRunner, qtbot: QtBot) -> None:
    runner.open(job_functions.a_desk)
    with qtbot.waitSignal(runner.failed, timeout=SOON_MS) as failed:
        runner.ask("refuse")
    assert failed.args is not None
    assert isinstance(failed.args[0], InputRefused)
    assert failed.args[0].path == Path("ds.xlsx")
    assert answer_to(runner, "all", qtbot) == ()


def test_a_process_that_ends_closes_the_desk(runner: DeskRunner, qtbot: QtBot) -> None:
    runner.open(job_functions.a_desk)
    with qtbot.waitSignal(runner.failed, timeout=SOON_MS) as failed:
        runner.ask("exit")
    assert failed.args is not None
    assert failed.args[0].failure is JobFailure.CRASHED
    assert not runner.is_open


def test_a_process_that_cannot_start_is_told(
    runner: DeskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: job_threads.StartThread) -> None:  # type: ignore[type-arg]
        self.error = JobFailed(JobFailure.CRASHED)

    monkeypatch.setattr(job_threads.StartThread, "run", fail)
    runner.open(job_functions.a_desk)
    with qtbot.waitSignal(runner.failed, timeout=SOON_MS):
        runner.ask("all")
    assert not runner.is_open


def test_closing_is_silent(runner: DeskRunner, qtbot: QtBot) -> None:
    runner.open(job_functions.a_desk)
    runner.ask("all")
    with qtbot.assertNotEmitted(runner.answered):
        runner.close()
    assert not runner.is_asked
    runner.close()
