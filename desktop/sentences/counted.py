"""Whom a rule counts, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.language import tr
from desktop.rules.case import BETWEEN_NAMES
from desktop.rules.pack_people import CountedKind

_KINDS: Mapping[str, Callable[[], str]] = {
    CountedKind.EXEMPLAR: lambda: tr("exemplars"),
    CountedKind.GUEST: lambda: tr("guests"),
    CountedKind.OTHER: lambda: tr("others"),
    CountedKind.UNGROUPED: lambda: tr("in no group"),
}


def kind_name(kind: CountedKind) -> str:
    """Name a kind of participant."""
    return _KINDS[kind]()


def counted_words(named: object) -> str:
    """Name those whom `desktop.rules.case.named` wrote: groups and traits bring their names."""
    names = str(named).split(BETWEEN_NAMES)
    return " + ".join(_KINDS[name]() if name in _KINDS else name for name in names)
