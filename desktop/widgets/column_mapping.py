"""Which column of a list is taken over as what: guessed, and corrected column by column."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.people.columns import ColumnMapping
from desktop.people.list_sheet import a1
from desktop.sentences.list_fields import LIST_FIELDS, list_field_name
from desktop.widgets.fields import ChoiceField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP

_HEADING_CHARACTERS = 60
_EXAMPLE_CHARACTERS = 40


class ColumnMappingPanel(QScrollArea):
    """One line for each column of the file: its letter, heading, an example, and a choice."""

    picked = Signal(int, object)  # column, Field | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[int, ChoiceField] = {}
        self._offers: list[tuple[object, str]] = [
            (None, tr("– not taken over –")),
            *((field, list_field_name(field)) for field in LIST_FIELDS),
        ]
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_columns(self, mapping: ColumnMapping, examples: Mapping[int, str]) -> None:
        """Show another list."""
        self.choices = {}
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, GAP, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for line, use in enumerate(mapping.columns):
            letters = QLabel(_letters(use.column), page)
            letters.setAlignment(Qt.AlignmentFlag.AlignCenter)
            letters.setMinimumWidth(24)
            words = QVBoxLayout()
            words.setSpacing(0)
            heading = _cut(use.heading, _HEADING_CHARACTERS) or tr("no heading")
            words.addWidget(PlainLabel(heading, "" if use.heading else "hint", page))
            example = _cut(examples.get(use.column, ""), _EXAMPLE_CHARACTERS)
            words.addWidget(PlainLabel(example or "–", "hint", page))
            grid.addWidget(letters, line, 0)
            grid.addLayout(words, line, 1)
            grid.addWidget(self._choice(use.column, heading, page), line, 2)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(page)
        self.show_mapping(mapping)

    def show_mapping(self, mapping: ColumnMapping) -> None:
        """Show what the columns of the list are taken over as now."""
        for use in mapping.columns:
            self.choices[use.column].show_value(use.field)

    def _choice(self, number: int, heading: str, page: QWidget) -> ChoiceField:
        choice = ChoiceField(page)
        choice.offer(self._offers)
        choice.setMinimumContentsLength(14)
        choice.setAccessibleName(
            tr(
                "Column {letters}, {heading}: taken over as",
                letters=_letters(number),
                heading=heading,
            )
        )
        choice.committed.connect(lambda field: self.picked.emit(number, field))
        self.choices[number] = choice
        return choice


def _letters(column: int) -> str:
    """Name a column as Excel does."""
    return a1(1, column).rstrip("1")


def _cut(text: str, characters: int) -> str:
    return text if len(text) <= characters else f"{text[: characters - 1]}…"
