"""Papers that are drawn, not set: boxes of fitted text, rectangles and lines on sheets, in mm."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from reportlab.pdfgen.textobject import PDFTextObject

from desktop.documents.badges.content import plain
from desktop.documents.badges.draw import rgb
from desktop.documents.badges.fitting import Frame, fit, glued_words
from desktop.documents.decree30 import NO_OFFICIAL_FORM, mm
from desktop.documents.fonts import REPLACEMENT, Face, loaded, missing_glyphs, width_pt
from desktop.documents.marks import HIGH_PITCH, has_marks, reaches_high, with_marks_placed
from desktop.documents.pdf import LANGUAGE
from desktop.documents.pdfa import ArchiveCanvas, Metadata
from desktop.documents.rendered import PaperProblem, ProblemCode, RenderedPaper

BLACK, WHITE = "#000000", "#FFFFFF"
# what is really drawn of a capital with its marks and of a tail, in sizes
_TOP_EM, _BOTTOM_EM = 0.915, 0.221


class Align(StrEnum):
    """Where lines stand in their box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Box(Struct, frozen=True):
    """A rectangle on a page, from the left top corner, in mm."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float

    def inside(self, by_mm: float) -> Box:
        """Leave a margin on all sides."""
        return Box(
            self.x_mm + by_mm,
            self.y_mm + by_mm,
            self.width_mm - 2 * by_mm,
            self.height_mm - 2 * by_mm,
        )


class Lettering(Struct, frozen=True, kw_only=True):
    """How text is drawn.

    Attributes:
        floor_pt: the smallest size that can be read; below it the text is listed as too long.
        tail: how many last words stay together on the second line, as a given name does.
        phrases: words that are not divided.
        lines_first: take another line before a smaller size.
    """

    face: Face = Face.SERIF
    full_pt: float = 12.0
    floor_pt: float = 8.0
    lines: int = 1
    align: Align = Align.CENTRE
    line_height: float = 1.2
    tail: int = 1
    colour: str = BLACK
    phrases: tuple[str, ...] = ()
    lines_first: bool = False


class Said(Struct, frozen=True):
    """A text and where it was entered."""

    text: str
    field: str = ""
    delegate_id: str = ""


class Drawing:
    """Sheets drawn one after another; equal calls give equal bytes."""

    def __init__(self, title: str, author: str, made_at: datetime) -> None:
        self._metadata = Metadata(
            title=plain(title),
            author=plain(author),
            language=LANGUAGE,
            made_at=made_at,
            subject=NO_OFFICIAL_FORM,
        )
        for face in (Face.SERIF, Face.SERIF_BOLD, Face.SERIF_ITALIC):
            loaded(face)
        self._canvas = ArchiveCanvas(Face.SERIF.value)
        self._canvas.setViewerPreference("PrintScaling", "/None")  # what is cut must keep its size
        self._problems: dict[PaperProblem, None] = {}
        self._height_mm = 0.0
        self._pages = 0

    def page(self, width_mm: float, height_mm: float) -> None:
        """Begin a sheet."""
        if self._pages:
            self._canvas.showPage()
        self._pages += 1
        self._height_mm = height_mm
        self._canvas.setPageSize((mm(width_mm), mm(height_mm)))

    def finished(self) -> RenderedPaper:
        """Close the last sheet and give the whole."""
        self._canvas.showPage()
        data = self._canvas.written(self._metadata)
        return RenderedPaper(data=data, pages=self._pages, problems=tuple(self._problems))

    def text(self, box: Box, said: Said, lettering: Lettering) -> float:
        """Fit a text into the middle of a box, as large as allowed; give its size in pt."""
        text = self._drawable(said, lettering.face)
        if not text:
            return 0.0

        def measure(part: str) -> float:
            return width_pt(part, lettering.face, 1)

        line_height = lettering.line_height
        if reaches_high(text):
            line_height = max(line_height, HIGH_PITCH)
        frame = Frame(
            width=mm(box.width_mm),
            height=mm(box.height_mm),
            full_size=lettering.full_pt,
            floor_size=lettering.floor_pt,
            line_height=line_height,
            lines=lettering.lines,
            lines_first=lettering.lines_first,
        )
        glued = glued_words(text, lettering.phrases) if lettering.phrases else frozenset[int]()
        fitted = fit(text, frame, measure, glued, lettering.tail)
        if not fitted.fits:
            self.note(ProblemCode.TEXT_TOO_LONG, said)
        size, step_pt = fitted.size, fitted.size * line_height
        slack_pt = mm(box.height_mm) - len(fitted.lines) * step_pt
        top_pt = mm(self._height_mm - box.y_mm) - slack_pt / 2
        baseline_pt = top_pt - (step_pt - (_TOP_EM + _BOTTOM_EM) * size) / 2 - _TOP_EM * size
        words = self._canvas.beginText()
        words.setFillColorRGB(*rgb(lettering.colour))
        words.setFont(lettering.face.value, size)
        if fitted.stretch != 1:
            words.setHorizScale(100 * fitted.stretch)
        for index, line in enumerate(fitted.lines):
            room_pt = mm(box.width_mm) - measure(line) * size * fitted.stretch
            shift_pt = {Align.LEFT: 0.0, Align.CENTRE: room_pt / 2, Align.RIGHT: room_pt}
            x_pt = mm(box.x_mm) + shift_pt[lettering.align]
            _write(words, line, (x_pt, baseline_pt - index * step_pt), lettering.face, size)
        if fitted.stretch != 1:
            words.setHorizScale(100)
        self._canvas.drawText(words)
        return size

    def rectangle(
        self, box: Box, *, fill: str = "", stroke_pt: float = 0.5, colour: str = BLACK
    ) -> None:
        """Draw a frame, a panel, or both."""
        canvas = self._canvas
        if fill:
            canvas.setFillColorRGB(*rgb(fill))
        canvas.setStrokeColorRGB(*rgb(colour))
        canvas.setLineWidth(stroke_pt)
        bottom_mm = self._height_mm - box.y_mm - box.height_mm
        canvas.rect(
            mm(box.x_mm),
            mm(bottom_mm),
            mm(box.width_mm),
            mm(box.height_mm),
            stroke=bool(stroke_pt),
            fill=bool(fill),
        )

    def line(
        self,
        start_mm: tuple[float, float],
        end_mm: tuple[float, float],
        *,
        width_pt: float = 0.5,
        is_dashed: bool = False,
    ) -> None:
        """Draw a line."""
        canvas = self._canvas
        canvas.setStrokeColorRGB(*rgb(BLACK))
        canvas.setLineWidth(width_pt)
        canvas.setDash([4, 3] if is_dashed else [])
        (x1, y1), (x2, y2) = start_mm, end_mm
        canvas.line(mm(x1), mm(self._height_mm - y1), mm(x2), mm(self._height_mm - y2))
        canvas.setDash([])

    @contextmanager
    def upside_down(self, box: Box) -> Iterator[None]:
        """Turn what is drawn in a box by half a turn, so that it reads after folding."""
        canvas = self._canvas
        middle_x = mm(box.x_mm + box.width_mm / 2)
        middle_y = mm(self._height_mm - box.y_mm - box.height_mm / 2)
        canvas.saveState()
        canvas.translate(2 * middle_x, 2 * middle_y)
        canvas.rotate(180)
        yield
        canvas.restoreState()

    def note(self, code: ProblemCode, said: Said, text: str = "") -> None:
        """List something to be looked at before printing, each once."""
        problem = PaperProblem(
            code=code, field=said.field, delegate_id=said.delegate_id, text=text or said.text
        )
        self._problems[problem] = None

    def _drawable(self, said: Said, face: Face) -> str:
        text = plain(said.text)
        missing = missing_glyphs(text, face)
        if missing:
            self.note(ProblemCode.MISSING_GLYPH, said, missing)
            text = text.translate(dict.fromkeys(map(ord, missing), REPLACEMENT))
        return text


def _write(
    words: PDFTextObject, line: str, start_pt: tuple[float, float], face: Face, size: float
) -> None:
    x_pt, y_pt = start_pt
    if not has_marks(line):
        words.setTextOrigin(x_pt, y_pt)
        words.textOut(line)
        return
    for part in with_marks_placed(line, face, size):
        words.setTextOrigin(x_pt + part.right_pt, y_pt + part.up_pt)
        words.textOut(part.text)
