"""The ZIP archive of a DOCX: only what the paper needs, and the same bytes every time."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NO_INSTANT = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive knows
_MS_DOS = 0  # who made it: the same wherever it was made
_LEVEL = 6


def with_fixed_times(data: bytes) -> bytes:
    """Write an archive anew without the instants and the system of its making."""
    output = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(output, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name, _NO_INSTANT)
            entry.create_system = _MS_DOS
            new.writestr(entry, old.read(name), ZIP_DEFLATED, _LEVEL)
    return output.getvalue()
