from __future__ import annotations

import pytest

from desktop.people.import_report import (
    ImportProblem,
    ImportProblemCode,
    LeftOutReason,
    LeftOutRow,
)
from desktop.sentences.imports import import_problem_sentence, left_out_sentence


@pytest.mark.parametrize("code", list(ImportProblemCode))
def test_every_doubt_of_an_import_names_its_cell(code: ImportProblemCode) -> None:
    problem = ImportProblem(cell="C12", row=12, column=3, code=code, value="x", other_cell="C9")
    sentence = import_problem_sentence(problem)
    assert sentence.startswith("C12: ")
    assert sentence.endswith(".")


def test_a_doubt_about_a_fixed_value_is_one_about_everybody() -> None:
    code = ImportProblemCode.GROUP_UNKNOWN
    problem = ImportProblem(cell="", row=0, column=0, code=code, value="Lạ")
    assert import_problem_sentence(problem).startswith("For everybody: “Lạ” ")


@pytest.mark.parametrize("reason", list(LeftOutReason))
def test_every_row_left_out_says_why(reason: LeftOutReason) -> None:
    assert left_out_sentence(LeftOutRow(7, reason, "Cộng")).startswith("Row 7: ")
