"""The foot of a paper: end mark, recipients, authority and name, never torn from the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.documents.blocks import Role
from desktop.documents.decree30 import END_MARK
from desktop.documents.format_check.departures import Departure, DepartureCode
from desktop.documents.format_check.elements import (
    CLOSE_PT,
    departure,
    held_to_middle,
    held_to_style,
)
from desktop.documents.format_check.flow import FlowLine, Foot
from desktop.documents.format_check.limits import LEAST_LINES_OVER_SIGNATURE
from desktop.documents.format_check.parts import PartReading, body
from desktop.documents.format_check.reading import PageReading, TextLine

_COLUMN_PT = 40.0  # between the word Nơi nhận and the column of the signature
_SIGNED_PT = 30.0  # a gap in which somebody signs
_DOTS = frozenset("….")
_PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q)\b")
_SOUND_PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q)\. \S")
_SLASHED = re.compile(r"(T/M|K/T|T/L|TUQ/|T/UQ)")


def foot_departures(
    part: PartReading, foot: Foot | None, lines: Sequence[FlowLine], *, is_issued: bool
) -> Iterator[Departure]:
    """Hold the foot of a part; a paper that is not issued needs none."""
    if foot is None:
        if is_issued:
            yield departure(DepartureCode.ELEMENT_MISSING, Role.RECIPIENTS_WORD, part.pages[-1])
        return
    if is_issued:
        yield from _end_mark(foot, lines)
    yield from _torn(part, foot)
    if foot.is_pair:
        return
    block = [line for line in body(foot.page) if line.baseline_pt > foot.begins_pt - CLOSE_PT]
    word = next(line for line in block if line.baseline_pt - foot.begins_pt < CLOSE_PT)
    right = [line for line in block if line.left_pt > word.right_pt + _COLUMN_PT]
    yield from held_to_style(Role.RECIPIENTS_WORD, word, foot.page)
    yield from _signature(word, right, foot.page)
    yield from _recipients(part, foot, [one for one in block if one not in right and one != word])


def _end_mark(foot: Foot, lines: Sequence[FlowLine]) -> Iterator[Departure]:
    last = lines[-1] if lines else None
    if last is None:
        return
    lowest_pt = max((edge.bottom_pt for edge in foot.page.edges), default=0.0)
    has_table_under = lowest_pt > last.line.baseline_pt or last.page is not foot.page
    if not has_table_under and not last.line.text.endswith(END_MARK):
        yield departure(DepartureCode.END_MARK, Role.BODY, last.page, last.line.text)


def _torn(part: PartReading, foot: Foot) -> Iterator[Departure]:
    above = {
        round(line.baseline_pt) for line in body(foot.page) if line.baseline_pt < foot.begins_pt - 1
    }
    if foot.page is not part.first and len(above) < LEAST_LINES_OVER_SIGNATURE:
        yield departure(DepartureCode.SIGNATURE_TORN, Role.AUTHORITY, foot.page)


def _signature(word: TextLine, right: Sequence[TextLine], page: PageReading) -> Iterator[Departure]:
    if not right:
        yield departure(DepartureCode.ELEMENT_MISSING, Role.AUTHORITY, page)
        return
    if abs(right[0].baseline_pt - word.baseline_pt) > CLOSE_PT:
        yield departure(DepartureCode.NOT_LEVEL, Role.RECIPIENTS_WORD, page, right[0].text)
    authority, signed = _divided(right)
    for line in authority:
        yield from held_to_style(Role.AUTHORITY, line, page)
    if signed:
        yield from held_to_style(Role.SIGNER, signed[-1], page)
    else:
        yield departure(DepartureCode.ELEMENT_MISSING, Role.SIGNER, page)
    for line in right:
        role = Role.AUTHORITY if line in authority else Role.SIGNER
        yield from held_to_middle(role, line, right[0].middle_pt, page)
    yield from _signing_form(authority, page)


def _divided(right: Sequence[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """Divide the column where somebody signs."""
    for place in range(1, len(right)):
        if right[place].baseline_pt - right[place - 1].baseline_pt > _SIGNED_PT:
            return list(right[:place]), list(right[place:])
    return list(right), []


def _signing_form(authority: Sequence[TextLine], page: PageReading) -> Iterator[Departure]:
    """Hold TM., KT., TL., TUQ., Q.: with a full stop; for a body first; a post under each."""
    last = len(authority) - 1
    for place, line in enumerate(authority):
        prefix = _PREFIX.match(line.text)
        if prefix is None:
            if _SLASHED.match(line.text):
                yield departure(DepartureCode.SIGNING_FORM, Role.AUTHORITY, page, line.text)
            continue
        is_misplaced = (prefix[1] == "TM" and place > 0) or (prefix[1] != "Q" and place == last)
        if is_misplaced or not _SOUND_PREFIX.match(line.text):
            yield departure(DepartureCode.SIGNING_FORM, Role.AUTHORITY, page, line.text)


def _recipients(part: PartReading, foot: Foot, block: Sequence[TextLine]) -> Iterator[Departure]:
    later = part.pages[part.pages.index(foot.page) + 1 :]
    lines = [*((foot.page, line) for line in block)]
    lines += [(page, line) for page in later for line in body(page)]
    items: list[str] = []
    for page, line in lines:
        yield from held_to_style(Role.RECIPIENT, line, page)
        if line.text.startswith("- ") or not items:
            items.append(line.text)
        else:
            items[-1] = f"{items[-1]} {line.text}"
    for place, item in enumerate(items, start=1):
        end = "." if place == len(items) else ";"
        is_open = set(item.removeprefix("- ")) <= _DOTS
        if not is_open and not (item.startswith("- ") and item.endswith(end)):
            yield departure(DepartureCode.RECIPIENT_FORM, Role.RECIPIENT, foot.page, item)
    if not items or not items[-1].startswith("- Lưu: "):
        text = items[-1] if items else ""
        yield departure(DepartureCode.FILE_COPY_MISSING, Role.RECIPIENT, foot.page, text)
