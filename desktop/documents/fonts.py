"""The shipped typefaces: registered once, measured, and asked which characters they lack."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from struct import unpack

from msgspec import Struct
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.paths import resource

REPLACEMENT = "\u25a1"  # an empty box: what a reader expects where a character is missing


class Face(StrEnum):
    """A font that ships with the program; the value is its PostScript name and its file's stem.

    Liberation Serif has the advance widths of Times New Roman, which may not be redistributed.
    """

    SERIF = "LiberationSerif-Regular"
    SERIF_BOLD = "LiberationSerif-Bold"
    SERIF_ITALIC = "LiberationSerif-Italic"
    SERIF_BOLD_ITALIC = "LiberationSerif-BoldItalic"
    SANS = "LiberationSans-Regular"
    SANS_BOLD = "LiberationSans-Bold"
    SANS_ITALIC = "LiberationSans-Italic"
    SANS_BOLD_ITALIC = "LiberationSans-BoldItalic"


_SERIF = {
    (False, False): Face.SERIF,
    (True, False): Face.SERIF_BOLD,
    (False, True): Face.SERIF_ITALIC,
    (True, True): Face.SERIF_BOLD_ITALIC,
}


def serif(*, bold: bool = False, italic: bool = False) -> Face:
    """Pick the face of official papers."""
    return _SERIF[bold, italic]


@cache
def loaded(face: Face) -> TTFont:
    """Read a face once and make it known to ReportLab by its name."""
    font = TTFont(face.value, str(resource("fonts", f"{face.value}.ttf")))
    pdfmetrics.registerFont(font)
    return font


def missing_glyphs(text: str, face: Face) -> str:
    """List the characters that the face cannot draw, each once, in order of appearance."""
    glyphs = loaded(face).face.charToGlyph
    return "".join(dict.fromkeys(char for char in text if ord(char) not in glyphs))


def width_pt(text: str, face: Face, size_pt: float) -> float:
    """Measure a text set on one line without kerning."""
    return float(loaded(face).stringWidth(text, size_pt))


class GlyphBox(Struct, frozen=True):
    """The outline's extent in thousandths of the size."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """Halfway between left and right."""
        return (self.left + self.right) / 2


@cache
def glyph_box(char: str, face: Face) -> GlyphBox:
    """Measure the outline of a character that the face has; a blank one is all zero."""
    outlines = loaded(face).face
    glyph = outlines.charToGlyph[ord(char)]
    offset, end = outlines.glyphPos[glyph], outlines.glyphPos[glyph + 1]
    if offset == end:
        return GlyphBox(0.0, 0.0, 0.0, 0.0)
    header = outlines.get_table("glyf")[offset + 2 : offset + 10]
    return GlyphBox(*(side * 1000 / outlines.unitsPerEm for side in unpack(">4h", header)))
