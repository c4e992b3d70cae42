"""The designs and sheets at hand, and which of them go together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop.documents.badges.check import is_pair
from desktop.documents.badges.layout import Layout
from desktop.documents.badges.load import (
    Design,
    load_design,
    load_sheet,
    shipped_layout,
    shipped_names,
    shipped_sheet,
)
from desktop.documents.badges.sheet import Sheet
from desktop.errors import InputRefused


def card_sheet(layout: Layout) -> Sheet:
    """Make the paper of exactly one card, for printers that take such paper."""
    width, height = layout.flat_width_mm, layout.flat_height_mm
    return Sheet(
        id="card",
        page_width_mm=width,
        page_height_mm=height,
        card_width_mm=width,
        card_height_mm=height,
        columns=1,
        rows=1,
        left_mm=0,
        top_mm=0,
    )


def sheets_for(layout: Layout, own: Iterable[Sheet] = ()) -> tuple[Sheet, ...]:
    """List the sheets whose cells hold the cards of a layout: the office's own ones first.

    Where there is none, the paper of one card stands in.
    """
    every = (*own, *(shipped_sheet(name) for name in shipped_names("sheets")))
    return tuple(sheet for sheet in every if is_pair(layout, sheet)) or (card_sheet(layout),)


def find_design(name: str) -> Design:
    """Find a design of the program by its name, or read one from a file.

    Raises:
        InputRefused: badge-layout-unknown, or as load_design.
    """
    known = shipped_names("badges")
    if name in known:
        return Design(shipped_layout(name))
    if _is_no_file(name):
        raise InputRefused("badge-layout-unknown", value=name, known=", ".join(known))
    return load_design(Path(name))


def find_sheet(name: str) -> Sheet:
    """Find a sheet of the program by its name, or read one from a file.

    Raises:
        InputRefused: badge-sheet-unknown, or as load_sheet.
    """
    known = shipped_names("sheets")
    if name in known:
        return shipped_sheet(name)
    if _is_no_file(name):
        raise InputRefused("badge-sheet-unknown", value=name, known=", ".join(known))
    return load_sheet(Path(name))


def _is_no_file(name: str) -> bool:
    """Tell a name that was mistyped from a file that is not there."""
    path = Path(name)
    return path.name == name and path.suffix != ".toml" and not path.exists()
