"""What a reader of typed files says of a wrong value, in words for people."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from desktop.language import tr


def value_fault(detail: object) -> str:
    """Say what `msgspec` found; what it says in other words stays as it is."""
    text = str(detail)
    for pattern, words in _FAULTS.items():
        found = pattern.fullmatch(text)
        if found is not None:
            return words(found)
    return text


def _kind(match: re.Match[str]) -> str:
    wanted = match[1].partition(" | ")[0]
    return _KINDS[wanted]() if wanted in _KINDS else match[0]


def _form(match: re.Match[str]) -> str:
    if "%" in match[1]:
        return tr("a share such as 70% or 1/3 belongs here")
    if match[1].startswith("^2"):
        return tr("a month such as 2030-03 belongs here")
    return tr("a short name of small letters without accents, digits and hyphens belongs here")


def _length(match: re.Match[str]) -> str:
    if match[1] == "array":
        return tr("at least {least} of these are needed", least=match[3])
    if match[2] == ">=":
        return tr("it is empty")
    return tr("it is longer than {most} characters", most=match[3])


def _range(match: re.Match[str]) -> str:
    if match[1] == ">=":
        return tr("it is less than {least}", least=match[2])
    return tr("it is more than {most}", most=match[2])


_KINDS: Mapping[str, Callable[[], str]] = {
    "str": lambda: tr("text in quotes belongs here"),
    "int": lambda: tr("a whole number belongs here"),
    "bool": lambda: tr("true or false belongs here"),
    "date": lambda: tr("a date such as 2030-01-31 belongs here"),
    "array": lambda: tr("a list belongs here"),
    "object": lambda: tr("a part with keys of its own belongs here"),
}
_FAULTS: Mapping[re.Pattern[str], Callable[[re.Match[str]], str]] = {
    re.compile("Expected `(.+)`, got `.+`"): _kind,
    re.compile("Expected `str` matching regex '(.+)'"): _form,
    re.compile("Expected `(str|array)` of length (>=|<=) ([0-9]+)"): _length,
    re.compile("Expected `int` (>=|<=) (-?[0-9]+)"): _range,
    re.compile("Object missing required field `(.+)`"): lambda match: tr(
        "“{key}” is missing", key=match[1]
    ),
    re.compile("Object contains unknown field `(.+)`"): lambda match: tr(
        "“{key}” is no key that it knows", key=match[1]
    ),
    re.compile("Invalid (?:enum )?value '?(.*?)'?", re.DOTALL): lambda match: tr(
        "“{value}” is none of the words that may stand here", value=match[1]
    ),
    re.compile("Invalid RFC3339 encoded date"): lambda _: _KINDS["date"](),
}
