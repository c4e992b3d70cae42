"""Read layouts and sheets from their TOML files; a file with anything wrong is refused whole."""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from desktop.documents.badges.backgrounds import LARGEST_BYTES, check_background
from desktop.documents.badges.check import check_layout, check_sheet
from desktop.documents.badges.layout import Layout, Side
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


class Design(Struct, frozen=True):
    """A layout with the backgrounds it names, by the names of their files."""

    layout: Layout
    files: dict[str, bytes] = {}


def load_design(path: Path) -> Design:
    """Read a badge design and the backgrounds that lie beside its file.

    Raises:
        InputRefused: as load_layout, or background-missing, background-too-large,
            background-unreadable, background-page; the fact `file` names the background.
    """
    layout = load_layout(path)
    files: dict[str, bytes] = {}
    for side in Side:
        background = layout.background_of(side)
        if background and background.file not in files:
            data = _background(path, background.file)
            check_background(layout, background, data)
            files[background.file] = data
    return Design(layout, files)


def decode_layout(content: bytes, *, checked: bool = True) -> Layout:
    """Read a design that is no file, such as one from the store.

    Args:
        content: as its file would be.
        checked: refuse one that would print badly; a design being changed may be such.

    Raises:
        InputRefused: as load_layout.
    """
    layout = _parsed(content, Layout, None)
    if checked:
        check_layout(layout)
    return layout


def decode_sheet(content: bytes) -> Sheet:
    """Read a sheet that is no file.

    Raises:
        InputRefused: as load_sheet.
    """
    sheet = _parsed(content, Sheet, None)
    check_sheet(sheet)
    return sheet


def encode(thing: Layout | Sheet) -> bytes:
    """Write a design or a sheet as its file would be, without what is as usual."""
    return msgspec.toml.encode(_without_defaults(thing))


def shipped_names(folder: str) -> tuple[str, ...]:
    """List what ships in a folder of resources, the usual one first."""
    usual = {"badges": DEFAULT_LAYOUT, "sheets": DEFAULT_SHEET}[folder]
    names = sorted(path.stem for path in resource(folder).glob("*.toml"))
    return (usual, *(name for name in names if name != usual))


@cache
def shipped_layout(name: str = DEFAULT_LAYOUT) -> Layout:
    """Read a design that ships with the program."""
    return load_layout(resource("badges", f"{name}.toml"))


@cache
def shipped_sheet(name: str = DEFAULT_SHEET) -> Sheet:
    """Read a sheet that ships with the program."""
    return load_sheet(resource("sheets", f"{name}.toml"))


def _background(path: Path, name: str) -> bytes:
    beside = path.with_name(name)
    try:
        with beside.open("rb") as stream:
            data = stream.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise InputRefused("background-missing", path, file=name) from error
    if len(data) > LARGEST_BYTES:
        raise InputRefused("background-too-large", path, file=name, limit=LARGEST_BYTES)
    return data


def _decoded(path: Path, kind: type[Kind]) -> Kind:
    return _parsed(_bytes(path), kind, path)


def _parsed(content: bytes, kind: type[Kind], path: Path | None) -> Kind:
    try:
        text = unicodedata.normalize("NFC", content.decode("utf-8-sig"))
        for number, line in enumerate(text.split("\n"), start=1):
            if len(line) > _LONGEST_LINE:
                detail = f"line {number} has more than {_LONGEST_LINE} characters"
                raise InputRefused("badge-file-not-toml", path, detail=detail)
        return msgspec.toml.decode(text, type=kind)
    except msgspec.ValidationError as error:
        raise InputRefused("badge-file-wrong", path, detail=str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputRefused("badge-file-not-toml", path, detail=str(error)) from error


def _without_defaults(thing: Struct) -> dict[str, object]:
    """Turn a record into plain data, the keys of TOML tables last, as TOML wants them."""
    tag = thing.__struct_config__.tag
    plain: dict[str, object] = {"kind": tag} if isinstance(tag, str) else {}
    for field in msgspec.structs.fields(thing):
        value = getattr(thing, field.name)
        if field.default is not msgspec.NODEFAULT and value == field.default:
            continue
        if value is not None:
            plain[field.name] = _plain(value)
    return plain


def _plain(value: object) -> object:
    if isinstance(value, Struct):
        return _without_defaults(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return str(value) if isinstance(value, Enum) else value


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST_BYTES + 1)
    except OSError as error:
        raise InputRefused("badge-file-unreadable", path, detail=type(error).__name__) from error
    if len(data) > _LARGEST_BYTES:
        raise InputRefused("badge-file-too-large", path, limit=_LARGEST_BYTES)
    return data
