"""The make-up of the list of a conference, as it is now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import tr
from desktop.models.draft import Draft
from desktop.rules.make_up_report import make_up_report
from desktop.sentences.make_up import make_up_chapters
from desktop.widgets.labels import PlainLabel
from desktop.widgets.make_up_view import MakeUpView
from desktop.widgets.theme import GAP


class MakeUpPanel(QWidget):
    """Follows a draft while it is in sight."""

    def __init__(
        self, draft: Draft, this_year: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._this_year = this_year
        self.note = PlainLabel(role="hint", parent=self)
        self.view = MakeUpView(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.note)
        column.addWidget(self.view)
        column.addStretch(1)
        draft.changed.connect(self._follow)
        draft.delegates_changed.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Count the list anew."""
        draft = self._draft
        report = make_up_report(draft.conference, draft.delegates, draft.pack, self._this_year())
        chapters = make_up_chapters(report)
        self.view.show_chapters(chapters)
        self.note.setText(
            tr(
                "What the list does not say of a person is hatched, and counted apart: it is never"
                " a no. The same figures stand in the report among the papers."
            )
            if chapters
            else tr("Nobody is on the list yet.")
        )

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()
