"""What the choices about papers are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from db.records import NumberSeries, SigningForm
from desktop.documents.papers import PaperGroup
from desktop.language import tr

_GROUPS: Mapping[PaperGroup, Callable[[], str]] = {
    PaperGroup.PREPARING: lambda: tr("To prepare"),
    PaperGroup.PEOPLE: lambda: tr("The delegates"),
    PaperGroup.EACH_PERSON: lambda: tr("One for each person"),
    PaperGroup.DAY: lambda: tr("On the day"),
    PaperGroup.AFTERWARDS: lambda: tr("What it came to"),
}
_SERIES: Mapping[NumberSeries, Callable[[], str]] = {
    NumberSeries.OFFICE: lambda: tr("of the office"),
    NumberSeries.COUNCIL: lambda: tr("of the emulation council"),
    NumberSeries.COMMITTEE: lambda: tr("of the organising committee"),
}
_FORMS: Mapping[SigningForm, Callable[[], str]] = {
    SigningForm.HEAD: lambda: tr("as head, no prefix"),
    SigningForm.ON_BEHALF: lambda: tr("TM. for a collective"),
    SigningForm.FOR_HEAD: lambda: tr("KT. deputy for the head"),
    SigningForm.ACTING: lambda: tr("Q. acting head"),
    SigningForm.BY_ORDER: lambda: tr("TL. by order"),
    SigningForm.BY_AUTHORISATION: lambda: tr("TUQ. by authorisation"),
}
_CHOICES: Mapping[str, Callable[[], str]] = {
    "proposer": lambda: tr("Who proposes it"),
    "audience": lambda: tr("Who is invited"),
    "address": lambda: tr("Form of address"),
    "dress": lambda: tr("Dress"),
    "reply-by": lambda: tr("To answer by"),
    "phone": lambda: tr("Telephone for answers"),
    "note": lambda: tr("Another note"),
    "size": lambda: tr("Size"),
    "arrangement": lambda: tr("Who stands together"),
    "who": lambda: tr("For whom"),
}
_VALUES: Mapping[tuple[str, str], Callable[[], str]] = {
    ("audience", "all"): lambda: tr("everybody on the list"),
    ("audience", "exemplars"): lambda: tr("exemplars only"),
    ("audience", "guests"): lambda: tr("guests only"),
    ("address", "by-gender"): lambda: tr("Ông or Bà"),
    ("address", "comrade"): lambda: tr("đồng chí for everybody"),
    ("address", "comrade-if-member"): lambda: tr("đồng chí for Party members"),
    ("size", "dl"): lambda: tr("DL, 220 × 110 mm"),
    ("size", "c5"): lambda: tr("C5, 229 × 162 mm"),
    ("size", "c4"): lambda: tr("C4, 324 × 229 mm"),
    ("size", "a4-24"): lambda: tr("24 on a sheet, 70 × 37 mm"),
    ("size", "a4-21"): lambda: tr("21 on a sheet, 70 × 42.4 mm"),
    ("size", "a4-14"): lambda: tr("14 on a sheet, 99.1 × 38.1 mm"),
    ("arrangement", "group"): lambda: tr("by group of participants"),
    ("arrangement", "unit"): lambda: tr("by unit"),
    ("arrangement", "rank"): lambda: tr("one list, the highest first"),
    ("who", "guests"): lambda: tr("presidium and guests"),
    ("who", "everybody"): lambda: tr("everybody on the list"),
}


def group_name(group: PaperGroup) -> str:
    """Name a group of papers."""
    return _GROUPS[group]()


def series_name(series: NumberSeries) -> str:
    """Name whose numbers a paper has."""
    return _SERIES[series]()


def form_name(form: SigningForm) -> str:
    """Name a form of signing."""
    return _FORMS[form]()


def choice_name(name: str) -> str:
    """Name a choice that only one paper knows."""
    return _CHOICES[name]()


def value_name(name: str, value: str) -> str:
    """Name a value of such a choice."""
    return _VALUES[name, value]()
