"""The A6 badge once more, written by hand on a bare canvas: the floor that ours is held against.

Same boxes, fonts, colours, code and photo; no layout file, no checks, no list of problems.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from db.records import ConferenceFile, Delegate
from desktop.documents.badges import qr
from desktop.documents.badges.code import badge_digits
from desktop.documents.fonts import Face, loaded
from desktop.documents.pdfa import ArchiveCanvas, Metadata

MM = 72 / 25.4
PAGE_PT = (210 * MM, 297 * MM)
HEIGHT = 148 * MM
COLOURS = {
    "red": ((0.69, 0.118, 0.157), (1, 1, 1)),
    "blue": ((0.114, 0.31, 0.569), (1, 1, 1)),
}
OTHER = ((0.89, 0.882, 0.871), (0.149, 0.137, 0.122))
GOLD, INK, RED, SOFT = (0.725, 0.541, 0.18), (0.133, 0.11, 0.094), (0.62, 0.1, 0.14), (0.36,) * 3


def draw(file: ConferenceFile, photos: dict[str, Path]) -> bytes:
    """Draw all badges of a conference and save them as ReportLab does."""
    for face in Face:
        loaded(face)
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=PAGE_PT,
        pageCompression=1,
        invariant=1,
        initialFontName=Face.SANS.value,
        lang="vi-VN",
    )
    _draw(canvas, file, photos)
    canvas.save()
    return buffer.getvalue()


def draw_archived(file: ConferenceFile, photos: dict[str, Path], metadata: Metadata) -> bytes:
    """Draw the same and save it as PDF/A."""
    for face in Face:
        loaded(face)
    canvas = ArchiveCanvas(Face.SANS.value, PAGE_PT)
    _draw(canvas, file, photos)
    return canvas.written(metadata)


def _draw(canvas: Canvas, file: ConferenceFile, photos: dict[str, Path]) -> None:
    groups = {group.id: group for group in file.conference.groups}
    drawn: set[str] = set()
    for index, delegate in enumerate(file.delegates):
        group = groups[delegate.group_id]
        if group.id not in drawn:
            drawn.add(group.id)
            canvas.beginForm(group.id, 0, 0, 105 * MM, HEIGHT)
            _shared(canvas, group.badge_label or group.name, *COLOURS.get(group.colour, OTHER))
            canvas.endForm()
        column, row = index % 2, index // 2 % 2
        canvas.saveState()
        canvas.translate(column * 105 * MM, (148.5 - row * 148) * MM)
        canvas.doForm(group.id)
        _own(canvas, delegate, photos.get(delegate.photo_id))
        canvas.restoreState()
        if index % 4 == 3:
            _marks(canvas)
            canvas.showPage()
    if len(file.delegates) % 4:
        canvas.showPage()


def _shared(canvas: Canvas, label: str, fill: tuple[float, ...], ink: tuple[float, ...]) -> None:
    canvas.setStrokeColorRGB(*GOLD)
    canvas.roundRect(5.3 * MM, 5.3 * MM, 94.4 * MM, 137.4 * MM, 2.2 * MM)
    canvas.roundRect(6.3 * MM, 6.3 * MM, 92.4 * MM, 135.4 * MM, 1.4 * MM)
    for start, end, y in ((38.5, 50, 21.8), (55, 66.5, 21.8), (46.5, 62.5, 124.6)):
        canvas.line(start * MM, HEIGHT - y * MM, end * MM, HEIGHT - y * MM)
    canvas.setFillColorRGB(*fill)
    canvas.rect(6.3 * MM, HEIGHT - 61 * MM, 92.4 * MM, 11 * MM, stroke=0, fill=1)
    for text, face, size, y, colour in (
        ("ỦY BAN NHÂN DÂN XÃ BÌNH HÒA", Face.SANS_BOLD, 9, 17, SOFT),
        ("HỘI NGHỊ TUYÊN DƯƠNG", Face.SERIF_BOLD, 14, 28, RED),
        ("ĐIỂN HÌNH TIÊN TIẾN", Face.SERIF_BOLD, 14, 34, RED),
        ("XÃ BÌNH HÒA", Face.SERIF_BOLD, 14, 40, RED),
        ("Giai đoạn 2020-2025", Face.SERIF_ITALIC, 11.5, 46, INK),
        (label.upper(), Face.SANS_BOLD, 15, 57.5, ink),
        ("SỐ THẺ", Face.SANS, 7.5, 107.5, SOFT),
        ("Bình Hòa", Face.SERIF_ITALIC, 8.8, 129, INK),
        ("ngày 20 tháng 3 năm 2025", Face.SERIF_ITALIC, 8.8, 133.4, INK),
    ):
        x = 54.5 if y > 100 else 52.5
        _centred(canvas, [text], face, size, (x, y), colour)


def _own(canvas: Canvas, delegate: Delegate, photo: Path | None) -> None:
    _fitted(canvas, delegate.name, Face.SERIF_BOLD, (34, 20), (52.5, 74, 87), INK)
    upper, lower = (delegate.post, delegate.unit) if delegate.post else (delegate.unit, "")
    _fitted(canvas, upper, Face.SANS_BOLD, (12, 9), (52.5, 88, 83), RED)
    _fitted(canvas, lower, Face.SANS, (11.5, 9), (52.5, 93, 83), INK)
    digits = badge_digits(delegate.conference_id, delegate.badge_number or 0)
    _centred(canvas, [f"{delegate.badge_number:03}"], Face.SANS_BOLD, 31, (54.5, 119), RED)
    spaced = f"{digits[:6]} {digits[6:11]} {digits[11]}"
    _centred(canvas, [spaced], Face.SANS, 7.5, (85.25, 133.5), INK)
    box = (10 * MM, HEIGHT - 137 * MM, 25.5 * MM, 34 * MM)
    if photo:
        canvas.drawImage(str(photo), *box)
    else:
        canvas.setFillColorRGB(0.95, 0.93, 0.9)
        canvas.rect(*box, stroke=0, fill=1)
        words = delegate.name.split()
        _centred(canvas, [words[0][0] + words[-1][0]], Face.SERIF_BOLD, 26, (22.75, 123), RED)
    canvas.setStrokeColorRGB(*GOLD)
    canvas.rect(*box)
    side = 26.1 * MM
    module = side / qr.SIDE_MODULES
    x, y = 72.2 * MM, HEIGHT - 103.4 * MM - side
    canvas.addLiteral(
        f"q 1 1 1 rg {x:.3f} {y:.3f} {side:.3f} {side:.3f} re f 0 0 0 rg {module:.5f} 0 0 "
        f"{module:.5f} {x + 4 * module:.3f} {y + 4 * module:.3f} cm {qr.path(digits)} Q"
    )


def _fitted(
    canvas: Canvas,
    text: str,
    face: Face,
    sizes: tuple[float, float],
    place: tuple[float, float, float],
    colour: Sequence[float],
) -> None:
    """Fit a text on one line, or two of equal width."""
    if not text:
        return
    full, floor = sizes
    x, y, width = place
    size = width * MM / loaded(face).stringWidth(text, 1)
    lines = [text]
    if size < floor:
        words = text.split()
        half = (len(words) + 1) // 2
        lines = [" ".join(words[:half]), " ".join(words[half:])]
        size = width * MM / max(loaded(face).stringWidth(line, 1) for line in lines)
    _centred(canvas, lines, face, min(full, size), (x, y), colour)


def _centred(
    canvas: Canvas,
    lines: list[str],
    face: Face,
    size: float,
    place: tuple[float, float],
    colour: Sequence[float],
) -> None:
    canvas.setFont(face.value, size)
    canvas.setFillColorRGB(*colour)
    for number, line in enumerate(lines):
        canvas.drawCentredString(place[0] * MM, HEIGHT - place[1] * MM - number * size * 1.25, line)


def _marks(canvas: Canvas) -> None:
    canvas.setStrokeColorRGB(0, 0, 0)
    canvas.setLineWidth(0.3)
    for start, end in ((0, 8), (140, 156), (289, 297)):
        canvas.line(105 * MM, start * MM, 105 * MM, end * MM)
    for start, end in ((0, 8), (97, 113), (202, 210)):
        canvas.line(start * MM, 148.5 * MM, end * MM, 148.5 * MM)
