"""What a layout or sheet file must keep, beyond its types, so that every badge can be used."""

from __future__ import annotations

from pathlib import Path

from desktop.documents.badges.arrange import Area, extent
from desktop.documents.badges.layout import (
    DELEGATE_FIELDS,
    GROUP_FILL,
    GROUP_INK,
    GROUP_TONE,
    Band,
    Code,
    Element,
    Field,
    Fold,
    Image,
    Layout,
    Line,
    Polygon,
    Rectangle,
    Side,
    Swatch,
    Text,
)
from desktop.documents.badges.qr import MODULES, SIDE_MODULES
from desktop.documents.badges.sheet import EXACT_MM, Sheet
from desktop.errors import InputRefused

SMALLEST_PT = 6.0  # below, print is not read
SMALLEST_MODULE_MM = 0.5  # what office printers and cheap scanners agree on
SMALLEST_CODE_MM = 15.0
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
_MM = 72 / 25.4


def check_layout(layout: Layout, path: Path | None = None) -> None:
    """Refuse a layout that could print outside the card, unreadably, or over slot or code.

    Raises:
        InputRefused: layout-colour, layout-contrast, layout-outside, layout-slot, layout-code,
            layout-text, layout-fold, layout-background; the fact `place` names the element, swatch
            or key.
    """
    if layout.default_colour not in layout.palette:
        raise InputRefused("layout-colour", path, place="default_colour")
    for name, swatch in layout.palette.items():
        _check_swatch(name, swatch, path)
    for index, element in enumerate(layout.elements):
        _check_element(element, layout, Side.FRONT, f"elements[{index}]", path)
    for index, element in enumerate(layout.back):
        _check_element(element, layout, Side.BACK, f"back[{index}]", path)
    if layout.slot is not None:
        _check_names((layout.slot.outline,), layout, "slot", path)
    if layout.fold is not Fold.NONE and not layout.has_back:
        raise InputRefused("layout-fold", path, place="fold")
    for background, key in (
        (layout.background, "background"),
        (layout.back_background, "back_background"),
    ):
        if background and not _is_plain_name(background.file):
            raise InputRefused("layout-background", path, place=key)


def _check_element(
    element: Element, layout: Layout, side: Side, place: str, path: Path | None
) -> None:
    _check_colours(element, layout, place, path)
    _check_place(element, layout, side, place, path)
    if isinstance(element, Text):
        _check_text(element, place, path)
    if isinstance(element, Code):
        _check_code(element, layout, side, place, path)


def check_sheet(sheet: Sheet, path: Path | None = None) -> None:
    """Refuse a sheet whose block of cards does not lie on its page; an exact fit does.

    Raises:
        InputRefused: sheet-too-wide, sheet-too-high.
    """
    if sheet.left_mm + sheet.block_width_mm > sheet.page_width_mm + EXACT_MM:
        raise InputRefused("sheet-too-wide", path, place="columns")
    if sheet.top_mm + sheet.block_height_mm > sheet.page_height_mm + EXACT_MM:
        raise InputRefused("sheet-too-high", path, place="rows")


def check_pair(layout: Layout, sheet: Sheet) -> None:
    """Refuse to put a card into cells of another size.

    Raises:
        InputRefused: sheet-card-size.
    """
    if (
        abs(layout.flat_width_mm - sheet.card_width_mm) > EXACT_MM
        or abs(layout.flat_height_mm - sheet.card_height_mm) > EXACT_MM
    ):
        raise InputRefused("sheet-card-size", layout=layout.title, sheet=sheet.title)


def is_pair(layout: Layout, sheet: Sheet) -> bool:
    """Tell whether the cards of a layout lie in the cells of a sheet."""
    try:
        check_pair(layout, sheet)
    except InputRefused:
        return False
    return True


def luminance(colour: str) -> float:
    """Compute the relative luminance of an sRGB colour (WCAG 2.2): what is left of it in grey."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Compute the contrast ratio of two colours (WCAG 2.2), 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _check_swatch(name: str, swatch: Swatch, path: Path | None) -> None:
    pairs = ((swatch.fill, swatch.ink), (swatch.tone, "#ffffff"))
    if any(contrast(*pair) < LEAST_CONTRAST for pair in pairs):
        raise InputRefused("layout-contrast", path, place=f"palette.{name}")


def _check_colours(element: Element, layout: Layout, place: str, path: Path | None) -> None:
    match element:
        case Text() | Line():
            _check_names((element.colour,), layout, place, path, needed=True)
        case Polygon():
            _check_names((element.fill,), layout, place, path, needed=True)
        case Rectangle():
            _check_names((element.fill, element.stroke), layout, place, path)
        case Image():
            names = (element.border, element.panel, element.initials_colour)
            _check_names(names, layout, place, path)
        case Band() | Code():
            pass


def _check_names(
    names: tuple[str, ...], layout: Layout, place: str, path: Path | None, *, needed: bool = False
) -> None:
    known = {GROUP_FILL, GROUP_INK, GROUP_TONE, *layout.colours}
    if any(name not in known for name in names if name or needed):
        raise InputRefused("layout-colour", path, place=place)


def _is_plain_name(name: str) -> bool:
    """Tell whether a name is that of a file in the design's own folder."""
    return not set(name) & set("/\\:\0") and name not in {".", ".."}


def _check_place(
    element: Element, layout: Layout, side: Side, place: str, path: Path | None
) -> None:
    left, top, right, bottom = extent(element)
    margin = layout.safe_mm if isinstance(element, Text | Image | Code) else -layout.bleed_mm
    if (
        min(left, top) < margin - EXACT_MM
        or right > layout.width_mm - margin + EXACT_MM
        or bottom > layout.height_mm - margin + EXACT_MM
    ):
        raise InputRefused("layout-outside", path, place=place)
    slot = layout.slot_of(side)
    is_frame = isinstance(element, Rectangle) and not element.fill
    if slot and not is_frame and _overlap(extent(element), extent(slot)):
        raise InputRefused("layout-slot", path, place=place)


def _overlap(one: Area, other: Area) -> bool:
    return (
        one[0] < other[2] - EXACT_MM
        and other[0] < one[2] - EXACT_MM
        and one[1] < other[3] - EXACT_MM
        and other[1] < one[3] - EXACT_MM
    )


def _check_text(text: Text, place: str, path: Path | None) -> None:
    says_one_thing = (text.field is None) == bool(text.text)
    is_readable = SMALLEST_PT <= text.floor_pt <= text.full_pt
    has_room = text.lines * text.floor_pt * text.line_height <= text.height_mm * _MM + 1e-6
    names_stay_as_typed = not (text.capitals and text.field is Field.NAME)
    stands_in = text.instead is None or (
        text.field is not None
        and (text.instead in DELEGATE_FIELDS) == (text.field in DELEGATE_FIELDS)
    )
    if not (says_one_thing and is_readable and has_room and names_stay_as_typed and stands_in):
        raise InputRefused("layout-text", path, place=place)


def _check_code(code: Code, layout: Layout, side: Side, place: str, path: Path | None) -> None:
    module = code.side_mm / SIDE_MODULES
    if module < SMALLEST_MODULE_MM or module * MODULES < SMALLEST_CODE_MM:
        raise InputRefused("layout-code", path, place=place)
    covering = (
        other
        for other in layout.elements_of(side)
        if other is not code and not (isinstance(other, Rectangle) and _contains(other, code))
    )
    if any(_overlap(extent(other), extent(code)) for other in covering):
        raise InputRefused("layout-code", path, place=place)


def _contains(rectangle: Rectangle, code: Code) -> bool:
    outer, inner = extent(rectangle), extent(code)
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and outer[2] >= inner[2]
        and outer[3] >= inner[3]
    )
