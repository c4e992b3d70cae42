"""What the officer is told of the cells and rows of a list being taken over."""

from __future__ import annotations

from collections.abc import Callable

from desktop.language import tr
from desktop.people.import_report import (
    ImportProblem,
    ImportProblemCode,
    LeftOutReason,
    LeftOutRow,
)
from desktop.sentences.shown import Facts


def import_problem_sentence(problem: ImportProblem) -> str:
    """Say what is odd about a cell, and what became of its value."""
    facts: Facts = {"value": problem.value, "other": problem.other_cell}
    if not problem.cell:
        return tr("For everybody: {sentence}", sentence=_PROBLEMS[problem.code](facts))
    return tr("{cell}: {sentence}", cell=problem.cell, sentence=_PROBLEMS[problem.code](facts))


def left_out_sentence(row: LeftOutRow) -> str:
    """Say why a row gave no delegate."""
    return tr("Row {row}: {sentence}", row=row.row, sentence=_LEFT_OUT[row.reason]())


_PROBLEMS: dict[ImportProblemCode, Callable[[Facts], str]] = {
    ImportProblemCode.NAME_MISSING: lambda _: tr("the name is missing. Type it."),
    ImportProblemCode.CELL_ERROR: lambda facts: tr(
        "the cell holds an error ({value}); the field stays empty. Type the value.", **facts
    ),
    ImportProblemCode.NOT_COMPUTED: lambda _: tr(
        "the formula has no value; the field stays empty. Save the list in Excel and load it again."
    ),
    ImportProblemCode.BIRTH_NOT_READ: lambda facts: tr(
        "“{value}” is not read as a birth date; the field stays empty. Type the date.", **facts
    ),
    ImportProblemCode.GENDER_NOT_READ: lambda facts: tr(
        "“{value}” is not read as man or woman; the field stays empty. Choose one.", **facts
    ),
    ImportProblemCode.GENDER_CONTRADICTED: lambda _: tr(
        "the row says both man and woman; the field stays empty. Choose one."
    ),
    ImportProblemCode.MARK_NOT_READ: lambda facts: tr(
        "“{value}” is neither yes nor no; it counts as no. Check it.", **facts
    ),
    ImportProblemCode.GROUP_UNKNOWN: lambda facts: tr(
        "“{value}” is none of the conference's groups. Choose a group.", **facts
    ),
    ImportProblemCode.BADGE_NOT_READ: lambda facts: tr(
        "“{value}” is no badge number; another one was given. Check it.", **facts
    ),
    ImportProblemCode.BADGE_TAKEN: lambda facts: tr(
        "badge number {value} is taken; another one was given. Check it.", **facts
    ),
    ImportProblemCode.BIRTH_ONLY_YEAR: lambda facts: tr(
        "only the year is taken from “{value}”. Check it.", **facts
    ),
    ImportProblemCode.BIRTH_SHORT_YEAR: lambda facts: tr(
        "the century of “{value}” is a guess. Check it.", **facts
    ),
    ImportProblemCode.BIRTH_SERIAL: lambda facts: tr(
        "“{value}” was read as Excel counts days. Check the date.", **facts
    ),
    ImportProblemCode.BIRTH_UNLIKELY_AGE: lambda facts: tr(
        "“{value}” makes an unlikely age. Check it.", **facts
    ),
    ImportProblemCode.NAME_ODD: lambda facts: tr(
        "“{value}” does not look like a name. Check it.", **facts
    ),
    ImportProblemCode.OLD_ENCODING: lambda facts: tr(
        "“{value}” seems to be in an old encoding (TCVN3 or VNI). Convert the column.", **facts
    ),
    ImportProblemCode.CONVERSION_DOUBTFUL: lambda facts: tr(
        "“{value}” comes from a column in an old encoding and may be wrong. Check its letters.",
        **facts,
    ),
    ImportProblemCode.ETHNICITY_UNKNOWN: lambda facts: tr(
        "“{value}” is not in the list of ethnic groups; it was taken as typed. Check it.", **facts
    ),
    ImportProblemCode.ZERO_RESTORED: lambda facts: tr(
        "Excel had dropped the leading zero of “{value}”; it was put back. Check the number.",
        **facts,
    ),
    ImportProblemCode.DIGITS_LOST: lambda facts: tr(
        "Excel has lost digits of “{value}”; it was left out. Type the number anew.", **facts
    ),
    ImportProblemCode.ID_NUMBER_ODD: lambda facts: tr(
        "“{value}” has neither the 12 nor the 9 digits of an identity card. Check it.", **facts
    ),
    ImportProblemCode.PHONE_ODD: lambda facts: tr(
        "“{value}” does not look like a telephone number. Check it.", **facts
    ),
    ImportProblemCode.TWICE: lambda facts: tr(
        "“{value}” also stands in {other}; both are taken. Remove one if it is the same person.",
        **facts,
    ),
    ImportProblemCode.HIDDEN_ROW: lambda _: tr(
        "Excel hides this row; it was taken all the same. Remove the person if it is wrong."
    ),
}

_LEFT_OUT: dict[LeftOutReason, Callable[[], str]] = {
    LeftOutReason.ABOVE_THE_HEADING: lambda: tr("stands above the heading."),
    LeftOutReason.COLUMN_NUMBERS: lambda: tr("numbers the columns."),
    LeftOutReason.REPEATED_HEADING: lambda: tr("repeats the heading."),
    LeftOutReason.SECTION: lambda: tr("is the heading of a section."),
    LeftOutReason.TOTAL: lambda: tr("is a line of totals."),
    LeftOutReason.AFTER_THE_LIST: lambda: tr("stands after the end of the list."),
    LeftOutReason.CONTINUES_ROW_ABOVE: lambda: tr("continues the row above."),
    LeftOutReason.NO_NAME: lambda: tr("has no name."),
    LeftOutReason.HIDDEN: lambda: tr("is hidden in Excel."),
    LeftOutReason.BY_HAND: lambda: tr("was left out by you."),
}
