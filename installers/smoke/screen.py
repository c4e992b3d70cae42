"""A screen of its own for real windows, with a window manager, looked at from outside."""

from __future__ import annotations

import contextlib
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import ImageGrab

from installers.steps import BuildStopped, run, start

_LOOK_EVERY_S = 0.2
_TRIES_TO_CLOSE, _CLOSED_WITHIN_S = 6, 15.0
_LOOK_QUICKLY_S = 0.005
_MIDDLE = (250, 150, 1100, 650)  # pixels that every window of the program covers
_COLOURS_OF_TEXT = 40  # letters with smooth edges have more, an empty window has one


class Screen:
    """An X server without a monitor."""

    def __init__(self, number: int) -> None:
        self.display = f":{number}"

    def wait_for_window(self, name: str, timeout_s: float = 90.0) -> str:
        """Wait until a window of this name is seen and painted; give its number.

        Raises:
            BuildStopped: none came, or it stayed empty.
        """
        end = time.monotonic() + timeout_s
        self.wait_until_painted(timeout_s)
        while time.monotonic() < end:
            command = ["xdotool", "search", "--onlyvisible", "--name", name]
            found = subprocess.run(command, env=self.told, capture_output=True, check=False)
            if found.stdout:
                return found.stdout.decode("ascii").split()[0]
            time.sleep(_LOOK_EVERY_S)
        raise BuildStopped(f"No window “{name}” came within {timeout_s:.0f} s.")

    def wait_until_painted(self, timeout_s: float = 90.0) -> None:
        """Return as soon as something with letters is in the middle of the screen.

        Raises:
            BuildStopped: it stayed empty.
        """
        end = time.monotonic() + timeout_s
        while self._colours() < _COLOURS_OF_TEXT:
            if time.monotonic() > end:
                raise BuildStopped(f"Nothing was painted within {timeout_s:.0f} s.")
            time.sleep(_LOOK_QUICKLY_S)

    def wait_until_empty(self, timeout_s: float = 90.0) -> None:
        """Return as soon as nothing is in the middle of the screen.

        Raises:
            BuildStopped: something stayed.
        """
        end = time.monotonic() + timeout_s
        while self._colours() > 1:
            if time.monotonic() > end:
                raise BuildStopped("A window stays.")
            time.sleep(_LOOK_EVERY_S)

    def close_window(self, window: str, program: subprocess.Popen[bytes]) -> int:
        """Close it as its cross does, and give the exit code of its program.

        Raises:
            BuildStopped: it did not end.
        """
        close = ["wmctrl", "-i", "-c", window]
        for _ in range(_TRIES_TO_CLOSE):
            subprocess.run(close, env=self.told, capture_output=True, check=False)
            with contextlib.suppress(subprocess.TimeoutExpired):
                return program.wait(_CLOSED_WITHIN_S)
        raise BuildStopped("The program does not end when its window is closed.")

    def photograph(self, path: Path) -> None:
        """Take a picture of the whole screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        run(["import", "-window", "root", path], None, self.told)

    @property
    def told(self) -> dict[str, str]:
        """Give the surroundings of a command that is to use it."""
        return {"DISPLAY": self.display, "PATH": "/usr/bin:/bin", "HOME": "/tmp"}  # noqa: S108

    def _colours(self) -> int:
        middle = ImageGrab.grab(_MIDDLE, xdisplay=self.display)
        return len(middle.getcolors(middle.width * middle.height) or ())


@contextmanager
def screen(number: int) -> Iterator[Screen]:
    """Start the server and the window manager; end both afterwards."""
    shown = Screen(number)
    size = ["-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = start(["Xvfb", shown.display, *size])
    try:
        _wait_for_server(number)
        manager = start(["openbox"], shown.told)
        try:
            yield shown
        finally:
            manager.terminate()
            manager.wait()
    finally:
        server.terminate()
        server.wait()


def _wait_for_server(number: int) -> None:
    socket = Path("/tmp/.X11-unix", f"X{number}")  # noqa: S108 - where X keeps it
    for _ in range(50):
        if socket.exists():
            return
        time.sleep(_LOOK_EVERY_S)
    raise BuildStopped(f"There is no screen :{number}.")
