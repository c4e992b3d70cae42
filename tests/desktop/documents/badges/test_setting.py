"""Where the ink of set texts falls, measured on pixels."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.badges.draw import Pen
from desktop.documents.badges.layout import Align, Layout, Swatch, Text, VerticalAlign
from desktop.documents.badges.setting import MM, set_text
from desktop.documents.fonts import Face, loaded

PIXELS_PER_PT = 4
SWATCH = Swatch(fill="#000000", ink="#FFFFFF", tone="#000000")
TALL = ("Ễ Ẵ Ẩ Ữ gỵ ợ", "NGUYỄN THỊ ẨM ỮỖ Ẵ ỌỰỆ", "Ễ" * 60, "gỵ ợ Ễ Ẵ Công Tằng Tôn Nữ " * 5)


def ink_of(element: Text, text: str) -> tuple[float, float, float, float]:
    """Draw a text on a card of 105×148 mm: left, top, right, bottom of its ink in mm."""
    layout = Layout(
        id="one",
        width_mm=105,
        height_mm=148,
        default_colour="black",
        default_label="",
        colours={"black": "#000000"},
        palette={"black": SWATCH},
        elements=(element,),
    )
    loaded(element.font)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(105 * MM, 148 * MM), initialFontName=element.font.value)
    Pen(canvas, layout, SWATCH).text(element, set_text(element, text, 148))
    canvas.save()
    page = pypdfium2.PdfDocument(buffer.getvalue())[0]
    picture = page.render(scale=PIXELS_PER_PT, grayscale=True).to_pil()
    left, top, right, bottom = picture.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    scale = PIXELS_PER_PT * MM
    return left / scale, top / scale, right / scale, bottom / scale


@pytest.mark.parametrize("face", [Face.SERIF_BOLD, Face.SERIF_ITALIC, Face.SANS, Face.SANS_BOLD])
@pytest.mark.parametrize("valign", list(VerticalAlign))
@pytest.mark.parametrize("text", TALL)
def test_no_ink_leaves_the_box(face: Face, valign: VerticalAlign, text: str) -> None:
    element = Text(
        x_mm=20,
        y_mm=50,
        width_mm=60,
        height_mm=18,
        font=face,
        full_pt=30,
        floor_pt=18,
        colour="black",
        valign=valign,
        tracking_em=0.05,
    )

    left, top, right, bottom = ink_of(element, " ".join(text.split()))

    side = 0.4  # a letter may lean out of its own width by a hair
    assert left >= 20 - side
    assert right <= 80 + side
    assert top >= 50
    assert bottom <= 68


def test_lines_stand_where_they_are_aligned() -> None:
    def ink(align: Align, valign: VerticalAlign) -> tuple[float, float, float, float]:
        element = Text(
            x_mm=10,
            y_mm=20,
            width_mm=80,
            height_mm=30,
            font=Face.SANS,
            full_pt=12,
            floor_pt=10,
            colour="black",
            align=align,
            valign=valign,
        )
        return ink_of(element, "HHHH")

    left, right = ink(Align.LEFT, VerticalAlign.TOP), ink(Align.RIGHT, VerticalAlign.BOTTOM)
    centre = ink(Align.CENTRE, VerticalAlign.MIDDLE)
    assert left[0] == pytest.approx(10, abs=0.5)
    assert right[2] == pytest.approx(90, abs=0.5)
    assert (centre[0] + centre[2]) / 2 == pytest.approx(50, abs=0.1)
    assert left[1] < centre[1] < right[1]
    assert (centre[1] + centre[3]) / 2 == pytest.approx(35, abs=0.3)
