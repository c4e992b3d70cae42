"""Amounts as vouchers spell them."""

from __future__ import annotations

import pytest

from desktop.documents.number_words import money_in_words, number_in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (555, "năm trăm năm mươi lăm"),
        (1_000, "một nghìn"),
        (1_001, "một nghìn không trăm linh một"),
        (1_015, "một nghìn không trăm mười lăm"),
        (1_100, "một nghìn một trăm"),
        (10_000, "mười nghìn"),
        (21_000, "hai mươi mốt nghìn"),
        (100_005, "một trăm nghìn không trăm linh năm"),
        (1_000_000, "một triệu"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (1_005_021, "một triệu không trăm linh năm nghìn không trăm hai mươi mốt"),
        (31_820_000, "ba mươi mốt triệu tám trăm hai mươi nghìn"),
        (1_000_000_000, "một tỷ"),
        (1_000_000_001, "một tỷ không trăm linh một"),
        (2_005_000_000, "hai tỷ không trăm linh năm triệu"),
        (1_000_000_000_000, "một nghìn tỷ"),
    ],
)
def test_a_number_is_spelled_as_it_is_spoken_in_full(number: int, words: str) -> None:
    assert number_in_words(number) == words


def test_every_number_has_words_of_its_own() -> None:
    spelled = [number_in_words(number) for number in (*range(12_000), *range(10**6, 10**6 + 2000))]
    assert len(set(spelled)) == len(spelled)


def test_an_amount_begins_a_sentence() -> None:
    assert money_in_words(10_000_000) == "Mười triệu đồng"
    assert money_in_words(0) == "Không đồng"


def test_there_is_no_money_below_nothing() -> None:
    with pytest.raises(ValueError, match="-1"):
        number_in_words(-1)
