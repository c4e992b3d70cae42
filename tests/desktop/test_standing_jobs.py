from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from desktop import standing_jobs
from desktop.errors import Cancelled, InputRefused
from desktop.jobs import JobFailed, JobFailure, Progress
from desktop.standing_jobs import StandingJob
from tests.desktop import job_functions

only_posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and memory caps")


@pytest.fixture
def job() -> Iterator[StandingJob]:
    standing = StandingJob(job_functions.a_desk, "một", memory_mb=512)
    standing.start()
    yield standing
    standing.cancel()
    assert multiprocessing.active_children() == []


def asked(job: StandingJob, question: object, timeout_s: float | None = None) -> object:
    job.ask(question, timeout_s)
    return job.wait()


def test_a_desk_keeps_what_it_was_told_from_one_question_to_the_next(job: StandingJob) -> None:
    assert asked(job, "hai") is None
    assert asked(job, "all") == ("một", "hai")
    assert not job.is_busy


def test_progress_is_told_while_the_answer_is_under_way(job: StandingJob) -> None:
    job.ask("count")
    steps: list[Progress] = []
    while job.is_busy:
        steps.extend(job.poll())
    assert job.result() == 5000
    assert (steps[-1].done, steps[-1].total) == (5000, 5000)
    assert job.poll() == ()


def test_a_refusal_and_a_blunder_come_back_and_the_desk_goes_on(job: StandingJob) -> None:
    with pytest.raises(InputRefused) as caught:
        asked(job, "refuse")
    assert (caught.value.reason, caught.value.path) == ("list_empty", Path("ds.xlsx"))
    with pytest.raises(KeyError, match="position"):
        asked(job, "blunder")
    assert asked(job, "all") == ("một",)


def test_a_process_that_could_not_be_started_can_be_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_process: object) -> None:
        raise BlockingIOError

    job = StandingJob(job_functions.a_desk, "một")
    monkeypatch.setattr(SpawnProcess, "start", refuse)
    with pytest.raises(BlockingIOError):
        job.start()
    job.cancel()
    assert job.is_over


def test_a_question_that_is_given_up_leaves_the_desk_free(job: StandingJob) -> None:
    job.ask("report")
    while not job.poll():
        assert job.is_busy
    job.give_up()
    with pytest.raises(Cancelled):
        job.wait()
    assert asked(job, "all") == ("một",)


def test_giving_up_what_was_answered_already_does_no_harm(job: StandingJob) -> None:
    job.give_up()
    assert asked(job, "all") == ("một",)
    job.give_up()
    job.ask("all")
    job.give_up()  # whatever comes first, the next question is answered
    try:
        job.wait()
    except Cancelled:
        assert not job.is_busy
    assert asked(job, "all") == ("một",)


def test_a_process_that_ends_is_told_and_nothing_more_can_be_asked(job: StandingJob) -> None:
    with pytest.raises(JobFailed) as caught:
        asked(job, "exit")
    assert (caught.value.failure, caught.value.exit_code) == (JobFailure.CRASHED, 7)
    assert job.is_over
    with pytest.raises(RuntimeError):
        job.ask("all")


def test_an_answer_that_takes_too_long_ends_the_process(job: StandingJob) -> None:
    with pytest.raises(JobFailed) as caught:
        asked(job, "report", timeout_s=0.5)
    assert caught.value.failure is JobFailure.TIMED_OUT
    assert job.is_over


@only_posix
def test_too_much_memory_is_told_and_the_desk_goes_on(job: StandingJob) -> None:
    with pytest.raises(JobFailed) as caught:
        asked(job, "swallow")
    assert caught.value.failure is JobFailure.OUT_OF_MEMORY
    assert asked(job, "all") == ("một",)


@only_posix
def test_a_process_that_does_not_listen_is_ended_by_force(
    job: StandingJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    job.ask("wait")
    while not job.poll():
        assert job.is_busy
    monkeypatch.setattr(standing_jobs, "GRACE_S", 0.1)
    job.cancel()
    with pytest.raises(Cancelled):
        job.result()
    assert job.is_over


def test_a_job_starts_once_and_answers_when_it_was_asked(job: StandingJob) -> None:
    with pytest.raises(RuntimeError):
        job.start()
    with pytest.raises(RuntimeError):
        job.result()
    job.ask("count")
    with pytest.raises(RuntimeError):
        job.ask("all")
    job.wait()


def test_a_job_that_never_started_can_be_cancelled() -> None:
    job = StandingJob(job_functions.a_desk)
    job.give_up()
    job.cancel()
    assert job.is_over
    with pytest.raises(RuntimeError):
        job.start()


def test_a_process_that_dies_before_it_has_read_is_a_crash() -> None:
    job = StandingJob(job_functions.no_desk)
    job.start()
    with pytest.raises(JobFailed):
        asked(job, "all")
    job.cancel()
