from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import InputRefused
from desktop.handoff.receipts import (
    CODE_DIGITS,
    Receipt,
    ReceiptRefusal,
    Verdict,
    check_code,
    check_receipt,
    receipt_for,
    sign_receipt,
    verdict_of_code,
)
from tests.desktop.handoff.parties import DESK, HERE, OFFICE, opened, party, sealed


def a_receipt(verdict: Verdict = Verdict.RECEIVED, number: int = 1) -> Receipt:
    return receipt_for(opened(sealed(number=number)).header, verdict)


def refusal_of(typed: str) -> str:
    with pytest.raises(InputRefused) as refused:
        verdict_of_code(typed, a_receipt())
    return refused.value.reason


def test_a_receipt_names_the_bundle_and_who_received_it() -> None:
    receipt = a_receipt()
    assert (receipt.receiver, receipt.sender, receipt.subject) == (DESK, OFFICE, HERE)
    assert receipt.text().startswith(b"hoinghi receipt v1\n")
    assert receipt.text().endswith(b"\nreceived\n")


def test_the_same_bundle_gets_the_same_receipt_and_code_whenever_asked() -> None:
    # sealed twice, so the bytes on the stick differ
    assert sealed() != sealed()
    one, two = a_receipt(), a_receipt()
    assert sign_receipt(one, party(DESK).keys) == sign_receipt(two, party(DESK).keys)
    assert check_code(one) == check_code(two)


def test_a_receipt_of_somebody_else_is_refused() -> None:
    signed = sign_receipt(a_receipt(), party(DESK).keys)
    check_receipt(signed, party(DESK).keys.public().signing)
    changed = msgspec.structs.replace(signed, receipt=a_receipt(Verdict.RETURNED))
    for forged, key in (
        (signed, party(OFFICE).keys.public().signing),
        (changed, party(DESK).keys.public().signing),
    ):
        with pytest.raises(InputRefused) as refused:
            check_receipt(forged, key)
        assert refused.value.reason == ReceiptRefusal.SIGNATURE


def test_a_code_is_read_out_in_four_groups_of_four_digits() -> None:
    groups = check_code(a_receipt()).split()
    assert [len(group) for group in groups] == [4] * 4
    assert all(group.isdigit() for group in groups)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_code_tells_the_office_what_became_of_its_bundle(verdict: Verdict) -> None:
    code = check_code(a_receipt(verdict))
    for typed in (code, code.replace(" ", ""), code.replace(" ", "-"), f" {code}\n"):
        assert verdict_of_code(typed, a_receipt()) is verdict


@given(st.integers(0, CODE_DIGITS - 1), st.integers(1, 9))
def test_every_digit_mistyped_is_noticed(place: int, step: int) -> None:
    digits = check_code(a_receipt()).replace(" ", "")
    wrong = str((int(digits[place]) + step) % 10)
    assert refusal_of(digits[:place] + wrong + digits[place + 1 :]) == ReceiptRefusal.CODE_CHECK


def test_two_neighbours_exchanged_are_noticed() -> None:
    digits = check_code(a_receipt()).replace(" ", "")
    for place in range(CODE_DIGITS - 1):
        pair = digits[place : place + 2]
        if pair[0] != pair[1]:
            typed = digits[:place] + pair[::-1] + digits[place + 2 :]
            assert refusal_of(typed) == ReceiptRefusal.CODE_CHECK


def test_the_code_of_another_bundle_is_told_apart() -> None:
    assert refusal_of(check_code(a_receipt(number=2))) == ReceiptRefusal.CODE_OTHER


@pytest.mark.parametrize("typed", ["", "1234", "1234 5678 9012 345x", "1" * 17, "١" * 16])
def test_what_is_no_code_is_refused(typed: str) -> None:
    assert refusal_of(typed) == ReceiptRefusal.CODE_LENGTH
