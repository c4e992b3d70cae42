from __future__ import annotations

import pytest

from desktop.documents.rendered import PaperProblem, ProblemCode
from desktop.sentences.papers import problem_sentence


@pytest.mark.parametrize("code", list(ProblemCode))
def test_every_paper_problem_has_a_sentence(code: ProblemCode) -> None:
    problem = PaperProblem(code=code, field="delegates", text="Đại biểu {0}")
    sentence = problem_sentence(problem)
    assert sentence.endswith(".")
    assert problem_sentence(problem, "Y Wang Niê") == f"Y Wang Niê: {sentence}"
