"""F1 everywhere: the guide, at the page of what is in front, even over a dialog that waits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.guide_pages import INDEX
from desktop.windows.guide_places import place_of
from desktop.windows.guide_window import GuideWindow

_KEY_NAME = "guide-key"


class GuideDesk(QObject):
    """Keeps the one window of the guide.

    Attributes:
        window: the guide, once it was asked for.
    """

    tour_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: GuideWindow | None = None
        self._is_watching = False

    def watch(self) -> None:
        """Give the key to each window as it comes to the front: a dialog keeps those of others."""
        _application().focusWindowChanged.connect(self._give_key)
        self._is_watching = True
        self._give_key()

    def show_here(self) -> None:
        """Show the page of what is in front."""
        self.show_place(place_of(QApplication.focusWidget() or QApplication.activeWindow()))

    def show_place(self, place: str = INDEX) -> None:
        """Show a page."""
        if self.window is None:
            self.window = GuideWindow()
            self.window.tour_wanted.connect(self.tour_wanted)
        waiting = QApplication.activeModalWidget()
        self._stand_over(self.window, waiting)
        self.window.show_place(place)
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def end(self) -> None:
        """Close the guide, and give no key any more."""
        if self._is_watching:
            _application().focusWindowChanged.disconnect(self._give_key)
        self._is_watching = False
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
        self.window = None

    def _give_key(self) -> None:
        window = QApplication.activeWindow()
        if window is None or window is self.window or _has_key(window):
            return
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), window)
        key.setObjectName(_KEY_NAME)
        key.activated.connect(self.show_here)

    def _stand_over(self, guide: GuideWindow, waiting: QWidget | None) -> None:
        """Belong to the dialog that waits, which blocks all windows but its own."""
        guide.allow_tour(is_free=waiting is None)
        guide.winId()  # makes its handle
        handle, owner = guide.windowHandle(), waiting.windowHandle() if waiting else None
        if handle.transientParent() is owner:
            return
        guide.hide()
        handle.setTransientParent(owner)  # type: ignore[arg-type]  # none is one too
        if isinstance(waiting, QDialog):
            waiting.finished.connect(self._stand_alone)

    def _stand_alone(self) -> None:
        if self.window is not None:
            self.window.allow_tour(is_free=True)
            self.window.windowHandle().setTransientParent(None)  # type: ignore[arg-type]


def _has_key(window: QWidget) -> bool:
    only = Qt.FindChildOption.FindDirectChildrenOnly
    return window.findChild(QShortcut, _KEY_NAME, only) is not None


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError(application)
    return application
