"""A second start raises the first window: a note left in a folder that the first one watches.

The note holds the file that the second start was to open, or nothing.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QThread, Signal

_FOLDER = "raise"
_NOTE, _UNFINISHED = "wanted", "wanted.part"
_LOOKS, _PAUSE_MS = 20, 50  # together a second


class FirstWindow(QObject):
    """Watches for, or leaves, the note."""

    raise_wanted = Signal(str)  # the file to open, or nothing

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder / _FOLDER

    def listen(self) -> None:
        """Watch for notes from later starts."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._note.unlink(missing_ok=True)
        watcher = QFileSystemWatcher([str(self._folder)], self)
        watcher.directoryChanged.connect(self._look)

    def ask_to_raise(self, file: Path | None = None) -> bool:
        """Leave a note for the first window, with a file to open; tell whether one has taken it."""
        if not self._folder.is_dir():
            return False
        try:
            unfinished = self._folder / _UNFINISHED
            unfinished.write_text(str(file.absolute()) if file else "", encoding="utf-8")
            unfinished.replace(self._note)
        except OSError:
            return False  # the officer then gets the sentence of a busy store
        for _ in range(_LOOKS):
            QCoreApplication.processEvents()  # the first window may be one of this process
            if not self._note.exists():
                return True
            QThread.msleep(_PAUSE_MS)
        self._note.unlink(missing_ok=True)
        return False  # the folder is left from an earlier day: nobody listens

    @property
    def _note(self) -> Path:
        return self._folder / _NOTE

    def _look(self) -> None:
        if self._note.exists():
            file = self._note.read_text(encoding="utf-8")
            self._note.unlink(missing_ok=True)
            self.raise_wanted.emit(file)
