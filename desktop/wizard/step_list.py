"""The list of steps beside a conference: where one is, and a way to every other."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from db.records import WizardStep
from desktop.language import tr
from desktop.rules.findings import Finding
from desktop.widgets.icons import Icon, icon_of
from desktop.widgets.inks import ink_item
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import scaled

WIDE, NARROW = 224, 64  # logical pixels: names and numbers, or numbers alone
_ROW_HEIGHT = 40
_ICONS = {
    WizardStep.TYPE: Icon.TYPE,
    WizardStep.CONTENT: Icon.CONTENT,
    WizardStep.SCHEDULE: Icon.DAYS,
    WizardStep.PARTICIPANTS: Icon.PEOPLE,
    WizardStep.PROGRAMME: Icon.PROGRAMME,
    WizardStep.COMMITTEES: Icon.ASSIGNMENTS,
    WizardStep.ISSUE: Icon.ISSUE,
    WizardStep.REVIEW: Icon.REVIEW,
    WizardStep.OUTCOME: Icon.OUTCOME,
}
_ROOMY_WINDOW = 1060


def step_list_width(window_width: int) -> int:
    """Give the width for the list in a window, which leaves a narrow one to the fields."""
    return scaled(WIDE if window_width >= scaled(_ROOMY_WINDOW) else NARROW)


class StepList(QListWidget):
    """The steps by name, numbered, with a mark where something must be mended.

    Where there is no room for names, their numbers stand for them.
    """

    chosen = Signal(object)  # WizardStep

    def __init__(
        self, steps: Sequence[tuple[WizardStep, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = dict(steps)
        self._broken: frozenset[WizardStep] = frozenset()
        self._left: frozenset[WizardStep] | None = None
        self.setAccessibleName(tr("Steps"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for step, _ in steps:
            item = QListWidgetItem(self)
            item.setData(Qt.ItemDataRole.UserRole, step)
            item.setSizeHint(QSize(0, scaled(_ROW_HEIGHT)))
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
        self._broken = frozenset(one.step for one in findings if one.is_binding)
        self._name_steps()

    def show_way(self, left: Collection[WizardStep]) -> None:
        """Show how far one has come, in the place of what each step is about.

        Args:
            left: the steps that were gone through.
        """
        self._left = frozenset(left)
        self._name_steps()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the colours that are worn now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._name_steps()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show names where there is room."""
        super().resizeEvent(event)
        self._name_steps()

    def _name_steps(self) -> None:
        is_narrow = self.width() < scaled((WIDE + NARROW) / 2)
        for row in range(self.count()):
            item = self.item(row)
            step = WizardStep(item.data(Qt.ItemDataRole.UserRole))
            is_broken = step in self._broken
            name = f"{row + 1}. {self._names[step]}"
            mark = "  ✖" if is_broken else ""
            item.setText(f"{row + 1}{mark[1:]}" if is_narrow else f"{name}{mark}")
            item.setToolTip(name if is_narrow else "")
            said = tr("{step}, gone through", step=name) if step in (self._left or ()) else name
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{said}{mark}")
            item.setIcon(QIcon() if is_narrow else icon_of(*self._icon(step)))
            ink_item(item, Colour.BINDING if is_broken else Colour.INK)

    def _icon(self, step: WizardStep) -> tuple[Icon, Colour]:
        is_broken = step in self._broken
        if self._left is None:
            return _ICONS[step], Colour.BINDING if is_broken else Colour.MUTED
        if is_broken:
            return Icon.WRONG, Colour.BINDING
        return (Icon.DONE, Colour.FINE) if step in self._left else (Icon.STEP_AHEAD, Colour.MUTED)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(WizardStep(item.data(Qt.ItemDataRole.UserRole)))
