"""The head of a paper: found on its first page, then held to the decree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.documents.blocks import Role
from desktop.documents.decree30 import MOTTO, NATIONAL_TITLE
from desktop.documents.format_check.departures import Departure, DepartureCode
from desktop.documents.format_check.elements import (
    CLOSE_PT,
    departure,
    held_rule_to_middle,
    held_to_middle,
    held_to_middle_of_page,
    held_to_short_rule,
    held_to_style,
)
from desktop.documents.format_check.limits import KINDS
from desktop.documents.format_check.parts import NATION_BEGINS, PartReading, body
from desktop.documents.format_check.reading import PageReading, TextLine

_DATE = re.compile(
    r".+, ngày(?: (?:0[1-9]|[12]\d|3[01])| +) ?tháng(?: (?:0[12]|[3-9]|1[0-2])| +) ?năm \d{4}\Z"
)
_NUMBER = re.compile(r"Số:(?: (?:0[1-9]|[1-9]\d+)| *)/(?P<kind>[A-ZĐÂƯ]+)(?:-[A-ZĐ&]+)*\Z")
_NUMBER_BEGINS = re.compile(r"Số\b")
_MOTTO_BEGINS = MOTTO.partition(" - ")[0]
_LETTER_SUBJECT = "V/v"  # an official letter has no kind


class Head(Struct, frozen=True, kw_only=True):
    """What was found of a head; `end_pt` is the baseline of its last line."""

    title: TextLine | None = None
    motto: TextLine | None = None
    issuer: tuple[TextLine, ...] = ()
    number: TextLine | None = None
    date: TextLine | None = None
    kind: TextLine | None = None
    subject: tuple[TextLine, ...] = ()
    end_pt: float = 0.0


def read_head(part: PartReading) -> Head:
    """Find the elements of a paper's head by their places and words."""
    page = part.first
    lines = body(page)
    title = next((one for one in lines if one.text.upper().startswith(NATION_BEGINS)), None)
    if title is None:
        return Head()
    motto = next((one for one in lines if one.text.startswith(_MOTTO_BEGINS)), None)
    over_pt = (motto or title).baseline_pt
    kind = _find_kind(part, [one for one in lines if one.baseline_pt > over_pt + CLOSE_PT], title)
    above = [one for one in lines if kind is None or one.baseline_pt < kind.baseline_pt - CLOSE_PT]
    left = [one for one in above if one.right_pt < title.left_pt]
    number = next((one for one in left if _NUMBER_BEGINS.match(one.text)), None)
    issuer = [
        one for one in left if number is None or one.baseline_pt < number.baseline_pt - CLOSE_PT
    ]
    under = [one for one in lines if kind is not None and one.baseline_pt > kind.baseline_pt]
    subject = _subject(under, page)
    last = subject[-1] if subject else kind
    return Head(
        title=title,
        motto=motto,
        issuer=tuple(issuer),
        number=number,
        date=_find_date(above, title, number),
        kind=kind,
        subject=tuple(subject),
        end_pt=last.baseline_pt if last is not None else over_pt,
    )


def _find_kind(part: PartReading, under: Sequence[TextLine], title: TextLine) -> TextLine | None:
    """Take the first bold line in the middle; where none is, whatever stands there."""
    under = [one for one in under if not part.first.is_in_table(one)]
    centred = [one for one in under if part.is_in_middle(one)]
    aside = [one for one in under if one.left_pt < title.left_pt < one.right_pt]
    bold = [one for one in centred if one.is_bold and not one.is_italic]
    return next(iter([*bold[:1], *centred[:1], *aside[:1]]), None)


def _find_date(
    lines: Sequence[TextLine], title: TextLine, number: TextLine | None
) -> TextLine | None:
    for one in lines:
        if one.middle_pt < title.left_pt or one.baseline_pt <= title.baseline_pt:
            continue
        if "tháng" in one.text and "năm" in one.text:
            return one
        if number is not None and abs(one.baseline_pt - number.baseline_pt) < CLOSE_PT:
            return one
    return None


def _subject(lines: Sequence[TextLine], page: PageReading) -> list[TextLine]:
    """Take the bold lines up to the one with the rule under it; all of them where none has."""
    found: list[TextLine] = []
    for line in lines:
        if not line.is_bold:
            break
        found.append(line)
        if page.rule_under(line) is not None:
            break
    return found


def head_departures(part: PartReading, head: Head) -> Iterator[Departure]:
    """Hold the head of a paper."""
    page = part.first
    if head.title is None or head.motto is None:
        yield departure(DepartureCode.ELEMENT_MISSING, Role.NATIONAL_TITLE, page)
        return
    yield from _nation(head.title, head.motto, page)
    yield from _number_and_date(head, head.title, page)
    yield from _issuer(head, page)
    yield from _heading(part, head, page)


def _nation(title: TextLine, motto: TextLine, page: PageReading) -> Iterator[Departure]:
    for role, line, words in (
        (Role.NATIONAL_TITLE, title, NATIONAL_TITLE),
        (Role.MOTTO, motto, MOTTO),
    ):
        if line.text != words:
            yield departure(DepartureCode.ELEMENT_BROKEN, role, page, line.text)
        yield from held_to_style(role, line, page)
    yield from held_to_middle(Role.MOTTO, motto, title.middle_pt, page)
    rule = page.rule_under(motto)
    if rule is None:
        yield departure(DepartureCode.RULE_MISSING, Role.MOTTO, page, motto.text)
        return
    if abs(rule.length_pt - motto.width_pt) > 2 * CLOSE_PT:
        share = rule.length_pt / motto.width_pt
        yield departure(DepartureCode.RULE_LENGTH, Role.MOTTO, page, motto.text, share)
    yield from held_rule_to_middle(Role.MOTTO, motto, rule, page)


def _number_and_date(head: Head, title: TextLine, page: PageReading) -> Iterator[Departure]:
    """A paper has both, or is not issued and has neither."""
    number, date = head.number, head.date
    if number is None and date is None:
        return
    for role, line in ((Role.NUMBER, number), (Role.PLACE_DATE, date)):
        if line is None:
            yield departure(DepartureCode.ELEMENT_MISSING, role, page)
        else:
            yield from held_to_style(role, line, page)
    if number is not None and not _NUMBER.match(number.text):
        yield departure(DepartureCode.NUMBER_FORM, Role.NUMBER, page, number.text)
    if date is not None:
        if not _DATE.match(date.text):
            yield departure(DepartureCode.DATE_FORM, Role.PLACE_DATE, page, date.text)
        yield from held_to_middle(Role.PLACE_DATE, date, title.middle_pt, page)
        if number is not None and abs(number.baseline_pt - date.baseline_pt) > CLOSE_PT:
            yield departure(DepartureCode.NOT_ON_ONE_LINE, Role.PLACE_DATE, page, date.text)


def _issuer(head: Head, page: PageReading) -> Iterator[Departure]:
    bold = [line for line in head.issuer if line.is_bold]
    if not bold:
        yield departure(DepartureCode.ELEMENT_MISSING, Role.ISSUER, page)
        return
    middle_pt = (head.number or bold[-1]).middle_pt
    for line in head.issuer:
        role = Role.ISSUER if line.is_bold else Role.PARENT_BODY
        yield from held_to_style(role, line, page)
        yield from held_to_middle(role, line, middle_pt, page)
    yield from held_to_short_rule(Role.ISSUER, bold[-1], page)


def _heading(part: PartReading, head: Head, page: PageReading) -> Iterator[Departure]:
    kind = head.kind
    if any(line.text.startswith(_LETTER_SUBJECT) for line in page.lines):
        return
    if kind is None:
        yield departure(DepartureCode.ELEMENT_MISSING, Role.KIND, page)
        return
    yield from held_to_style(Role.KIND, kind, page)
    yield from held_to_middle_of_page(Role.KIND, kind, part, page)
    if head.number is not None:
        yield from _kind_and_symbol(kind, head.number, page)
    if not head.subject:
        yield departure(DepartureCode.ELEMENT_MISSING, Role.SUBJECT, page)
        return
    for line in head.subject:
        yield from held_to_style(Role.SUBJECT, line, page)
        yield from held_to_middle_of_page(Role.SUBJECT, line, part, page)
    yield from held_to_short_rule(Role.SUBJECT, head.subject[-1], page)


def _kind_and_symbol(kind: TextLine, number: TextLine, page: PageReading) -> Iterator[Departure]:
    known = KINDS.get(kind.text.upper())
    if known is None:
        yield departure(DepartureCode.KIND_UNKNOWN, Role.KIND, page, kind.text)
        return
    form = _NUMBER.match(number.text)
    if form is not None and form["kind"] != known:
        text = f"{kind.text}, {number.text}"
        yield departure(DepartureCode.KIND_AND_SYMBOL_DIFFER, Role.NUMBER, page, text)
