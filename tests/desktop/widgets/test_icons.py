"""Icons in every palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.workspace import Workspace
from desktop.paths import resource
from desktop.shipped_parts import shipped_parts
from desktop.widgets import theme
from desktop.widgets.icons import Icon, icon_of, make_primary, put_icon
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.palettes import DARK, LIGHT, Colour
from desktop.widgets.theme import Look
from desktop.windows.conference_window import ConferenceWindow

FOLDER = resource("icons", "lucide")


pytestmark = pytest.mark.usefixtures("dressed")


def _inks(picture: QPixmap) -> set[str]:
    """List the colours that are drawn without any ground shining through."""
    image = picture.toImage()
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(one.rgb()).name() for one in colours if one.alpha() == 255}


def _ink(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    return _inks(icon.pixmap(QSize(64, 64), 1.0, mode))


def test_the_set_holds_the_icons_that_are_used_and_no_other(qapp: QApplication) -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(Icon)
    for icon in Icon:
        assert "currentColor" in (FOLDER / f"{icon}.svg").read_text(encoding="utf-8")
        assert _ink(icon_of(icon)) == {LIGHT[Colour.INK]}


def test_its_licence_is_among_those_of_the_program() -> None:
    (part,) = [one for one in shipped_parts() if one.name.startswith("Lucide")]
    assert "ISC License" in part.texts[0]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_an_icon_is_drawn_at_the_size_of_the_screen(ratio: float) -> None:
    picture = icon_of(Icon.SAVE).pixmap(QSize(16, 16), ratio)
    assert picture.width() == round(16 * ratio)


def test_buttons_actions_and_labels_change_with_the_palette(qtbot: QtBot) -> None:
    button, label = QPushButton("Lưu"), QLabel()
    action = QAction("Hoàn tác", button)
    button.addAction(action)
    for owner in (button, action, label):
        put_icon(owner, Icon.UNDO)
    qtbot.addWidget(button)
    qtbot.addWidget(label)
    theme.wear(Look.DARK, 200)
    assert _ink(button.icon()) == _ink(action.icon()) == {DARK[Colour.INK]}
    assert _inks(label.pixmap()) == {DARK[Colour.INK]}
    assert button.iconSize().width() == label.pixmap().width() == 32


def test_the_primary_button_has_its_icon_in_the_colour_of_its_text(qtbot: QtBot) -> None:
    button = QPushButton("Nạp")
    qtbot.addWidget(button)
    make_primary(button, Icon.IMPORT)
    assert _ink(button.icon()) == {LIGHT[Colour.ON_ACCENT]}
    assert _ink(button.icon(), QIcon.Mode.Disabled) == {LIGHT[Colour.ON_ACCENT_REST]}
    put_icon(button, Icon.SAVE)
    button.setProperty("role", "")
    put_icon(button, Icon.SAVE)
    assert _ink(button.icon(), QIcon.Mode.Disabled) == {LIGHT[Colour.FAINT]}


def test_a_message_bears_the_mark_of_its_kind(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    for tell, colour in ((bar.say, Colour.SILENT), (bar.warn, Colour.BINDING)):
        tell("Đã lưu")
        (mark,) = [one for one in bar.findChildren(QLabel) if not one.pixmap().isNull()]
        assert _inks(mark.pixmap()) == {LIGHT[colour]}


def test_no_icon_stands_without_words(qtbot: QtBot, workspace: Workspace) -> None:
    window = ConferenceWindow(workspace, workspace.add_sample())
    qtbot.addWidget(window)
    for step in window._views:
        window.go_to(step)
    # those that Qt itself puts into lines and bars are its own
    bare = [one for one in window.findChildren(QAbstractButton) if one.property("icon-name")]
    bare = [one for one in bare if not one.text()]
    assert len(bare) > 5
    assert [one for one in bare if not one.toolTip() or not one.accessibleName()] == []
    glasses = [action for line in window.findChildren(QLineEdit) for action in line.actions()]
    assert glasses
    assert all(action.toolTip() for action in glasses)
