"""PDFs for the tests of the page view."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)
A6 = (298.0, 420.0)


def a_pdf(*sizes: tuple[float, float], text: str = "Page") -> bytes:
    """Make pages of these sizes in points, each with its number and a black bar down its left."""
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for number, (width, height) in enumerate(sizes, start=1):
        canvas.setPageSize((width, height))
        canvas.rect(20, 0, 10, height, fill=1)
        for row in range(10):
            canvas.drawString(60, height - 40 - 30 * row, f"{text} {number}, line {row}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
