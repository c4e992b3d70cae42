from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.people.text import clean


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  Nguyễn \u00a0 Văn\tƯớc\n", "Nguyễn Văn Ước"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Ước"), "Nguyễn Thị Ước"),
        ("Lê\u200b Thị\u00ad \ufeffHoa", "Lê Thị Hoa"),
        ("dòng một\r\ndòng hai", "dòng một dòng hai"),
        ("a\x00b\x07c", "abc"),
        ("e\u200b\u0301", "é"),
        ("\ud800x", "\ufffdx"),
        ("<b>A & B</b>", "<b>A & B</b>"),
        ("", ""),
    ],
)
def test_text_is_cleaned_without_a_change_anybody_sees(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "  " not in once
