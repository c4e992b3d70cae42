"""The mark of a draft: on every page until number and day are set, and not after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.documents.decree30 import DRAFT_MARK
from desktop.documents.format_check.appendix import reference_text
from desktop.documents.format_check.departures import Departure, DepartureCode
from desktop.documents.format_check.head import Head
from desktop.documents.format_check.parts import PartReading

_OPEN = re.compile(r"[Ss]ố:? *(?=/)|ngày +tháng")


def draft_departures(part: PartReading, head: Head) -> Iterator[Departure]:
    """Hold the pages of a part that names a number and a day, its own or its paper's."""
    named = " ".join(line.text for line in (head.number, head.date) if line is not None)
    named = named or (reference_text(part) if part.is_appendix else "")
    if not named:
        return
    is_open = _OPEN.search(named) is not None
    for page in part.pages:
        is_marked = DRAFT_MARK in page.slanted_text
        if is_open and not is_marked:
            yield Departure(code=DepartureCode.DRAFT_MARK_MISSING, page=page.number)
        elif is_marked and not is_open:
            yield Departure(code=DepartureCode.DRAFT_MARK_LEFT, page=page.number)
