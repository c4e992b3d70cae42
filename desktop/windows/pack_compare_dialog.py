"""Two packs, or two versions of one, side by side as a list of changed rules."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.rules.pack import RulePack
from desktop.widgets.changes_view import ChangesView
from desktop.widgets.fields import ChoiceField
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.windows.pack_compare_tab import version_name


class PackCompareDialog(QDialog):
    """From which pack, to which."""

    def __init__(
        self,
        packs: Sequence[RulePack],
        after: RulePack | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare rule packs"))
        resize_within_screen(self, 900, 620)
        keep_place(self)
        self.before, self.after = ChoiceField(self), ChoiceField(self)
        form = QFormLayout()
        for name, field in ((tr("From version"), self.before), (tr("To"), self.after)):
            field.setAccessibleName(name)
            field.offer([(pack, version_name(pack)) for pack in packs])
            field.committed.connect(self._compare)
            form.addRow(name, field)
        self.changes = ChangesView(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.changes, 1)
        column.addWidget(buttons)
        self.after.show_value(after)
        self.before.show_value(_older(packs, after))
        self._compare()

    def _compare(self) -> None:
        before, after = self.before.value, self.after.value
        if isinstance(before, RulePack) and isinstance(after, RulePack):
            self.changes.show_between(before, after)
        else:
            self.changes.ask()


def _older(packs: Sequence[RulePack], pack: RulePack | None) -> RulePack | None:
    """Find the version before one."""
    if pack is None:
        return None
    older = [one for one in packs if one.id == pack.id and one.version < pack.version]
    return max(older, key=lambda one: one.version, default=None)
