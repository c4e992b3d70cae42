"""Appendices: word, number, title and reference; numbered from I where there are several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.documents.blocks import Role
from desktop.documents.format_check.departures import Departure, DepartureCode
from desktop.documents.format_check.elements import departure, held_to_middle_of_page, held_to_style
from desktop.documents.format_check.parts import APPENDIX_WORD, PartReading, body
from desktop.documents.format_check.reading import TextLine
from desktop.rules.texts import roman


def appendix_end_pt(part: PartReading) -> float:
    """Find the baseline under which an appendix's own text begins."""
    title, reference = _heading(part)
    last = (reference or title or body(part.first))[-1]
    return last.baseline_pt


def reference_text(part: PartReading) -> str:
    """Give the line that names the paper which an appendix belongs to."""
    return " ".join(line.text for line in _heading(part)[1])


def _heading(part: PartReading) -> tuple[list[TextLine], list[TextLine]]:
    """Take the bold lines under the word, then the slanted ones in brackets."""
    title: list[TextLine] = []
    reference: list[TextLine] = []
    for line in body(part.first)[1:]:
        if line.is_bold and not reference and not part.first.is_in_table(line):
            title.append(line)
        elif line.is_italic and (reference or line.text.startswith("(")):
            reference.append(line)
            if line.text.endswith(")"):
                break
        else:
            break
    return title, reference


def appendix_departures(part: PartReading) -> Iterator[Departure]:
    """Hold the heading of an appendix."""
    page = part.first
    title, reference = _heading(part)
    yield from _held(part, Role.APPENDIX_WORD, body(page)[:1])
    for role, lines in ((Role.APPENDIX_TITLE, title), (Role.APPENDIX_REFERENCE, reference)):
        if not lines:
            yield departure(DepartureCode.ELEMENT_MISSING, role, page)
        yield from _held(part, role, lines)


def _held(part: PartReading, role: Role, lines: Sequence[TextLine]) -> Iterator[Departure]:
    for line in lines:
        yield from held_to_style(role, line, part.first)
        yield from held_to_middle_of_page(role, line, part, part.first)


def appendix_number_departures(appendices: Sequence[PartReading]) -> Iterator[Departure]:
    """Several appendices are numbered in Roman figures one after another."""
    numbers: list[str] = []
    for part in appendices:
        word = APPENDIX_WORD.match(body(part.first)[0].text)
        numbers.append((word["number"] or "") if word else "")
    first = next((n for n in range(1, 100) if numbers and roman(n) == numbers[0]), 1)
    for place, (part, number) in enumerate(zip(appendices, numbers, strict=True)):
        wanted = roman(first + place) if len(appendices) > 1 else (number or "")
        is_arabic = number.isdecimal()
        if number != wanted or is_arabic:
            yield departure(
                DepartureCode.APPENDIX_NUMBER,
                Role.APPENDIX_WORD,
                part.first,
                body(part.first)[0].text,
            )
