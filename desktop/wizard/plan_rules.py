"""What the plan fixes for a conference: its main rules in the plan's own words, and all of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.models.draft import Draft
from desktop.rules.effective import level_of
from desktop.rules.pack import Level
from desktop.rules.pack_part import Rule
from desktop.sentences.pack_summary import level_summary
from desktop.widgets.labels import PlainLabel
from desktop.widgets.reading_view import ReadingView
from desktop.widgets.theme import GAP
from desktop.widgets.window_size import resize_within_screen

_WIDTH, _HEIGHT = 820, 640


class PlanRules(QFrame):
    """Follows the plan, level, unit and exception chosen."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.setProperty("role", "card")
        self._heading = PlainLabel(tr("What the plan fixes for you"), parent=self)
        self._heading.setProperty("emphasis", "strong")
        self._lines = PlainLabel(parent=self)
        self.button = QPushButton(tr("Read all of it…"), self)
        self.button.setProperty("role", "small")
        self.button.clicked.connect(self._read)
        column = QVBoxLayout(self)
        column.setSpacing(GAP // 2)
        column.addWidget(self._heading)
        column.addWidget(self._lines)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    @property
    def text(self) -> str:
        """The rules shown, a line each."""
        return self._lines.text()

    def refresh(self) -> None:
        """Show what holds for the conference as it stands."""
        level = level_of(self._draft.conference, self._draft.pack)
        lines = list(dict.fromkeys(_said(level))) if level is not None else []
        self._lines.setText("\n".join(f"–  {line}" for line in lines))
        self.setVisible(bool(lines))

    def _read(self) -> None:
        pack = self._draft.pack
        level = level_of(self._draft.conference, pack)
        if pack is None or level is None:
            return
        dialog = QDialog(self)
        dialog.setWindowTitle(tr("Rules of the plan"))
        resize_within_screen(dialog, _WIDTH, _HEIGHT)
        view = ReadingView(dialog)
        view.show_block(level_summary(pack, level))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
        buttons.rejected.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.addWidget(view)
        column.addWidget(buttons)
        dialog.exec()


def _said(level: Level) -> Iterator[str]:
    """Give the rules an office asks for first, in the order of the pages."""
    singles = (level.holding, level.attendance, level.sessions)
    lists = (level.windows, level.limits, level.shares)
    last = (level.presidium, level.committee)
    rules: list[Rule | None] = [*singles]
    for some in lists:
        rules += some
    rules += [*last, *level.deadlines]
    for rule in rules:
        if rule is not None and rule.words:
            yield f"{rule.words} ({rule.clause})" if rule.clause else rule.words
