"""How a new rule pack begins: from nothing, as a next version, or as the next cycle's plan."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.models.pack_beginning import Beginning, as_next_cycle, as_version, from_nothing
from desktop.models.pack_shelf import PackShelf
from desktop.rules.next_cycle import USUAL_YEARS
from desktop.rules.pack import RulePack
from desktop.widgets.fields import ChoiceField, WholeNumberField
from desktop.widgets.labels import PlainLabel, dress_as
from desktop.widgets.theme import GAP
from desktop.windows.pack_compare_tab import version_name

_WIDTH = 640  # logical pixels
_INDENT = 24
_MOST_YEARS = 20


class Start(Enum):
    """What a pack may begin with."""

    NOTHING = "nothing"
    VERSION = "version"
    CYCLE = "cycle"


class NewPackDialog(QDialog):
    """Asks how to begin."""

    def __init__(
        self,
        shelf: PackShelf,
        packs: Sequence[RulePack],
        chosen: RulePack | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New rule pack"))
        self._shelf = shelf
        self._years: int | None = USUAL_YEARS
        self.starts: dict[Start, QRadioButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        for start, name, hint in (
            (
                Start.CYCLE,
                tr("The plan of the last cycle, its dates moved"),
                tr(
                    "Days, months, quarters and years move; texts that name a year or an ordinal"
                    " are listed, to be looked at one by one."
                ),
            ),
            (
                Start.VERSION,
                tr("A plan as it is now, as its next version"),
                tr("For corrections: conferences are offered the new version."),
            ),
            (Start.NOTHING, tr("An empty plan"), tr("Every part is entered anew.")),
        ):
            button = QRadioButton(name, self)
            self._group.addButton(button)
            self.starts[start] = button
            column.addWidget(button)
            note = PlainLabel(hint, "hint", self)
            note.setContentsMargins(_INDENT, 0, 0, 0)
            column.addWidget(note)
        self.pack = ChoiceField(self)
        self.pack.setAccessibleName(tr("Plan"))
        self.pack.offer([(pack, version_name(pack)) for pack in packs])
        self.pack.show_value(chosen if chosen in packs else next(iter(packs), None))
        self.years = WholeNumberField(1, _MOST_YEARS, self)
        self.years.setAccessibleName(tr("Move by years"))
        self.years.show_value(self._years)
        self.years.committed.connect(self._take_years)
        form = QFormLayout()
        form.addRow(tr("Plan"), self.pack)
        form.addRow(tr("Move by years"), self.years)
        column.addLayout(form)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        begin = buttons.button(QDialogButtonBox.StandardButton.Ok)
        begin.setText(tr("Begin"))
        dress_as(begin, "role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.starts[Start.CYCLE if packs else Start.NOTHING].setChecked(True)
        for start in (Start.CYCLE, Start.VERSION):
            self.starts[start].setEnabled(bool(packs))
        for button in self.starts.values():
            button.toggled.connect(self._enable)
        self._enable()
        self.resize(_WIDTH, column.totalHeightForWidth(_WIDTH))  # the hints wrap

    @property
    def beginning(self) -> Beginning:
        """What the pack begins with, as it was chosen."""
        self.years.commit()
        pack = self.pack.value
        if isinstance(pack, RulePack) and self.starts[Start.CYCLE].isChecked():
            return as_next_cycle(pack, self._years or USUAL_YEARS)
        if isinstance(pack, RulePack) and self.starts[Start.VERSION].isChecked():
            return as_version(pack, self._shelf.free_version(pack.id))
        return from_nothing()

    def _take_years(self, years: int | None) -> None:
        self._years = years

    def _enable(self) -> None:
        self.pack.setEnabled(not self.starts[Start.NOTHING].isChecked())
        self.years.setEnabled(self.starts[Start.CYCLE].isChecked())
