from __future__ import annotations

import io
import tempfile

import pytest
from openpyxl import load_workbook

from desktop.people import text_workbook as module
from desktop.people.text_workbook import MAX_CELL_CHARACTERS, TextTable, text_workbook


def values(data: bytes) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(data))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_tables_come_back_as_they_were_said() -> None:
    tables = (
        TextTable("Bỏ ra", ("Dòng", "Vì sao"), [("7", "dòng cộng"), ("9", "")]),
        TextTable("Gộp", ("Người",)),
    )
    assert values(text_workbook(tables)) == {
        "Bỏ ra": [("Dòng", "Vì sao"), ("7", "dòng cộng"), ("9", None)],
        "Gộp": [("Người",)],
    }


@pytest.mark.parametrize("text", ["=1+1", "+84912345678", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_nothing_is_a_formula(text: str) -> None:
    book = load_workbook(io.BytesIO(text_workbook([TextTable("T", ("H",), [(text,)])])))
    cell = book.worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


def test_long_texts_and_unseen_signs_do_not_break_the_file() -> None:
    rows = [("x" * 40_000,), ("a\x00\x0bb",)]
    (_, long, odd) = values(text_workbook([TextTable("T", ("H",), rows)]))["T"]
    assert len(str(long[0])) == MAX_CELL_CHARACTERS
    assert odd == ("ab",)


def test_more_rows_than_a_sheet_has_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MAX_ROWS", 2)
    assert len(values(text_workbook([TextTable("T", ("H",), [("a",)] * 5)]))["T"]) == 3


def test_the_folder_for_files_in_between_is_as_it_was() -> None:
    before = tempfile.tempdir
    text_workbook([TextTable("T", ("H",))])
    assert tempfile.tempdir == before
