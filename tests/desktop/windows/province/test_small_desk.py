"""The desk's windows on the smallest screen that offices work on, in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import dress
from desktop.models.province import Province
from desktop.windows.province.consolidated_window import ConsolidatedWindow
from desktop.windows.province.export_dialog import ExportDialog
from desktop.windows.province.hand_up_dialog import HandUpDialog
from tests.desktop.windows.province.receiving import wait

WIDTH, HEIGHT = 960, 500  # logical pixels, the system's own bars taken off


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    plain = qapp.font(), qapp.palette()
    dress(qapp)
    yield
    qapp.setStyleSheet("")
    qapp.setFont(plain[0])
    qapp.setPalette(plain[1])
    QLocale.setDefault(QLocale.c())


def _fits(window: QWidget) -> bool:
    least = window.minimumSizeHint()
    return least.width() <= WIDTH and least.height() <= HEIGHT


def test_the_consolidated_view_and_what_it_opens_fit(qtbot: QtBot, province: Province) -> None:
    view = ConsolidatedWindow(province)
    qtbot.addWidget(view)
    view.show()
    wait(qtbot, view.up_button.isEnabled)
    assert _fits(view)
    found = view.session.view
    assert found is not None
    for dialog in (
        HandUpDialog(province, found, (), (), view),
        ExportDialog(province, found, (), view),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.resize(WIDTH, HEIGHT)
        assert _fits(dialog), dialog.minimumSizeHint()
    view.close()
