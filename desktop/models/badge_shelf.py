"""The badge designs and sheets that can be chosen: those of the program and the office's own."""

from __future__ import annotations

from msgspec import Struct

from db.badge_designs import DesignKind, StoredDesign
from db.store import Store
from desktop.documents.badges.check import check_layout
from desktop.documents.badges.layout import Layout
from desktop.documents.badges.load import (
    decode_layout,
    decode_sheet,
    encode,
    shipped_layout,
    shipped_names,
)
from desktop.documents.badges.sheet import Sheet
from desktop.documents.badges.shelf import sheets_for
from desktop.errors import InputRefused
from desktop.models.badge_draft import OpenDesign


class ShelfDesign(Struct, frozen=True, kw_only=True):
    """A design that can be chosen.

    Attributes:
        fault: why badges cannot be printed in it, as it stands.
    """

    design: OpenDesign
    fault: InputRefused | None = None

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return self.design.id or self.design.layout.id


class BadgeShelf:
    """What the office may choose from; the store is read anew at each look."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def designs(self) -> tuple[ShelfDesign, ...]:
        """List the designs: those of the program, then the office's own by name."""
        shipped = (
            ShelfDesign(design=OpenDesign(layout=shipped_layout(name)))
            for name in shipped_names("badges")
        )
        own = (_own(each) for each in self._store.badge_designs.all(DesignKind.LAYOUT))
        return (*shipped, *(each for each in own if each is not None))

    def sheets(self, layout: Layout) -> tuple[Sheet, ...]:
        """List the sheets that a layout's cards fit: the office's own first."""
        own = []
        for each in self._store.badge_designs.all(DesignKind.SHEET):
            try:
                own.append(decode_sheet(each.content))
            except InputRefused:
                continue  # from a newer version of the program; it is kept
        return sheets_for(layout, own)

    def bring_back(self, design: OpenDesign) -> None:
        """Keep a design again that was just taken away."""
        layout = design.layout
        self._store.badge_designs.keep(
            DesignKind.LAYOUT,
            StoredDesign(
                id=design.id,
                name=layout.title,
                content=encode(layout),
                backgrounds=dict(design.files),
            ),
        )

    def remove(self, design: OpenDesign) -> None:
        """Take one of the office's own designs away; nothing happens to one of the program."""
        if design.id:
            self._store.badge_designs.remove(DesignKind.LAYOUT, design.id)


def _own(stored: StoredDesign) -> ShelfDesign | None:
    """Read an own design, which may be one that is not sound yet; None when it cannot be read."""
    try:
        layout = decode_layout(stored.content, checked=False)
    except InputRefused:
        return None  # from a newer version of the program; it is kept
    design = OpenDesign(id=stored.id, layout=layout, files=stored.backgrounds)
    try:
        check_layout(layout)
    except InputRefused as refusal:
        return ShelfDesign(design=design, fault=refusal)
    return ShelfDesign(design=design)
