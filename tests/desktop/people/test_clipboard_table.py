from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.people.clipboard_table import as_text, as_web_table, read_cells

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=8)
blocks = st.lists(st.lists(cells, min_size=2, max_size=3), min_size=1, max_size=4)


@given(blocks)
def test_a_block_comes_back_cell_by_cell(block: list[list[str]]) -> None:
    assert read_cells(as_text(block)) == block


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"một\nhai"\tb\n', [["một\nhai", "b"]]),
        ('"nói ""được"""\tb', [['nói "được"', "b"]]),
        ('"chưa đóng\tb\nc\td', [['"chưa đóng', "b"], ["c", "d"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ("'=1+1\n", [["=1+1"]]),
        ("\n", [[""]]),
    ],
)
def test_what_spreadsheets_and_people_copy_is_read(text: str, rows: list[list[str]]) -> None:
    assert read_cells(text) == rows


def test_a_spreadsheet_gets_text_and_no_formula() -> None:
    block = [["066080000001", "=1+1"], ["<b>Hoà</b> & Con", "a\tb"]]
    assert as_text(block).splitlines() == ["066080000001\t'=1+1", '<b>Hoà</b> & Con\t"a\tb"']
    web = as_web_table(block)
    assert web.count("mso-number-format") == 4
    assert "&lt;b&gt;Hoà&lt;/b&gt; &amp; Con" in web
    assert ">=1" not in web
