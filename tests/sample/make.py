"""Write the sample that ships with the program: `python -m tests.sample.make`."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.atomic_file import write_atomically
from desktop.conference_file import encode
from desktop.paths import resource
from tests.sample.conference import conference_file
from tests.sample.people import people
from tests.sample.workbook import workbook_bytes

CONFERENCE = "conference.json"
LIST = "danh-sach-dai-bieu.xlsx"


def make(folder: Path) -> tuple[Path, ...]:
    """Write the conference file and the list of delegates; equal calls give equal bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {CONFERENCE: encode(conference_file()), LIST: workbook_bytes(people())}
    for name, data in files.items():
        write_atomically(folder / name, data)
    return tuple(folder / name for name in files)


if __name__ == "__main__":
    for path in make(resource("samples", "binh-hoa")):
        sys.stdout.write(f"{path} {path.stat().st_size}\n")
