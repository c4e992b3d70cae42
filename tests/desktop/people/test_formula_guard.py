"""Text that could be a formula stays text, and comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.people.formula_guard import guarded, unguarded


@pytest.mark.parametrize("text", ["=1+1", "+84 912", "-5", "@sum", "\tx", "\rx", "'=1", "''-x"])
def test_what_could_be_a_formula_begins_with_the_sign_of_text(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Nguyễn", "H'Hen Niê", "'Út", "1-2", "'"])
def test_other_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.text("'=+-@\t a", max_size=5))
def test_a_guarded_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
