"""The interface language: English source texts, looked up in the catalogue at show time."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from desktop.paths import resource

# what a catalogue is compiled to: a thousand texts as JSON are read in a fifth of the time that
# gettext's own form takes, and every start waits for them
COMPILED_CATALOGUE = "hoinghi.json"


class Language(StrEnum):
    """A language the interface speaks."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


_LEAST_GROUPED, _LAST_YEAR = 1_000, 9_999
_COUNTS = frozenset(
    ("added", "all", "base", "cells", "count", "counted", "delegates", "done", "given", "left")
) | frozenset(("listed", "merged", "people", "places", "shown", "total", "used"))

_translations: dict[str, str] = {}
_spoken = Language.ENGLISH


def speak(language: Language) -> None:
    """Use this language for every text looked up from now on."""
    global _translations, _spoken  # noqa: PLW0603 - a process shows one language at a time
    _spoken = language
    if language is Language.ENGLISH:
        _translations = {}
        return
    compiled = resource("translations", language, COMPILED_CATALOGUE).read_bytes()
    _translations = msgspec.json.decode(compiled, type=dict[str, str])


def spoken() -> Language:
    """Name the language in use."""
    return _spoken


def tr(source: str, **values: object) -> str:
    """Translate an interface text and fill the fields it names in braces.

    Counts get their points; a number of four digits under another name may be a year.
    """
    text = _translations.get(source, source)
    if not values:
        return text
    return text.format(**{name: _written(name, value) for name, value in values.items()})


def shown_number(number: int) -> str:
    """Write a number with points between the thousands."""
    return f"{number:,}".replace(",", ".")


def _written(name: str, value: object) -> object:
    if type(value) is not int or abs(value) < _LEAST_GROUPED:
        return value
    return shown_number(value) if name in _COUNTS or abs(value) > _LAST_YEAR else value
