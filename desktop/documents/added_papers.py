"""PDFs that travel beside the papers drawn from a conference, such as scans of signed papers.

Within the bounds that `desktop/handoff/README.md` sets for the members of a bundle.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desktop.documents.papers import PAPERS, Format
from desktop.errors import InputRefused
from desktop.folder_names import ascii_name

# of all that is added to one bundle, which has to stay small enough to be sealed and carried
MAX_ADDED_BYTES = 64_000_000
_LONGEST_NAME = 56  # leaves room for a number behind it
_PDF = b"%PDF-"


class AddedRefusal(StrEnum):
    """Reasons of InputRefused for a paper that is to be added."""

    UNREADABLE = "added-unreadable"  # facts: detail
    NOT_PDF = "added-not-pdf"
    TOO_BIG = "added-too-big"  # facts: limit (bytes)


class AddedPaper(Struct, frozen=True, kw_only=True):
    """A PDF as it travels.

    Attributes:
        name: of its member in the bundle.
        title: as the officer knows it.
    """

    name: str
    title: str
    data: bytes


def read_added(
    report: Callable[[int, int], None], path: Path, others: tuple[str, ...], room: int
) -> AddedPaper:
    """Read a PDF that is to travel; a job's function.

    Args:
        report: told when it begins and when it is done.
        path: of the file.
        others: names of the members that were added before.
        room: how many bytes may still be added.

    Raises:
        InputRefused: AddedRefusal says why.
    """
    report(0, 1)
    try:
        with path.open("rb") as stream:
            data = stream.read(max(room, len(_PDF)) + 1)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise InputRefused(AddedRefusal.UNREADABLE, path, detail=detail) from error
    if not data.startswith(_PDF):
        raise InputRefused(AddedRefusal.NOT_PDF, path)
    if len(data) > room:
        raise InputRefused(AddedRefusal.TOO_BIG, path, limit=MAX_ADDED_BYTES)
    report(1, 1)
    return AddedPaper(name=member_name(path.stem, others), title=path.name, data=data)


def member_name(stem: str, others: Collection[str]) -> str:
    """Name a member after its file: ASCII, and like no other paper of the bundle."""
    taken = {one.file_name(Format.PDF) for one in PAPERS} | set(others)
    plain = ascii_name(stem, "van-ban", _LONGEST_NAME)
    name, number = f"{plain}.{Format.PDF}", 1
    while name in taken:
        number += 1
        name = f"{plain}-{number}.{Format.PDF}"
    return name
