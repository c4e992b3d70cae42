"""An element held to how it has to be set, and where."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.documents.blocks import Role
from desktop.documents.format_check.departures import Departure, DepartureCode
from desktop.documents.format_check.limits import LIMITS, RULE_SHARE
from desktop.documents.format_check.page_objects import Stroke
from desktop.documents.format_check.parts import PartReading
from desktop.documents.format_check.reading import PageReading, TextLine

CLOSE_PT = 1.0  # a third of a millimetre: what an eye takes for the same place
_SHARE_TOLERANCE = 0.015


def held_to_style(role: Role, line: TextLine, page: PageReading) -> Iterator[Departure]:
    """Hold size, weight, slope and letters of a line to the limits of its element."""
    limit = LIMITS[role]
    least, most = limit.sizes_pt
    wrong = [size for size in sorted(line.sizes_pt) if not least - 0.1 <= size <= most + 0.1]
    if wrong:
        yield departure(DepartureCode.SIZE, role, page, line.text, wrong[0])
    if limit.is_bold is True and not line.is_bold:
        yield departure(DepartureCode.NOT_BOLD, role, page, line.text)
    if limit.is_bold is False and any("Bold" in face for face in line.faces):
        yield departure(DepartureCode.NOT_PLAIN, role, page, line.text)
    if limit.is_italic is True and not line.is_italic:
        yield departure(DepartureCode.NOT_ITALIC, role, page, line.text)
    if limit.is_italic is False and any("Italic" in face for face in line.faces):
        yield departure(DepartureCode.NOT_ROMAN, role, page, line.text)
    if limit.is_upper and line.text != line.text.upper():
        yield departure(DepartureCode.NOT_UPPER, role, page, line.text)


def held_to_middle(
    role: Role, line: TextLine, middle_pt: float, page: PageReading
) -> Iterator[Departure]:
    """Hold a line to the middle of its place."""
    if abs(line.middle_pt - middle_pt) > CLOSE_PT:
        yield departure(DepartureCode.NOT_CENTRED, role, page, line.text)


def held_to_middle_of_page(
    role: Role, line: TextLine, part: PartReading, page: PageReading
) -> Iterator[Departure]:
    """Hold a line to the middle between both margins."""
    if not part.is_in_middle(line):
        yield departure(DepartureCode.NOT_CENTRED, role, page, line.text)


def held_to_short_rule(role: Role, line: TextLine, page: PageReading) -> Iterator[Departure]:
    """Hold the rule under a line to a third to a half of it, in its middle."""
    rule = page.rule_under(line)
    if rule is None:
        yield departure(DepartureCode.RULE_MISSING, role, page, line.text)
        return
    share = rule.length_pt / line.width_pt
    if not RULE_SHARE[0] - _SHARE_TOLERANCE <= share <= RULE_SHARE[1] + _SHARE_TOLERANCE:
        yield departure(DepartureCode.RULE_LENGTH, role, page, line.text, share)
    yield from held_rule_to_middle(role, line, rule, page)


def held_rule_to_middle(
    role: Role, line: TextLine, rule: Stroke, page: PageReading
) -> Iterator[Departure]:
    """Hold a rule to the middle of the line over it."""
    if abs(rule.middle_pt - line.middle_pt) > CLOSE_PT:
        yield departure(DepartureCode.RULE_NOT_CENTRED, role, page, line.text)


def departure(
    code: DepartureCode, role: Role, page: PageReading, text: str = "", found: float = 0.0
) -> Departure:
    """Make a departure of an element, with its clause."""
    return Departure(
        code=code,
        page=page.number,
        clause=LIMITS[role].clause,
        element=role,
        text=text,
        found=found,
    )
