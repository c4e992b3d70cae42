"""What a newer version of the plan changes for a conference, before it is applied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.models.draft import Draft
from desktop.rules.findings import Finding
from desktop.rules.newer_version import newer_version
from desktop.sentences.findings import finding_sentence
from desktop.sentences.pack_changes import change_sentence
from desktop.widgets.action_list import ActionList
from desktop.widgets.findings_panel import finding_colour, finding_sign
from desktop.widgets.inks import ink_item
from desktop.widgets.labels import PlainLabel
from desktop.widgets.palettes import Colour
from desktop.widgets.window_size import resize_within_screen

_TALLEST_LIST = 170  # logical pixels


class NewerPackDialog(QDialog):
    """Lists changed rules, and findings that come and go; applying is one step for undo."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.setWindowTitle(tr("A newer version of the plan"))
        resize_within_screen(self, 860, 640)
        self._column = QVBoxLayout(self)
        newer = draft.newer_pack
        if newer is None:
            raise LookupError("there is no newer version")
        self._version = newer.version
        found = newer_version(draft.conference, draft.delegates, draft.office, draft.pack, newer)
        self._column.addWidget(
            PlainLabel(
                tr("{pack}: version {version}", pack=newer.name, version=newer.version),
                "title",
                self,
            )
        )
        self._column.addWidget(
            PlainLabel(
                tr(
                    "What you typed stays as it is; only the rules it is held to change."
                    " Undo brings the present version back."
                ),
                "hint",
                self,
            )
        )
        self.rules = self._list(
            tr("Changed rules: {count}", count=len(found.changes)),
            [(change_sentence(change), Colour.INK) for change in found.changes],
        )
        self.coming = self._list(
            tr("New to mend or consider: {count}", count=len(found.coming)),
            [_said(one) for one in found.coming],
        )
        self.going = self._list(
            tr("No longer an issue: {count}", count=len(found.going)),
            [(f"✓  {finding_sentence(one)}", Colour.FINE) for one in found.going],
        )
        buttons = QDialogButtonBox(self)
        self.apply_button = QPushButton(tr("&Apply the newer version"), self)
        self.apply_button.setProperty("role", "primary")
        later = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        later.setText(tr("&Not now"))
        later.setAutoDefault(False)
        buttons.addButton(self.apply_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._column.addStretch(1)
        self._column.addWidget(buttons)

    def accept(self) -> None:
        """Hold the conference to the newer version from now on."""
        self._draft.change(rule_pack_version=self._version)
        super().accept()

    def _list(self, caption: str, lines: Sequence[tuple[str, Colour]]) -> ActionList:
        label = PlainLabel(caption, parent=self)
        label.setProperty("emphasis", "strong")
        shown = ActionList(self)
        shown.setAccessibleName(caption)
        for text, colour in lines:
            item = QListWidgetItem(text, shown)
            ink_item(item, colour)
        shown.fit_content(_TALLEST_LIST)
        shown.setVisible(bool(lines))
        self._column.addWidget(label)
        self._column.addWidget(shown)
        return shown


def _said(finding: Finding) -> tuple[str, Colour]:
    return f"{finding_sign(finding)}  {finding_sentence(finding)}", finding_colour(finding)
