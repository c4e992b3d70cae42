"""The page with rulers that shows how far a printer puts things from where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.badges.printer_fit import PrinterFit, corner_mm, ruler_mm
from desktop.documents.badges.setting import MM
from desktop.documents.decree30 import NO_OFFICIAL_FORM
from desktop.documents.fonts import Face, loaded, width_pt
from desktop.documents.pdf import LANGUAGE
from desktop.documents.pdfa import ArchiveCanvas, Metadata

_TITLE = "Trang thử máy in"
_STEPS = (
    "In trang này ở cỡ 100 % (không co giãn), rồi lấy thước đo bốn khoảng và ghi vào chương trình:",
    "A  từ mép trái tờ giấy đến vạch đứng",
    "B  từ mép trên tờ giấy đến vạch ngang",
    "C  chiều dài thước ngang, từ 0 đến {across:.0f}",
    "D  chiều dài thước dọc, từ 0 đến {down:.0f}",
    "Nếu máy in đúng: A = {left:.0f} mm, B = {top:.0f} mm, C = {across:.0f} mm, D = {down:.0f} mm.",
)
_HELPED = "Trang này đã được bù theo số đo lần trước: các số đo nay phải đúng như trên."
_TICKS_MM = {0: 5.0, 5: 3.5}  # by the last digit of the millimetre
_SHORT_TICK_MM = 2.0
_LARGE_PT, _SMALL_PT = 10.0, 6.0
_LEADING = 1.5


def draw_test_page(
    page_mm: tuple[float, float], made_at: datetime, fit: PrinterFit | None = None
) -> bytes:
    """Draw the page; with a fit, as a printer so helped should print it right."""
    for face in (Face.SANS, Face.SANS_BOLD):
        loaded(face)
    width, height = page_mm
    canvas = ArchiveCanvas(Face.SANS.value, (width * MM, height * MM))
    canvas.setViewerPreference("PrintScaling", "/None")
    if fit is not None and not fit.is_exact:
        canvas.transform(*fit.matrix(height * MM, MM))
    _rulers(canvas, page_mm)
    _instructions(canvas, page_mm, is_helped=fit is not None and not fit.is_exact)
    canvas.showPage()
    metadata = Metadata(
        title=_TITLE,
        author="Hoinghi",
        language=LANGUAGE,
        made_at=made_at,
        subject=NO_OFFICIAL_FORM,
    )
    return canvas.written(metadata)


def _rulers(canvas: Canvas, page_mm: tuple[float, float]) -> None:
    width, height = page_mm
    left, top = corner_mm(width) * MM, (height - corner_mm(height)) * MM
    across, down = ruler_mm(width), ruler_mm(height)
    canvas.setLineWidth(0.3)
    canvas.setFont(Face.SANS.value, _SMALL_PT)
    canvas.line(left, top, left + across * MM, top)
    canvas.line(left, top, left, top - down * MM)
    for millimetre in range(int(across) + 1):
        tick = _TICKS_MM.get(millimetre % 10, _SHORT_TICK_MM) * MM
        x = left + millimetre * MM
        canvas.line(x, top, x, top + tick)
        if millimetre % 10 == 0 and millimetre:
            canvas.drawCentredString(x, top - 2.5 * MM, str(millimetre))
    for millimetre in range(int(down) + 1):
        tick = _TICKS_MM.get(millimetre % 10, _SHORT_TICK_MM) * MM
        y = top - millimetre * MM
        canvas.line(left, y, left - tick, y)
        if millimetre % 10 == 0 and millimetre:
            canvas.drawString(left + 1.2 * MM, y - _SMALL_PT * 0.35, str(millimetre))
    canvas.setFont(Face.SANS_BOLD.value, _LARGE_PT)
    for letter, x, y in (
        ("A", left / 2, top - down * MM * 0.55),
        ("B", left + across * MM * 0.55, top + (height * MM - top) / 2 + 2 * MM),
        ("C", left + across * MM * 0.5, top - 7 * MM),
        ("D", left + 7 * MM, top - down * MM * 0.5),
    ):
        canvas.drawCentredString(x, y - _LARGE_PT * 0.35, letter)


def _instructions(canvas: Canvas, page_mm: tuple[float, float], *, is_helped: bool) -> None:
    width, height = page_mm
    left, top = (corner_mm(width) + 14) * MM, (height - corner_mm(height) - 18) * MM
    room = (width - 5) * MM - left
    size = min(_LARGE_PT, max(_SMALL_PT, room / 40))
    facts = {
        "left": corner_mm(width),
        "top": corner_mm(height),
        "across": ruler_mm(width),
        "down": ruler_mm(height),
    }
    steps = (*_STEPS, _HELPED) if is_helped else _STEPS
    canvas.setFont(Face.SANS_BOLD.value, size * 1.3)
    canvas.drawString(left, top, _TITLE)
    canvas.setFont(Face.SANS.value, size)
    y = top - size * _LEADING * 1.4
    for step in steps:
        for line in _lines(step.format(**facts), size, room):
            canvas.drawString(left, y, line)
            y -= size * _LEADING


def _lines(text: str, size: float, room: float) -> Iterator[str]:
    """Break a sentence into lines that the paper holds."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width_pt(longer, Face.SANS, size) > room:
            yield line
            longer = word
        line = longer
    yield line
