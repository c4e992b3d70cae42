"""What the matrix of places says."""

from __future__ import annotations

import pytest

from desktop.rules.pack_people import PersonFlag
from desktop.rules.quota_columns import ColumnKind, QuotaColumn
from desktop.rules.quota_matrix import QuotaCell
from desktop.sentences.quotas import cell_text, cell_words, column_name, people_title

WHOLE = QuotaColumn(kind=ColumnKind.WHOLE, clause="II.3", words="theo phân bổ")


@pytest.mark.parametrize(
    ("cell", "text", "words"),
    [
        (QuotaCell(), "– / 0 / –", "Thôn 1, Everybody: 0 on the list, no number given"),
        (
            QuotaCell(5, 3),
            "▽ 5 / 3 / 2",
            "Thôn 1, Everybody: 3 on the list for 5 places, 2 left",
        ),
        (
            QuotaCell(3, 3),
            "✓ 3 / 3 / 0",
            "Thôn 1, Everybody: 3 on the list for 3 places, 0 left",
        ),
        (
            QuotaCell(3, 5, is_planned=True),
            "▲ 3 / 5 / −2",
            (
                "Thôn 1, Everybody: 5 on the list for 3 places, 2 over. The plan gives the number:"
                " theo phân bổ (II.3)"
            ),
        ),
        (
            QuotaCell(3, 5, is_summed=True, is_partial=True),
            "3 / 5 / –",
            (
                "Thôn 1, Everybody: 5 on the list; 3 places were given, but not to all of those"
                " counted"
            ),
        ),
    ],
)
def test_a_cell_is_written_and_said(cell: QuotaCell, text: str, words: str) -> None:
    assert cell_text(cell) == text
    assert cell_words(cell, WHOLE, "Thôn 1") == words


def test_a_number_of_a_plan_that_says_no_more_is_said_all_the_same() -> None:
    bare = QuotaColumn(kind=ColumnKind.GROUP, key="x", name="Khách mời")
    words = cell_words(QuotaCell(3, 3, is_planned=True), bare, "")
    assert words == (
        "no unit, Khách mời: 3 on the list for 3 places, 0 left. The plan gives the number: – (–)"
    )


@pytest.mark.parametrize(
    ("column", "name"),
    [
        (WHOLE, "Everybody"),
        (QuotaColumn(kind=ColumnKind.UNGROUPED), "In no group"),
        (QuotaColumn(kind=ColumnKind.GROUP, key="x", name="Khách <b>mời</b>"), "Khách <b>mời</b>"),
        (
            QuotaColumn(kind=ColumnKind.TRAIT, key="woman", flag=PersonFlag.WOMAN),
            "Women",
        ),
        (QuotaColumn(kind=ColumnKind.TRAIT, key="heroes", name="Anh hùng"), "Anh hùng"),
        (QuotaColumn(kind=ColumnKind.RULE, name="exemplar + Phụ nữ"), "exemplars + Phụ nữ"),
    ],
)
def test_a_column_is_named(column: QuotaColumn, name: str) -> None:
    assert column_name(column) == name


def test_people_are_named_by_unit_and_column() -> None:
    assert people_title(WHOLE, "Thôn 1") == "Thôn 1, Everybody"
    assert people_title(WHOLE, "") == "(no unit), Everybody"
    assert people_title(WHOLE, None) == "Everybody"
