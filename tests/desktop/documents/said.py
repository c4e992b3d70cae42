"""What a paper says, letter by letter: the blocks it was built from against its PDF."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.documents.blocks import (
    AppendixHeading,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Part,
    Role,
    Row,
    Run,
    Signature,
    SignaturePair,
    Table,
)
from desktop.documents.decree30 import (
    DRAFT_MARK,
    MOTTO,
    NATIONAL_TITLE,
    RECIPIENTS_WORD,
    STYLES,
)

_DIVIDED = 700  # letters of a cell that may fill a page of its own
_TOTALS = re.compile(r"Cộngtrangnày:.*?;cộngdồn:(\d+)người(?:,[\d.]+đồng)?")


class Stretch(NamedTuple):
    """Letters that follow one another; `is_mixed`: in an order of their own.

    Attributes:
        head: of the table that the stretch is a row of: drawn anew on each page.
        people: what the row adds to the totals under a page.
    """

    letters: str
    is_mixed: bool = False
    head: str = ""
    people: int = 0


def packed(text: str) -> str:
    """Leave out spaces; PDFium takes a hyphen at the end of a line for one of hyphenation."""
    return "".join(unicodedata.normalize("NFC", text).replace("\ufffe", "-").split())


def departures_from(document: Document, pages: Sequence[str]) -> list[str]:
    """Read a document along the text of its pages; tell where the two part company."""
    reader = _Reader([packed(page).replace(DRAFT_MARK.replace(" ", ""), "", 1) for page in pages])
    if not any(DRAFT_MARK in page for page in pages):
        reader = _Reader([packed(page) for page in pages])
    for part in document.parts:
        reader.begin_part()
        for stretch in _of_part(part):
            fault = reader.read(stretch)
            if fault:
                return [fault]
    return reader.left_over()


class _Reader:
    """A place in the text of all pages."""

    def __init__(self, pages: Sequence[str]) -> None:
        self._pages = list(pages)
        self._page = -1
        self._number = 0  # of the page in its part
        self._rest = ""
        self._people = 0

    def begin_part(self) -> None:
        self._page += 1
        self._number = 1
        self._people = 0
        self._rest = self._pages[self._page] if self._page < len(self._pages) else ""

    def read(self, stretch: Stretch) -> str:
        """Take a stretch off the text; give what stands there instead."""
        wanted = stretch.letters
        while wanted:
            self._skip_totals()
            if not self._rest and not self._turn(stretch.head):
                return f"the pages end before {wanted[:60]!r}"
            taken = self._rest[: len(wanted)]
            expected = wanted[: len(taken)]
            if stretch.is_mixed:
                if Counter(taken) - Counter(wanted):
                    return f"{taken[:80]!r} instead of {wanted[:80]!r}"
                wanted = "".join((Counter(wanted) - Counter(taken)).elements())
            elif taken != expected:
                return f"{taken[:80]!r} instead of {expected[:80]!r}"
            else:
                wanted = wanted[len(taken) :]
            self._rest = self._rest[len(taken) :]
        self._people += stretch.people
        return ""

    def _skip_totals(self) -> None:
        """Pass over the line under the rows of a page, if its sum is that of the rows so far."""
        found = _TOTALS.match(self._rest)
        if found and int(found[1]) == self._people:
            self._rest = self._rest[found.end() :]

    def left_over(self) -> list[str]:
        """Give what no block said."""
        self._skip_totals()
        return [text for text in (self._rest, *self._pages[self._page + 1 :]) if text]

    def _turn(self, head: str) -> bool:
        self._page += 1
        if self._page >= len(self._pages):
            return False
        self._number += 1
        self._rest = self._pages[self._page].removeprefix(str(self._number))
        if head and Counter(self._rest[: len(head)]) == Counter(head):
            self._rest = self._rest[len(head) :]
        return True


def _of_part(part: Part) -> Iterator[Stretch]:
    for block in part.blocks:
        match block:
            case Paragraph():
                yield Stretch(packed(_role_text(block.runs, block.role)))
            case Heading():
                yield Stretch(packed(block.kind.text.upper() + block.subject.text))
            case AppendixHeading():
                title = "".join(one.text.upper() for one in block.title)
                yield Stretch(packed(block.word.text + title + block.reference.text))
            case Letterhead():
                yield Stretch(packed(_letterhead(block)), is_mixed=True)
            case Table():
                yield from _table(block)
            case Signature() | SignaturePair():
                yield Stretch(packed(_foot(block)), is_mixed=True)
            case _:
                raise TypeError(block)


def _letterhead(block: Letterhead) -> str:
    heads = [one for one in (block.parent_body, block.issuer) if one is not None]
    others = [one for one in (block.number, block.place_date) if one is not None]
    texts = [one.text.upper() for one in heads] + [one.text for one in others]
    return "".join([NATIONAL_TITLE, MOTTO, *texts])


def _table(table: Table) -> Iterator[Stretch]:
    groups = [
        column.group
        for index, column in enumerate(table.columns)
        if column.group and (index == 0 or table.columns[index - 1].group != column.group)
    ]
    head = packed("".join([*groups, *(column.heading for column in table.columns)]))
    yield Stretch(head, is_mixed=True)
    for row in table.rows:
        is_divided = max(len(_text(cell)) for cell in row.cells) > _DIVIDED  # over pages
        yield Stretch(packed(_row(row)), head=head, people=row.people, is_mixed=is_divided)


def _row(row: Row) -> str:
    return "".join(map(_text, row.cells))


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _foot(block: Signature | SignaturePair) -> str:
    recipients = [one.text for one in block.recipients]
    if isinstance(block, SignaturePair):
        sides = (block.left, block.right)
        words = [text for one in sides for text in (one.word.text.upper(), one.name.text)]
        return "".join(words + ([RECIPIENTS_WORD, *recipients] if recipients else []))
    post = [block.post.text.upper()] if block.post else []
    authority = [one.text.upper() for one in block.authority]
    return "".join([*authority, *post, block.name.text, RECIPIENTS_WORD, *recipients])


def _role_text(runs: Sequence[Run], role: Role) -> str:
    text = _text(runs)
    return text.upper() if STYLES[role].is_upper else text
