"""A line that offers a newer version of the plan a conference is held under."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.language import tr
from desktop.models.draft import Draft
from desktop.widgets.labels import PlainLabel


class NewerPackBar(QFrame):
    """Stands there while the draft's plan has a newer version; nothing changes by itself."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._stands_aside = False
        self.setProperty("role", "card")
        self._label = PlainLabel(parent=self)
        self.button = QPushButton(tr("See what &changes…"), self)
        self.button.clicked.connect(self._open_dialog)
        row = QHBoxLayout(self)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        draft.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Show or hide the line."""
        newer = self._draft.newer_pack
        if newer is not None:
            self._label.setText(
                tr(
                    "The plan has a newer version, {newer}; this conference is held under version"
                    " {version}.",
                    newer=newer.version,
                    version=self._draft.conference.rule_pack_version,
                )
            )
        self.setVisible(newer is not None and not self._stands_aside)

    def stand_aside(self) -> None:
        """Leave the offer to the window, which makes it over all of its pages."""
        self._stands_aside = True
        self.hide()

    def _follow(self, names: frozenset[str]) -> None:
        if names & {"rule_pack_id", "rule_pack_version"}:
            self.refresh()

    def _open_dialog(self) -> None:
        from desktop.wizard.newer_pack_dialog import NewerPackDialog  # noqa: PLC0415 - seldom asked

        NewerPackDialog(self._draft, self).exec()
