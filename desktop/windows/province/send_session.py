"""Sealing what goes down beside the store, then copying it to the stick and reading it back."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from db.errors import StoreError
from desktop.handoff.answering import (
    ReplyState,
    WrittenReply,
    write_replies,
    write_rules_for_all,
)
from desktop.handoff.down_copies import Copies, copy_job
from desktop.handoff.key_ring import UnlockedKeys
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.models.marks import Mark
from desktop.models.province import Province
from desktop.rules.pack import RulePack
from desktop.sentences.jobs import job_sentence
from desktop.sentences.send_down import copy_words, no_keys_words, sent_summary
from desktop.sentences.store import store_sentence
from desktop.widgets.job_runner import JobRunner


@dataclass(frozen=True)
class SentLine:
    """What became of one bundle."""

    office: str
    number: str
    words: str
    mark: Mark


class SendSession(QObject):
    """Writes for some offices at a time.

    Attributes:
        lines: what became of each bundle of the last time.
        summary: all of it in a sentence.
        is_whole: whether everything is on the stick.
    """

    working = Signal(str, int, int)  # sentence, done, total
    done = Signal()
    failed = Signal(str)

    def __init__(self, province: Province, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._province = province
        self._folder = Path(tempfile.mkdtemp(prefix="hoinghi-"))
        self._tidy = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._target = Path()
        self._total = 0
        self._sealed: list[WrittenReply] = []
        self._steps: Iterator[WrittenReply] = iter(())
        self.lines: tuple[SentLine, ...] = ()
        self.summary = ""
        self.is_whole = False
        # one bundle at a time, so that the window goes on between them
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)
        self._runner = JobRunner(self)
        self._runner.progress.connect(self._tell_copied)
        self._runner.finished.connect(self._finish)
        self._runner.failed.connect(self._fail)
        self._runner.cancelled.connect(
            lambda: self.failed.emit(
                tr("Stopped. What is on the stick already is whole; write again for the rest.")
            )
        )

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self._timer.isActive() or self._runner.is_running

    def send(
        self,
        folder: Path,
        offices: Sequence[str],
        packs: Sequence[RulePack],
        keys: UnlockedKeys,
        *,
        asks_anew: bool = False,
    ) -> None:
        """Write replies for these offices and what is for everybody, if there is anything.

        Args:
            folder: of the stick.
            offices: ids.
            packs: plans for everybody.
            keys: of the desk.
            asks_anew: whether other fields are asked for than before, which is for everybody too.
        """
        self.stop()
        self._target = folder
        self._sealed = []
        is_for_all = bool(packs) or asks_anew
        self._total = len(offices) + is_for_all
        self._steps = self._bundles(offices, packs, keys, is_for_all=is_for_all)
        self._tell_sealed()
        self._timer.start()

    def cancel(self) -> None:
        """Stop; what is on the stick already is whole."""
        if self._timer.isActive():
            self._timer.stop()
            self.failed.emit(tr("Stopped. Nothing was written to the stick."))
        else:
            self._runner.cancel()

    def stop(self) -> None:
        """Stop without a word, as when the window closes."""
        self._timer.stop()
        self._runner.drop()

    def _bundles(
        self,
        offices: Sequence[str],
        packs: Sequence[RulePack],
        keys: UnlockedKeys,
        *,
        is_for_all: bool,
    ) -> Iterator[WrittenReply]:
        store, today = self._province.workspace.store, self._province.workspace.today
        if is_for_all:
            yield write_rules_for_all(store, keys, self._folder, packs, today)
        yield from write_replies(store, keys, self._folder, offices, today)

    def _step(self) -> None:
        try:
            self._sealed.append(next(self._steps))
        except StopIteration:
            self._timer.stop()
            self._copy()
        except StoreError as error:
            self._timer.stop()
            self.failed.emit(store_sentence(error))
        else:
            self._tell_sealed()

    def _copy(self) -> None:
        paths = tuple(one.path for one in self._sealed if one.state is ReplyState.WRITTEN)
        if not paths:
            self._finish(Copies(()))
            return
        self._runner.start(copy_job, paths, str(self._target))

    def _tell_sealed(self) -> None:
        done, total = len(self._sealed), self._total
        self.working.emit(tr("Sealing: {done} of {total}", done=done, total=total), done, total)

    def _tell_copied(self, done: int, total: int) -> None:
        sentence = tr("Copying and reading back: {done} of {total}", done=done, total=total)
        self.working.emit(sentence, done, total)

    def _finish(self, copies: Copies) -> None:
        faults = {Path(one.path).name: one.fault for one in copies.all}
        names = self._province.office_names()
        lines = []
        for one in self._sealed:
            fault = faults.get(Path(one.path).name)
            is_sealed = one.state is ReplyState.WRITTEN and fault is not None
            lines.append(
                SentLine(
                    office=names.get(one.office_id, one.office_id) or tr("for everybody"),
                    number=str(one.number) if one.number else "",
                    words=copy_words(fault) if is_sealed and fault is not None else _unsealed(one),
                    mark=_mark(one, fault),
                )
            )
        self.lines = tuple(sorted(lines, key=lambda line: line.mark is Mark.FINE))
        written = sum(line.mark is Mark.FINE for line in lines)
        self.is_whole = written == len(lines)
        self.summary = sent_summary(written, len(lines) - written)
        self.done.emit()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, JobFailed):
            self.failed.emit(job_sentence(error))
        else:
            detail = getattr(error, "strerror", None) or type(error).__name__
            self.failed.emit(
                tr("The stick does not answer ({detail}). Plug it in again.", detail=detail)
            )


def _unsealed(one: WrittenReply) -> str:
    if one.state is ReplyState.NO_KEYS:
        return no_keys_words()
    return tr("✖ it could not be sealed on this computer ({detail})", detail=one.detail)


def _mark(one: WrittenReply, fault: int | None) -> Mark:
    if one.state is ReplyState.NO_KEYS:
        return Mark.DOUBT
    return Mark.FINE if one.state is ReplyState.WRITTEN and fault == 0 else Mark.WRONG
