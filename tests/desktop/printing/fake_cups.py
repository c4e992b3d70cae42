"""A print system of three small programs on the PATH, which note what they are told."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

_LPSTAT = """#!/bin/sh
case "$1" in
  -e) cat "$FAKE_CUPS/names"; [ -s "$FAKE_CUPS/names" ] || exit 1 ;;
  -d) echo "system default destination: HP" ;;
  -p) cat "$FAKE_CUPS/states" ;;
  -o) cat "$FAKE_CUPS/queue" ;;
esac
"""
_LPOPTIONS = """#!/bin/sh
cat "$FAKE_CUPS/options-$2" 2>/dev/null || { echo "lpoptions: Unable to get" >&2; exit 1; }
"""
_LP = """#!/bin/sh
if [ -s "$FAKE_CUPS/failure" ]; then cat "$FAKE_CUPS/failure" >&2; exit 1; fi
for last; do :; done
echo "$@" >> "$FAKE_CUPS/sent"
number=$(wc -l < "$FAKE_CUPS/sent")
cp "$last" "$FAKE_CUPS/job-$number.pdf"
[ -e "$FAKE_CUPS/fails-after-$number" ] && cp "$FAKE_CUPS/fails-after-$number" "$FAKE_CUPS/failure"
echo "HP-$number 1024 lan" >> "$FAKE_CUPS/queue"
echo "request id is HP-$number (1 file(s))"
"""
_CANCEL = """#!/bin/sh
echo "$1" >> "$FAKE_CUPS/cancelled"
"""
_HP = """PageSize/Media Size: *A4 A5 Letter
InputSlot/Media Source: *Auto Tray1 ManualFeed
Duplex/2-Sided Printing: *None DuplexNoTumble DuplexTumble
A line of another kind
"""


class FakeCups:
    """What the programs read and write."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("names", "Canon\nHP\n")
        self.write("states", "printer HP is idle.  enabled since Monday\n")
        self.write("queue", "")
        self.write("options-HP", _HP)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def fail(self, words: str, after: int = 0) -> None:
        """Let `lp` fail from now on, or after so many papers."""
        self.write(f"fails-after-{after}" if after else "failure", words)

    @property
    def sent(self) -> list[str]:
        return self._lines("sent")

    @property
    def cancelled(self) -> list[str]:
        return self._lines("cancelled")

    def _lines(self, name: str) -> list[str]:
        path = self.folder / name
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def install(folder: Path, patch: pytest.MonkeyPatch) -> FakeCups:
    """Put the programs in front of all others."""
    programs = folder / "programs"
    programs.mkdir(parents=True)
    for name, text in (
        ("lpstat", _LPSTAT),
        ("lpoptions", _LPOPTIONS),
        ("lp", _LP),
        ("cancel", _CANCEL),
    ):
        path = programs / name
        path.write_text(text, encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    patch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    patch.setenv("FAKE_CUPS", str(folder))
    return FakeCups(folder)
