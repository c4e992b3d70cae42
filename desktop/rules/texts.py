"""Placeholders in the texts of a pack: {unit}, {reviewed} and the like, and what fills them.

A placeholder is written as its value is to stand: {unit}, {Unit} at the start of a line, {UNIT}
in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from db.records import Conference, Office, Period
from desktop.rules.pack import RulePack
from desktop.rules.pack_event import Form
from desktop.rules.pack_texts import PLACEHOLDERS

_AUTHORITIES = ("Ủy ban nhân dân ", "Uỷ ban nhân dân ", "UBND ")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_BRACES = frozenset("{}")
_BEFORE_A_MARK = re.compile(" +(?=[,.;:!?)])")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def placeholders(text: str) -> tuple[str, ...]:
    """Name the placeholders of a text in order."""
    return tuple(_PLACEHOLDER.findall(text))


def has_stray_brace(text: str) -> bool:
    """Tell whether a brace belongs to no placeholder: one that was not closed, or not opened."""
    return not _BRACES.isdisjoint(_PLACEHOLDER.sub("", text))


def is_known(placeholder: str) -> bool:
    """Tell whether something fills a placeholder, in one of its three ways of writing."""
    name = placeholder.lower()
    return name in PLACEHOLDERS and placeholder in (name, name.capitalize(), name.upper())


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put values in their places; a placeholder without a value stays as it is, to be seen.

    An ordinal or a theme that the conference does not have leaves no gap behind.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        plain = values.get(name.lower())
        if plain is None:
            return match[0]
        if name.isupper():
            return plain.upper()
        return plain[:1].upper() + plain[1:] if name[:1].isupper() else plain

    filled = _PLACEHOLDER.sub(value, text)
    lines = [" ".join(filter(None, line.split(" "))) for line in filled.split("\n")]
    if any(values.get(name.lower()) == "" for name in placeholders(text)):
        lines = [_BEFORE_A_MARK.sub("", line) for line in lines]
    return "\n".join(lines)


def text_values(
    conference: Conference, pack: RulePack, office: Office | None, form: Form | None
) -> dict[str, str]:
    """Name what stands for each placeholder; those of the office need the office."""
    values = {
        "form": form.name if form is not None else "Hội nghị",
        "co_organisers": ", ".join(line for line in conference.co_organisers if line.strip()),
        "ordinal": f"lần thứ {roman(conference.ordinal)}" if conference.ordinal else "",
        "theme": conference.theme.strip(),
        "launched": _years(conference.next_period or pack.cycle.launched),
        "reviewed": _years(conference.period or pack.cycle.reviewed),
        "upper_event": pack.upper_event,
    }
    if office is not None:
        values |= {"office": office.name, "place": office.place_name, "unit": unit_name(office)}
    return values


def unit_name(office: Office) -> str:
    """Name the unit that an office governs: xã Bình Hòa."""
    for authority in _AUTHORITIES:
        if office.name.startswith(authority):
            return office.name.removeprefix(authority)
    return office.name


def roman(number: int) -> str:
    """Write a number from 1 in Roman digits."""
    text = ""
    for value, digits in _ROMAN:
        count, number = divmod(number, value)
        text += digits * count
    return text


def _years(period: Period) -> str:
    return f"{period.first_year}-{period.last_year}"
