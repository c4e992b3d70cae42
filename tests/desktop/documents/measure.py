"""A PDF read back as lines and rules with their places, sizes and styles."""

from __future__ import annotations

import unicodedata
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

import pdfplumber
import pikepdf

PT_PER_MM = 72 / 25.4
_COLUMN_GAP_PT = 20.0  # wider than any space, narrower than the gap between columns


class TextLine(NamedTuple):
    """A line of text; y runs down from the top edge of the page, baseline included."""

    text: str
    left_pt: float
    right_pt: float
    baseline_pt: float
    sizes: frozenset[float]
    faces: frozenset[str]

    @property
    def width_pt(self) -> float:
        return self.right_pt - self.left_pt

    @property
    def middle_pt(self) -> float:
        return (self.left_pt + self.right_pt) / 2

    @property
    def is_bold(self) -> bool:
        return all("Bold" in face for face in self.faces)

    @property
    def is_italic(self) -> bool:
        return all("Italic" in face for face in self.faces)

    @property
    def is_upright(self) -> bool:
        return not any("Bold" in face or "Italic" in face for face in self.faces)


class DrawnRule(NamedTuple):
    """A drawn horizontal line."""

    left_pt: float
    right_pt: float
    y_pt: float

    @property
    def length_pt(self) -> float:
        return self.right_pt - self.left_pt

    @property
    def middle_pt(self) -> float:
        return (self.left_pt + self.right_pt) / 2


class PageReading:
    """One page."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.width_pt = float(page.width)
        self.height_pt = float(page.height)
        self.number: int = page.page_number

    @cached_property
    def chars(self) -> list[dict[str, Any]]:
        """All but the slanted ones, which are the mark of a draft."""
        return [char for char in self._page.chars if abs(char["matrix"][1]) < 0.01]

    @cached_property
    def ink(self) -> list[dict[str, Any]]:
        """The characters that leave ink."""
        return [char for char in self.chars if char["text"].strip()]

    @cached_property
    def lines(self) -> list[TextLine]:
        """All lines from top to bottom, columns beside each other as lines of their own."""
        by_baseline: dict[float, list[dict[str, Any]]] = defaultdict(list)
        for char in self.chars:
            by_baseline[round(self.height_pt - char["matrix"][5], 1)].append(char)
        return [
            line
            for baseline_pt in sorted(by_baseline)
            for line in _split(by_baseline[baseline_pt], baseline_pt, self._edges_at(baseline_pt))
        ]

    def _edges_at(self, baseline_pt: float) -> list[float]:
        """Name where the edges of table columns cross the height of a line."""
        return sorted(
            float(line["x0"])
            for line in self._page.lines
            if line["width"] == 0 and line["top"] < baseline_pt < line["bottom"]
        )

    @cached_property
    def rules(self) -> list[DrawnRule]:
        return [
            DrawnRule(float(line["x0"]), float(line["x1"]), float(line["top"]))
            for line in self._page.lines
            if line["height"] == 0
        ]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def rule_under(self, line: TextLine) -> DrawnRule | None:
        """Find a rule within half a line under a baseline that the line's middle stands over."""
        for rule in self.rules:
            if 0 < rule.y_pt - line.baseline_pt < max(line.sizes) / 2 and (
                rule.left_pt <= line.middle_pt <= rule.right_pt
            ):
                return rule
        return None


class Reading:
    """A whole PDF."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with pdfplumber.open(BytesIO(data)) as pdf:
            self.pages = [PageReading(page) for page in pdf.pages]
            for page in self.pages:
                page.lines, page.rules  # noqa: B018 - read while the file is open

    @property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)

    @property
    def flowing_text(self) -> str:
        """The text with its line breaks taken out and runs of spaces made one."""
        return " ".join(self.text.split())

    @property
    def is_nfc(self) -> bool:
        return unicodedata.is_normalized("NFC", self.text)

    def fonts(self) -> dict[str, bool]:
        """Name every font of the file, and tell whether its program is embedded."""
        found: dict[str, bool] = {}
        with pikepdf.open(BytesIO(self.data)) as pdf:
            for item in pdf.objects:
                if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
                    descriptor = item.get("/FontDescriptor")
                    is_embedded = descriptor is not None and "/FontFile2" in descriptor
                    found[str(item["/BaseFont"]).removeprefix("/")] = is_embedded
        return found


def overlaps(page: PageReading) -> list[tuple[str, str]]:
    """List pairs of lines whose letters would touch: closer than their sizes, side by side."""
    pairs: list[tuple[str, str]] = []
    lines = [line for line in page.lines if line.text.strip()]
    for index, upper in enumerate(lines):
        for lower in lines[index + 1 :]:
            drop_pt = lower.baseline_pt - upper.baseline_pt
            if drop_pt > 20.0:
                break
            apart = upper.right_pt <= lower.left_pt + 0.1 or lower.right_pt <= upper.left_pt + 0.1
            if not apart and drop_pt < 0.95 * max(lower.sizes):
                pairs.append((upper.text, lower.text))
    return pairs


def _split(
    chars: list[dict[str, Any]], baseline_pt: float, edges_pt: list[float]
) -> Iterator[TextLine]:
    chars = sorted(chars, key=lambda char: float(char["x0"]))
    part: list[dict[str, Any]] = []
    for char in chars:
        if part and (
            char["x0"] - part[-1]["x1"] > _COLUMN_GAP_PT
            or bisect(edges_pt, char["x0"]) > bisect(edges_pt, part[-1]["x0"])
        ):
            yield from _line(part, baseline_pt)
            part = []
        part.append(char)
    yield from _line(part, baseline_pt)


def _line(chars: list[dict[str, Any]], baseline_pt: float) -> Iterator[TextLine]:
    ink = [char for char in chars if char["text"].strip()]
    if not ink:
        return
    yield TextLine(
        text="".join(char["text"] for char in chars).strip(),
        left_pt=float(ink[0]["x0"]),
        right_pt=float(ink[-1]["x1"]),
        baseline_pt=baseline_pt,
        sizes=frozenset(round(float(char["size"]), 2) for char in ink),
        faces=frozenset(char["fontname"].partition("+")[2] for char in ink),
    )
