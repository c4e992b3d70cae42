from __future__ import annotations

import multiprocessing
import multiprocessing.spawn
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop import jobs
from desktop.errors import Cancelled, InputRefused
from desktop.jobs import Job, JobFailed, JobFailure, JobState, Progress
from tests.desktop import job_functions

only_posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and memory caps")


def started(function: Callable[..., object], *arguments: object, **caps: float) -> Job:
    job = Job(function, *arguments, **caps)  # type: ignore[arg-type]
    job.start()
    return job


def until_it_reports(job: Job) -> None:
    while not job.poll():
        assert job.state is JobState.RUNNING


@pytest.fixture(autouse=True)
def no_process_is_left() -> object:
    yield
    assert multiprocessing.active_children() == []


def test_a_job_gives_what_its_function_returned_and_tells_its_progress() -> None:
    steps: list[tuple[int, int]] = []
    job = started(job_functions.count, 5000)
    assert job.wait(lambda done, total: steps.append((done, total))) == 5000
    assert job.state is JobState.DONE
    assert steps[-1] == (5000, 5000)
    assert steps == sorted(steps)


def test_a_job_can_be_polled_to_its_end() -> None:
    job = started(job_functions.count, 3)
    steps: list[Progress] = []
    while job.state is JobState.RUNNING:
        steps.extend(job.poll())
    assert job.result() == 3
    assert steps[-1] == Progress(3, 3)
    assert job.poll() == ()


def test_a_record_comes_back_equal() -> None:
    job = started(job_functions.answer, "Đại hội", "thi đua")
    assert job.wait() == job_functions.Answer(("Đại hội", "thi đua"), date(2025, 3, 20))


def test_a_record_that_msgpack_cannot_carry_comes_back_too() -> None:
    job = started(job_functions.answer_that_msgpack_cannot_carry)
    assert job.wait() == job_functions.UnpackableAnswer(Path("/srv"))


def test_a_result_that_cannot_travel_is_an_error_of_ours() -> None:
    job = started(job_functions.answer_that_nothing_can_carry)
    with pytest.raises(Exception, match=r"pickle|lambda"):
        job.wait()
    assert job.state is JobState.FAILED


def test_a_refusal_comes_back_as_it_was() -> None:
    job = started(job_functions.refuse, Path("ds.xlsx"))
    with pytest.raises(InputRefused) as caught:
        job.wait()
    assert (caught.value.reason, caught.value.path) == ("list_empty", Path("ds.xlsx"))
    assert caught.value.facts == {"limit": 3}
    assert job.state is JobState.FAILED


def test_a_blunder_comes_back_with_where_it_happened() -> None:
    with pytest.raises(KeyError) as caught:
        started(job_functions.blunder).wait()
    assert "in blunder" in caught.value.__notes__[0]


def test_an_error_that_cannot_travel_is_told_in_words() -> None:
    with pytest.raises(RuntimeError, match="StubbornError"):
        started(job_functions.fail_stubbornly).wait()


def test_a_process_that_ends_without_a_word_is_a_crash() -> None:
    with pytest.raises(JobFailed) as caught:
        started(job_functions.exit_at_once).wait()
    assert (caught.value.failure, caught.value.exit_code) == (JobFailure.CRASHED, 7)


@only_posix
def test_a_process_that_is_killed_is_a_crash() -> None:
    with pytest.raises(JobFailed) as caught:
        started(job_functions.die, signal.SIGKILL).wait()
    assert caught.value.exit_code == -signal.SIGKILL


@only_posix
def test_ctrl_c_does_not_stop_a_job() -> None:
    assert started(job_functions.die, signal.SIGINT).wait() is None


@only_posix
def test_a_job_that_takes_too_much_memory_is_stopped() -> None:
    with pytest.raises(JobFailed) as caught:
        started(job_functions.swallow_memory, memory_mb=512).wait()
    assert caught.value.failure is JobFailure.OUT_OF_MEMORY


def test_a_job_that_takes_too_long_is_stopped() -> None:
    job = started(job_functions.report_for_ever, timeout_s=0.0)
    with pytest.raises(JobFailed) as caught:
        job.wait()
    assert caught.value.failure is JobFailure.TIMED_OUT


@only_posix
def test_a_late_job_that_does_not_listen_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    job = started(job_functions.ignore_everything, timeout_s=3600.0)
    until_it_reports(job)
    monkeypatch.setattr(jobs, "GRACE_S", 0.0)
    monkeypatch.setattr(job, "_deadline", 0.0)
    with pytest.raises(JobFailed) as caught:
        job.wait()
    assert caught.value.failure is JobFailure.TIMED_OUT


@only_posix
def test_a_cancelled_job_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    paper = tmp_path / "ke-hoach.pdf"
    paper.write_bytes(b"old")
    job = started(job_functions.write_for_ever, paper)
    until_it_reports(job)
    job.cancel()
    assert job.state is JobState.CANCELLED
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {paper.name: b"old"}
    with pytest.raises(Cancelled):
        job.result()


def test_a_job_that_reports_stops_where_there_are_no_signals(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    job = started(job_functions.report_for_ever)
    until_it_reports(job)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(jobs, "GRACE_S", 60.0)
    job.cancel()
    assert job.state is JobState.CANCELLED


@only_posix
def test_a_job_that_does_not_listen_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "GRACE_S", 0.05)
    job = started(job_functions.ignore_everything)
    until_it_reports(job)
    job.cancel()
    assert job.state is JobState.CANCELLED


@only_posix
def test_a_job_stopped_from_outside_is_cancelled() -> None:
    job = started(job_functions.report_for_ever)
    until_it_reports(job)
    (child,) = multiprocessing.active_children()
    assert child.pid is not None
    os.kill(child.pid, signal.SIGTERM)
    with pytest.raises(Cancelled):
        job.wait()
    assert job.state is JobState.CANCELLED


def test_cancelling_before_the_start_or_after_the_end_changes_nothing() -> None:
    unborn = Job(job_functions.count, 1)
    unborn.cancel()
    assert unborn.state is JobState.CANCELLED
    with pytest.raises(RuntimeError):
        unborn.start()
    ended = started(job_functions.count, 1)
    ended.wait()
    ended.cancel()
    assert (ended.state, ended.result()) == (JobState.DONE, 1)


def test_a_job_that_has_not_ended_has_no_result() -> None:
    with pytest.raises(RuntimeError):
        Job(job_functions.count, 1).result()


def test_a_job_starts_once() -> None:
    job = started(job_functions.count, 1)
    with pytest.raises(RuntimeError):
        job.start()
    job.wait()


class _FakePipe:
    def __init__(self, *, says: bool = False, is_broken: bool = False) -> None:
        self.sent: list[object] = []
        self._says = says
        self._is_broken = is_broken

    def poll(self) -> bool:
        return self._says

    def send(self, message: object) -> None:
        if self._is_broken:
            raise BrokenPipeError
        self.sent.append(message)


def test_progress_is_not_sent_more_often_than_anybody_can_see(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 100.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    pipe = _FakePipe()
    reporter = jobs.Reporter(pipe)  # type: ignore[arg-type]
    for done in range(11):
        reporter.report(done, 10)
    assert pipe.sent == [
        (jobs.MessageKind.PROGRESS, (0, 10)),
        (jobs.MessageKind.PROGRESS, (10, 10)),
    ]


@pytest.mark.parametrize("pipe", [_FakePipe(says=True), _FakePipe(is_broken=True)])
def test_a_job_stops_at_its_next_report_when_told_so_or_left_alone(pipe: _FakePipe) -> None:
    with pytest.raises(Cancelled):
        jobs.Reporter(pipe).report(1, 2)  # type: ignore[arg-type]


@only_posix
def test_a_process_that_dies_before_it_has_read_its_task_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(multiprocessing.spawn, "_python_exe", b"/bin/false")
    job = Job(job_functions.answer, b"x" * 5_000_000)
    job.start()
    with pytest.raises(JobFailed) as failure:
        job.wait()
    assert failure.value.failure is JobFailure.CRASHED


def test_a_function_that_cannot_be_sent_is_told_at_once() -> None:
    job = Job(lambda _: None)
    with pytest.raises((AttributeError, pickle.PicklingError)):
        job.start()
    assert job.state is JobState.FAILED


def test_a_process_whose_end_another_thread_was_told_of_is_closed_when_that_is_noted() -> None:
    class Reaped:
        """Has ended, but the thread that was told of it has not noted it yet."""

        looks = 0
        is_closed = False

        @property
        def exitcode(self) -> int | None:
            self.looks += 1
            return 0 if self.looks > 3 else None

        def join(self) -> None:
            pass

        def close(self) -> None:
            assert self.exitcode is not None
            self.is_closed = True

    job = started(job_functions.count, 1)
    job.wait()
    near, far = multiprocessing.Pipe()
    job._process, job._pipe = reaped, _ = Reaped(), near  # type: ignore[assignment]
    job._end(JobState.DONE)
    assert reaped.is_closed
    far.close()
