"""A list of texts of a pack."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.models.typed_values import plain_text
from desktop.rules.pack_tree import Node
from desktop.widgets.text_list import TextListEditor

_PAUSE_MS = 1_500


class TextsField(TextListEditor):
    """Texts one under the other; stored on leaving each, and at every pause in typing."""

    stored = Signal(object)  # list of texts
    paused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Add a line"), parent)
        self._texts: tuple[str, ...] = ()
        self.committed.connect(lambda texts: self._pass_on(texts, self.stored))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._store_so_far)
        self.typing.connect(self._pause.start)

    def show_value(self, texts: Node) -> None:
        """Show stored texts without committing them."""
        self._texts = tuple(str(one) for one in texts or ())
        super().show_value(self._texts)

    def read(self) -> Node:
        """Give the texts typed."""
        return self._clean(self.value())

    def _store_so_far(self) -> None:
        if self.isVisible() and self.value() != self._texts:
            self._pass_on(self.value(), self.paused)

    def _pass_on(self, texts: tuple[str, ...], signal: SignalInstance) -> None:
        self._pause.stop()
        cleaned = self._clean(texts)
        if tuple(cleaned) != self._texts:
            self._texts = tuple(cleaned)
            signal.emit(cleaned)

    def _clean(self, texts: tuple[str, ...]) -> list[str]:
        known = set(self._texts)
        cleaned = [one if one in known else plain_text(one) for one in texts]
        return [one for one in cleaned if one]
