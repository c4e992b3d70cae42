"""The colours and patterns of a design, group by group, and whether they can be read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.records import ParticipantGroup
from desktop.documents.badges.check import LEAST_CONTRAST, contrast
from desktop.documents.badges.layout import Pattern, Swatch
from desktop.documents.drawing import WHITE
from desktop.language import tr
from desktop.models.badge_draft import BadgeDraft
from desktop.sentences.badge_parts import PATTERNS
from desktop.sentences.colours import badge_colours
from desktop.widgets.card_properties import ChoiceBox
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.labels import PlainLabel
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import GAP, colour_of

_ICON = QSize(28, 16)


def ask_for_colour(parent: QWidget, colour: str) -> str | None:
    """Let a colour be chosen; None when it was not."""
    chosen = QColorDialog.getColor(QColor(colour), parent)
    return chosen.name().upper() if chosen.isValid() else None


class CardSwatches(QWidget):
    """One block of buttons for each colour of the palette, those of the groups first.

    Attributes:
        choose: asks for a colour; replaceable.
        buttons: by colour of the palette and what it is of: fill, ink, tone.
    """

    def __init__(
        self,
        draft: BadgeDraft,
        groups: tuple[ParticipantGroup, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self.choose: Callable[[QWidget, str], str | None] = ask_for_colour
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        self.patterns: dict[str, ChoiceBox] = {}
        self._notes: dict[str, PlainLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(
            PlainLabel(
                tr("Each group keeps a pattern too, for printers without colour."), "hint", self
            )
        )
        used: dict[str, list[str]] = {group.colour: [] for group in groups}
        for group in groups:
            used[group.colour].append(group.name)
        words = dict(badge_colours())
        names = sorted(draft.layout.palette, key=lambda each: each not in used)
        for name in names:
            title = words.get(name, name)
            whose = ", ".join(used.get(name, ()))
            column.addWidget(self._block(name, f"{title}: {whose}" if whose else title))
        column.addStretch(1)
        draft.changed.connect(self.show_colours)
        self.show_colours()

    def show_colours(self) -> None:
        """Show the colours as they are now."""
        for (name, part), button in self.buttons.items():
            swatch = self._draft.layout.palette.get(name)
            if swatch is not None:
                button.setIcon(_icon(str(getattr(swatch, part))))
        for name, box in self.patterns.items():
            swatch = self._draft.layout.palette.get(name)
            if swatch is not None:
                box.show_value(swatch.pattern)
                self._notes[name].setVisible(not _is_readable(swatch))

    def _block(self, name: str, title: str) -> QWidget:
        block = QWidget(self)
        rows = QVBoxLayout(block)
        rows.setContentsMargins(0, 0, 0, GAP)
        rows.setSpacing(4)
        rows.addWidget(PlainLabel(title, parent=block))
        colours = FlowLayout(across=4, down=4)  # the panel is narrow, and words may be long
        rows.addLayout(colours)
        parts = (("fill", tr("Band")), ("ink", tr("On it")), ("tone", tr("On white")))
        for part, words in parts:
            button = QPushButton(words, block)
            button.setProperty("role", "small")
            button.setIconSize(_ICON)
            button.setAccessibleName(f"{title}: {words}")
            button.clicked.connect(partial(self._ask, name, part))
            self.buttons[name, part] = button
            colours.addWidget(button)
        pattern = ChoiceBox([(each, PATTERNS[each]()) for each in Pattern], block)
        pattern.setAccessibleName(tr("{group}: pattern", group=title))
        pattern.chosen.connect(partial(self._take_pattern, name))
        self.patterns[name] = pattern
        rows.addWidget(pattern)
        note = PlainLabel(tr("Too close in colour to be read."), "binding", block)
        self._notes[name] = note
        rows.addWidget(note)
        return block

    def _ask(self, name: str, part: str) -> None:
        swatch = self._draft.layout.palette[name]
        colour = self.choose(self, str(getattr(swatch, part)))
        if colour is not None:
            self._draft.set_swatch(name, replace(swatch, **{part: colour}))

    def _take_pattern(self, name: str, pattern: Pattern) -> None:
        swatch = self._draft.layout.palette[name]
        self._draft.set_swatch(name, replace(swatch, pattern=pattern))


def _is_readable(swatch: Swatch) -> bool:
    pairs = ((swatch.fill, swatch.ink), (swatch.tone, WHITE))
    return all(contrast(*pair) >= LEAST_CONTRAST for pair in pairs)


def _icon(colour: str) -> QIcon:
    picture = QPixmap(_ICON)
    picture.fill(QColor(colour))
    painter = QPainter(picture)
    painter.setPen(colour_of(Colour.MUTED))
    painter.drawRect(0, 0, _ICON.width() - 1, _ICON.height() - 1)
    painter.end()
    return QIcon(picture)
