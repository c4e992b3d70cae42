from __future__ import annotations

from pathlib import Path

from desktop.documents.print_set import PreparedPaper
from desktop.documents.rendered import PaperProblem, ProblemCode
from desktop.errors import InputRefused
from desktop.wizard.print_problems import print_problems
from tests.builders import a_delegate


def _problem(code: ProblemCode, text: str = "") -> PaperProblem:
    return PaperProblem(code=code, field="name", text=text)


def test_the_gravest_comes_first() -> None:
    prepared = (
        PreparedPaper(
            key="plan",
            path=Path("a"),
            is_draft=True,
            problems=(
                _problem(ProblemCode.FIELD_EMPTY),
                _problem(ProblemCode.MISSING_GLYPH, "𝕏"),
            ),
        ),
        PreparedPaper(key="budget", path=Path("b"), error=InputRefused("sheet-start")),
    )

    lines = print_problems(prepared, (a_delegate(1),))

    assert lines[0].startswith("Budget estimate – ")
    assert lines[1].startswith("Plan – The font has no letter for “𝕏”")
    assert lines[2] == "Still marked “DỰ THẢO”, for number or day are open: Plan."
    assert lines[3] == "Without a photo: 1 of 1 people."
    assert lines[4].startswith("Plan – This paper leaves a place blank")
    assert print_problems((), ()) == []
