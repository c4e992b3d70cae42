"""Files matched with people as a table model; the person of a file can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from desktop.language import tr
from desktop.models.flat_table import AnyIndex, FlatTable
from desktop.models.marks import MARK_ROLE, Mark
from desktop.people.photo_matching import PhotoFile
from desktop.people.photo_plan import FileState, PhotoPlan
from desktop.sentences.photos import file_words, person_words

FILE, PERSON, FATE = range(3)
_MARKS = {
    FileState.STORED: Mark.FINE,
    FileState.ASKED: Mark.DOUBT,
    FileState.DOUBLE: Mark.DOUBT,
    FileState.KEPT: Mark.SET_ASIDE,
    FileState.NOBODY: Mark.SET_ASIDE,
    FileState.NO_PICTURE: Mark.SET_ASIDE,
}
# what has to be decided comes first, then what is left out
_FIRST = (FileState.ASKED, FileState.DOUBLE, FileState.NOBODY, FileState.NO_PICTURE)
_READ_ONLY = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PhotoRows(FlatTable):
    """Shows the files of a plan; those to be decided first, as they were when it was laid out."""

    chosen = Signal(str, str)  # path, id of the person; empty for nobody

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: PhotoPlan | None = None
        self._files: list[PhotoFile] = []

    def show(self, plan: PhotoPlan) -> None:
        """Show a plan; the files of the same folder stay where they are."""
        before = {file.path for file in self._files}
        self._plan = plan
        if before == {file.path for file in plan.files}:
            if self._files:
                last = self.index(len(self._files) - 1, FATE)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._files = sorted(plan.files, key=lambda file: _rank(plan.state(file)))
        self.endResetModel()

    def file(self, row: int) -> PhotoFile:
        """The file of a row."""
        return self._files[row]

    def choices(self, row: int) -> list[tuple[str, str]]:
        """List who a file may be given to: who it fits, those without a photo, nobody."""
        if self._plan is None:
            return []
        file = self._files[row]
        candidates = self._plan.candidates(file)
        own = self._plan.person_of(file)
        people = dict.fromkeys((*candidates, *((own,) if own else ()), *self._plan.left_without))
        return [("", tr("nobody")), *((one.id, person_words(one)) for one in people)]

    def count(self) -> int:
        """Count the rows."""
        return len(self._files)

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        return (tr("File"), tr("Person"), tr("What becomes of it"))

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows or edits."""
        plan, column = self._plan, index.column()
        if plan is None:
            return None
        file = self._files[index.row()]
        person = plan.person_of(file)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                named = person_words(person) if person is not None else ""
                return (Path(file.path).name, named, file_words(plan, file))[column]
            case Qt.ItemDataRole.EditRole if column == PERSON:
                return person.id if person is not None else ""
            case Qt.ItemDataRole.ToolTipRole if column == FILE:
                return file.path
            case _ if role == MARK_ROLE and column == FATE:
                return _MARKS[plan.state(file)]
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the person chosen for a file."""
        if role != Qt.ItemDataRole.EditRole or index.column() != PERSON:
            return False
        self.chosen.emit(self._files[index.row()].path, str(value))
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Say what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        can_choose = index.column() == PERSON and self._files[index.row()].is_picture
        return _READ_ONLY | Qt.ItemFlag.ItemIsEditable if can_choose else _READ_ONLY


def _rank(state: FileState) -> int:
    return _FIRST.index(state) if state in _FIRST else len(_FIRST)
