"""One long piece of work at a time for a dialog: how far it is, how to stop it, how it ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.widgets.job_runner import JobRunner
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP


class WorkLine(QWidget):
    """Runs jobs and says how they ended.

    Args:
        has_jobs: whether its jobs start others.

    Attributes:
        progress_bar, cancel_button: shown while a job runs.
        outcome: what was said last.
    """

    busy_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, has_jobs: bool = False) -> None:
        super().__init__(parent)
        self.runner = JobRunner(self, has_jobs=has_jobs)
        self.runner.progress.connect(self._show_progress)
        self.runner.finished.connect(self._finish)
        self.runner.failed.connect(self._fail)
        self.runner.cancelled.connect(self._show_cancelled)
        self._then: Callable[[Any], object] = self._nothing
        self._failed: Callable[[Exception], str] = str
        self._stopped = ""
        self.outcome = PlainLabel(parent=self)
        self.outcome.setProperty("emphasis", "strong")
        self.outcome.hide()
        self.progress_bar = QProgressBar(self)
        self.progress_bar.setAccessibleName(tr("Progress"))
        self.cancel_button = QPushButton(tr("St&op"), self)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self._cancel)
        self._busy = (self.progress_bar, self.cancel_button)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.progress_bar, 1)
        row.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.outcome)
        column.addLayout(row)
        self._show_busy(is_busy=False)

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way."""
        return self.runner.is_running

    def start(
        self,
        function: Callable[..., Any],
        *arguments: object,
        name: str,
        then: Callable[[Any], object],
        failed: Callable[[Exception], str],
        stopped: str,
        memory_mb: int | None = None,
        timeout_s: float | None = None,
    ) -> None:
        """Begin a job.

        Args:
            function: a top-level function whose first parameter reports progress.
            arguments: plain data for its other parameters.
            name: what is being done, shown while it runs.
            then: gets what the function returned.
            failed: makes the sentence of an error.
            stopped: what is said when the officer stopped it.
            memory_mb: the most memory the job may take.
            timeout_s: the longest the job may take.
        """
        self._then, self._failed, self._stopped = then, failed, stopped
        self.outcome.hide()
        self.progress_bar.setRange(0, 0)
        self.progress_bar.setFormat(name)
        self.cancel_button.setEnabled(True)
        self.runner.start(function, *arguments, memory_mb=memory_mb, timeout_s=timeout_s)
        self._show_busy(is_busy=True)

    def say(self, text: str, role: str = "fine") -> None:
        """Say what came of something."""
        self.outcome.set_role(role)
        self.outcome.setText(text)
        self.outcome.setVisible(bool(text))

    def drop(self) -> None:
        """Stop without a word, as when the dialog closes."""
        self.runner.drop()

    def _show_busy(self, *, is_busy: bool) -> None:
        for widget in self._busy:
            widget.setVisible(is_busy)
        self.busy_changed.emit(is_busy)

    def _show_progress(self, done: int, total: int) -> None:
        # a bar counts in 32 bits, and a bundle may have more bytes
        self.progress_bar.setRange(0, 1000 if total else 0)
        self.progress_bar.setValue(1000 * done // total if total else 0)

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.progress_bar.setFormat(tr("Stopping…"))
        self.runner.cancel()

    def _finish(self, result: object) -> None:
        then = self._then  # whoever waited for the end may begin the next piece of work
        self._show_busy(is_busy=False)
        then(result)

    def _fail(self, error: Exception) -> None:
        self.say(self._failed(error), "binding")
        self._show_busy(is_busy=False)

    def _show_cancelled(self) -> None:
        self.say(self._stopped, "hint")
        self._show_busy(is_busy=False)

    def _nothing(self, _result: object) -> None:
        """Do nothing with what came out."""
