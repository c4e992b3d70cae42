"""What can be drawn: runs become stretches of a face, and what no face can draw is listed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from desktop.documents.blocks import Run
from desktop.documents.decree30 import TextStyle
from desktop.documents.fonts import REPLACEMENT, missing_glyphs, serif
from desktop.documents.lines import Stretch
from desktop.documents.rendered import PaperProblem, ProblemCode

_INVISIBLE = frozenset({"Cc", "Cf"})  # controls, zero-width characters, soft hyphens


class Ink:
    """Prepares text for one paper and keeps the problems found on the way."""

    def __init__(self) -> None:
        self._problems: dict[PaperProblem, None] = {}

    @property
    def problems(self) -> tuple[PaperProblem, ...]:
        """Each problem once, in the order of the paper."""
        return tuple(self._problems)

    def stretches(self, runs: Sequence[Run], style: TextStyle) -> tuple[Stretch, ...]:
        """Give runs the face of their role; a character without a glyph becomes an empty box."""
        return tuple(self._stretch(run, style) for run in runs)

    def _stretch(self, run: Run, style: TextStyle) -> Stretch:
        face = serif(
            bold=style.is_bold if run.is_bold is None else run.is_bold,
            italic=style.is_italic if run.is_italic is None else run.is_italic,
        )
        if run.is_blank:
            self._add(ProblemCode.FIELD_EMPTY, run)
        text = visible(run.text.upper() if style.is_upper else run.text)
        missing = missing_glyphs(text, face)
        if missing:
            self._add(ProblemCode.MISSING_GLYPH, run, missing)
            text = text.translate(dict.fromkeys(map(ord, missing), REPLACEMENT))
        return Stretch(text, face)

    def _add(self, code: ProblemCode, run: Run, text: str = "") -> None:
        problem = PaperProblem(
            code=code, field=run.source.field, delegate_id=run.source.delegate_id, text=text
        )
        self._problems[problem] = None


def visible(text: str) -> str:
    """Take out the characters that nobody can see; the ends of lines become spaces."""
    if text.isprintable():  # the common case; what follows is slow
        return text
    spaced = text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    visible = "".join(char for char in spaced if unicodedata.category(char) not in _INVISIBLE)
    return unicodedata.normalize("NFC", visible)  # a letter and its mark may have met
