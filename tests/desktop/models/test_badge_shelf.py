"""Designs and sheets to choose from."""

from __future__ import annotations

from msgspec.structs import replace

from db.badge_designs import DesignKind, StoredDesign
from db.store import Store
from desktop.documents.badges.load import encode, shipped_layout, shipped_names, shipped_sheet
from desktop.models.badge_shelf import BadgeShelf
from tests.builders import ident


def keep(store: Store, kind: DesignKind, content: bytes, number: int = 1) -> None:
    store.badge_designs.keep(kind, StoredDesign(id=ident(number), name="Riêng", content=content))


def test_the_program_s_designs_come_first_and_then_the_office_s(store: Store) -> None:
    own = replace(shipped_layout(), id="own", name="Riêng")
    keep(store, DesignKind.LAYOUT, encode(own))

    offered = BadgeShelf(store).designs()

    names = shipped_names("badges")
    assert [each.key for each in offered] == [*names, ident(1)]
    assert offered[-1].design.layout == own
    assert not any(each.fault for each in offered)


def test_a_design_that_this_program_cannot_read_is_kept_but_not_offered(store: Store) -> None:
    keep(store, DesignKind.LAYOUT, b'from = "the future"')

    assert len(BadgeShelf(store).designs()) == len(shipped_names("badges"))
    assert len(store.badge_designs.all(DesignKind.LAYOUT)) == 1


def test_the_office_s_sheets_come_first_where_they_fit(store: Store) -> None:
    keep(store, DesignKind.SHEET, encode(replace(shipped_sheet("a4-two-a6"), id="own")), 1)
    keep(store, DesignKind.SHEET, encode(replace(shipped_sheet("a4-ten-cr80"), id="other")), 2)
    keep(store, DesignKind.SHEET, b"[", 3)
    shelf = BadgeShelf(store)

    assert shelf.sheets(shipped_layout())[0].id == "own"
    odd = replace(shipped_layout(), width_mm=100)
    assert [each.id for each in shelf.sheets(odd)] == ["card"]


def test_an_own_design_is_removed_and_brought_back(store: Store) -> None:
    keep(store, DesignKind.LAYOUT, encode(shipped_layout()))
    shelf = BadgeShelf(store)
    design = shelf.designs()[-1].design

    shelf.remove(design)
    shelf.remove(shelf.designs()[0].design)
    assert [each for each in shelf.designs() if each.design.id] == []

    shelf.bring_back(design)
    assert shelf.designs()[-1].design == design
