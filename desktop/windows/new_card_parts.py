"""What can be added to a card, each as it first appears there."""

from __future__ import annotations

from collections.abc import Callable

from desktop.documents.badges.layout import (
    GROUP_FILL,
    Band,
    Code,
    Element,
    Field,
    Image,
    Layout,
    Line,
    Picture,
    Polygon,
    Rectangle,
    Text,
)
from desktop.documents.badges.qr import MODULES, SIDE_MODULES
from desktop.documents.fonts import Face
from desktop.language import tr

_TEXT_HEIGHT_MM = 8.0
_PHOTO_MM = 24.0, 32.0
_LOGO_MM = 18.0
_BAND_MM = 10.0
_LEAST_CODE_MM = 15.0
_SHAPE_MM = 8.0


def new_parts(layout: Layout) -> tuple[tuple[str, Callable[[], Element]], ...]:
    """Name what can be added, and how each is made for this card."""
    return (
        (tr("Text of a field"), lambda: _text(layout, field=Field.UNIT)),
        (tr("Fixed words"), lambda: _text(layout, text=tr("Words"))),
        (tr("Photo"), lambda: _image(layout, Picture.PHOTO, *_PHOTO_MM)),
        (tr("Emblem"), lambda: _image(layout, Picture.LOGO, _LOGO_MM, _LOGO_MM)),
        (tr("Band of the group"), lambda: _band(layout)),
        (tr("Code"), lambda: _code(layout)),
        (tr("Line"), lambda: _line(layout)),
        (tr("Rectangle"), lambda: _rectangle(layout)),
        (tr("Shape"), lambda: _shape(layout)),
    )


def _ink(layout: Layout) -> str:
    return next(iter(layout.colours), "group-tone")


def _inside(layout: Layout, width: float, height: float) -> tuple[float, float, float, float]:
    """Place a box of at most this size in the middle of the safe zone: left, top, width, height."""
    width = min(width, layout.width_mm - 2 * layout.safe_mm)
    height = min(height, layout.height_mm - 2 * layout.safe_mm)
    left, top = (layout.width_mm - width) / 2, (layout.height_mm - height) / 2
    return round(left, 1), round(top, 1), round(width, 1), round(height, 1)


def _text(layout: Layout, field: Field | None = None, text: str = "") -> Text:
    return Text(
        *_inside(layout, layout.width_mm, _TEXT_HEIGHT_MM),
        font=Face.SANS,
        full_pt=11,
        floor_pt=8,
        lines=1,
        colour=_ink(layout),
        field=field,
        text=text,
    )


def _image(layout: Layout, picture: Picture, width: float, height: float) -> Image:
    return Image(*_inside(layout, width, height), picture=picture)


def _band(layout: Layout) -> Band:
    box = _inside(layout, layout.width_mm, _BAND_MM)
    return Band(*box, pattern_mm=min(_BAND_MM, layout.width_mm / 8))


def _code(layout: Layout) -> Code:
    side = round(_LEAST_CODE_MM * SIDE_MODULES / MODULES + 0.4, 1)
    left, top, _, _ = _inside(layout, side, side)
    return Code(x_mm=left, y_mm=top, side_mm=side)


def _line(layout: Layout) -> Line:
    middle = round(layout.height_mm / 2, 1)
    third = round(layout.width_mm / 3, 1)
    return Line(
        from_mm=(third, middle), to_mm=(2 * third, middle), colour=_ink(layout), width_pt=0.8
    )


def _rectangle(layout: Layout) -> Rectangle:
    box = _inside(layout, layout.width_mm / 2, _BAND_MM)
    return Rectangle(*box, stroke=_ink(layout), stroke_pt=0.8)


def _shape(layout: Layout) -> Polygon:
    x, y, half = layout.width_mm / 2, layout.height_mm / 2, _SHAPE_MM / 2
    points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return Polygon(points_mm=tuple((round(a, 1), round(b, 1)) for a, b in points), fill=GROUP_FILL)
