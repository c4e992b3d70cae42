"""Drawn portraits: simple friendly figures, nobody's photo."""

from __future__ import annotations

import io
from random import Random
from typing import NamedTuple

from PIL import Image, ImageDraw

from db.records import Gender
from tests.sample.names import pick

_SIZE = (264, 352)  # pixels, 3:4
_SCALE = 4  # drawn larger, then made smaller, so that edges are smooth
_WIDE, _HIGH = _SIZE[0] * _SCALE, _SIZE[1] * _SCALE

_BACKGROUNDS = ("#DCE7F1", "#E5EEDF", "#F3E8DA", "#E9E3F0", "#DDEDEA")
_SKINS = ("#F0C9A4", "#E3B58C", "#D6A278", "#C58F66")
_HAIRS = ("#1D1A1B", "#2B211E", "#3A2C27")
_CLOTHES = {
    Gender.MALE: ("#2F4B6E", "#35524A", "#5B4636", "#3C3F52"),
    Gender.FEMALE: ("#9C2F4A", "#2F6E78", "#6A4B8A", "#B0653A"),
}


class _Colours(NamedTuple):
    background: str
    skin: str
    hair: str
    clothes: str


def portrait(name: str, gender: Gender, age: int) -> bytes:
    """Draw a portrait as JPEG; the same person always looks the same."""
    chance = Random(name)  # noqa: S311 - a face, nothing secret
    colours = _Colours(
        pick(chance, _BACKGROUNDS),
        pick(chance, _SKINS),
        "#8E8C8A" if age >= 60 else pick(chance, _HAIRS),
        pick(chance, _CLOTHES[gender]),
    )
    image = Image.new("RGB", (_WIDE, _HIGH), colours.background)
    draw = ImageDraw.Draw(image)
    if gender is Gender.FEMALE:
        _ellipse(draw, 0.5, 0.50, 0.265, 0.27, colours.hair)
    _body(draw, gender, colours)
    _head(draw, gender, colours)
    if chance.random() < 0.3 or age >= 60:
        _glasses(draw)
    jpeg = io.BytesIO()
    image.resize(_SIZE, Image.Resampling.LANCZOS).save(
        jpeg, "JPEG", quality=82, optimize=True, subsampling=0
    )
    return jpeg.getvalue()


def _ellipse(
    draw: ImageDraw.ImageDraw, x: float, y: float, half_wide: float, half_high: float, colour: str
) -> None:
    """Draw an ellipse; lengths in widths of the picture, y in heights of it."""
    draw.ellipse(
        (
            (x - half_wide) * _WIDE,
            y * _HIGH - half_high * _WIDE,
            (x + half_wide) * _WIDE,
            y * _HIGH + half_high * _WIDE,
        ),
        fill=colour,
    )


def _polygon(draw: ImageDraw.ImageDraw, colour: str, *points: tuple[float, float]) -> None:
    draw.polygon([(x * _WIDE, y * _HIGH) for x, y in points], fill=colour)


def _body(draw: ImageDraw.ImageDraw, gender: Gender, colours: _Colours) -> None:
    draw.rounded_rectangle(
        (0.10 * _WIDE, 0.715 * _HIGH, 0.90 * _WIDE, 1.3 * _HIGH), 0.20 * _WIDE, fill=colours.clothes
    )
    draw.rounded_rectangle(
        (0.415 * _WIDE, 0.56 * _HIGH, 0.585 * _WIDE, 0.735 * _HIGH),
        0.06 * _WIDE,
        fill=_darker(colours.skin),
    )
    if gender is Gender.MALE:
        _polygon(draw, "#F7F7F4", (0.40, 0.712), (0.60, 0.712), (0.53, 1.0), (0.47, 1.0))
        _polygon(draw, _darker(colours.skin), (0.42, 0.708), (0.58, 0.708), (0.50, 0.77))
        _polygon(draw, "#8A1F2B", (0.475, 0.77), (0.525, 0.77), (0.54, 1.0), (0.46, 1.0))
        for side in (-1, 1):
            _polygon(
                draw,
                _darker(colours.clothes),
                (0.5 + side * 0.10, 0.702),
                (0.5 + side * 0.14, 0.73),
                (0.5 + side * 0.03, 1.0),
            )
    else:
        # the standing collar of an áo dài
        draw.rounded_rectangle(
            (0.395 * _WIDE, 0.665 * _HIGH, 0.605 * _WIDE, 0.75 * _HIGH),
            0.05 * _WIDE,
            fill=_darker(colours.clothes),
        )


def _head(draw: ImageDraw.ImageDraw, gender: Gender, colours: _Colours) -> None:
    for side in (-1, 1):
        _ellipse(draw, 0.5 + side * 0.205, 0.455, 0.035, 0.05, _darker(colours.skin))
    _ellipse(draw, 0.5, 0.385, 0.222, 0.215, colours.hair)
    _ellipse(draw, 0.5, 0.455, 0.200, 0.245, colours.skin)
    # the fringe
    box = (0.295 * _WIDE, 0.215 * _HIGH, 0.705 * _WIDE, 0.545 * _HIGH)
    if gender is Gender.MALE:
        draw.chord(box, 200, 340, fill=colours.hair)
    else:
        draw.chord(box, 178, 300, fill=colours.hair)
        draw.chord(box, 285, 362, fill=colours.hair)
    for side in (-1, 1):
        _ellipse(draw, 0.5 + side * 0.082, 0.462, 0.017, 0.019, "#2A2220")
        draw.arc(
            (
                (0.5 + side * 0.082 - 0.045) * _WIDE,
                0.422 * _HIGH,
                (0.5 + side * 0.082 + 0.045) * _WIDE,
                0.462 * _HIGH,
            ),
            205,
            335,
            fill=colours.hair,
            width=int(0.011 * _WIDE),
        )
        _ellipse(draw, 0.5 + side * 0.12, 0.525, 0.034, 0.022, _warmer(colours.skin))
    draw.arc(
        (0.475 * _WIDE, 0.47 * _HIGH, 0.525 * _WIDE, 0.52 * _HIGH),
        30,
        150,
        fill=_darker(colours.skin),
        width=int(0.010 * _WIDE),
    )
    draw.arc(
        (0.425 * _WIDE, 0.495 * _HIGH, 0.575 * _WIDE, 0.575 * _HIGH),
        25,
        155,
        fill="#A4483F",
        width=int(0.014 * _WIDE),
    )


def _glasses(draw: ImageDraw.ImageDraw) -> None:
    width = int(0.008 * _WIDE)
    for side in (-1, 1):
        x = 0.5 + side * 0.084
        draw.ellipse(
            ((x - 0.06) * _WIDE, 0.422 * _HIGH, (x + 0.06) * _WIDE, 0.505 * _HIGH),
            outline="#39322F",
            width=width,
        )
    draw.line(
        (0.476 * _WIDE, 0.458 * _HIGH, 0.524 * _WIDE, 0.458 * _HIGH), fill="#39322F", width=width
    )


def _shade(colour: str, red: float, green: float, blue: float) -> str:
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(
        f"{min(255, int(part * factor)):02X}"
        for part, factor in zip(parts, (red, green, blue), strict=True)
    )


def _darker(colour: str) -> str:
    return _shade(colour, 0.86, 0.84, 0.82)


def _warmer(colour: str) -> str:
    return _shade(colour, 1.02, 0.90, 0.88)
