"""Set a text into its box: which lines, at which size, on which baselines."""

from __future__ import annotations

from msgspec import Struct

from desktop.documents.badges.fitting import Fitted, Frame, fit, glued_words
from desktop.documents.badges.layout import Align, Text, VerticalAlign
from desktop.documents.fonts import width_pt

MM = 72 / 25.4

# Measured over all Vietnamese letters of the shipped faces, in em: the top of Ẵ and Ễ stands
# above the declared ascent, so lines are placed by what is really drawn.
_TOP_EM = 0.915
_BOTTOM_EM = 0.221


class SetLine(Struct, frozen=True):
    """One line and the left end of its baseline, in points from the card's bottom left corner."""

    text: str
    x: float
    y: float


class SetText(Struct, frozen=True):
    """A text as it will be drawn."""

    lines: tuple[SetLine, ...]
    size: float
    stretch: float
    fits: bool


def set_text(
    element: Text,
    text: str,
    card_height_mm: float,
    keep_together: tuple[str, ...] = (),
    tail: int = 1,
) -> SetText:
    """Fit a text of single-spaced words into the box of its element."""

    def measure(part: str) -> float:
        return width_pt(part, element.font, 1) + element.tracking_em * len(part)

    frame = Frame(
        width=element.width_mm * MM,
        height=element.height_mm * MM,
        full_size=element.full_pt,
        floor_size=element.floor_pt,
        line_height=element.line_height,
        lines=element.lines,
        lines_first=element.lines_first,
    )
    glued = glued_words(text, keep_together) if keep_together else frozenset()
    fitted = fit(text, frame, measure, glued, tail)
    step = fitted.size * element.line_height
    baseline = _first_baseline(element, fitted, card_height_mm, step)
    lines = []
    for index, line in enumerate(fitted.lines):
        drawn = (measure(line) - element.tracking_em) * fitted.size * fitted.stretch
        room = frame.width - drawn
        shift = {Align.LEFT: 0.0, Align.CENTRE: room / 2, Align.RIGHT: room}[element.align]
        lines.append(SetLine(line, element.x_mm * MM + shift, baseline - index * step))
    return SetText(tuple(lines), fitted.size, fitted.stretch, fitted.fits)


def _first_baseline(element: Text, fitted: Fitted, card_height_mm: float, step: float) -> float:
    spare = element.height_mm * MM - len(fitted.lines) * step
    share = {VerticalAlign.TOP: 0.0, VerticalAlign.MIDDLE: 0.5, VerticalAlign.BOTTOM: 1.0}
    top = (card_height_mm - element.y_mm) * MM - spare * share[element.valign]
    slack = step - (_TOP_EM + _BOTTOM_EM) * fitted.size
    return top - slack / 2 - _TOP_EM * fitted.size
