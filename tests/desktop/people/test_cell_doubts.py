"""What is odd about a value."""

from __future__ import annotations

import pytest

from desktop.people.cell_doubts import CellDoubt, cell_doubt
from tests.builders import a_delegate


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("id_number", ""),
        ("id_number", "001075000001"),
        ("id_number", "241 234 567"),
        ("phone", "0912 345 678"),
        ("phone", "0262.3812345 - 0912345678"),
        ("ethnicity", "Ê-đê"),
        ("ethnicity", "kinh"),
        ("unit", "???"),
    ],
)
def test_usual_values_are_not_doubted(key: str, text: str) -> None:
    assert cell_doubt(key, a_delegate(1, **{key: text})) is None


@pytest.mark.parametrize(
    ("key", "text", "doubt"),
    [
        ("id_number", "1.07E+11", CellDoubt.ID_NUMBER),
        ("id_number", "12345678901", CellDoubt.ID_NUMBER),
        ("phone", "không có", CellDoubt.PHONE),
        ("ethnicity", "Việt Nam", CellDoubt.ETHNICITY),
    ],
)
def test_odd_values_are_doubted(key: str, text: str, doubt: CellDoubt) -> None:
    assert cell_doubt(key, a_delegate(1, **{key: text})) is doubt
