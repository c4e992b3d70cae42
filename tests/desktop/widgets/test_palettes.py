"""Every palette can be read."""

from __future__ import annotations

import pytest

from desktop.documents.badges.check import contrast
from desktop.widgets.palettes import DARK, HIGH_CONTRAST, LIGHT, Colour, Palette

PALETTES = {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST}
INKS = (Colour.INK, Colour.MUTED, Colour.BINDING, Colour.ADVISORY, Colour.SILENT, Colour.FINE)
GROUNDS = (Colour.PAPER, Colour.GROUND, Colour.BAND, Colour.CHOSEN, Colour.BAR)
TEXTS = (
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    *((Colour.INK, ground) for ground in (Colour.HEAD, Colour.HOVER, Colour.PRESSED, Colour.TIP)),
    *((Colour.MUTED, ground) for ground in (Colour.HEAD, Colour.REST)),
    *((Colour.INK, Colour[f"TINT_{number}"]) for number in range(1, 6)),
    (Colour.INK, Colour.HELD),
    (Colour.INK, Colour.PROGRESS),
    (Colour.ACCENT, Colour.PAPER),
    (Colour.ACCENT, Colour.GROUND),
    (Colour.BINDING, Colour.WRONG_GROUND),
    (Colour.ADVISORY, Colour.DOUBT_GROUND),
    (Colour.ON_ACCENT, Colour.ACCENT),
    (Colour.ON_ACCENT, Colour.ACCENT_DEEP),
    (Colour.ON_SHEET, Colour.SHEET),
    (Colour.ON_SHEET_MUTED, Colour.SHEET),
)
EDGES = (
    *((Colour.EDGE, ground) for ground in (Colour.PAPER, Colour.GROUND)),
    *((Colour.ACCENT, ground) for ground in (Colour.PAPER, Colour.GROUND, Colour.CHOSEN)),
    (Colour.BINDING, Colour.PAPER),  # around a field that is wrong
    (Colour.HANDLE, Colour.GROUND),
    (Colour.HANDLE, Colour.PAPER),
    (Colour.ON_SHEET_GUIDE, Colour.SHEET),
    (Colour.ON_ACCENT, Colour.ACCENT),  # within the primary button in focus
)
LEAST_OF_EDGES = 3.0


@pytest.mark.parametrize(("name", "least"), [("light", 4.5), ("dark", 4.5), ("high contrast", 7.0)])
def test_every_text_stands_out_from_its_ground(name: str, least: float) -> None:
    assert _too_faint(PALETTES[name], TEXTS, least) == {}


@pytest.mark.parametrize("name", PALETTES)
def test_every_edge_and_ring_of_focus_can_be_seen(name: str) -> None:
    assert _too_faint(PALETTES[name], EDGES, LEAST_OF_EDGES) == {}


@pytest.mark.parametrize("name", PALETTES)
def test_a_palette_has_every_colour(name: str) -> None:
    assert set(PALETTES[name]) == set(Colour)


def test_lines_that_part_things_are_seen_in_high_contrast() -> None:
    pairs = ((Colour.LINE, Colour.PAPER), (Colour.GRID, Colour.PAPER))
    assert _too_faint(HIGH_CONTRAST, pairs, LEAST_OF_EDGES) == {}


def _too_faint(
    palette: Palette, pairs: tuple[tuple[Colour, Colour], ...], least: float
) -> dict[tuple[str, str], float]:
    found = {pair: contrast(palette[pair[0]], palette[pair[1]]) for pair in pairs}
    return {
        (ink.value, ground.value): round(ratio, 2)
        for (ink, ground), ratio in found.items()
        if ratio < least
    }
