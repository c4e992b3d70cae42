"""A PDF read back as lines of text and drawn rules with their places, sizes and styles.

Nothing is taken from the writers: places come from PDFium, fonts from the file's own objects.
Distances run from the left edge to the right and from the top edge down, in points.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from io import BytesIO

import pikepdf
import pypdfium2
from msgspec import Struct

from desktop.documents.format_check.page_objects import Char, Stroke, read_chars, read_strokes

_COLUMN_GAP_PT = 30.0  # wider than the room left for a number, narrower than between columns
_LEAST_SPACE = 0.18  # of the size: a wider gap without a space is one all the same
_UPRIGHT_DEGREES = 1.0


class Unreadable(Exception):  # noqa: N818 - says what the file is
    """The bytes are no PDF, or are locked or damaged."""


class TextLine(Struct, frozen=True, kw_only=True):
    """A line of text."""

    text: str
    left_pt: float
    right_pt: float
    baseline_pt: float
    sizes_pt: frozenset[float]
    faces: frozenset[str]

    @property
    def size_pt(self) -> float:
        """The largest size in it."""
        return max(self.sizes_pt)

    @property
    def width_pt(self) -> float:
        """From the first letter to the last."""
        return self.right_pt - self.left_pt

    @property
    def middle_pt(self) -> float:
        """Halfway between both ends."""
        return (self.left_pt + self.right_pt) / 2

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all("Bold" in face for face in self.faces)

    @property
    def is_italic(self) -> bool:
        """Whether all of it is italic."""
        return all("Italic" in face for face in self.faces)

    @property
    def is_upright(self) -> bool:
        """Whether nothing of it is bold or italic."""
        return not any("Bold" in face or "Italic" in face for face in self.faces)


class PageReading:
    """One page."""

    def __init__(self, number: int, page: pypdfium2.PdfPage) -> None:
        self.number = number
        self.width_pt, self.height_pt = (float(side) for side in page.get_size())
        chars = read_chars(page, self.height_pt)
        self.chars = [char for char in chars if abs(char.degrees) < _UPRIGHT_DEGREES]
        slanted = [char.text for char in chars if abs(char.degrees) >= _UPRIGHT_DEGREES]
        self.slanted_text = "".join(slanted).strip()
        self.strokes = read_strokes(page, self.height_pt)

    @property
    def is_landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width_pt > self.height_pt

    @cached_property
    def rules(self) -> list[Stroke]:
        """The lines drawn from left to right."""
        return [stroke for stroke in self.strokes if stroke.is_level]

    @cached_property
    def edges(self) -> list[Stroke]:
        """The lines drawn from top to bottom: the edges of table columns."""
        return [stroke for stroke in self.strokes if stroke.is_upright]

    @cached_property
    def lines(self) -> list[TextLine]:
        """All lines from top to bottom, columns beside each other as lines of their own."""
        by_baseline: dict[float, list[Char]] = defaultdict(list)
        for char in self.chars:
            by_baseline[round(char.baseline_pt, 1)].append(char)
        return [
            line
            for baseline_pt in sorted(by_baseline)
            for line in _split(by_baseline[baseline_pt], baseline_pt, self.edges_at(baseline_pt))
        ]

    def edges_at(self, baseline_pt: float) -> list[float]:
        """Name where the edges of table columns cross the height of a baseline."""
        return sorted(
            edge.left_pt for edge in self.edges if edge.top_pt < baseline_pt < edge.bottom_pt
        )

    def is_in_table(self, line: TextLine) -> bool:
        """Tell whether a line stands between the edges of a table's columns."""
        return bool(self.edges_at(line.baseline_pt))

    def rule_under(self, line: TextLine) -> Stroke | None:
        """Find a rule within half a line under a baseline that the line's middle stands over."""
        for rule in self.rules:
            if 0 < rule.top_pt - line.baseline_pt < line.size_pt / 2 and (
                rule.left_pt <= line.middle_pt <= rule.right_pt
            ):
                return rule
        return None


class Reading:
    """A whole PDF."""

    def __init__(self, data: bytes) -> None:
        """Read every page.

        Raises:
            Unreadable: these bytes cannot be read as a PDF.
        """
        try:
            with pypdfium2.PdfDocument(data) as pdf:
                self.pages = [PageReading(n, page) for n, page in enumerate(pdf, start=1)]
            self.fonts, self.subject = _fonts_and_subject(data)
        except (pypdfium2.PdfiumError, pikepdf.PdfError) as error:
            raise Unreadable from error

    @property
    def text(self) -> str:
        """Every line on a line of its own."""
        return "\n".join(line.text for page in self.pages for line in page.lines)


def _fonts_and_subject(data: bytes) -> tuple[dict[str, bool], str]:
    """Name every font of the file, with whether its program is embedded, and what it is about."""
    found: dict[str, bool] = {}
    with pikepdf.open(BytesIO(data)) as pdf:
        subject = str(pdf.docinfo.get("/Subject", ""))
        for item in pdf.objects:
            if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
                continue
            if item.get("/Subtype") == "/Type0":
                continue  # the font that it stands for is in the file too
            descriptor = item.get("/FontDescriptor")
            is_embedded = descriptor is not None and any(
                key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
            )
            found[str(item.get("/BaseFont", "")).removeprefix("/")] = is_embedded
    return found, subject


def _split(
    chars: Sequence[Char], baseline_pt: float, edges_pt: Sequence[float]
) -> Iterator[TextLine]:
    part: list[Char] = []
    for char in sorted(chars, key=lambda one: one.left_pt):
        if part and (
            char.left_pt - part[-1].right_pt > _COLUMN_GAP_PT
            or char.place != part[-1].place + 1  # what is drawn apart is a text of its own
            or bisect(edges_pt, char.left_pt) > bisect(edges_pt, part[-1].left_pt)
        ):
            yield from _line(part, baseline_pt)
            part = []
        part.append(char)
    yield from _line(part, baseline_pt)


def _line(chars: Sequence[Char], baseline_pt: float) -> Iterator[TextLine]:
    ink = [char for char in chars if char.text.strip()]
    if not ink:
        return
    yield TextLine(
        text=unicodedata.normalize("NFC", _spaced(chars)).strip(),
        left_pt=ink[0].left_pt,
        right_pt=ink[-1].right_pt,
        baseline_pt=baseline_pt,
        sizes_pt=frozenset(round(char.size_pt, 2) for char in ink),
        faces=frozenset(char.face for char in ink),
    )


def _spaced(chars: Sequence[Char]) -> str:
    text = ""
    right_pt = chars[0].left_pt
    for char in chars:
        is_apart = char.left_pt - right_pt > _LEAST_SPACE * char.size_pt
        text += " " * (is_apart and text[-1:].strip() != "" and char.text.strip() != "") + char.text
        right_pt = char.right_pt
    return text.replace("\u00a0", " ")
