"""Where a stick is: the removable volumes that are plugged in, or another folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStorageInfo, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from db.errors import StoreMisplaced
from db.place import check_place
from desktop.language import tr
from desktop.widgets.file_choice import FileKind, choose_folder
from desktop.widgets.theme import GAP

_MOUNTED_BY_USERS = (Path("/media"), Path("/run/media"))
_LEAST_WIDTH = 26  # letters


class Stick(NamedTuple):
    """A removable volume.

    Attributes:
        name: its label; its place where it has none.
    """

    folder: Path
    name: str


def plugged_in() -> tuple[Stick, ...]:
    """List the removable volumes that can be read now."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        folder = Path(volume.rootPath())
        if volume.isValid() and volume.isReady() and _is_stick(folder):
            found.append(Stick(folder, volume.displayName() or str(folder)))
    return tuple(sorted(found))


def stick_name(folder: Path) -> str:
    """Name the volume that a folder lies on, as its label says."""
    return QStorageInfo(str(folder)).displayName() or folder.anchor


def ask_for_folder(parent: QWidget) -> Path | None:
    """Let the officer choose a folder."""
    return choose_folder(parent, FileKind.STICK, tr("Choose the stick or a folder on it"))


class StickField(QWidget):
    """Offers the sticks; what was plugged in meanwhile is found by looking again.

    Attributes:
        look: lists the sticks; replaceable.
        choose: asks for another folder; replaceable.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: Callable[[], Sequence[Stick]] = plugged_in
        self.choose: Callable[[QWidget], Path | None] = ask_for_folder
        self.box = QComboBox(self)
        self.box.setAccessibleName(tr("Stick"))
        self.box.setMinimumContentsLength(_LEAST_WIDTH)
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.again_button = QPushButton(tr("&Look again"), self)
        self.folder_button = QPushButton(tr("Another &folder…"), self)
        for button in (self.again_button, self.folder_button):
            button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.box, 1)
        row.addWidget(self.again_button)
        row.addWidget(self.folder_button)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(self._tell)
        self.again_button.clicked.connect(self.look_again)
        self.folder_button.clicked.connect(self._ask)
        self.look_again()

    @property
    def folder(self) -> Path | None:
        """The folder chosen."""
        chosen = self.box.currentData()
        return Path(chosen) if chosen else None

    def look_again(self) -> None:
        """Offer the sticks that are plugged in now; a folder chosen by hand stays."""
        by_hand = [
            Stick(Path(self.box.itemData(row)), self.box.itemText(row))
            for row in range(self.box.count())
            if self.box.itemData(row) == self.box.itemText(row)
        ]
        chosen = self.folder
        self.box.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.box.clear()
        for stick in (*self.look(), *by_hand):
            self._offer(stick)
        if not self.box.count():
            self.box.addItem(tr("No stick is plugged in"), "")
        self.box.setCurrentIndex(max(0, self.box.findData(str(chosen))))
        self.box.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.changed.emit()

    def show_folder(self, folder: Path) -> None:
        """Choose a folder, a stick or not."""
        if self.box.findData(str(folder)) < 0:
            empty = self.box.findData("")
            if empty >= 0:
                self.box.removeItem(empty)
            self._offer(Stick(folder, str(folder)))
        self.box.setCurrentIndex(self.box.findData(str(folder)))

    def _tell(self) -> None:
        self.changed.emit()

    def _offer(self, stick: Stick) -> None:
        name = stick.name
        if name != str(stick.folder):
            name = tr("{name} ({place})", name=name, place=stick.folder)
        self.box.addItem(name, str(stick.folder))

    def _ask(self) -> None:
        folder = self.choose(self)
        if folder is not None:
            self.show_folder(folder)


def _is_stick(folder: Path) -> bool:
    if any(folder.is_relative_to(place) for place in _MOUNTED_BY_USERS):
        return True
    try:
        check_place(folder)
    except StoreMisplaced as misplaced:
        return misplaced.cause == "removable"
    return False
