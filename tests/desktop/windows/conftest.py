"""Windows of rule packs on a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.pack_beginning import Beginning
from desktop.models.pack_shelf import PackShelf
from desktop.models.workspace import Workspace
from desktop.windows.pack_editor import PackEditor
from tests.hands import delete_now

OpenEditor = Callable[[Beginning], PackEditor]


@pytest.fixture
def shelf(workspace: Workspace) -> Iterator[PackShelf]:
    opened = PackShelf(workspace)
    yield opened
    delete_now(opened)


@pytest.fixture
def open_editor(qtbot: QtBot, shelf: PackShelf) -> OpenEditor:
    """Begin a draft and open it in its editor."""

    def open_it(beginning: Beginning) -> PackEditor:
        editor = PackEditor(shelf, shelf.begin(beginning))
        qtbot.addWidget(editor)
        with qtbot.waitActive(editor):
            editor.show()
            editor.activateWindow()
        return editor

    return open_it
