"""A section in its frame: title above, page scrolling; built when it is first shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from desktop.models.draft import Draft
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP
from desktop.wizard.section import Section

_LOW, _LOWEST = 480, 340  # logical pixels: below them the subtitle, and the title too, give way


class SectionView(QWidget):
    """Holds one section."""

    def __init__(
        self, section_type: type[Section], draft: Draft, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._section_type = section_type
        self._draft = draft
        self._section: Section | None = None
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(GAP)
        self._title = PlainLabel(section_type.title(), "title", self)
        self._subtitle = PlainLabel(section_type.subtitle_of(draft), "hint", self)
        self._frame.addWidget(self._title)
        draft.changed.connect(self._say_subtitle)
        self._frame.addWidget(self._subtitle)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._frame.addWidget(self._scroll, 1)

    def _say_subtitle(self) -> None:
        self._subtitle.setText(self._section_type.subtitle_of(self._draft))

    @property
    def section(self) -> Section:
        """The section, built at first need."""
        if self._section is None:
            self._section = self._section_type(self._draft)
            self._section.fit_room(is_short=self._is_low)
            self._scroll.setWidget(self._section)
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # there is one
        return self._section

    @property
    def is_built(self) -> bool:
        """Whether the section was shown before."""
        return self._section is not None

    def flush(self) -> None:
        """Store what stands in a field that was not left yet."""
        if self._section is not None:
            self._section.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a low window to the section."""
        super().resizeEvent(event)
        self._title.setVisible(self.height() >= _LOWEST)
        self._subtitle.setVisible(not self._is_low)
        if self._section is not None:
            self._section.fit_room(is_short=self._is_low)

    @property
    def _is_low(self) -> bool:
        return self.height() < _LOW

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll the field that takes the focus into sight."""
        if (
            event.type() is QEvent.Type.FocusIn
            and self._section is not None
            and isinstance(watched, QWidget)
            and self._section.isAncestorOf(watched)
        ):
            self._reveal(watched)
        return False

    def _reveal(self, field: QWidget) -> None:
        """Scroll to a field; of one that is higher than the page, to its top."""
        if self._section is None or field.height() < self._scroll.viewport().height():
            self._scroll.ensureWidgetVisible(field, 0, GAP * 4)
            return
        top = field.mapTo(self._section, QPoint(0, 0)).y()
        self._scroll.ensureVisible(0, top, 0, GAP * 4)
