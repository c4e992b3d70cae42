"""A second start raises the first window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.windows.first_window import FirstWindow


def test_a_second_start_is_noticed_by_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = FirstWindow(tmp_path), FirstWindow(tmp_path)
    first.listen()
    with qtbot.waitSignal(first.raise_wanted):
        asked = second.ask_to_raise()
    assert asked
    assert not list((tmp_path / "raise").iterdir())


def test_the_first_window_is_told_which_file_the_second_was_to_open(
    qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = FirstWindow(tmp_path), FirstWindow(tmp_path)
    first.listen()
    file = tmp_path / "Bộ quy tắc.toml"
    with qtbot.waitSignal(first.raise_wanted) as signal:
        second.ask_to_raise(file)
    assert signal.args == [str(file)]


def test_with_nobody_listening_there_is_nobody_to_raise(tmp_path: Path) -> None:
    assert not FirstWindow(tmp_path).ask_to_raise()


def test_a_note_that_cannot_be_left_raises_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    (tmp_path / "raise").mkdir()
    monkeypatch.setattr(Path, "touch", refuse)
    assert not FirstWindow(tmp_path).ask_to_raise()


def test_a_note_that_nobody_takes_raises_nobody_and_is_taken_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "raise").mkdir()
    assert not FirstWindow(tmp_path).ask_to_raise()
    assert not list((tmp_path / "raise").iterdir())
