"""Is there a screen to open a window on? Qt itself ends the process without one."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from enum import Enum, auto
from pathlib import Path

from desktop.language import tr


class NoScreen(Enum):
    """Why no window can be opened."""

    NONE_NAMED = auto()
    NO_ANSWER = auto()


def missing_screen(
    surroundings: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> NoScreen | None:
    """Find out why no window can be opened; None when nothing speaks against it."""
    if platform != "linux" or surroundings.get("QT_QPA_PLATFORM", "xcb") not in ("xcb", "wayland"):
        return None
    if _wayland_answers(surroundings):
        return None
    if "DISPLAY" not in surroundings:
        return NoScreen.NONE_NAMED
    return None if _x_server_answers(surroundings["DISPLAY"]) else NoScreen.NO_ANSWER


def no_screen_sentence(reason: NoScreen) -> str:
    """Say why no window can be opened, and what can be done without one."""
    if reason is NoScreen.NONE_NAMED:
        return tr(
            "There is no screen, so the window cannot open. Start the program on a desktop, or "
            "work without a window: hoinghi --help"
        )
    return tr(
        "The screen named in DISPLAY does not answer, so the window cannot open. Start the program "
        "on a desktop, or work without a window: hoinghi --help"
    )


def _wayland_answers(surroundings: Mapping[str, str]) -> bool:
    name = surroundings.get("WAYLAND_DISPLAY")
    folder = surroundings.get("XDG_RUNTIME_DIR", "")
    return name is not None and Path(folder, name).exists()


def _x_server_answers(name: str) -> bool:
    """Open and close a connection with Xlib, as Qt is about to."""
    import ctypes  # noqa: PLC0415 - of no use to a start without X

    try:
        xlib = ctypes.CDLL("libX11.so.6")
    except OSError:
        return True  # Qt says better than we can what is missing
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    display = xlib.XOpenDisplay(name.encode())
    if display is None:
        return False
    xlib.XCloseDisplay(ctypes.c_void_p(display))
    return True
