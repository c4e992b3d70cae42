"""When a paper is still a draft: while its number or its day is left open for the pen."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.documents.blocks import AppendixHeading, Document, Letterhead, Run
from desktop.documents.wording import ROOM_TO_FILL_IN


def is_draft(document: Document) -> bool:
    """Tell whether a number or a day is open: the paper's, or that of the paper it belongs to."""
    return any(ROOM_TO_FILL_IN in run.text for run in _named(document))


def _named(document: Document) -> Iterator[Run]:
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, AppendixHeading):
                yield block.reference
            elif isinstance(block, Letterhead):
                yield from (run for run in (block.number, block.place_date) if run is not None)
