"""The parts of a badge design in words: what they are, what can be set, what can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.documents.badges.imposition import Flip, Order
from desktop.documents.badges.layout import (
    GROUP_FILL,
    GROUP_INK,
    GROUP_TONE,
    Align,
    Band,
    Code,
    Element,
    Field,
    Fold,
    Image,
    Line,
    Pattern,
    Picture,
    Polygon,
    Rectangle,
    Side,
    Text,
    VerticalAlign,
)
from desktop.language import tr
from desktop.sentences.colours import badge_colours

Word = Callable[[], str]

FIELDS: Mapping[Field, Word] = {
    Field.ISSUER: lambda: tr("issuing body"),
    Field.TITLE: lambda: tr("title of the conference"),
    Field.SUBTITLE: lambda: tr("period or ordinal"),
    Field.PLACE: lambda: tr("place"),
    Field.DATE: lambda: tr("day"),
    Field.LABEL: lambda: tr("words of the group"),
    Field.NAME: lambda: tr("full name"),
    Field.POST: lambda: tr("post or honour"),
    Field.UNIT: lambda: tr("unit"),
    Field.NUMBER: lambda: tr("badge number"),
    Field.SEAT: lambda: tr("seat"),
    Field.DIGITS: lambda: tr("digits of the code"),
}
PICTURES: Mapping[Picture, Word] = {
    Picture.PHOTO: lambda: tr("photo"),
    Picture.LOGO: lambda: tr("emblem"),
}
ALIGNS: Mapping[Align, Word] = {
    Align.LEFT: lambda: tr("left"),
    Align.CENTRE: lambda: tr("centred"),
    Align.RIGHT: lambda: tr("right"),
}
VERTICAL_ALIGNS: Mapping[VerticalAlign, Word] = {
    VerticalAlign.TOP: lambda: tr("top"),
    VerticalAlign.MIDDLE: lambda: tr("middle"),
    VerticalAlign.BOTTOM: lambda: tr("bottom"),
}
PATTERNS: Mapping[Pattern, Word] = {
    Pattern.SOLID: lambda: tr("plain"),
    Pattern.DOTS: lambda: tr("dots"),
    Pattern.DIAGONALS: lambda: tr("slanting stripes"),
    Pattern.BARS: lambda: tr("upright bars"),
    Pattern.CHEVRONS: lambda: tr("chevrons"),
    Pattern.CHECKS: lambda: tr("checks"),
    Pattern.HOLLOW: lambda: tr("outline"),
    Pattern.LINES: lambda: tr("level lines"),
}
SIDES: Mapping[Side, Word] = {
    Side.FRONT: lambda: tr("Front face"),
    Side.BACK: lambda: tr("Back face"),
}
FOLDS: Mapping[Fold, Word] = {
    Fold.NONE: lambda: tr("not folded"),
    Fold.TOP: lambda: tr("folded along the upper edge"),
    Fold.LEFT: lambda: tr("folded along the left edge"),
}
ORDERS: Mapping[Order, Word] = {
    Order.ROWS: lambda: tr("row by row"),
    Order.COLUMNS: lambda: tr("column by column"),
    Order.STACK: lambda: tr("to be cut as one pile"),
}
FLIPS: Mapping[Flip, Word] = {
    Flip.LONG: lambda: tr("over the long edge"),
    Flip.SHORT: lambda: tr("over the short edge"),
}

_KINDS: Mapping[type[Element], Word] = {
    Band: lambda: tr("Band of the group"),
    Code: lambda: tr("Code"),
    Line: lambda: tr("Line"),
    Rectangle: lambda: tr("Rectangle"),
    Polygon: lambda: tr("Shape"),
}

# what can be set of a part, by the name of its attribute
SETTINGS: Mapping[str, Word] = {
    "x_mm": lambda: tr("From the left"),
    "y_mm": lambda: tr("From the top"),
    "width_mm": lambda: tr("Width"),
    "height_mm": lambda: tr("Height"),
    "side_mm": lambda: tr("Side with its margin"),
    "field": lambda: tr("Shows"),
    "text": lambda: tr("Fixed words"),
    "font": lambda: tr("Typeface"),
    "full_pt": lambda: tr("Full size"),
    "floor_pt": lambda: tr("Smallest size"),
    "lines": lambda: tr("Lines at most"),
    "lines_first": lambda: tr("Break into lines before shrinking"),
    "align": lambda: tr("Across"),
    "valign": lambda: tr("Up and down"),
    "colour": lambda: tr("Colour"),
    "capitals": lambda: tr("In capitals"),
    "required": lambda: tr("List whoever lacks it"),
    "picture": lambda: tr("Shows"),
    "border": lambda: tr("Border"),
    "panel": lambda: tr("Ground without a photo"),
    "pattern_mm": lambda: tr("End pattern"),
    "width_pt": lambda: tr("Thickness"),
    "fill": lambda: tr("Filled with"),
    "stroke": lambda: tr("Outline"),
    "stroke_pt": lambda: tr("Outline"),
    "radius_mm": lambda: tr("Rounding"),
    "name": lambda: tr("Name of the design"),
    "safe_mm": lambda: tr("Safe zone"),
    "bleed_mm": lambda: tr("Bleed"),
    "fold": lambda: tr("Fold"),
    "back_like_front": lambda: tr("The back is like the front"),
}


def setting_name(name: str) -> str:
    """Name what can be set, with its unit."""
    word = SETTINGS[name]()
    if name.endswith("_mm"):
        return tr("{setting} (mm)", setting=word)
    return tr("{setting} (pt)", setting=word) if name.endswith("_pt") else word


def element_name(element: Element) -> str:
    """Say what a part of a card is."""
    if isinstance(element, Text):
        return (
            tr("Text: {field}", field=FIELDS[element.field]())
            if element.field
            else tr("Words: {words}", words=element.text)
        )
    if isinstance(element, Image):
        return tr("Picture: {picture}", picture=PICTURES[element.picture]())
    return _KINDS[type(element)]()


def colour_name(name: str) -> str:
    """Name a colour of a design; those of its own have the names their author gave."""
    return {
        "": tr("none"),
        GROUP_FILL: tr("of the group"),
        GROUP_INK: tr("of the group, on its band"),
        GROUP_TONE: tr("of the group, on white"),
        **dict(badge_colours()),
        # those of the designs that come with the program
        "faint": tr("faint"),
        "fill": tr("ground"),
        "gold": tr("gold"),
        "ink": tr("ink"),
        "panel": tr("panel"),
        "rule": tr("of the rules"),
        "soft": tr("soft"),
    }.get(name, name)
