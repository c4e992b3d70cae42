"""Have the bundles of a stick checked by processes that know nothing of us.

One process checks many bundles, because its start takes as long as a hundred of them. It is
replaced after some, and where it breaks, runs out of its memory or takes too long. What it was
asked then is asked again bundle by bundle, and what breaks a process of its own is given up: one
hostile bundle costs the others nothing but time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from enum import StrEnum

from desktop.handoff.bundle import Trust
from desktop.handoff.checking import Answer, Check, Look, Refused, checking_desk
from desktop.handoff.opening import OPEN_MEMORY_MB, OPEN_TIMEOUT_S, OpeningKeys
from desktop.handoff.scan import FoundBundle, Scan
from desktop.jobs import JobFailed
from desktop.standing_jobs import Desk, StandingJob

BUNDLES_PER_PROCESS = 250
# so many are asked for at once, as long as they are small
_AT_ONCE, _BYTES_AT_ONCE = 16, 4 * 1024 * 1024
_LOOK_TIMEOUT_S = 120.0


class StopReason(StrEnum):
    """Reason of Refused for a bundle that the process did not survive."""

    STOPPED = "bundle-stopped"  # facts: detail (why the process ended)


class StickReader:
    """Asks for a folder's bundles, or for those named; whoever made it polls.

    Args:
        keys: what opens what is sealed for the desk.
        trust: whom the desk knows.
        is_whole: whether the content of each is wanted too.
        make: makes the desk in the process.

    Attributes:
        scan: what the folder holds, once it was looked through.
        done, total: bundles; the total is 0 while nobody knows it.
    """

    def __init__(
        self,
        keys: OpeningKeys,
        trust: Trust,
        *,
        is_whole: bool = False,
        make: Callable[[OpeningKeys, Trust], Desk] = checking_desk,
    ) -> None:
        self.scan: Scan | None = None
        self.done = 0
        self.total = 0
        self._arguments = (keys, trust)
        self._make = make
        self._is_whole = is_whole
        self._job: StandingJob | None = None
        self._asked = 0  # of this process
        self._waiting: deque[Look | FoundBundle] = deque()
        self._alone: deque[FoundBundle] = deque()  # those that are asked for one by one
        self._question: tuple[Look | FoundBundle, ...] = ()

    def read_folder(self, folder: str) -> None:
        """Look a folder through and check every bundle in it."""
        self._waiting.append(Look(folder))

    def read(self, bundles: Iterable[FoundBundle]) -> None:
        """Check these bundles."""
        before = len(self._waiting)
        self._waiting.extend(bundles)
        self.total += len(self._waiting) - before

    @property
    def is_over(self) -> bool:
        """Whether everything that was asked was answered."""
        return not (self._question or self._alone or self._waiting)

    def poll(self) -> tuple[Answer, ...]:
        """Take what was answered since, and go on; return at once.

        Raises:
            OSError: the folder itself cannot be listed.
            JobFailed: the process broke over the folder itself.
        """
        if self._question and self._job is not None:
            self._job.poll()
            if self._job.is_busy:
                return ()
        answers = self._taken()
        if self.is_over:
            self._end_process()
        else:
            self._ask(self._next())
        return answers

    def wait(self) -> tuple[Answer, ...]:
        """Wait for the next answer; for callers without an event loop."""
        while not self.is_over:
            answers = self.poll()
            if answers:
                return answers
            if self._job is not None and self._job.is_busy:
                self._job.linger()
        return ()

    def cancel(self) -> None:
        """Ask nothing more."""
        self._waiting.clear()
        self._alone.clear()
        self._question = ()
        self._end_process()

    def _taken(self) -> tuple[Answer, ...]:
        question, job = self._question, self._job
        if not question or job is None:
            return ()
        self._question = ()
        try:
            answer = job.result()
        except JobFailed as failure:
            return self._failed(question, failure)
        except BaseException:
            self.cancel()
            raise
        if isinstance(answer, Scan):
            self.scan = answer
            self.read(answer.bundles)
            return ()
        self.done += len(answer.all)
        return tuple(answer.all)

    def _failed(
        self, question: tuple[Look | FoundBundle, ...], failure: JobFailed
    ) -> tuple[Answer, ...]:
        is_first = self._asked == len(question)
        self._end_process()
        bundles = [one for one in question if isinstance(one, FoundBundle)]
        if not bundles:
            self.cancel()
            raise failure
        if is_first and len(bundles) == 1:
            self.done += 1
            refused = Refused(StopReason.STOPPED, {"detail": str(failure.failure)})
            return (Answer(path=bundles[0].path, refused=refused),)
        self._alone.extendleft(reversed(bundles))
        return ()

    def _next(self) -> tuple[Look | FoundBundle, ...]:
        if self._alone:
            return (self._alone.popleft(),)
        question = [self._waiting.popleft()]
        size = _size(question[0])
        while self._waiting and len(question) < _AT_ONCE:
            size += _size(self._waiting[0])
            if size > _BYTES_AT_ONCE:
                break
            question.append(self._waiting.popleft())
        return tuple(question)

    def _ask(self, question: tuple[Look | FoundBundle, ...]) -> None:
        if self._job is None or self._job.is_over or self._asked >= BUNDLES_PER_PROCESS:
            self._end_process()
            self._job = StandingJob(self._make, *self._arguments, memory_mb=OPEN_MEMORY_MB)
            self._job.start()
            self._asked = 0
        self._asked += len(question)
        self._question = question
        if isinstance(question[0], Look):
            self._job.ask(question[0], _LOOK_TIMEOUT_S)
        else:
            paths = tuple(one.path for one in question if isinstance(one, FoundBundle))
            self._job.ask(Check(paths, self._is_whole), OPEN_TIMEOUT_S)

    def _end_process(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None


def _size(question: Look | FoundBundle) -> int:
    # whatever else is asked is asked for by itself
    return question.size if isinstance(question, FoundBundle) else _BYTES_AT_ONCE
