from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import pytest

import desktop.__main__ as start
from desktop import display
from desktop.display import NoScreen, missing_screen
from desktop.exit_code import ExitCode
from desktop.language import Language, speak


def test_a_system_with_its_own_windows_has_a_screen() -> None:
    assert missing_screen({}, "win32") is None
    assert missing_screen({}, "darwin") is None


def test_a_drawing_without_a_screen_needs_none() -> None:
    assert missing_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None


def test_no_display_named_is_no_screen() -> None:
    assert missing_screen({}, "linux") is NoScreen.NONE_NAMED
    assert missing_screen({"QT_QPA_PLATFORM": "xcb"}, "linux") is NoScreen.NONE_NAMED


def test_a_wayland_compositor_is_a_screen_while_it_is_there(tmp_path: Path) -> None:
    named = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert missing_screen(named, "linux") is NoScreen.NONE_NAMED
    (tmp_path / "wayland-0").touch()
    assert missing_screen(named, "linux") is None


@pytest.mark.skipif(sys.platform != "linux", reason="X servers are asked on Linux only")
def test_a_display_that_does_not_answer_is_no_screen() -> None:
    assert missing_screen({"DISPLAY": ":4242"}, "linux") is NoScreen.NO_ANSWER


class Xlib:
    """An X library whose server answers."""

    def __init__(self) -> None:
        self.is_open = False
        self.XCloseDisplay = self._close
        self.XOpenDisplay = type("Function", (), {"__call__": lambda _self, _name: self._open()})()

    def _open(self) -> int:
        self.is_open = True
        return 1

    def _close(self, _display: ctypes.c_void_p) -> None:
        self.is_open = False


def test_a_display_that_answers_is_a_screen_and_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    xlib = Xlib()
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: xlib)
    assert missing_screen({"DISPLAY": ":0"}, "linux") is None
    assert not xlib.is_open


def test_without_the_x_library_qt_is_left_to_say_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_library(_name: str) -> None:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", no_library)
    assert missing_screen({"DISPLAY": ":0"}, "linux") is None


@pytest.mark.parametrize("reason", NoScreen)
def test_a_missing_screen_gets_a_sentence_in_every_language(
    reason: NoScreen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "missing_screen", lambda: reason)
    monkeypatch.setattr(sys, "argv", ["hoinghi"])
    assert start.main() == ExitCode.NO_SCREEN
    sentences = capsys.readouterr().err.splitlines()
    speak(Language.ENGLISH)
    assert len(sentences) == len(Language)
    assert sentences[-1] == display.no_screen_sentence(reason)


def test_words_after_the_name_start_no_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["hoinghi", "--lang", "en", "--help"])
    assert start.main() == ExitCode.DONE
    assert "usage: hoinghi" in capsys.readouterr().out


def test_without_words_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    import desktop.app

    monkeypatch.setattr(sys, "argv", ["hoinghi"])
    monkeypatch.setattr(start, "missing_screen", lambda: None)
    monkeypatch.setattr(desktop.app, "run_window", lambda: 0)
    assert start.main() == 0


def test_the_child_process_of_a_frozen_program_goes_no_further(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stop() -> None:
        raise SystemExit(7)

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr("multiprocessing.freeze_support", stop)
    with pytest.raises(SystemExit):
        start.main()
