"""The windows of a desk: its home, and what it opens from there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.province import Province
from desktop.models.workspace import Workspace
from desktop.windows.province.desk_window import DeskWindow


class ProvinceDesk(QObject):
    """Leads from the desk's home to its other windows and back.

    Attributes:
        province: what the windows work on.
        home: the desk's home, while it is open.
    """

    packs_wanted = Signal()
    conferences_wanted = Signal()
    conference_wanted = Signal(str)  # id

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.province = Province(workspace, self)
        self.home: DeskWindow | None = None

    @property
    def window(self) -> QWidget | None:
        """The window in front, if one is open."""
        return self.home if self.home is not None and self.home.isVisible() else None

    def show(self) -> None:
        """Show the desk's home as it stands now."""
        if self.home is None:
            home = DeskWindow(self.province)
            home.packs_wanted.connect(self._leave_for_packs)
            home.conferences_wanted.connect(self._leave_for_conferences)
            self.home = home
        self.home.refresh()
        self.home.show()

    def end(self) -> None:
        """Close what is open."""
        if self.home is not None:
            self.home.close()
            self.home.deleteLater()
        self.home = None

    def _leave_for_packs(self) -> None:
        self._hide()
        self.packs_wanted.emit()

    def _leave_for_conferences(self) -> None:
        self._hide()
        self.conferences_wanted.emit()

    def _hide(self) -> None:
        if self.home is not None:
            self.home.hide()
