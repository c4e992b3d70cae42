"""Long work in a process of its own: progress, cancelling, caps on memory and time.

A job's function stands at the top of a module, takes `report(done, total)` first, and gets and
gives plain data. Nothing here needs a thread or an event loop: whoever started a job polls it.
A frozen program calls `multiprocessing.freeze_support()` first thing.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import pickle
import signal
import sys
import time
import traceback
from collections.abc import Callable
from enum import StrEnum
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import FrameType
from typing import Any

import msgspec
from msgspec import Struct

from desktop.errors import Cancelled, HoinghiError

Report = Callable[[int, int], None]

# how long a job may take to clean up after itself before it is killed
GRACE_S = 2.0
_A_MOMENT_S = 0.001
_REPORT_EVERY_S = 0.03
_LOOK_EVERY_S = 0.1
_MB = 1024 * 1024


class JobState(StrEnum):
    """Where a job stands."""

    NEW = "new"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Progress(Struct, frozen=True):
    """How far a job has come; the total is 0 while nobody knows it."""

    done: int
    total: int


class JobFailure(StrEnum):
    """Why a job ended without a word of its own."""

    CRASHED = "crashed"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"


class JobFailed(HoinghiError):  # noqa: N818 - an outcome, named as one
    """The process of a job died, took too long or too much memory; nothing was changed.

    Attributes:
        failure: which of these.
        exit_code: of the process, negative for the signal that ended it; None if it was stopped.
    """

    def __init__(self, failure: JobFailure, exit_code: int | None = None) -> None:
        super().__init__(failure, exit_code)
        self.failure = failure
        self.exit_code = exit_code


class MessageKind(StrEnum):
    """What the process of a job says."""

    PROGRESS = "progress"
    RECORD = "record"
    VALUE = "value"
    ERROR = "error"
    OUT_OF_MEMORY = "out_of_memory"
    CANCELLED = "cancelled"


class Job:
    """One function at work in a process of its own.

    Args:
        function: a top-level function; its first parameter is `report(done, total)`.
        arguments: plain data for its other parameters.
        memory_mb: the most address space the process may take, where the system has such a cap.
        timeout_s: the longest the whole job may take.
        has_jobs: whether the job starts others.
    """

    def __init__(
        self,
        function: Callable[..., Any],
        *arguments: object,
        memory_mb: int | None = None,
        timeout_s: float | None = None,
        has_jobs: bool = False,
    ) -> None:
        self.state = JobState.NEW
        self._task = (function, arguments, memory_mb)
        self._timeout_s = timeout_s
        self._has_jobs = has_jobs
        self._deadline: float | None = None
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._outcome: Callable[[], Any] | None = None
        self._next_state = JobState.FAILED

    def start(self) -> None:
        """Start the process; a job starts once."""
        if self.state is not JobState.NEW:
            raise RuntimeError(f"the job is {self.state}")
        context = multiprocessing.get_context("spawn")
        self._pipe, far_end = context.Pipe()
        # a daemon ends with this program at once, but may have no children
        self._process = context.Process(target=_work, args=(far_end,), daemon=not self._has_jobs)
        self._process.start()
        far_end.close()
        # Not with the process's own arguments: were it to die before it has read them all,
        # multiprocessing would wait for ever. A pipe that nobody reads breaks instead.
        try:
            self._pipe.send(self._task)
        except OSError:
            pass  # `poll` finds the process dead
        except BaseException:  # what cannot be sent cannot be done
            self._process.kill()
            self._end(JobState.FAILED)
            raise
        if self._timeout_s is not None:
            self._deadline = time.monotonic() + self._timeout_s
        self.state = JobState.RUNNING

    def poll(self) -> tuple[Progress, ...]:
        """Take what the job has said since; return at once. `state` tells whether it has ended."""
        steps: list[Progress] = []
        if self.state is not JobState.RUNNING or self._pipe is None or self._process is None:
            return ()
        try:
            while self._outcome is None and self._pipe.poll():
                steps.extend(self._take(self._pipe.recv()))
        except (EOFError, OSError):
            self._process.join(GRACE_S)
            self._fail(JobFailed(JobFailure.CRASHED, self._process.exitcode))
            self._deadline = time.monotonic()
        if self._outcome is not None and self._process.exitcode is not None:
            self._end(self._next_state)
        elif self._deadline is not None and time.monotonic() > self._deadline:
            self._press()
        return tuple(steps)

    def result(self) -> Any:  # noqa: ANN401 - what the job's function gives - whatever the function gave
        """Give what the function returned, or raise what it raised.

        Raises:
            JobFailed: the process died or was stopped by a cap.
            Cancelled: the job was cancelled.
        """
        if self.state is JobState.CANCELLED:
            raise Cancelled
        if self.state not in (JobState.DONE, JobState.FAILED) or self._outcome is None:
            raise RuntimeError(f"the job is {self.state}")
        return self._outcome()

    def cancel(self) -> None:
        """Stop the job and wait till it has cleaned up, at most `GRACE_S`; else it is killed.

        A job that has ended already stays as it is.
        """
        if self.state in (JobState.NEW, JobState.RUNNING):
            self._stop()
            self._end(JobState.CANCELLED)

    def wait(self, on_progress: Report | None = None) -> Any:  # noqa: ANN401 - what the job's function gives
        """Wait for the end and give the result; for callers without an event loop."""
        while self.state is JobState.RUNNING and self._pipe and self._process:
            is_over = self._outcome is not None
            wait([self._process.sentinel, *([] if is_over else [self._pipe])], _LOOK_EVERY_S)
            for step in self.poll():
                if on_progress is not None:
                    on_progress(step.done, step.total)
        return self.result()

    def _take(self, message: tuple[MessageKind, Any]) -> tuple[Progress, ...]:
        match message:
            case (MessageKind.PROGRESS, (done, total)):
                return (Progress(done, total),)
            case (MessageKind.RECORD, (kind, data)):
                self._succeed(lambda: msgspec.msgpack.decode(data, type=kind))
            case (MessageKind.VALUE, value):
                self._succeed(lambda: value)
            case (MessageKind.OUT_OF_MEMORY, _):
                self._fail(JobFailed(JobFailure.OUT_OF_MEMORY))
            case (_, error):
                self._fail(error)
        # the process ends by itself now; if it hangs, it is stopped after its grace
        self._deadline = time.monotonic() + GRACE_S
        return ()

    def _succeed(self, outcome: Callable[[], Any]) -> None:
        self._outcome = outcome
        self._next_state = JobState.DONE

    def _fail(self, error: BaseException) -> None:
        def raise_error() -> None:
            raise error

        self._outcome = raise_error
        self._next_state = JobState.CANCELLED if isinstance(error, Cancelled) else JobState.FAILED

    def _press(self) -> None:
        """Ask a job that is late to end, and kill one that was asked already."""
        if self._outcome is None:
            self._fail(JobFailed(JobFailure.TIMED_OUT))
            self._ask_to_end()
            self._deadline = time.monotonic() + GRACE_S
        elif self._process is not None:
            self._process.kill()
            self._end(self._next_state)

    def _stop(self) -> None:
        """End the process: first so that it can clean up, then by force."""
        if self._process is None:
            return
        self._ask_to_end()
        self._process.join(GRACE_S)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()

    def _ask_to_end(self) -> None:
        if self._process is None or self._pipe is None:
            return
        with contextlib.suppress(OSError):  # it has just ended
            self._pipe.send(MessageKind.CANCELLED)
        if sys.platform != "win32":  # there it would be killed on the spot
            self._process.terminate()

    def _end(self, state: JobState) -> None:
        if self._process is not None and self._pipe is not None:
            self._process.join()
            # a thread that starts another job looks after all processes, and may have been told of
            # this one's end in our stead: it is about to note it
            while self._process.exitcode is None:
                time.sleep(_A_MOMENT_S)
            self._process.close()
            self._pipe.close()
        self._process = self._pipe = None
        self.state = state


def _work(pipe: Connection) -> None:
    """Run a job's function; this is the whole life of its process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer
    try:
        signal.signal(signal.SIGTERM, _cancel)
        message = _message(pipe, *pipe.recv())
        signal.signal(signal.SIGTERM, signal.SIG_DFL)  # nothing is left to clean up
    except (Cancelled, EOFError) as cancelled:  # the pipe ends where the parent is gone
        message = (MessageKind.ERROR, cancelled)
    with contextlib.suppress(OSError):  # nobody is there to hear it
        pipe.send(message)


def _message(
    pipe: Connection,
    function: Callable[..., Any],
    arguments: tuple[object, ...],
    memory_mb: int | None,
) -> tuple[MessageKind, object]:
    try:
        if memory_mb is not None:
            cap_memory(memory_mb)
        return packed(function(Reporter(pipe).report, *arguments))
    except Cancelled:
        raise
    except MemoryError:
        return MessageKind.OUT_OF_MEMORY, None
    except Exception as error:  # noqa: BLE001 - handed on whole to whoever asked for the job
        return MessageKind.ERROR, portable(error)


def _cancel(_signal: int, _frame: FrameType | None) -> None:
    raise Cancelled


class Reporter:
    """Sends progress, not more often than anybody can see; stops the work that is not wanted."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._next = 0.0

    def report(self, done: int, total: int) -> None:
        """Tell how far the work has come.

        Raises:
            Cancelled: nobody waits for it any more.
        """
        try:
            if self._pipe.poll():  # the parent only ever says one thing, or is gone
                raise Cancelled
            now = time.monotonic()
            if now >= self._next or done == total:
                self._next = now + _REPORT_EVERY_S
                self._pipe.send((MessageKind.PROGRESS, (done, total)))
        except OSError as error:
            raise Cancelled from error


def packed(value: object) -> tuple[MessageKind, object]:
    """Pack a record as MessagePack, which the window's process unpacks ten times faster."""
    if isinstance(value, Struct):
        with contextlib.suppress(TypeError, ValueError):  # it holds what only pickle can carry
            data = msgspec.msgpack.encode(value)
            if msgspec.msgpack.decode(data, type=type(value)) == value:
                return MessageKind.RECORD, (type(value), data)
    pickle.dumps(value)  # fails here, where it can still be told
    return MessageKind.VALUE, value


def portable(error: Exception) -> Exception:
    """Give the error itself when it survives the way to another process."""
    if not isinstance(error, HoinghiError):
        error.add_note("".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - an exception's own code decides what pickling it raises
        return RuntimeError("".join(traceback.format_exception(error)))
    return error


def cap_memory(memory_mb: int) -> None:
    """Let this process have no more memory than that, where the system has such a cap."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    cap = memory_mb * _MB
    if hard != resource.RLIM_INFINITY:
        cap = min(cap, hard)
    resource.setrlimit(resource.RLIMIT_AS, (cap, hard))
