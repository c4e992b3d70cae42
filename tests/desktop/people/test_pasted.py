from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import InputRefused
from desktop.people.list_sheet import ListRefusal
from desktop.people.pasted import read_pasted
from tests.desktop.people.lists import previewed


def texts(text: str, html: str = "") -> list[list[str]]:
    (sheet,) = read_pasted(text, html).sheets
    return [[cell.original or cell.text for cell in row.cells] for row in sheet.rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\tb\nc\td", [["a", "b"], ["c", "d"]]),
        ('a\t"một\nhai"\r\nb\tc', [["a", "một\nhai"], ["b", "c"]]),
        ('"một\nhai ""ba"""\tx', [['một\nhai "ba"', "x"]]),
        ('"một\thai"\tx', [["một\thai", "x"]]),
        ('Bằng khen "2024"\tx', [['Bằng khen "2024"', "x"]]),
        ('"Dân vận khéo"\tx', [['"Dân vận khéo"', "x"]]),
        ('"một" hai\tx\n', [['"một" hai', "x"]]),
        ('"một\nhai\tx', [['"một'], ["hai", "x"]]),
        ("\ta\t\tb\n\n\tc", [["a", "b"], ["c"]]),
        ("một cột\nhai", [["một cột"], ["hai"]]),
    ],
)
def test_cells_are_split_as_excel_joined_them(text: str, expected: list[list[str]]) -> None:
    assert texts(text) == expected


def test_rows_and_columns_keep_their_places() -> None:
    (sheet,) = read_pasted("\ta\n\n\t\tb").sheets
    assert [(row.number, row.cells[0].column) for row in sheet.rows] == [(1, 2), (3, 3)]


def test_a_quote_that_is_never_closed_does_not_swallow_the_list() -> None:
    people = "\n".join(f"{number}\tLê Văn An" for number in range(40))
    assert len(texts(f'0\t"Lê Văn An\n{people}\n41\tB"')) == 42


_TABLE = "<table><tr><td>Lê Văn An<br>Một</td><td>x</td></tr></table>"
_WORD = f'<html xmlns:w="urn:schemas-microsoft-com:office:word">{_TABLE}</html>'


def test_a_table_of_word_is_read_from_its_html() -> None:
    assert texts("Lê Văn An\nMột\tx", _WORD) == [["Lê Văn An\nMột", "x"]]


def test_a_sheet_of_excel_is_read_from_its_text() -> None:
    assert texts("a\tb", _TABLE) == [["a", "b"]]


def test_html_without_a_table_does_not_count() -> None:
    assert texts("a\tb", "<p>a b</p>") == [["a", "b"]]


def test_a_page_whose_text_has_no_columns_is_read_from_its_html() -> None:
    assert texts("Lê Văn An Một x", _TABLE) == [["Lê Văn An\nMột", "x"]]


@pytest.mark.parametrize("text", ["", "\n\t\n", " "])
def test_nothing_is_refused(text: str) -> None:
    with pytest.raises(InputRefused) as caught:
        read_pasted(text)
    assert (caught.value.reason, caught.value.path) == (ListRefusal.EMPTY, None)


def test_a_pasted_list_is_imported_whole() -> None:
    (sheet,) = read_pasted("Họ tên\tĐT\nLê Văn An\t912345678").sheets
    (delegate,) = previewed(sheet).delegates
    assert (delegate.name, delegate.phone) == ("Lê Văn An", "0912345678")


@pytest.mark.parametrize("text", ['"a\n' * 100_000, "a\n" * 100_000])
def test_long_text_is_read_once_through(text: str) -> None:
    assert len(texts(text)) == 100_000


def test_tabs_without_end_are_nothing() -> None:
    with pytest.raises(InputRefused):
        read_pasted("\t" * 300_000)


@given(st.text(alphabet='"\t\na é', max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        rows = texts(text)
    except InputRefused:
        return
    assert rows
