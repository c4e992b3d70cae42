"""A screen of its own for real windows, with a window manager, looked at from outside."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installers.steps import BuildStopped, run, start

_LOOK_EVERY_S = 0.2
_PAINTED_AFTER_S = 3.0


class Screen:
    """An X server without a monitor."""

    def __init__(self, number: int) -> None:
        self.display = f":{number}"

    def wait_for_window(self, name: str, timeout_s: float = 60.0) -> str:
        """Wait until a window of this name is seen and painted; give its number.

        Raises:
            BuildStopped: none came.
        """
        window = self.first_window(name, timeout_s, _LOOK_EVERY_S)
        time.sleep(_PAINTED_AFTER_S)
        return window

    def first_window(self, name: str, timeout_s: float = 60.0, pause_s: float = 0.0) -> str:
        """Give the number of a window of this name as soon as it is seen.

        Raises:
            BuildStopped: none came.
        """
        end = time.monotonic() + timeout_s
        while time.monotonic() < end:
            found = self._search(name)
            if found:
                return found[0]
            time.sleep(pause_s)
        raise BuildStopped(f"No window “{name}” came within {timeout_s:.0f} s.")

    def close_window(self, window: str) -> None:
        """Close it as its cross does."""
        run(["xdotool", "windowactivate", "--sync", window, "key", "alt+F4"], None, self.told)

    def photograph(self, path: Path) -> None:
        """Take a picture of the whole screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        run(["import", "-window", "root", path], None, self.told)

    def _search(self, name: str) -> list[str]:
        command = ["xdotool", "search", "--onlyvisible", "--name", name]
        told = subprocess.run(
            command, env=self.told, capture_output=True, encoding="ascii", check=False
        )
        return told.stdout.split()

    @property
    def told(self) -> dict[str, str]:
        """Give the surroundings of a command that is to use it."""
        return {"DISPLAY": self.display, "PATH": "/usr/bin:/bin", "HOME": "/tmp"}  # noqa: S108


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
