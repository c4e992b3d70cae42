"""What the officer should know of a paper before printing it."""

from __future__ import annotations

from collections.abc import Callable

from desktop.documents.rendered import PaperProblem, ProblemCode
from desktop.language import tr
from desktop.sentences.field_names import field_name
from desktop.sentences.shown import Facts


def problem_sentence(problem: PaperProblem, name: str = "") -> str:
    """Say what is at fault on a paper; the name is that of the delegate it is about."""
    sentence = _SENTENCES[problem.code]({"text": problem.text, "field": field_name(problem.field)})
    return tr("{name}: {sentence}", name=name, sentence=sentence) if name else sentence


def draft_sentence() -> str:
    """Say that a paper is still marked as a draft, and why."""
    return tr("Still marked “DỰ THẢO”: its number or its day is open. Fill them in to issue it.")


_SENTENCES: dict[ProblemCode, Callable[[Facts], str]] = {
    ProblemCode.MISSING_GLYPH: lambda facts: tr(
        "The font has no letter for “{text}”, so it would print as an empty box. Retype the text.",
        **facts,
    ),
    ProblemCode.TEXT_TOO_LONG: lambda facts: tr(
        "“{text}” is too long for its place ({field}) at a readable size. Shorten it.", **facts
    ),
    ProblemCode.PHOTO_MISSING: lambda _: tr(
        "The photo is not in the store, so the initials are printed. Load the photo again."
    ),
    ProblemCode.PHOTO_UNREADABLE: lambda _: tr(
        "The photo cannot be read, so the initials are printed. Load another photo."
    ),
    ProblemCode.NO_SEAT: lambda _: tr(
        "There is no seat left, so the plan names none. Add rows, or widen the blocks of seats."
    ),
    ProblemCode.SEAT_REFUSED: lambda _: tr(
        "A seat given by hand is not in the hall, or two people have it, so it was passed over. "
        "Choose another seat."
    ),
    ProblemCode.FIELD_EMPTY: lambda facts: tr(
        "This paper leaves a place blank: {field}. Fill it in, or print it as it is.",
        **facts,
    ),
}
