"""The tasks of a conference: ticked off here, and saved for the officer's own calendar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.atomic_file import write_atomically
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.rules.tasks import MarkedDay, Task, pressing
from desktop.sentences.store import write_failure_sentence
from desktop.sentences.tasks import (
    day_note,
    pressing_sentence,
    task_name,
    task_receiver,
    task_source,
)
from desktop.widgets.file_choice import FileKind, choose_target, documents_folder
from desktop.widgets.labels import PlainLabel
from desktop.widgets.task_marks import pressing_role
from desktop.widgets.task_table import TaskTable
from desktop.widgets.theme import GAP

_SUFFIX = ".ics"
_FILE_NAME = f"viec-can-lam{_SUFFIX}"
_FILE_FILTER = f" (*{_SUFFIX})"


def ask_where_to_save(parent: QWidget, path: Path) -> Path | None:
    """Let the officer choose where a calendar file goes."""
    title, kinds = tr("Save to a calendar"), tr("Calendar files") + _FILE_FILTER
    return choose_target(parent, FileKind.CALENDAR, title, path.name, kinds)


class TaskPanel(QWidget):
    """The list of tasks, as it moves with the day of the conference.

    Attributes:
        choose_target: asks where a calendar file goes; replaceable.
    """

    committed = Signal(object)  # keys of the tasks that are done

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose_target: Callable[[QWidget, Path], Path | None] = ask_where_to_save
        self._draft = draft
        self._tasks: tuple[Task, ...] = ()
        self.pressing_label = PlainLabel(parent=self)
        self.pressing_label.setProperty("emphasis", "strong")
        self._no_day = PlainLabel(
            tr("Choose the day of the conference, and every task gets its day."), "hint", self
        )
        self.table = TaskTable(self)
        self.table.ticked.connect(self._take_tick)
        self.save_button = QPushButton(tr("Save to a &calendar…"), self)
        self.save_button.clicked.connect(self._save)
        self.outcome = PlainLabel(parent=self)
        self.outcome.hide()
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.save_button)
        foot.addWidget(self.outcome, 1)
        foot.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in (self.pressing_label, self._no_day, self.table):
            column.addWidget(part)
        column.addLayout(foot)
        self.setFocusProxy(self.table)
        draft.changed.connect(self._follow)
        self._refresh()

    def setAccessibleName(self, name: str) -> None:
        """Name the table, which is what a screen reader meets."""
        super().setAccessibleName(name)
        self.table.setAccessibleName(name)

    def show_value(self, _done: tuple[str, ...]) -> None:
        """Leave it: the list hangs on more than the ticks, and follows the draft itself."""

    def commit(self) -> None:
        """Do nothing: a tick is stored at once."""

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the day again: the window may have stood open overnight."""
        super().showEvent(event)
        self._refresh()

    def _follow(self, _names: frozenset[str]) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._tasks = self._draft.tasks
        self.table.show_tasks(self._tasks, self._draft.today)
        counts = pressing(self._tasks)
        self.pressing_label.setText(pressing_sentence(counts))
        self.pressing_label.set_role(pressing_role(counts))
        self.pressing_label.setVisible(bool(self.pressing_label.text()))
        has_day = any(task.kind is MarkedDay.CONFERENCE for task in self._tasks)
        self._no_day.setVisible(not has_day)
        self.save_button.setEnabled(any(task.day is not None for task in self._tasks))

    def _take_tick(self, key: str, is_done: bool) -> None:  # noqa: FBT001 - a signal's
        done = tuple(one for one in self._draft.conference.done_tasks if one != key)
        self.committed.emit((*done, key) if is_done else done)

    def _save(self) -> None:
        path = self.choose_target(self, documents_folder() / _FILE_NAME)
        if path is None:
            return
        if path.suffix.lower() != _SUFFIX:
            path = path.with_name(path.name + _SUFFIX)
        try:
            write_atomically(path, self._calendar())
        except OSError as error:
            self._say(write_failure_sentence(error, path), "binding")
        else:
            saved = tr("Saved as {path}. Open it to take it into your calendar.", path=str(path))
            self._say(saved, "fine")

    def _calendar(self) -> bytes:
        from desktop.documents.calendar_file import (  # noqa: PLC0415 - of no use to most visits
            CalendarTask,
            calendar_file,
        )

        today = self._draft.today
        tasks = [
            CalendarTask(
                key=task.key,
                title=task_name(task),
                day=task.day,
                note="\n".join(
                    line
                    for line in (task_receiver(task), task_source(task), day_note(task, today))
                    if line
                ),
                use_by=task.use_by,
            )
            for task in self._tasks
            if task.is_open and task.day is not None and not _is_session(task)
        ]
        return calendar_file(self._draft.conference, tasks, self._draft.clock())

    def _say(self, text: str, role: str) -> None:
        self.outcome.setText(text)
        self.outcome.set_role(role)
        self.outcome.show()


def _is_session(task: Task) -> bool:
    return task.kind in (MarkedDay.CONFERENCE, MarkedDay.PREPARATORY)
