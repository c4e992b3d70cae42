"""Colours and size of text, as an officer chooses them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from db.store import Store
from desktop.widgets import theme
from desktop.widgets.chosen_look import wear_as_chosen
from desktop.widgets.keepsakes import keep, keep_in
from desktop.widgets.palettes import DARK, Colour
from desktop.widgets.theme import Look, colour_of
from desktop.windows.display_dialog import DisplayDialog

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture(autouse=True)
def _kept_in_the_store(store: Store) -> Iterator[None]:
    keep_in(store.settings)
    yield
    keep_in(None)


@pytest.fixture
def dialog(qtbot: QtBot) -> DisplayDialog:
    shown = DisplayDialog()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_choice_is_seen_at_once_and_worn_again_after_a_restart(dialog: DisplayDialog) -> None:
    dialog.looks[Look.DARK].click()
    assert colour_of(Colour.PAPER).name() == DARK[Colour.PAPER]
    dialog.size_box.setCurrentIndex(3)
    dialog.size_box.activated.emit(3)
    assert theme.text_percent() == 150
    theme.wear(Look.SYSTEM, 100)
    wear_as_chosen()
    assert (theme.look(), theme.text_percent()) == (Look.DARK, 150)


def test_the_dialog_shows_what_is_worn(qtbot: QtBot) -> None:
    theme.wear(Look.CONTRAST, 125)
    dialog = DisplayDialog()
    qtbot.addWidget(dialog)
    assert dialog.looks[Look.CONTRAST].isChecked()
    assert dialog.size_box.currentText() == "125 %"


@pytest.mark.parametrize(
    ("look", "size", "worn"),
    [
        ("purple", "150", (Look.SYSTEM, 150)),
        ("dark", "999", (Look.DARK, 100)),
        ("", "x", (Look.SYSTEM, 100)),
    ],
)
def test_what_another_version_kept_is_no_trouble(
    look: str, size: str, worn: tuple[Look, int]
) -> None:
    keep("look", look)
    keep("text-size", size)
    wear_as_chosen()
    assert (theme.look(), theme.text_percent()) == worn
