"""Bars of shares as pictures, for Word has nothing of the kind."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from desktop.documents.bars import (
    BAR_HEIGHT_PT,
    FILLED_GREY,
    HATCH_STEP_PT,
    bar_parts,
    hatching,
)
from desktop.documents.blocks import Bar, Picture
from desktop.documents.decree30 import PT_PER_MM

_DOTS_PER_PT = 300 / 72
_LINE = 2  # dots
_BLACK, _WHITE = 0, 255


def bar_picture(bar: Bar, width_pt: float) -> Picture:
    """Draw a bar as a PNG in greys; equal bars give equal bytes."""
    width, height = round(width_pt * _DOTS_PER_PT), round(BAR_HEIGHT_PT * _DOTS_PER_PT)
    picture = Image.new("L", (width, height), _WHITE)
    draw = ImageDraw.Draw(picture)
    filled, told = (share * width for share in bar_parts(bar))
    for x1, y1, x2, y2 in hatching(filled, told, height, HATCH_STEP_PT * _DOTS_PER_PT):
        draw.line((x1, height - y1, x2, height - y2), fill=_BLACK, width=_LINE)
    if told > filled:
        draw.line((told, 0, told, height), fill=_BLACK, width=_LINE)
    if filled:
        draw.rectangle((0, 0, filled, height), fill=round(FILLED_GREY * _WHITE))
    draw.rectangle((0, 0, width - 1, height - 1), outline=_BLACK, width=_LINE)
    output = BytesIO()
    picture.save(output, "PNG", dpi=(300, 300))
    return Picture(
        data=output.getvalue(),
        width_mm=width_pt / PT_PER_MM,
        height_mm=BAR_HEIGHT_PT / PT_PER_MM,
    )
