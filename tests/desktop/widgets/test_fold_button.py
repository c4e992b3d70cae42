"""Tools that are folded away where a window is low."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.fold_button import FoldButton


@pytest.fixture
def tools(qtbot: QtBot) -> Iterator[tuple[FoldButton, QPushButton]]:
    page = QWidget()
    qtbot.addWidget(page)
    fold, tool = FoldButton("Công cụ", page), QPushButton(page)
    fold.fold((tool,))
    yield fold, tool
    page.close()


def test_tools_are_folded_only_while_the_room_is_short(
    tools: tuple[FoldButton, QPushButton],
) -> None:
    fold, tool = tools
    assert fold.isHidden()
    assert not tool.isHidden()
    fold.fit_room(is_short=True)
    assert not fold.isHidden()
    assert tool.isHidden()
    assert fold.text() == "▸ Công cụ"
    fold.fit_room(is_short=False)
    assert not tool.isHidden()


def test_a_press_brings_the_tools_back(qtbot: QtBot, tools: tuple[FoldButton, QPushButton]) -> None:
    fold, tool = tools
    fold.fit_room(is_short=True)
    with qtbot.waitSignal(fold.folded) as told:
        fold.click()
    assert told.args == [False]
    assert not tool.isHidden()
    assert fold.text() == "▾ Công cụ"
    fold.click()
    assert tool.isHidden()


def test_tools_stay_in_sight_where_nothing_needs_their_room(
    tools: tuple[FoldButton, QPushButton],
) -> None:
    fold, tool = tools
    fold.keep_open(is_needed=True)
    fold.fit_room(is_short=True)
    assert fold.isHidden()
    assert not tool.isHidden()


def test_tools_at_work_are_marked_while_they_are_away(
    tools: tuple[FoldButton, QPushButton],
) -> None:
    fold, _ = tools
    fold.mark(is_in_use=True)
    assert fold.property("state") == "on"
    fold.mark(is_in_use=False)
    assert fold.property("state") == "off"
