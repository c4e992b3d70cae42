"""A second start raises the first window: a note left in a folder that the first one watches."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

_FOLDER = "raise"
_NOTE = "wanted"


class FirstWindow(QObject):
    """Watches for, or leaves, the note."""

    raise_wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder / _FOLDER

    def listen(self) -> None:
        """Watch for notes from later starts."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._note.unlink(missing_ok=True)
        watcher = QFileSystemWatcher([str(self._folder)], self)
        watcher.directoryChanged.connect(self._look)

    def ask_to_raise(self) -> bool:
        """Leave a note, if a first window watches for one; tell whether it was left."""
        if not self._folder.is_dir():
            return False
        try:
            self._note.touch()
        except OSError:
            return False  # the officer then gets the sentence of a busy store
        return True

    @property
    def _note(self) -> Path:
        return self._folder / _NOTE

    def _look(self) -> None:
        if self._note.exists():
            self._note.unlink(missing_ok=True)
            self.raise_wanted.emit()
