"""A page of labelled fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.form import FIELD_WIDTH, Form


class _ManyBoxes(QWidget):
    committed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        flow = FlowLayout(self)
        for number in range(24):
            flow.addWidget(QCheckBox(f"Điển hình tiên tiến {number}", self))

    def show_value(self, value: object) -> None:
        """Show nothing."""

    def commit(self) -> None:
        """Commit nothing."""


class _Page(Form):
    def __init__(self) -> None:
        super().__init__()
        self.boxes = _ManyBoxes()
        self.below = QCheckBox("Mục dưới", self)
        self.add_field("boxes", "Tính những ai", self.boxes)
        self.body.addWidget(self.below)
        self.body.addStretch(1)

    def take(self, name: str, value: object) -> None:
        """Store nothing."""


def test_a_field_that_wraps_has_its_height_on_a_page_wider_than_itself(qtbot: QtBot) -> None:
    page = _Page()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(2 * FIELD_WIDTH, 60)  # the page has to scroll, so it gets no room to spare
    area.show()
    last = page.boxes.findChildren(QCheckBox)[-1]
    bottom = last.mapTo(page, last.rect().bottomLeft()).y()
    assert page.boxes.width() <= FIELD_WIDTH
    assert bottom < page.below.geometry().top()
