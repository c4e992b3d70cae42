"""A process that keeps what it has read and answers one question after another.

For work on one large thing that is asked about again and again: it is read once, and only questions
and answers travel. Nothing here needs a thread or an event loop: whoever asks polls.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import FrameType
from typing import Any, NoReturn

import msgspec

from desktop.errors import Cancelled
from desktop.jobs import (
    GRACE_S,
    JobFailed,
    JobFailure,
    MessageKind,
    Progress,
    Report,
    Reporter,
    cap_memory,
    packed,
    portable,
)

Desk = Callable[[Report, Any], Any]

_LOOK_EVERY_S = 0.1
_A_MOMENT_S = 0.001


class _Question:
    """What is asked; any other message means that nobody waits for the answer any more."""

    def __init__(self, content: object) -> None:
        self.content = content


class StandingJob:
    """A desk in a process of its own, at which one question at a time is answered.

    Args:
        make: a top-level function that makes the desk, which is called with `report(done, total)`
            and a question; it may be given up whenever it reports.
        arguments: plain data for it.
        memory_mb: the most address space the process may take, where the system has such a cap.

    Attributes:
        is_busy: whether an answer is still to come.
        is_over: whether the process has ended, so that nothing can be asked any more.
    """

    def __init__(
        self, make: Callable[..., Desk], *arguments: object, memory_mb: int | None = None
    ) -> None:
        self.is_busy = False
        self.is_over = False
        self._beginning = (make, arguments, memory_mb)
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._deadline: float | None = None
        self._outcome: Callable[[], Any] | None = None

    def start(self) -> None:
        """Start the process; a job starts once."""
        if self._process is not None or self.is_over:
            raise RuntimeError("the job was started already")
        context = multiprocessing.get_context("spawn")
        near_end, far_end = context.Pipe()
        process = context.Process(target=_work, args=(far_end,), daemon=True)
        try:
            process.start()
        except OSError:
            near_end.close()
            raise
        finally:
            far_end.close()
        self._pipe, self._process = near_end, process
        # see desktop.jobs: a pipe that nobody reads breaks, and does not wait for ever
        with contextlib.suppress(OSError):
            self._pipe.send(self._beginning)

    def ask(self, question: object, timeout_s: float | None = None) -> None:
        """Ask something; the answer before was taken or is forgotten.

        Args:
            question: plain data.
            timeout_s: the longest the answer may take; then the process is ended.
        """
        if self._pipe is None or self.is_busy:
            raise RuntimeError("nothing can be asked now")
        self._outcome = None
        self.is_busy = True
        self._deadline = time.monotonic() + timeout_s if timeout_s is not None else None
        with contextlib.suppress(OSError):  # `poll` finds the process dead
            self._pipe.send(_Question(question))

    def give_up(self) -> None:
        """Ask for the answer under way no longer; `poll` tells when the desk is free again."""
        if self.is_busy and self._pipe is not None:
            with contextlib.suppress(OSError):
                self._pipe.send(None)

    def poll(self) -> tuple[Progress, ...]:
        """Take what was said since; return at once."""
        steps: list[Progress] = []
        if self._pipe is None or self._process is None:
            return ()
        try:
            while self._may_say_more(self._pipe):
                steps.extend(self._take(*self._pipe.recv()))
        except (EOFError, OSError):
            self._process.join(GRACE_S)
            self._settle(_raising(JobFailed(JobFailure.CRASHED, self._process.exitcode)))
            self._end()
        self._end_if_late()
        return tuple(steps)

    def _may_say_more(self, pipe: Connection) -> bool:
        return self.is_busy and pipe.poll()

    def _end_if_late(self) -> None:
        if self.is_busy and self._deadline is not None and time.monotonic() > self._deadline:
            self._settle(_raising(JobFailed(JobFailure.TIMED_OUT)))
            self._end()

    def result(self) -> Any:  # noqa: ANN401 - as the job's function - whatever the desk answered
        """Give the answer, or raise what the desk raised.

        Raises:
            JobFailed: the process died or was stopped by a cap.
            Cancelled: the question was given up.
        """
        if self._outcome is None:
            raise RuntimeError("there is no answer")
        return self._outcome()

    def wait(self) -> Any:  # noqa: ANN401 - as the job's function
        """Wait for the answer; for callers without an event loop."""
        while self.is_busy and self._pipe is not None:
            self.linger()
            self.poll()
        return self.result()

    def linger(self) -> None:
        """Wait a moment, or until there is something to be taken; for callers that poll."""
        if self._process is not None and self._pipe is not None:
            wait([self._process.sentinel, self._pipe], _LOOK_EVERY_S)

    def cancel(self) -> None:
        """End the process, at most `GRACE_S` after it was asked to."""
        if self._process is not None and sys.platform != "win32":
            self._process.terminate()
            self._process.join(GRACE_S)
        if self.is_busy:
            self._settle(_raising(Cancelled()))
        self._end()

    def _take(self, kind: MessageKind, content: Any) -> tuple[Progress, ...]:  # noqa: ANN401 - as the job's function
        match kind:
            case MessageKind.PROGRESS:
                return (Progress(*content),)
            case MessageKind.RECORD:
                answer = msgspec.msgpack.decode(content[1], type=content[0])
                self._settle(lambda: answer)
            case MessageKind.VALUE:
                self._settle(lambda: content)
            case MessageKind.OUT_OF_MEMORY:
                self._settle(_raising(JobFailed(JobFailure.OUT_OF_MEMORY)))
            case MessageKind.CANCELLED:
                self._settle(_raising(Cancelled()))
            case _:
                self._settle(_raising(content))
        return ()

    def _settle(self, outcome: Callable[[], Any]) -> None:
        self._outcome = outcome
        self.is_busy = False

    def _end(self) -> None:
        self.is_over = True
        if self._process is not None and self._pipe is not None:
            if self._process.exitcode is None:
                self._process.kill()
            self._process.join()
            while self._process.exitcode is None:  # see desktop.jobs
                time.sleep(_A_MOMENT_S)
            self._process.close()
            self._pipe.close()
        self._process = self._pipe = None


def _raising(error: BaseException) -> Callable[[], NoReturn]:
    def raise_error() -> NoReturn:
        raise error

    return raise_error


def _work(pipe: Connection) -> None:
    """Answer until nobody asks any more; this is the whole life of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer
    signal.signal(signal.SIGTERM, _leave)
    with contextlib.suppress(EOFError, OSError):  # the pipe ends where the parent is gone
        make, arguments, memory_mb = pipe.recv()
        if memory_mb is not None:
            cap_memory(memory_mb)
        desk = make(*arguments)
        while True:
            question = pipe.recv()
            if isinstance(question, _Question):
                pipe.send(_answer(pipe, desk, question.content))


def _answer(pipe: Connection, desk: Desk, question: object) -> tuple[MessageKind, object]:
    try:
        return packed(desk(Reporter(pipe).report, question))
    except Cancelled:
        return MessageKind.CANCELLED, None
    except MemoryError:
        return MessageKind.OUT_OF_MEMORY, None
    except Exception as error:  # noqa: BLE001 - handed on whole to whoever asked
        return MessageKind.ERROR, portable(error)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit
