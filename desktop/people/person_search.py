"""How a person is searched for: without accents, by initials, by the last digits of a number.

The text in which a person is found holds the initials, the words and the numbers, each on lines of
their own. It is kept in the store, so that a keystroke only looks for words in texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from db.records import Delegate
from desktop.people.names import search_key

_NUMBERS_BELOW = "\n#"
_FEWEST_INITIALS = 2
_AFTER_INITIAL = "."
_LAST_DIGITS = 4
_BETWEEN_NUMBERS = re.compile(r"[;/,]|\s-\s")
_BREAKS = re.compile(r"[\s.\-]")
_ONLY_DIGITS = re.compile(r"[\d\s.\-]*\d[\d\s.\-]*")


def search_text(person: Delegate) -> str:
    """Give the text in which a person is searched for."""
    words = [person.name, person.unit, person.post, person.represents, person.note]
    numbers = []
    for text in (person.id_number, person.phone):
        for part in _BETWEEN_NUMBERS.split(text):
            if _ONLY_DIGITS.fullmatch(part):
                numbers.append(f"{_BREAKS.sub('', part)}$")
            else:
                words.append(part)
    folded = [_folded(text) for text in words]
    # with dots between, so that they are not found as part of a word
    initials = _AFTER_INITIAL.join(word[0] for word in folded[0].split())
    return "\n".join((initials, *folded, f"#{person.badge_number or ''}#", *numbers))


def searched(query: str) -> Callable[[str], bool]:
    """Turn what was typed into a test of the text of a person: every word must be found.

    Letters stand for initials too: "ntu" finds Nguyễn Thị Ước. Up to three digits are a badge
    number or part of a word, four the end of an ID or telephone number too, more any part of one.
    """
    plain = _folded(query)
    is_one_number = _ONLY_DIGITS.fullmatch(plain) is not None  # a telephone number with breaks
    words = [_BREAKS.sub("", plain)] if is_one_number else plain.split()
    tests = [_digits_test(word) if word.isdecimal() else _letters_test(word) for word in words]

    def test(text: str) -> bool:
        return all(found(text) for found in tests)

    return test


def name_in(text: str) -> str:
    """Find the name, without accents, in the text in which a person is searched for."""
    return text.split("\n", 2)[1]


def _folded(text: str) -> str:
    return search_key(text).replace("'", "")


def _letters_test(word: str) -> Callable[[str], bool]:
    if len(word) < _FEWEST_INITIALS or not word.isalpha():
        return lambda text: word in text
    initials = _AFTER_INITIAL.join(word)
    if len(word) == _FEWEST_INITIALS:  # which are the beginning of many
        initials += "\n"
    return lambda text: text.startswith(initials) or word in text


def _digits_test(word: str) -> Callable[[str], bool]:
    badge, end = f"#{word}#", f"{word}$"
    if len(word) > _LAST_DIGITS:
        return lambda text: word in text
    if len(word) == _LAST_DIGITS:
        return lambda text: badge in text or end in text or word in _words(text)
    return lambda text: badge in text or word in _words(text)


def _words(text: str) -> str:
    return text[: text.rindex(_NUMBERS_BELOW)]
