"""Draw the parts of a card with ReportLab; the origin is the card's bottom left corner."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.badges import qr
from desktop.documents.badges.layout import (
    GROUP_FILL,
    GROUP_INK,
    GROUP_TONE,
    Band,
    Box,
    Code,
    Image,
    Layout,
    Line,
    Pattern,
    Picture,
    Polygon,
    Rectangle,
    Swatch,
    Text,
)
from desktop.documents.badges.patterns import Shape, shapes
from desktop.documents.badges.portrait import Jpeg
from desktop.documents.badges.setting import MM, SetText
from desktop.documents.badges.sheet import Segment
from desktop.documents.fonts import REPLACEMENT, missing_glyphs, width_pt
from desktop.documents.pdfa import ArchiveCanvas

_HAIRLINE_PT = 0.3
_CAP_EM = 0.66  # height of capitals in the shipped faces


class _PassedJpeg(PDFObject):  # type: ignore[misc] # ReportLab has no types
    """A JPEG as an object of the file, for ReportLab would decode it only to find a name for it."""

    def __init__(self, jpeg: Jpeg) -> None:
        self._jpeg = jpeg

    def format(self, _document: object) -> bytes:
        """Write the object."""
        jpeg = self._jpeg
        return (
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 "
            b"/ColorSpace %b /Filter /DCTDecode /Length %d >>\nstream\n%bendstream\n"
        ) % (
            jpeg.width,
            jpeg.height,
            b"/DeviceGray" if jpeg.is_grey else b"/DeviceRGB",
            len(jpeg.data),
            jpeg.data,
        )


def draw_jpeg(
    canvas: ArchiveCanvas, jpeg: Jpeg, corner: tuple[float, float], size: tuple[float, float]
) -> None:
    """Draw a picture with its bottom left corner here and this size, all in points."""
    key = jpeg.id, jpeg.width, jpeg.height
    canvas.draw_picture(key, lambda: _PassedJpeg(jpeg), corner, size)


class Pen:
    """A canvas, a layout and the swatch of the group whose badge is being drawn."""

    def __init__(self, canvas: ArchiveCanvas, layout: Layout, swatch: Swatch) -> None:
        self._canvas = canvas
        self._layout = layout
        self._swatch = swatch
        self._roles = {GROUP_FILL: swatch.fill, GROUP_INK: swatch.ink, GROUP_TONE: swatch.tone}

    def text(self, element: Text, text: SetText) -> None:
        """Draw a text that was set before."""
        words = self._canvas.beginText()
        words.setFillColorRGB(*self._rgb(element.colour))
        words.setFont(element.font.value, text.size)
        if element.tracking_em:
            words.setCharSpace(element.tracking_em * text.size)
        if text.stretch != 1:
            words.setHorizScale(100 * text.stretch)
        for line in text.lines:
            words.setTextOrigin(line.x, line.y)
            words.textOut(line.text)
        # Both outlive the text object in PDF, so the next text must find them as they were.
        if element.tracking_em:
            words.setCharSpace(0)
        if text.stretch != 1:
            words.setHorizScale(100)
        self._canvas.drawText(words)

    def writing_line(self, element: Text) -> None:
        """Rule a dotted line to write a name on, where it would have been printed."""
        x, y, width, height = self._points(element)
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColorRGB(*self._rgb(element.colour))
        canvas.setLineWidth(0.8)
        canvas.setLineCap(1)
        canvas.setDash(0.1, 3)
        canvas.line(x + width * 0.06, y + height * 0.3, x + width * 0.94, y + height * 0.3)
        canvas.restoreState()

    def band(self, band: Band) -> None:
        """Draw the bar of a group with its pattern at both ends."""
        canvas = self._canvas
        x, y, width, height = self._points(band)
        canvas.setFillColorRGB(*rgb(self._swatch.fill))
        canvas.rect(x, y, width, height, stroke=0, fill=1)
        if self._swatch.pattern is Pattern.HOLLOW:
            canvas.setStrokeColorRGB(*rgb(self._swatch.ink))
            canvas.setLineWidth(1)
            canvas.rect(x + 0.5, y + 0.5, width - 1, height - 1, stroke=1, fill=0)
        strip = band.pattern_mm * MM
        drawn = shapes(self._swatch.pattern, strip, height)
        if drawn:
            self._strip(drawn, (x, y, strip, height))
            self._strip(drawn, (x + width - strip, y, strip, height))

    def _strip(self, drawn: tuple[Shape, ...], place: tuple[float, float, float, float]) -> None:
        """Draw a pattern inside a strip, origin and size in points."""
        canvas, (x, y, width, height) = self._canvas, place
        canvas.saveState()
        canvas.translate(x, y)
        edge = canvas.beginPath()
        edge.rect(0, 0, width, height)
        canvas.clipPath(edge, stroke=0, fill=0)
        canvas.setFillColorRGB(*rgb(self._swatch.ink))
        for shape in drawn:
            self._fill(shape)
        canvas.restoreState()

    def code(self, code: Code, digits: str) -> None:
        """Draw a QR code on white, quiet zone included."""
        side = code.side_mm * MM
        x, y = code.x_mm * MM, (self._layout.height_mm - code.y_mm) * MM - side
        module = side / qr.SIDE_MODULES
        quiet = qr.QUIET_MODULES * module
        self._canvas.addLiteral(
            f"q 1 1 1 rg {x:.3f} {y:.3f} {side:.3f} {side:.3f} re f 0 0 0 rg "
            f"{module:.5f} 0 0 {module:.5f} {x + quiet:.3f} {y + quiet:.3f} cm "
            f"{qr.path(digits)} Q"
        )

    def picture(self, image: Image, jpeg: Jpeg | None, initials: str = "") -> None:
        """Draw a photo to the edges of its box, a logo within it, or initials instead."""
        x, y, width, height = self._points(image)
        canvas = self._canvas
        if jpeg is None:
            self._initials(image, initials)
        else:
            fit = max if image.picture is Picture.PHOTO else min
            scale = fit(width / jpeg.width, height / jpeg.height)
            wide, high = jpeg.width * scale, jpeg.height * scale
            sticks_out = wide > width + 0.01 or high > height + 0.01
            if sticks_out:
                canvas.saveState()
                edge = canvas.beginPath()
                edge.rect(x, y, width, height)
                canvas.clipPath(edge, stroke=0, fill=0)
            middle = (x + (width - wide) / 2, y + (height - high) / 2)
            draw_jpeg(canvas, jpeg, middle, (wide, high))
            if sticks_out:
                canvas.restoreState()
        if image.border and (jpeg or initials):
            canvas.setStrokeColorRGB(*self._rgb(image.border))
            canvas.setLineWidth(0.8)
            canvas.rect(x, y, width, height, stroke=1, fill=0)

    def _initials(self, image: Image, initials: str) -> None:
        if not initials:
            return
        missing = missing_glyphs(initials, image.initials_font)
        initials = "".join(REPLACEMENT if letter in missing else letter for letter in initials)
        x, y, width, height = self._points(image)
        if image.panel:
            self._canvas.setFillColorRGB(*self._rgb(image.panel))
            self._canvas.rect(x, y, width, height, stroke=0, fill=1)
        face = image.initials_font
        size = min(image.initials_pt, 0.8 * width / width_pt(initials, face, 1))
        self._canvas.setFillColorRGB(*self._rgb(image.initials_colour or GROUP_TONE))
        self._canvas.setFont(face.value, size)
        self._canvas.drawCentredString(x + width / 2, y + (height - _CAP_EM * size) / 2, initials)

    def line(self, line: Line) -> None:
        """Draw a rule."""
        height = self._layout.height_mm
        self._canvas.setStrokeColorRGB(*self._rgb(line.colour))
        self._canvas.setLineWidth(line.width_pt)
        (x1, y1), (x2, y2) = line.from_mm, line.to_mm
        self._canvas.line(x1 * MM, (height - y1) * MM, x2 * MM, (height - y2) * MM)

    def rectangle(self, rectangle: Rectangle) -> None:
        """Draw a frame or panel."""
        canvas = self._canvas
        if rectangle.fill:
            canvas.setFillColorRGB(*self._rgb(rectangle.fill))
        if rectangle.stroke:
            canvas.setStrokeColorRGB(*self._rgb(rectangle.stroke))
            canvas.setLineWidth(rectangle.stroke_pt)
        canvas.roundRect(
            *self._points(rectangle),
            rectangle.radius_mm * MM,
            stroke=bool(rectangle.stroke),
            fill=bool(rectangle.fill),
        )

    def polygon(self, polygon: Polygon) -> None:
        """Draw a filled shape."""
        height = self._layout.height_mm
        self._canvas.setFillColorRGB(*self._rgb(polygon.fill))
        self._fill(tuple((x * MM, (height - y) * MM) for x, y in polygon.points_mm))

    def _fill(self, shape: Shape) -> None:
        path = self._canvas.beginPath()
        path.moveTo(*shape[0])
        for _, corner in pairwise(shape):
            path.lineTo(*corner)
        path.close()
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _points(self, box: Box) -> tuple[float, float, float, float]:
        bottom = self._layout.height_mm - box.y_mm - box.height_mm
        return box.x_mm * MM, bottom * MM, box.width_mm * MM, box.height_mm * MM

    def _rgb(self, name: str) -> tuple[float, float, float]:
        return rgb(self._roles.get(name) or self._layout.colours[name])


@cache
def rgb(colour: str) -> tuple[float, float, float]:
    """Read #RRGGBB as parts of 1."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def draw_marks(
    canvas: Canvas, marks: tuple[Segment, ...], page_height_mm: float, *, is_dashed: bool = False
) -> None:
    """Draw cut marks, or dashed ones for folds, on a sheet with its origin bottom left."""
    canvas.setDash([2, 2] if is_dashed else [])
    canvas.setStrokeColorRGB(0, 0, 0)
    canvas.setLineWidth(_HAIRLINE_PT)
    for x1, y1, x2, y2 in marks:
        canvas.line(x1 * MM, (page_height_mm - y1) * MM, x2 * MM, (page_height_mm - y2) * MM)
