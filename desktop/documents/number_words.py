"""Whole numbers in Vietnamese words, as vouchers and estimates write them.

num2words leaves out "không trăm" inside a number (1.005.000 as "một triệu năm nghìn"), which
reads as another amount, so this is our own.
"""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 1_000_000_000
_SCALES = ((1_000_000, "triệu"), (1_000, "nghìn"), (1, ""))


def number_in_words(number: int) -> str:
    """Spell a number from 0: 1.005.021 as một triệu không trăm linh năm nghìn không trăm …."""
    if number < 0:
        raise ValueError(number)
    return " ".join(_words(number, is_first=True)) or _DIGITS[0]


def money_in_words(amount: int) -> str:
    """Spell an amount of đồng, as it stands at the start of a sentence."""
    words = f"{number_in_words(amount)} đồng"
    return words[0].upper() + words[1:]


def _words(number: int, *, is_first: bool) -> list[str]:
    """Spell the billions as a number of their own, then three digits at a time."""
    billions, rest = divmod(number, _BILLION)
    words = [*_words(billions, is_first=is_first), "tỷ"] if billions else []
    for scale, name in _SCALES:
        group, rest = divmod(rest, scale)
        if group:
            words += _hundreds(group, is_first=is_first and not words)
            words += [name] * bool(name)
    return words


def _hundreds(group: int, *, is_first: bool) -> list[str]:
    """Spell three digits; zeros in front are spoken inside a number."""
    hundred, rest = divmod(group, 100)
    ten, one = divmod(rest, 10)
    words = [] if is_first and not hundred else [_DIGITS[hundred], "trăm"]
    if ten == 0:
        if one and words:
            words.append("linh")
        return words + [_DIGITS[one]] * bool(one)
    words += ["mười"] if ten == 1 else [_DIGITS[ten], "mươi"]
    if one == 1 and ten > 1:
        return [*words, "mốt"]
    if one == 5:
        return [*words, "lăm"]
    return words + [_DIGITS[one]] * bool(one)
