"""The colours of the interface by what they are for, in three palettes; no other module names one.

Papers and badges are no part of it: they have the colours they are printed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Colour(StrEnum):
    """What a colour is for; the value is its name in the style sheet."""

    INK = "ink"
    MUTED = "muted"
    FAINT = "faint"  # of what cannot be used now
    LINE = "line"  # parts one thing from the next, and says nothing
    GRID = "grid"
    EDGE = "edge"  # of what can be used: fields, buttons, ticks
    PAPER = "paper"  # the ground of fields and lists
    GROUND = "ground"  # of windows
    BAND = "band"  # a lighter row among rows
    HEAD = "head"  # of tables
    BAR = "bar"
    REST = "rest"  # the ground of what cannot be used now
    HOVER = "hover"
    PRESSED = "pressed"
    CHOSEN = "chosen"
    TIP = "tip"
    ACCENT = "accent"  # the red of seals and banners
    ACCENT_DEEP = "accent_deep"  # under the pointer
    ACCENT_REST = "accent_rest"
    ON_ACCENT = "on_accent"
    ON_ACCENT_REST = "on_accent_rest"
    PROGRESS = "progress"
    HANDLE = "handle"  # of scroll bars
    BINDING = "binding"
    ADVISORY = "advisory"
    SILENT = "silent"
    FINE = "fine"
    WRONG_GROUND = "wrong_ground"
    DOUBT_GROUND = "doubt_ground"
    HELD = "held"  # what was taken up to be put elsewhere
    TINT_1 = "tint_1"  # grounds that are told apart, each with words on it
    TINT_2 = "tint_2"
    TINT_3 = "tint_3"
    TINT_4 = "tint_4"
    TINT_5 = "tint_5"
    DESK = "desk"  # what lies around a sheet of paper
    SHEET = "sheet"  # a sheet of paper, white in every palette
    ON_SHEET = "on_sheet"  # marks laid over a sheet, which no palette may make unseen
    ON_SHEET_MUTED = "on_sheet_muted"
    ON_SHEET_GUIDE = "on_sheet_guide"
    SHADE = "shade"  # over what is cut off
    SHADOW = "shadow"


Palette = Mapping[Colour, str]  # #rrggbb or #aarrggbb

_OF_PAPER = {
    Colour.SHEET: "#ffffff",
    Colour.ON_SHEET: "#9f1d20",
    Colour.ON_SHEET_MUTED: "#4f5761",
    Colour.ON_SHEET_GUIDE: "#3d5a80",
    Colour.SHADE: "#82000000",
    Colour.SHADOW: "#1c000000",
}

LIGHT: Palette = _OF_PAPER | {
    Colour.INK: "#1f2328",
    Colour.MUTED: "#5b636d",
    Colour.FAINT: "#9aa0a6",
    Colour.LINE: "#d5d8dc",
    Colour.GRID: "#e6e4e0",
    Colour.EDGE: "#868d96",
    Colour.PAPER: "#ffffff",
    Colour.GROUND: "#f4f3f0",
    Colour.BAND: "#faf9f7",
    Colour.HEAD: "#f1efea",
    Colour.BAR: "#ebe8e2",
    Colour.REST: "#eeedea",
    Colour.HOVER: "#faf7f2",
    Colour.PRESSED: "#efe9e0",
    Colour.CHOSEN: "#f3dcdc",
    Colour.TIP: "#fffbe8",
    Colour.ACCENT: "#9f1d20",
    Colour.ACCENT_DEEP: "#7d1518",
    Colour.ACCENT_REST: "#c9a5a6",
    Colour.ON_ACCENT: "#ffffff",
    Colour.ON_ACCENT_REST: "#ffffff",
    Colour.PROGRESS: "#d9a5a6",
    Colour.HANDLE: "#868d96",
    Colour.BINDING: "#b3261e",
    Colour.ADVISORY: "#815400",
    Colour.SILENT: "#3d5a80",
    Colour.FINE: "#1b6e3c",
    Colour.WRONG_GROUND: "#fbe3e1",
    Colour.DOUBT_GROUND: "#fff3d6",
    Colour.HELD: "#f6c9c9",
    Colour.TINT_1: "#dfe6ee",
    Colour.TINT_2: "#f2dcdb",
    Colour.TINT_3: "#e6efdc",
    Colour.TINT_4: "#fde9d9",
    Colour.TINT_5: "#e4dfec",
    Colour.DESK: "#dcdad5",
}

DARK: Palette = _OF_PAPER | {
    Colour.INK: "#e8e6e3",
    Colour.MUTED: "#a9aeb5",
    Colour.FAINT: "#6f757c",
    Colour.LINE: "#41454b",
    Colour.GRID: "#33373c",
    Colour.EDGE: "#7d848c",
    Colour.PAPER: "#24272b",
    Colour.GROUND: "#1b1d20",
    Colour.BAND: "#282b30",
    Colour.HEAD: "#2f3338",
    Colour.BAR: "#16181a",
    Colour.REST: "#202327",
    Colour.HOVER: "#2f3338",
    Colour.PRESSED: "#3a3f45",
    Colour.CHOSEN: "#542f31",
    Colour.TIP: "#3a382c",
    Colour.ACCENT: "#f0857f",
    Colour.ACCENT_DEEP: "#f6a5a0",
    Colour.ACCENT_REST: "#5c4443",
    Colour.ON_ACCENT: "#2a0b0b",
    Colour.ON_ACCENT_REST: "#9a8684",
    Colour.PROGRESS: "#8c3f3d",
    Colour.HANDLE: "#747a82",
    Colour.BINDING: "#ff9a91",
    Colour.ADVISORY: "#e9b84e",
    Colour.SILENT: "#8fb8e8",
    Colour.FINE: "#74cb92",
    Colour.WRONG_GROUND: "#4a2523",
    Colour.DOUBT_GROUND: "#43381c",
    Colour.HELD: "#7a3a3a",
    Colour.TINT_1: "#2c3b4c",
    Colour.TINT_2: "#4c3032",
    Colour.TINT_3: "#33432b",
    Colour.TINT_4: "#4d3c29",
    Colour.TINT_5: "#3d3550",
    Colour.DESK: "#121315",
}

HIGH_CONTRAST: Palette = _OF_PAPER | {
    Colour.INK: "#ffffff",
    Colour.MUTED: "#e2e2e2",
    Colour.FAINT: "#9c9c9c",
    Colour.LINE: "#8a8a8a",
    Colour.GRID: "#6a6a6a",
    Colour.EDGE: "#ffffff",
    Colour.PAPER: "#000000",
    Colour.GROUND: "#000000",
    Colour.BAND: "#000000",
    Colour.HEAD: "#1c1c1c",
    Colour.BAR: "#000000",
    Colour.REST: "#000000",
    Colour.HOVER: "#2a2a2a",
    Colour.PRESSED: "#404040",
    Colour.CHOSEN: "#00305e",
    Colour.TIP: "#000000",
    Colour.ACCENT: "#ffd60a",
    Colour.ACCENT_DEEP: "#ffe766",
    Colour.ACCENT_REST: "#4a4a4a",
    Colour.ON_ACCENT: "#000000",
    Colour.ON_ACCENT_REST: "#c8c8c8",
    Colour.PROGRESS: "#004488",
    Colour.HANDLE: "#d0d0d0",
    Colour.BINDING: "#ffb3ab",
    Colour.ADVISORY: "#ffd27a",
    Colour.SILENT: "#b5d8ff",
    Colour.FINE: "#9df0b4",
    Colour.WRONG_GROUND: "#3a0000",
    Colour.DOUBT_GROUND: "#2e2300",
    Colour.HELD: "#7a0000",
    Colour.TINT_1: "#0c2540",
    Colour.TINT_2: "#40100f",
    Colour.TINT_3: "#143414",
    Colour.TINT_4: "#3c2500",
    Colour.TINT_5: "#2c1a4d",
    Colour.DESK: "#000000",
}
