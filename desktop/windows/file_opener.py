"""What becomes of a file that is dropped on a window, or handed over by the desktop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.language import tr
from desktop.widgets.dropped_files import BUNDLE, CONFERENCE, PACK, is_list
from desktop.widgets.say_over import say_over

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.windows.conference_window import ConferenceWindow
    from desktop.windows.home_window import HomeWindow
    from desktop.windows.pack_desk import PackDesk
    from desktop.windows.province.province_desk import ProvinceDesk
    from desktop.wizard.wizard import ConferenceWizard


class Windows(Protocol):
    """The program, as far as a file is opened in one of its windows."""

    home: HomeWindow
    wizard: ConferenceWizard | None
    window: ConferenceWindow | None

    @property
    def front(self) -> QWidget:
        """The window in front."""

    @property
    def is_at_desk(self) -> bool:
        """Whether the desk's home is where other windows lead back to."""

    @property
    def desk(self) -> PackDesk:
        """The windows of rule packs."""

    @property
    def province(self) -> ProvinceDesk:
        """The windows of a desk."""

    def show_packs(self) -> None:
        """Show the rule packs."""

    def show_province(self) -> None:
        """Show the desk's home."""

    def open_conference(self, conference_id: str) -> None:
        """Open a conference."""


def open_file(path: Path, windows: Windows) -> None:
    """Open a file; its ending tells what it is."""
    match path.suffix.lower():
        case ending if ending == PACK:
            windows.show_packs()
            if windows.desk.packs is not None:
                windows.desk.packs.install(path)
        case ending if ending == CONFERENCE:
            windows.home.load(path)
            _say_where_seen(windows, windows.home.message.text)
        case ending if ending == BUNDLE:
            _read_bundle(path, windows)
        case _ if is_list(path):
            _import(path, windows)
        case _:
            _refuse(path, windows)


def _read_bundle(path: Path, windows: Windows) -> None:
    """Lead a desk to what its offices hand over, and an office to what comes back to it."""
    from desktop.handoff.update_content import says_update  # noqa: PLC0415 - seldom, and slow

    if says_update(path):
        windows.home.look_for_update(path, over=windows.front)
    elif windows.is_at_desk:
        windows.show_province()
        windows.province.receive(path.parent)
    elif windows.window is not None:
        windows.window.hand_over().read(path)
    else:
        windows.home.hand_over(over=windows.front).read(path)


def _import(path: Path, windows: Windows) -> None:
    """Import a list into the conference that is open, or offer the one chosen in the list."""
    if windows.window is not None:
        windows.window.import_list(path)
        return
    if windows.wizard is not None:
        if not windows.wizard.import_list(path):
            say_over(
                windows.wizard,
                tr(
                    "A list is imported on the page of the participants, once the pages before it"
                    " are filled in. “{name}” was not opened.",
                    name=path.name,
                ),
            )
        return
    chosen = windows.home.list.chosen
    sentence = tr(
        "“{name}” looks like a list of people. Open the conference it is for, and drop it there.",
        name=path.name,
    )
    if chosen is None or not windows.home.isVisible():
        windows.home.message.say(sentence)
        _say_where_seen(windows, sentence)
        return

    def go_on() -> None:
        windows.open_conference(chosen.id)
        _import(path, windows)

    title = chosen.title or tr("Conference without a name")
    windows.home.message.say(sentence, tr("Open “{title}”", title=title), go_on)


def _refuse(path: Path, windows: Windows) -> None:
    windows.home.message.warn(
        tr(
            "{file} is not opened from here, and nothing was changed. Bundles end in .hoinghi,"
            " conference files in .json, rule packs in .toml; lists of people are workbooks,"
            " Word files or CSV.",
            file=path.name,
        )
    )
    _say_where_seen(windows, windows.home.message.text)


def _say_where_seen(windows: Windows, sentence: str) -> None:
    """Say it over the window in front, where that hides the list with its message."""
    if not windows.home.isVisible() and windows.front is not windows.home:
        say_over(windows.front, sentence)
