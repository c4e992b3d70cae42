"""A badge design as data: boxes in millimetres from the card's top left corner, and colours."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from desktop.documents.fonts import Face

Millimetres = Annotated[float, Meta(ge=0, le=1000)]
Place = Annotated[float, Meta(ge=-10, le=1000)]  # a bleed lies before the edge
Bleed = Annotated[float, Meta(ge=0, le=10)]
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

    x_mm: Place
    y_mm: Place
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
    """A photo that fills its box, or a logo fitted into it; initials where no photo is.

    Attributes:
        required: someone without a photo is listed before printing.
    """

    picture: Picture
    required: bool = False
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

    x_mm: Place
    y_mm: Place
    side_mm: Length


class Line(Part, frozen=True, tag_field="kind", tag="line"):
    """A straight rule."""

    from_mm: tuple[Place, Place]
    to_mm: tuple[Place, Place]
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

    points_mm: Annotated[tuple[tuple[Place, Place], ...], Meta(min_length=3)]
    fill: str


Element = Text | Image | Band | Code | Line | Rectangle | Polygon


class Slot(Box, frozen=True):
    """The hole for the strap: nothing may be printed there."""

    outline: str = ""


class Side(StrEnum):
    """A face of the card."""

    FRONT = "front"
    BACK = "back"


class Fold(StrEnum):
    """How a card that is printed on one side of the paper becomes one with two faces."""

    NONE = "none"
    TOP = "top"  # the back stands on its head above the front
    LEFT = "left"  # the back stands upright to the left of the front, as a book's


class Background(Part, frozen=True):
    """A picture or a page of a PDF under everything else, out to the bleed.

    Attributes:
        file: the name of a file that lies beside the design's.
        page: which page of a PDF, from 1.
    """

    file: Annotated[str, Meta(min_length=1, max_length=120)]
    page: Annotated[int, Meta(ge=1, le=500)] = 1


class Layout(Part, frozen=True, kw_only=True):
    """A badge: its front and, where it has one, its back.

    Attributes:
        name: as the officer knows it; the id when empty.
        width_mm: of one face, cut and folded.
        safe_mm: no text, picture or code comes nearer to the edge.
        bleed_mm: how far shapes and backgrounds may reach over the edge, to be cut off.
        keep_together: phrases that a title is not broken inside.
        elements: the front, drawn in this order.
        back: the back.
        back_like_front: the back shows what the front shows, as on a card to be stood up.
    """

    id: str
    name: str = ""
    width_mm: Length
    height_mm: Length
    safe_mm: Millimetres = 5
    bleed_mm: Bleed = 0
    fold: Fold = Fold.NONE
    default_colour: str
    default_label: str
    colours: dict[str, Hex]
    palette: dict[str, Swatch]
    keep_together: tuple[str, ...] = ()
    slot: Slot | None = None
    background: Background | None = None
    back_background: Background | None = None
    back_like_front: bool = False
    elements: Annotated[tuple[Element, ...], Meta(min_length=1)]
    back: tuple[Element, ...] = ()

    @property
    def title(self) -> str:
        """What the officer knows the design by."""
        return self.name or self.id

    @property
    def has_back(self) -> bool:
        """Whether something is printed on the back."""
        return bool(self.back or self.back_background or self.back_like_front)

    @property
    def sides(self) -> int:
        """How many sides of the paper a card takes."""
        return 2 if self.has_back and self.fold is Fold.NONE else 1

    @property
    def flat_width_mm(self) -> float:
        """The width of the card before it is folded."""
        return self.width_mm * (2 if self.fold is Fold.LEFT else 1)

    @property
    def flat_height_mm(self) -> float:
        """The height of the card before it is folded."""
        return self.height_mm * (2 if self.fold is Fold.TOP else 1)

    def elements_of(self, side: Side) -> tuple[Element, ...]:
        """List what one face shows."""
        if side is Side.FRONT or self.back_like_front:
            return self.elements
        return self.back

    def background_of(self, side: Side) -> Background | None:
        """Tell what lies under a face."""
        if side is Side.FRONT or self.back_like_front:
            return self.background
        return self.back_background

    def slot_of(self, side: Side) -> Slot | None:
        """Place the one hole as each face sees it: the card is turned like a page."""
        if self.slot is None or side is Side.FRONT:
            return self.slot
        return replace(self.slot, x_mm=self.width_mm - self.slot.x_mm - self.slot.width_mm)
