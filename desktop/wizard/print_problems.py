"""What to look at before a set of papers is printed, the gravest first, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from db.records import Delegate
from desktop.documents.print_set import PreparedPaper
from desktop.documents.rendered import ProblemCode
from desktop.language import tr
from desktop.sentences.exports import drawing_failure_sentence
from desktop.sentences.papers import problem_sentence
from desktop.wizard.paper_list import paper_title

_LATER = frozenset((ProblemCode.FIELD_EMPTY, ProblemCode.NO_SEAT, ProblemCode.SEAT_REFUSED))


def print_problems(prepared: Sequence[PreparedPaper], delegates: Sequence[Delegate]) -> list[str]:
    """Say what is wrong with papers that are about to be printed.

    First what cannot be printed, then what would come out wrong, then drafts, photos, blanks.
    """
    names = {one.id: one.name for one in delegates}
    grave: list[str] = []
    later: list[str] = []
    for one in prepared:
        title = paper_title(one.key)
        if one.error is not None:
            sentence = drawing_failure_sentence(one.error)
            grave.insert(0, tr("{paper} – {sentence}", paper=title, sentence=sentence))
        for problem in one.problems:
            sentence = problem_sentence(problem, names.get(problem.delegate_id, ""))
            line = tr("{paper} – {sentence}", paper=title, sentence=sentence)
            (later if problem.code in _LATER else grave).append(line)
    drafts = [paper_title(one.key) for one in prepared if one.is_draft]
    middle = []
    if drafts:
        middle.append(
            tr(
                "Still marked “DỰ THẢO”, for number or day are open: {papers}.",
                papers=", ".join(drafts),
            )
        )
    missing = sum(not one.photo_id for one in delegates)
    if missing:
        middle.append(
            tr("Without a photo: {count} of {total} people.", count=missing, total=len(delegates))
        )
    return [*grave, *middle, *later]
