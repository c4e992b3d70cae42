"""Read layouts and sheets from their TOML files; a file with anything wrong is refused whole."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from desktop.documents.badges.check import check_layout, check_sheet
from desktop.documents.badges.layout import Layout
from desktop.documents.badges.sheet import Sheet
from desktop.errors import InputRefused
from desktop.paths import resource

DEFAULT_LAYOUT = "a6-portrait"
DEFAULT_SHEET = "a4-four-a6"
Kind = TypeVar("Kind", Layout, Sheet)
_LARGEST_BYTES = 200_000  # ours have 5,000; more is no layout
_LONGEST_LINE = 1000  # the parser's time grows with the square of a dotted key


def load_layout(path: Path) -> Layout:
    """Read a badge design.

    Raises:
        InputRefused: badge-file-unreadable, badge-file-too-large, badge-file-not-toml,
            badge-file-wrong (fact: detail), or a reason of check_layout.
    """
    layout = _decoded(path, Layout)
    check_layout(layout, path)
    return layout


def load_sheet(path: Path) -> Sheet:
    """Read a sheet geometry.

    Raises:
        InputRefused: as load_layout, or a reason of check_sheet.
    """
    sheet = _decoded(path, Sheet)
    check_sheet(sheet, path)
    return sheet


@cache
def shipped_layout(name: str = DEFAULT_LAYOUT) -> Layout:
    """Read a design that ships with the program."""
    return load_layout(resource("badges", f"{name}.toml"))


@cache
def shipped_sheet(name: str = DEFAULT_SHEET) -> Sheet:
    """Read a sheet that ships with the program."""
    return load_sheet(resource("sheets", f"{name}.toml"))


def _decoded(path: Path, kind: type[Kind]) -> Kind:
    try:
        text = unicodedata.normalize("NFC", _bytes(path).decode("utf-8-sig"))
        for number, line in enumerate(text.split("\n"), start=1):
            if len(line) > _LONGEST_LINE:
                detail = f"line {number} has more than {_LONGEST_LINE} characters"
                raise InputRefused("badge-file-not-toml", path, detail=detail)
        return msgspec.toml.decode(text, type=kind)
    except msgspec.ValidationError as error:
        raise InputRefused("badge-file-wrong", path, detail=str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputRefused("badge-file-not-toml", path, detail=str(error)) from error


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST_BYTES + 1)
    except OSError as error:
        raise InputRefused("badge-file-unreadable", path, detail=type(error).__name__) from error
    if len(data) > _LARGEST_BYTES:
        raise InputRefused("badge-file-too-large", path, limit=_LARGEST_BYTES)
    return data
