"""What happens while a stick is received: looked through, taken in, answered with receipts."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from db.errors import StoreError
from desktop.errors import InputRefused
from desktop.handoff.intake import Intake, IntakeRow, IntakeState
from desktop.handoff.key_ring import UnlockedKeys
from desktop.handoff.scan import FoundBundle
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.models.intake_lines import IntakeLine, found_line, taken_line
from desktop.models.province import Province
from desktop.sentences.intake import intake_summary, scan_warning, taken_summary
from desktop.sentences.jobs import job_sentence
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.store import store_sentence

_LOOK_EVERY_MS = 40


class ReceiveSession(QObject):
    """One stick at a time; it never writes before it is told to take over.

    Attributes:
        rows: what the stick holds, in the order of the paths.
        results: what was taken over.
        warning: of what else is on the stick.
    """

    working = Signal(str, int, int)  # sentence, done, total; total 0 while it is not known
    planned = Signal()
    taken = Signal()
    stopped = Signal(str)
    failed = Signal(str)

    def __init__(
        self, province: Province, keys: UnlockedKeys, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._province = province
        self._keys = keys
        self._intake: Intake | None = None
        self._is_taking = False
        self.folder = Path()
        self.rows: tuple[IntakeRow, ...] = ()
        self.results: tuple[IntakeRow, ...] = ()
        self.warning = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def lines(self) -> tuple[IntakeLine, ...]:
        """What was found, in words."""
        return tuple(map(found_line, self.rows))

    @property
    def outcome(self) -> tuple[IntakeLine, ...]:
        """What became of all of it: what was not taken comes first."""
        taken = {row.path: row for row in self.results}
        rows = sorted(
            (taken.get(row.path, row) for row in self.rows),
            key=lambda row: row.bundle_id is not None,
        )
        return tuple(taken_line(row, self._province.check_code(row.bundle_id)) for row in rows)

    @property
    def good(self) -> tuple[IntakeRow, ...]:
        """What can be taken over."""
        return tuple(row for row in self.rows if row.is_good)

    @property
    def is_whole(self) -> bool:
        """Whether everything on the stick was taken over."""
        return (
            bool(self.rows)
            and all(row.bundle_id is not None for row in self.results)
            and (len(self.results) == len(self.rows))
        )

    @property
    def summary(self) -> str:
        """What the table shows, in a sentence."""
        return intake_summary(self.rows)

    @property
    def outcome_summary(self) -> str:
        """What became of it, in a sentence."""
        taken = sum(row.bundle_id is not None for row in self.results)
        return taken_summary(self.results, len(self.rows) - taken)

    @property
    def senders(self) -> tuple[str, ...]:
        """The ids of the offices whose bundles were taken over."""
        told = (row.told for row in self.results if row.bundle_id is not None)
        return tuple(dict.fromkeys(one.sender.id for one in told if one is not None))

    def look(self, folder: Path) -> None:
        """Look a folder through; nothing is written."""
        self.folder = folder
        self.rows, self.results, self.warning = (), (), ""
        self._begin(takes=False)
        if self._intake is not None:
            self._intake.read_folder(str(folder))

    def take(self) -> None:
        """Take over all that is good, each whole or not at all."""
        bundles = [FoundBundle(row.path, _size(row.path)) for row in self.good]
        self._begin(takes=True)
        if self._intake is not None:
            self._intake.read(bundles)

    def believe(self, line: IntakeLine) -> None:
        """Know a sender from now on, whose fingerprint is that of the printed form."""
        row = next(one for one in self.rows if one.path == line.path)
        if row.told is None:
            return
        try:
            self._province.believe(row.told.sender)
        except InputRefused as refusal:
            self.failed.emit(refusal_sentence(refusal))
        except StoreError as error:
            self.failed.emit(store_sentence(error))
        else:
            self.look(self.folder)

    def cancel(self) -> None:
        """Stop what is under way; what was taken over whole stays."""
        if self._intake is None:
            return
        was_taking = self._is_taking
        self.stop()
        if was_taking:
            self.taken.emit()
        else:
            self.stopped.emit(tr("Stopped. Nothing was written."))

    def stop(self) -> None:
        """Stop without a word, as when the window closes."""
        self._timer.stop()
        if self._intake is not None:
            if self._is_taking:
                self.results = tuple(self._intake.rows)
            # to wait for the process takes longer than a window may stand still
            Thread(target=self._intake.cancel, name="stop of a job").start()
        self._intake = None

    def _begin(self, *, takes: bool) -> None:
        self.stop()
        self._is_taking = takes
        self._intake = Intake(self._province.workspace.store, self._keys, takes=takes)
        self._tell()
        self._timer.start()

    def _poll(self) -> None:
        intake = self._intake
        if intake is None:
            return
        try:
            intake.poll()
        except StoreError as error:
            self._fail(store_sentence(error))
        except JobFailed as failure:
            self._fail(job_sentence(failure))
        except OSError as error:
            detail = error.strerror or type(error).__name__
            self._fail(tr("The stick does not answer ({detail}). Plug it in again.", detail=detail))
        else:
            self._tell()
            if intake.is_over:
                self._finish(intake)

    def _tell(self) -> None:
        done, total = self._intake.progress if self._intake is not None else (0, 0)
        if self._is_taking:
            sentence = tr("Taking over: {done} of {total}", done=done, total=total)
        elif total:
            sentence = tr("Checking the bundles: {done} of {total}", done=done, total=total)
        else:
            sentence = tr("Looking the stick through…")
        self.working.emit(sentence, done, total)

    def _finish(self, intake: Intake) -> None:
        self._timer.stop()
        self._intake = None
        if self._is_taking:
            self.results = tuple(intake.rows)
            self._province.changed.emit()
            self.taken.emit()
        else:
            self.rows = tuple(sorted(intake.rows, key=_by_need))
            self.warning = scan_warning(intake.scan)
            self.planned.emit()

    def _fail(self, sentence: str) -> None:
        is_kept = self._is_taking
        self.stop()
        if is_kept:
            self._province.changed.emit()
        self.failed.emit(sentence)


_ORDER = {
    state: place
    for place, state in enumerate(
        (
            IntakeState.BROKEN,
            IntakeState.UNKNOWN_SENDER,
            IntakeState.FORK,
            IntakeState.NOT_FOR_US,
            IntakeState.NEW,
            IntakeState.NEWER,
        )
    )
}


def _by_need(row: IntakeRow) -> tuple[int, str]:
    return _ORDER.get(row.state, len(_ORDER)), row.path


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0  # the process says why it cannot be read
