"""What a printer does wrong, measured on a test page, and how a page is drawn to make up for it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from desktop.documents.badges.sheet import Cell
from desktop.errors import InputRefused

_LARGE_MM = 100.0  # paper at least so wide leaves room for a longer ruler
_MOST_SHIFT_MM = 15.0  # more is a wrong reading: no printer is so far off
_MOST_STRETCH = 0.1

_Scale = Annotated[float, Meta(ge=0.5, le=2)]
_Shift = Annotated[float, Meta(ge=-50, le=50)]


class PrinterFit(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where a printer puts what is drawn: a place p, in millimetres, at shift + scale × p."""

    shift_across_mm: _Shift = 0
    shift_down_mm: _Shift = 0
    scale_across: _Scale = 1
    scale_down: _Scale = 1

    @property
    def is_exact(self) -> bool:
        """Whether the printer needs no help."""
        return self == PrinterFit()

    def drawn_at(self, across_mm: float, down_mm: float) -> tuple[float, float]:
        """Tell where to draw what is to come out at a place."""
        return (
            (across_mm - self.shift_across_mm) / self.scale_across,
            (down_mm - self.shift_down_mm) / self.scale_down,
        )

    def matrix(self, page_height: float, unit: float) -> tuple[float, ...]:
        """Give the PDF matrix that draws a page for this printer; lengths in `unit` per mm."""
        across, down = 1 / self.scale_across, 1 / self.scale_down
        return (
            across,
            0,
            0,
            down,
            -self.shift_across_mm * unit * across,
            page_height * (1 - down) + self.shift_down_mm * unit * down,
        )


def corner_mm(side_mm: float) -> float:
    """Tell how far from the edge the ruler along a side of the paper begins."""
    return 20.0 if side_mm >= _LARGE_MM else 10.0


def ruler_mm(side_mm: float) -> float:
    """Tell how long the ruler along a side of the paper is: whole centimetres."""
    corner = corner_mm(side_mm)
    return (side_mm - corner - corner / 2) // 10 * 10


def fit_from_test_page(
    page_mm: tuple[float, float],
    left_mm: float,
    top_mm: float,
    across_mm: float,
    down_mm: float,
) -> PrinterFit:
    """Work out a printer's fit from what was measured on the test page.

    Args:
        page_mm: width and height of the paper.
        left_mm: from the left edge of the paper to the corner of the rulers.
        top_mm: from its upper edge.
        across_mm: the length of the ruler across.
        down_mm: the length of the ruler down.

    Raises:
        InputRefused: printer-fit, when no printer is so far off; the fact `place` says which.
    """
    fit = []
    measured = ((left_mm, across_mm, "across"), (top_mm, down_mm, "down"))
    for side, (corner, length, place) in zip(page_mm, measured, strict=True):
        scale = length / ruler_mm(side)
        shift = corner - scale * corner_mm(side)
        if abs(scale - 1) > _MOST_STRETCH or abs(shift) > _MOST_SHIFT_MM:
            raise InputRefused("printer-fit", place=place)
        fit.append((round(shift, 3), round(scale, 6)))
    (across_shift, across_scale), (down_shift, down_scale) = fit
    return PrinterFit(
        shift_across_mm=across_shift,
        shift_down_mm=down_shift,
        scale_across=across_scale,
        scale_down=down_scale,
    )


def reach(cell: Cell, fit: PrinterFit) -> tuple[float, float, float, float]:
    """Tell where a cell is drawn: left, top, right, bottom in millimetres."""
    left, top = fit.drawn_at(cell.x_mm, cell.y_mm)
    right, bottom = fit.drawn_at(cell.x_mm + cell.width_mm, cell.y_mm + cell.height_mm)
    return left, top, right, bottom
