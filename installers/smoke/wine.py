"""Windows as far as Wine is it: a prefix of its own, and programs run in it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from installers.steps import BuildStopped, run, start

SHIMS = Path(__file__).resolve().parent / "shims"
_COMPILER = "x86_64-w64-mingw32-gcc"
_LIBRARIES = {"bcryptprimitives": ["-ladvapi32"], "icuuc": []}


class Wine:
    """A prefix that is made anew."""

    def __init__(self, prefix: Path, display: str) -> None:
        self.prefix = prefix
        self.drive = prefix / "drive_c"
        kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
        self._told = {
            **kept,
            "WINEPREFIX": str(prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=",
            "DISPLAY": display,
            "LC_ALL": "C.UTF-8",
        }

    def make(self) -> None:
        """Make the prefix, as a Windows 10, with what this Wine lacks of it."""
        self.prefix.mkdir(parents=True)
        run(["wine", "wineboot", "-i"], None, self._told)
        self._settle()
        run(["wine", "winecfg", "/v", "win10"], None, self._told)
        self._settle()
        system = self.drive / "windows" / "system32"
        for name, libraries in _LIBRARIES.items():
            build = [_COMPILER, "-Os", "-s", "-shared", "-o"]
            run([*build, system / f"{name}.dll", SHIMS / f"{name}.c", *libraries])

    @property
    def local(self) -> Path:
        """The folder %LOCALAPPDATA%."""
        return next(self.drive.glob("users/*/AppData/Local"))

    def run(self, program: Path, *words: str, timeout_s: float = 300.0) -> int:
        """Run a program until it ends; give its exit code.

        Raises:
            BuildStopped: it did not end.
        """
        try:
            return subprocess.run(
                ["wine", str(program), *words],
                env=self._told,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=timeout_s,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired as late:
            raise BuildStopped(f"{program.name} was not done after {timeout_s:.0f} s") from late

    def start(self, program: Path, *words: str) -> subprocess.Popen[bytes]:
        """Start a program and leave it running."""
        return start(["wine", program, *words], self._told)

    def registry_value(self, key: str, name: str = "") -> str:
        """Read a text of the registry; empty where there is none."""
        chosen = ["/v", name] if name else ["/ve"]
        told = subprocess.run(
            ["wine", "reg", "query", key, *chosen],
            env=self._told,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        return told.stdout.split("REG_SZ", 1)[-1].strip() if "REG_SZ" in told.stdout else ""

    def end(self) -> None:
        """End everything in the prefix."""
        subprocess.run(["wineserver", "-k"], env=self._told, check=False)

    def _settle(self) -> None:
        run(["wineserver", "-w"], None, self._told)
