"""What is appended to the plan, and how each appendix is called."""

from __future__ import annotations

from enum import StrEnum

from desktop.documents.blocks import AppendixHeading, Part, Row, Table, run
from desktop.documents.departures import COLUMNS, TITLE, departures
from desktop.documents.frame import reference_to_plan
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import title_phrases_kept
from desktop.rules.texts import roman

_WORD = "Phụ lục"
_SEVERAL = 2


class Appendix(StrEnum):
    """An appendix of the plan, in their order."""

    LIST = "list"  # a paper of its own
    DEPARTURES = "departures"


def appendix_name(snapshot: Snapshot, appendix: Appendix) -> str:
    """Name an appendix: numbered in Roman figures where there are several (Mục III.1 Phần I)."""
    present = [Appendix.LIST] if snapshot.file.delegates else []
    if departures(snapshot):
        present.append(Appendix.DEPARTURES)
    if len(present) < _SEVERAL or appendix not in present:
        return _WORD
    return f"{_WORD} {roman(present.index(appendix) + 1)}"


def list_heading(snapshot: Snapshot, kind: str, subject: str) -> AppendixHeading:
    """Head a list by itself: it belongs to the plan, for the decree knows no such paper."""
    return AppendixHeading(
        word=run(_WORD),
        title=(run(kind), run(title_phrases_kept(subject), "title")),
        reference=run(reference_to_plan(snapshot)),
    )


def departures_part(snapshot: Snapshot, rows: tuple[Row, ...]) -> Part:
    """Lay out where the plan departs from the one above as a landscape appendix."""
    heading = AppendixHeading(
        word=run(appendix_name(snapshot, Appendix.DEPARTURES)),
        title=(run(TITLE),),
        reference=run(reference_to_plan(snapshot)),
    )
    return Part(blocks=(heading, Table(columns=COLUMNS, rows=rows)), is_landscape=True)
