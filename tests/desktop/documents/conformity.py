"""A plan measured against the numbers of Nghị định 30/2020, read from their table."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from tests.desktop.documents.measure import PT_PER_MM, PageReading, Reading, TextLine

_NUMBERS = Path(__file__).parents[2] / "data" / "nd30_check.json"
_FAMILY = "LiberationSerif"  # stands in for Times New Roman: same widths, free to ship
_CLOSE_PT = 0.6
_A4_PT = (595.28, 841.89)
_DATE = re.compile(r".+, ngày( \d\d| +) ?tháng( 0[12]| [3-9]| 1[0-2]| +) ?năm \d{4}\Z")
_NUMBER = re.compile(r"Số:( 0[1-9]| [1-9]\d+| +)/[A-ZĐ]+(-[A-ZĐ&]+)*\Z")


class Departure(NamedTuple):
    """Something that is not as the decree wants it."""

    element: str
    page: int
    what: str


def table() -> dict[str, Any]:
    """Read the decree's numbers."""
    numbers: dict[str, Any] = json.loads(_NUMBERS.read_text("utf-8"))
    return numbers


def departures(data: bytes, kind: str | None = None, *, has_bases: bool = True) -> list[Departure]:
    """Measure a paper without its appendices; an empty list means that nothing departs.

    Without its kind, it is a plan.
    """
    return list(_Check(Reading(data), kind, has_bases=has_bases).all())


class _Check:
    def __init__(self, reading: Reading, kind: str | None, *, has_bases: bool) -> None:
        numbers = table()
        self.has_bases = has_bases
        self.reading = reading
        # an appendix, which is landscape, has a form of its own
        self.pages = [page for page in reading.pages if page.height_pt > page.width_pt]
        self.first = self.pages[0]
        self.last = self.pages[-1]
        self.margins: dict[str, list[float]] = numbers["page"]["margin_mm"]
        self.number_rule: dict[str, Any] = numbers["page_number"]
        self.elements: dict[str, dict[str, Any]] = {one["id"]: one for one in numbers["elements"]}
        self.kind: str = kind or self.elements["ten_loai"]["text"]

    def all(self) -> Iterator[Departure]:
        for page in self.pages:
            yield from self._page(page)
            yield from self._page_number(page)
        yield from self._margins_used()
        yield from self._fonts()
        yield from self._letterhead()
        yield from self._heading()
        yield from self._body()
        yield from self._signature()

    # the page

    def _page(self, page: PageReading) -> Iterator[Departure]:
        if max(abs(page.width_pt - _A4_PT[0]), abs(page.height_pt - _A4_PT[1])) > 0.5:
            yield Departure("page", page.number, f"{page.width_pt} x {page.height_pt} pt")
        body = self._body_chars(page)
        for side, space_pt in (
            ("left", min(char["x0"] for char in body)),
            ("right", page.width_pt - max(char["x1"] for char in body)),
            ("top", min(char["top"] for char in body)),
            ("bottom", page.height_pt - max(char["bottom"] for char in body)),
        ):
            if space_pt < self.margins[side][0] * PT_PER_MM - _CLOSE_PT:
                yield Departure("margin", page.number, f"{side} {space_pt / PT_PER_MM:.1f} mm")
        for char in page.chars:
            if char["non_stroking_color"] not in ((0,), (0, 0, 0), None):
                yield Departure("colour", page.number, str(char["non_stroking_color"]))

    def _body_chars(self, page: PageReading) -> list[dict[str, Any]]:
        top_pt = self.margins["top"][0] * PT_PER_MM
        return [char for char in page.ink if char["bottom"] > top_pt]

    def _margins_used(self) -> Iterator[Departure]:
        """Somewhere the text reaches each margin: none is wider than allowed."""
        pages = self.pages
        left = min(char["x0"] for page in pages for char in self._body_chars(page))
        right = max(char["x1"] for page in pages for char in self._body_chars(page))
        for side, space_pt in (("left", left), ("right", pages[0].width_pt - right)):
            if space_pt > self.margins[side][1] * PT_PER_MM + _CLOSE_PT:
                yield Departure("margin", 0, f"{side} {space_pt / PT_PER_MM:.1f} mm at the least")

    def _page_number(self, page: PageReading) -> Iterator[Departure]:
        top_pt = self.margins["top"][0] * PT_PER_MM
        found = [line for line in page.lines if line.baseline_pt < top_pt]
        if page.number == 1:
            if found:
                yield Departure("page number", 1, "on the first page")
            return
        if [line.text for line in found] != [str(page.number)]:
            yield Departure("page number", page.number, str([line.text for line in found]))
            return
        line = found[0]
        least, most = self.number_rule["size_pt"]
        middle_pt = (
            page.width_pt + (self.margins["left"][0] - self.margins["right"][0]) * PT_PER_MM
        ) / 2
        if not (line.is_upright and least <= max(line.sizes) <= most):
            yield Departure("page number", page.number, "style")
        if abs(line.middle_pt - middle_pt) > _CLOSE_PT:
            yield Departure("page number", page.number, f"middle at {line.middle_pt}")

    def _fonts(self) -> Iterator[Departure]:
        for name, is_embedded in self.reading.fonts().items():
            if not is_embedded or not re.match(rf"[A-Z]{{6}}\+{_FAMILY}", name):
                yield Departure("fonts", 0, name)
        if not self.reading.is_nfc:
            yield Departure("text", 0, "not NFC")

    # the elements

    def _style(self, element: str, line: TextLine, page: PageReading) -> Iterator[Departure]:
        rule = self.elements[element]
        least, most = rule["size_pt"]
        if not all(least <= size <= most for size in line.sizes):
            yield Departure(element, page.number, f"size {sorted(line.sizes)}")
        for style, is_so in (("bold", line.is_bold), ("italic", line.is_italic)):
            if isinstance(rule.get(style), bool) and rule[style] != is_so:
                yield Departure(element, page.number, f"{style}: {is_so} in {line.text}")
        if rule.get("case") == "upper" and line.text != line.text.upper():
            yield Departure(element, page.number, f"case of {line.text}")

    def _find(self, page: PageReading, text: str) -> TextLine | None:
        return next((line for line in page.lines if line.text == text), None)

    def _letterhead(self) -> Iterator[Departure]:
        title = self._find(self.first, self.elements["quoc_hieu"]["text"])
        motto = self._find(self.first, self.elements["tieu_ngu"]["text"])
        if title is None or motto is None:
            yield Departure("quoc_hieu", 1, "missing or broken")
            return
        yield from self._style("quoc_hieu", title, self.first)
        yield from self._style("tieu_ngu", motto, self.first)
        if abs(title.middle_pt - motto.middle_pt) > _CLOSE_PT:
            yield Departure("tieu_ngu", 1, "not under the middle of quoc_hieu")
        rule = self.first.rule_under(motto)
        if rule is None or abs(rule.length_pt - motto.width_pt) > _CLOSE_PT:
            yield Departure("tieu_ngu", 1, f"rule {rule}")
        dates = [line for line in self.first.lines if _DATE.match(line.text)]
        numbers = [line for line in self.first.lines if _NUMBER.match(line.text)]
        if len(dates) != 1 or len(numbers) != 1:
            yield Departure("so_ky_hieu", 1, f"{numbers} {dates}")
            return
        yield from self._style("dia_danh_thoi_gian", dates[0], self.first)
        yield from self._style("so_ky_hieu", numbers[0], self.first)
        if abs(dates[0].baseline_pt - numbers[0].baseline_pt) > _CLOSE_PT:
            yield Departure("dia_danh_thoi_gian", 1, "not on the line of the number")
        if abs(dates[0].middle_pt - title.middle_pt) > _CLOSE_PT:
            yield Departure("dia_danh_thoi_gian", 1, "not under the middle of quoc_hieu")
        yield from self._issuer(title, numbers[0])

    def _issuer(self, title: TextLine, number: TextLine) -> Iterator[Departure]:
        column = [
            line
            for line in self.first.lines
            if line.baseline_pt < number.baseline_pt - 1 and line.right_pt < title.left_pt
        ]
        issuer = [line for line in column if line.is_bold]
        for line in column:
            element = "co_quan_ban_hanh" if line.is_bold else "co_quan_chu_quan"
            yield from self._style(element, line, self.first)
            if abs(line.middle_pt - number.middle_pt) > _CLOSE_PT:
                yield Departure(element, 1, f"{line.text} not in the middle of its column")
        yield from self._short_rule("co_quan_ban_hanh", issuer[-1])

    def _short_rule(self, element: str, line: TextLine) -> Iterator[Departure]:
        least, most = self.elements[element]["rule_under"]["length_ratio_of_text"]
        rule = self.first.rule_under(line)
        if rule is None:
            yield Departure(element, 1, "no rule under it")
        elif not least - 0.01 <= rule.length_pt / line.width_pt <= most + 0.01:
            yield Departure(element, 1, f"rule {rule.length_pt / line.width_pt:.2f} of the text")
        elif abs(rule.middle_pt - line.middle_pt) > _CLOSE_PT:
            yield Departure(element, 1, "rule not in the middle")

    def _heading(self) -> Iterator[Departure]:
        kind = self._find(self.first, self.kind)
        if kind is None:
            yield Departure("ten_loai", 1, "missing")
            return
        yield from self._style("ten_loai", kind, self.first)
        below = [line for line in self.first.lines if line.baseline_pt > kind.baseline_pt]
        subject: list[TextLine] = []
        for line in below:
            if not line.is_bold:
                break
            subject.append(line)
            yield from self._style("trich_yeu", line, self.first)
            if abs(line.middle_pt - kind.middle_pt) > _CLOSE_PT:
                yield Departure("trich_yeu", 1, f"{line.text} not in the middle")
        yield from self._short_rule("trich_yeu", subject[-1])
        if self.has_bases:
            yield from self._bases(below[len(subject) :])

    def _bases(self, lines: list[TextLine]) -> Iterator[Departure]:
        bases: list[str] = []
        for line in lines:
            if not line.is_italic:
                break
            yield from self._style("can_cu", line, self.first)
            if line.text.startswith(("Căn cứ", "Xét", "Theo")):
                bases.append(line.text)
            else:
                bases[-1] += " " + line.text
        if not bases:
            yield Departure("can_cu", 1, "missing")
        elif any(not text.endswith(";") for text in bases[:-1]) or not bases[-1].endswith("."):
            yield Departure("can_cu", 1, "ends")

    def _body(self) -> Iterator[Departure]:
        rule = self.elements["noi_dung"]
        left_pt = self.margins["left"][0] * PT_PER_MM
        indents = [indent * 10 * PT_PER_MM for indent in rule["first_line_indent_cm_allowed"]]
        for page in self.pages:
            body = [line for line in page.lines if line.left_pt < left_pt + 40]
            body = [line for line in body if min(line.sizes) >= 14 and self._is_text(line, page)]
            for line in body:
                if not rule["size_pt"][0] <= max(line.sizes) <= rule["size_pt"][1]:
                    yield Departure("noi_dung", page.number, f"size of {line.text}")
                starts = [left_pt, *(left_pt + indent for indent in indents)]
                if min(abs(line.left_pt - start) for start in starts) > _CLOSE_PT:
                    yield Departure("noi_dung", page.number, f"indent of {line.text}")
            yield from self._spacing(page, body, left_pt)

    def _is_text(self, line: TextLine, page: PageReading) -> bool:
        """Tell body text from what stands in the head of page one and over the signature."""
        if page is self.first:
            return not line.is_bold or line.text[:1] in "IVX1234567890"
        return line.baseline_pt > self.margins["top"][0] * PT_PER_MM

    def _spacing(
        self, page: PageReading, body: list[TextLine], left_pt: float
    ) -> Iterator[Departure]:
        single, widest = 1.0, 1.5
        for upper, lower in pairwise(body):
            pitch_pt = lower.baseline_pt - upper.baseline_pt
            size_pt = max(lower.sizes)
            opens_paragraph = lower.left_pt > left_pt + _CLOSE_PT
            if not opens_paragraph and not single <= pitch_pt / size_pt / 1.15 <= widest:
                yield Departure("noi_dung", page.number, f"line spacing {pitch_pt:.1f}")
            least_pt = size_pt * 1.15 + self.elements["noi_dung"]["para_spacing_pt_min"]
            if opens_paragraph and pitch_pt < least_pt:
                yield Departure("noi_dung", page.number, f"paragraph spacing {pitch_pt:.1f}")

    def _signature(self) -> Iterator[Departure]:
        word = self._find(self.last, self.elements["noi_nhan_word"]["text"])
        if word is None:
            yield Departure("noi_nhan_word", self.last.number, "not on the last page")
            return
        yield from self._style("noi_nhan_word", word, self.last)
        right = [
            line
            for line in self.last.lines
            if line.baseline_pt >= word.baseline_pt - 1 and line.left_pt > word.right_pt + 40
        ]
        left = [
            line
            for line in self.last.lines
            if line.baseline_pt > word.baseline_pt + 1 and line not in right
        ]
        if not right or abs(right[0].baseline_pt - word.baseline_pt) > _CLOSE_PT:
            yield Departure("noi_nhan_word", self.last.number, "not level with the authority")
            return
        for line in right[:-1]:
            yield from self._style("quyen_han_chuc_vu", line, self.last)
        yield from self._style("ho_ten_nguoi_ky", right[-1], self.last)
        if any(abs(line.middle_pt - right[0].middle_pt) > _CLOSE_PT for line in right):
            yield Departure("ho_ten_nguoi_ky", self.last.number, "not in the middle")
        for line in left:
            yield from self._style("noi_nhan_list", line, self.last)
        if not left[-1].text.startswith("- Lưu: VT") or not left[-1].text.endswith("."):
            yield Departure("noi_nhan_list", self.last.number, left[-1].text)
        above = [line for line in self.last.lines if line.baseline_pt < word.baseline_pt - 1]
        if len(above) - (self.last.number > 1) < 2:
            yield Departure("signature", self.last.number, "torn off from the text")
        if above and not above[-1].text.endswith("./."):
            yield Departure("noi_dung", self.last.number, "no end mark")
