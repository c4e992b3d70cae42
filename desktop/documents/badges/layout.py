"""A badge design as data: boxes in millimetres from the card's top left corner, and colours."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from desktop.documents.fonts import Face

Millimetres = Annotated[float, Meta(ge=0, le=1000)]
Length = Annotated[float, Meta(gt=0, le=1000)]
Points = Annotated[float, Meta(gt=0, le=400)]
Hex = Annotated[str, Meta(pattern="^#[0-9A-Fa-f]{6}$")]

GROUP_FILL = "group"  # colour names that stand for the swatch of the delegate's group
GROUP_INK = "group-ink"
GROUP_TONE = "group-tone"


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of a layout or sheet file; unknown keys are refused."""


class Field(StrEnum):
    """What a text box prints."""

    ISSUER = "issuer"
    TITLE = "title"
    SUBTITLE = "subtitle"
    PLACE = "place"
    DATE = "date"
    LABEL = "label"
    NAME = "name"
    POST = "post"
    UNIT = "unit"
    NUMBER = "number"
    DIGITS = "digits"
    SEAT = "seat"


GROUP_FIELDS = frozenset({Field.LABEL})
DELEGATE_FIELDS = frozenset(
    {Field.NAME, Field.POST, Field.UNIT, Field.NUMBER, Field.DIGITS, Field.SEAT}
)


class Picture(StrEnum):
    """What an image box shows."""

    PHOTO = "photo"
    LOGO = "logo"


class Align(StrEnum):
    """Where lines stand across their box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class VerticalAlign(StrEnum):
    """Where the lines stand between top and bottom of their box."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Pattern(StrEnum):
    """What tells a group's band from another's where colours are lost."""

    SOLID = "solid"
    DOTS = "dots"
    DIAGONALS = "diagonals"
    BARS = "bars"
    CHEVRONS = "chevrons"
    CHECKS = "checks"
    HOLLOW = "hollow"
    LINES = "lines"


class Swatch(Part, frozen=True):
    """The colours of one group.

    Attributes:
        fill: the band.
        ink: text and pattern on the band.
        tone: the same hue dark enough to be read on white.
    """

    fill: Hex
    ink: Hex
    tone: Hex
    pattern: Pattern = Pattern.SOLID


class Box(Part, frozen=True):
    """A place on the card."""

    x_mm: Millimetres
    y_mm: Millimetres
    width_mm: Length
    height_mm: Length


class Text(Box, frozen=True, tag_field="kind", tag="text"):
    """A field, or words of the design, fitted into a box.

    Attributes:
        floor_pt: the smallest size that is still read at arm's length.
        lines: how many lines the box may be broken into.
        lines_first: break into lines before shrinking, as titles want it.
        tracking_em: extra space after each letter.
        instead: the field printed here, and not in its own box, when this one's field is empty.
        required: an empty field is listed before printing.
    """

    font: Face
    full_pt: Points
    floor_pt: Points
    colour: str
    field: Field | None = None
    text: str = ""
    line_height: Annotated[float, Meta(ge=1.25, le=3)] = 1.25  # the accents of Ễ need no less
    lines: Annotated[int, Meta(ge=1, le=4)] = 2
    lines_first: bool = False
    tracking_em: Annotated[float, Meta(ge=0, le=1)] = 0
    align: Align = Align.CENTRE
    valign: VerticalAlign = VerticalAlign.MIDDLE
    capitals: bool = False
    instead: Field | None = None
    required: bool = False


class Image(Box, frozen=True, tag_field="kind", tag="image"):
    """A photo that fills its box, or a logo fitted into it; initials where no photo is."""

    picture: Picture
    border: str = ""
    panel: str = ""
    initials_font: Face = Face.SANS_BOLD
    initials_pt: Points = 24
    initials_colour: str = ""


class Band(Box, frozen=True, tag_field="kind", tag="band"):
    """A bar in the group's colour, its ends drawn in the group's pattern."""

    pattern_mm: Millimetres = 0


class Code(Part, frozen=True, tag_field="kind", tag="code"):
    """The QR code; the side includes the quiet zone."""

    x_mm: Millimetres
    y_mm: Millimetres
    side_mm: Length


class Line(Part, frozen=True, tag_field="kind", tag="line"):
    """A straight rule."""

    from_mm: tuple[Millimetres, Millimetres]
    to_mm: tuple[Millimetres, Millimetres]
    colour: str
    width_pt: Points


class Rectangle(Box, frozen=True, tag_field="kind", tag="rectangle"):
    """A frame, a filled panel, or both."""

    fill: str = ""
    stroke: str = ""
    stroke_pt: Points = 0.5
    radius_mm: Millimetres = 0


class Polygon(Part, frozen=True, tag_field="kind", tag="polygon"):
    """A filled shape of an ornament."""

    points_mm: Annotated[tuple[tuple[Millimetres, Millimetres], ...], Meta(min_length=3)]
    fill: str


Element = Text | Image | Band | Code | Line | Rectangle | Polygon


class Slot(Box, frozen=True):
    """The hole for the strap: nothing may be printed there."""

    outline: str = ""


class Layout(Part, frozen=True, kw_only=True):
    """One face of a badge.

    Attributes:
        safe_mm: no text, picture or code comes nearer to the edge.
        keep_together: phrases that a title is not broken inside.
        elements: drawn in this order.
    """

    id: str
    width_mm: Length
    height_mm: Length
    safe_mm: Millimetres = 5
    default_colour: str
    default_label: str
    colours: dict[str, Hex]
    palette: dict[str, Swatch]
    keep_together: tuple[str, ...] = ()
    slot: Slot | None = None
    elements: Annotated[tuple[Element, ...], Meta(min_length=1)]
