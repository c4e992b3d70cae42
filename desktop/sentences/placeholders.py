"""What stands for each placeholder in the texts of a plan, as a clerk calls it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.language import tr

_NAMES: Mapping[str, Callable[[], str]] = {
    "office": lambda: tr("name of the office"),
    "unit": lambda: tr("name of the unit"),
    "form": lambda: tr("form of the conference"),
    "ordinal": lambda: tr("ordinal: lần thứ V"),
    "theme": lambda: tr("theme of the conference"),
    "reviewed": lambda: tr("years reviewed"),
    "launched": lambda: tr("years launched"),
    "upper_event": lambda: tr("event of the level above"),
    "co_organisers": lambda: tr("co-organisers of the conference"),
    "place": lambda: tr("place name of the office"),
    "date": lambda: tr("day of the conference"),
}


def placeholder_names() -> dict[str, str]:
    """Name every placeholder, those used most first."""
    return {key: name() for key, name in _NAMES.items()}
