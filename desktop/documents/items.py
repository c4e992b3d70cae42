"""Lists inside a paper's text: lettered points, dashes, numbered clauses (Mục II.6)."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.documents.blocks import Paragraph, Role, blank, paragraph, run
from desktop.documents.wording import closed, point_letter


def points(texts: Sequence[str], field: str) -> list[Paragraph]:
    """Letter several texts a), b), c); one alone stays a paragraph; none leaves a blank."""
    ended = closed([text for text in texts if text.strip()])
    if not ended:
        return [to_fill_in(field)]
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


def to_fill_in(field: str) -> Paragraph:
    """Make a line of dots, for a whole text that is missing."""
    return Paragraph(role=Role.BODY, runs=(blank(field),))


def labelled(role: Role, label: str, text: str, field: str) -> Paragraph:
    """Make a label and its text; dots where the text is missing."""
    value = run(text, field) if text else blank(field)
    return Paragraph(role=role, runs=(run(f"{label}: "), value))
