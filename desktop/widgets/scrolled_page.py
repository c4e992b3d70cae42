"""What a scroll area shows, replaced while one of its fields may still be at work."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget


def show_page(area: QScrollArea, page: QWidget) -> None:
    """Put a page into a scroll area in place of the one it shows.

    `setWidget` alone would delete the page before at once, with the list of a box in it that is
    just telling what was chosen.
    """
    before = area.takeWidget()
    if before is not None:
        before.hide()
        before.deleteLater()
    area.setWidget(page)
