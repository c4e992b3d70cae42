"""The list of steps beside a conference: where one is, and a way to every other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from db.records import WizardStep
from desktop.language import tr
from desktop.rules.findings import Finding, Severity
from desktop.widgets.theme import BINDING, INK

_ROW_HEIGHT = 40


class StepList(QListWidget):
    """The steps by name, numbered, with a mark where something must be mended."""

    chosen = Signal(object)  # WizardStep

    def __init__(
        self, steps: Sequence[tuple[WizardStep, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = dict(steps)
        self.setAccessibleName(tr("Steps"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for step, _ in steps:
            item = QListWidgetItem(self)
            item.setData(Qt.ItemDataRole.UserRole, step)
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
        self.show_findings(())
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_step(self, step: WizardStep) -> None:
        """Mark the step one is on."""
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == step:
                self.setCurrentRow(row)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark the steps where a binding rule is broken."""
        broken = {one.step for one in findings if one.severity is Severity.BINDING}
        for row in range(self.count()):
            item = self.item(row)
            step = WizardStep(item.data(Qt.ItemDataRole.UserRole))
            mark = "  ✖" if step in broken else ""
            item.setText(f"{row + 1}. {self._names[step]}{mark}")
            item.setForeground(QBrush(QColor(BINDING if mark else INK)))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(WizardStep(item.data(Qt.ItemDataRole.UserRole)))
