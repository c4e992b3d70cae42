from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.errors import InputRefused
from desktop.people import cell_maker, delimited_text
from desktop.people.columns import guess
from desktop.people.list_file import read_list
from desktop.people.list_sheet import CellKind, ListFile, ListRefusal, TextForm
from desktop.people.old_encodings import converted, guess_encodings
from tests.desktop.people.lists import previewed, read_sheet
from tests.desktop.people.old_encoders import to_tcvn3, to_vni

LIST = "STT;Họ và tên;Năm sinh\n1;Nguyễn Thị Ước;1975\n2;Đỗ Văn Ký, Bí thư;1980\n"


def read(folder: Path, data: bytes, **form: str) -> ListFile:
    path = folder / "danh sách.csv"
    path.write_bytes(data)
    return read_list(path, **form)


def texts(list_file: ListFile) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in list_file.sheets[0].rows]


EXPECTED = [
    ["STT", "Họ và tên", "Năm sinh"],
    ["1", "Nguyễn Thị Ước", "1975"],
    ["2", "Đỗ Văn Ký, Bí thư", "1980"],
]


@pytest.mark.parametrize(
    ("encoding", "told", "was_said"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8", True),
        ("utf-16", "utf-16", True),
        ("utf-16-le", "utf-16-le", False),
        ("utf-16-be", "utf-16-be", False),
    ],
)
def test_the_encoding_is_found_and_told(
    encoding: str, told: str, was_said: bool, tmp_path: Path
) -> None:
    list_file = read(tmp_path, LIST.encode(encoding))
    assert texts(list_file) == EXPECTED
    assert list_file.text_form == TextForm(told, ";", encoding_was_said=was_said)


def test_windows_vietnamese_is_read_and_composed(tmp_path: Path) -> None:
    decomposed = LIST
    for letter, parts in {
        "ọ": "o\u0323",
        "ễ": "ê\u0303",
        "ị": "i\u0323",
        "Ư": "Ư",
        "ớ": "ơ\u0301",
        "ỗ": "ô\u0303",
        "ý": "y\u0301",
    }.items():
        decomposed = decomposed.replace(letter, parts)
    list_file = read(tmp_path, decomposed.encode("cp1258"))
    assert texts(list_file) == EXPECTED
    assert list_file.text_form == TextForm("cp1258", ";")


@pytest.mark.parametrize("encode", [to_tcvn3, to_vni])
def test_text_in_an_old_font_is_read_as_western_and_can_be_converted(
    encode: Callable[[str], str], tmp_path: Path
) -> None:
    list_file = read(tmp_path, encode(LIST).encode("cp1252"))
    assert list_file.text_form == TextForm("cp1252", ";")
    (sheet,) = list_file.sheets
    choices = [each.choice for each in guess_encodings(sheet, guess(sheet))]
    result = converted(sheet, choices, guess(sheet))
    assert [[cell.text for cell in row.cells] for row in result.rows] == EXPECTED


@pytest.mark.parametrize(("byte", "encoding"), [(b"\x8a", "cp1252"), (b"\x81", "latin-1")])
def test_bytes_of_no_vietnamese_encoding_are_read_all_the_same(
    byte: bytes, encoding: str, tmp_path: Path
) -> None:
    form = read(tmp_path, b"a;b\n1;" + byte).text_form
    assert form is not None
    assert form.encoding == encoding


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_and_told(delimiter: str, tmp_path: Path) -> None:
    text = 'STT;"Họ và tên";Đơn vị\n1;"An; Bình";"Thôn 1, xã"\n2;Cúc;"Một ""hai"""\n'
    list_file = read(tmp_path, text.replace(";", delimiter).encode())
    assert list_file.text_form == TextForm("utf-8", delimiter)
    assert texts(list_file)[1:] == [
        ["1", f"An{delimiter} Bình".replace("\t", ""), "Thôn 1, xã"],
        ["2", "Cúc", 'Một "hai"'],
    ]


def test_encoding_and_delimiter_can_be_said(tmp_path: Path) -> None:
    data = "a,b;c\n".encode("utf-16-le")
    list_file = read(tmp_path, data, encoding="utf-16-le", delimiter=";")
    assert texts(list_file) == [["a,b", "c"]]


@pytest.mark.parametrize("encoding", ["utf-16", "no-such-encoding"])
def test_an_encoding_that_does_not_fit_is_refused(encoding: str, tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as caught:
        read(tmp_path, b"abc", encoding=encoding)
    assert caught.value.reason == ListRefusal.WRONG_ENCODING
    assert caught.value.facts == {"text": encoding}


def test_excels_own_word_for_the_delimiter_counts(tmp_path: Path) -> None:
    list_file = read(tmp_path, b"sep=|\r\na,b|c,d\r\n")
    assert texts(list_file) == [["a,b", "c,d"]]
    assert list_file.sheets[0].rows[0].number == 2


def test_rows_keep_their_numbers_over_empty_lines(tmp_path: Path) -> None:
    list_file = read(tmp_path, b"a;b\r\n\r\n;;\r\n1;2\r\n")
    assert [row.number for row in list_file.sheets[0].rows] == [1, 4]


def test_a_line_break_in_quotes_stays_in_the_cell(tmp_path: Path) -> None:
    list_file = read(tmp_path, b'a;"one\ntwo"\nb;c\n')
    cell = list_file.sheets[0].rows[0].cells[1]
    assert (cell.text, cell.original) == ("one two", "one\ntwo")
    assert cell.kind is CellKind.UNTYPED


@pytest.mark.parametrize("lines", [40, 40_000])
def test_a_quote_that_is_never_closed_does_not_swallow_the_list(lines: int, tmp_path: Path) -> None:
    people = "\n".join(f"{number};Lê Văn An" for number in range(lines))
    list_file = read(tmp_path, f'0;"Lê Văn An\n{people}\n'.encode())
    assert len(list_file.sheets[0].rows) == lines + 1
    assert texts(list_file)[0] == ["0", '"Lê Văn An']


def test_a_list_in_text_is_imported_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Họ tên,ĐT\nLê Văn An,912345678\n", encoding="utf-8-sig")
    (delegate,) = previewed(read_sheet(path)).delegates
    assert (delegate.name, delegate.phone) == ("Lê Văn An", "0912345678")


@pytest.mark.parametrize(
    ("module", "limit", "expected"),
    [
        (cell_maker, "MAX_FILLED_CELLS", ListRefusal.TOO_MANY_CELLS),
        (delimited_text, "MAX_FIELD_CHARACTERS", ListRefusal.TOO_MUCH_TEXT),
        (delimited_text, "MAX_ROW", ListRefusal.TOO_MANY_CELLS),
        (delimited_text, "_MAX_FIELDS", ListRefusal.TOO_MANY_CELLS),
    ],
)
def test_what_is_too_much_is_refused(
    module: object,
    limit: str,
    expected: ListRefusal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, limit, 2)
    with pytest.raises(InputRefused) as caught:
        read(tmp_path, LIST.encode())
    assert caught.value.reason == expected


def test_one_endless_line_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused):
        read(tmp_path, b"x" * 200_000)


def test_a_file_with_zero_bytes_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as caught:
        read(tmp_path, b"Ho ten;Nam sinh\n" * 5 + b"\0")
    assert caught.value.reason == ListRefusal.NOT_A_LIST


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_read_or_refused(data: bytes, tmp_path: Path) -> None:
    try:
        list_file = read(tmp_path, data)
    except InputRefused:
        return
    assert len(list_file.sheets) == 1
