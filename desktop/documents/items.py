"""Lists inside a paper's text: lettered points, dashes, numbered clauses (Mục II.6)."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.documents.blocks import BLANK, Paragraph, Role, Run, paragraph, run
from desktop.documents.wording import closed, point_letter


def points(texts: Sequence[str], field: str) -> list[Paragraph]:
    """Letter several texts a), b), c); one alone stays a paragraph; none leaves a blank."""
    ended = closed([text for text in texts if text.strip()])
    if not ended:
        return [blank(field)]
    if len(ended) == 1:
        return [paragraph(Role.BODY, ended[0], field)]
    return [point(index, text, field) for index, text in enumerate(ended)]


def point(index: int, text: str, field: str) -> Paragraph:
    """Make the lettered point of an index."""
    return paragraph(Role.POINT, f"{point_letter(index)}) {text}", field)


def dashes(texts: Sequence[str], field: str) -> list[Paragraph]:
    """Put a dash before each text."""
    ended = closed([text for text in texts if text.strip()])
    return [paragraph(Role.DASH, f"- {text}", field) for text in ended]


def clause(number: int, title: str, field: str = "") -> Paragraph:
    """Make a titled clause: 1. Mục đích."""
    return Paragraph(role=Role.CLAUSE, runs=(run(f"{number}. "), run(title.strip(), field)))


def section(numeral: str, title: str) -> Paragraph:
    """Make the heading of a part: I. MỤC ĐÍCH, YÊU CẦU."""
    return paragraph(Role.SECTION, f"{numeral}. {title}")


def blank(field: str, before: str = "") -> Paragraph:
    """Make a line to be filled in by hand, after some words or alone."""
    empty = Run(text=BLANK, source=run("x", field).source, is_blank=True)
    return Paragraph(role=Role.POINT, runs=(run(before), empty) if before else (empty,))
