"""The columns of the register: what each cell shows, sorts by, and takes from an editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from db.records import BirthDate, Delegate, Gender, ParticipantGroup
from desktop.language import tr
from desktop.models.birth_text import birth_text, typed_birth
from desktop.people.ethnic_groups import ethnic_groups
from desktop.people.names import given_name_of, sort_key
from desktop.people.text import clean

_LAST = (1,)  # empty cells come after filled ones


class CellKind(Enum):
    """How a cell of the register is edited."""

    FIXED = "fixed"
    TEXT = "text"
    BIRTH = "birth"
    CHOICE = "choice"
    FLAG = "flag"


@dataclass(frozen=True)
class DelegateColumn:
    """One column of the register.

    Attributes:
        key: the delegate's attribute.
        width: logical pixels.
        show: the text of a cell.
        read: turns an editor's value into the attribute's; raises ValueError.
        order: the key a cell is sorted by.
        choices: values and their names, for a choice.
        completes: whether what others have in the column is offered while typing.
        known_words: what is offered besides.
    """

    key: str
    title: str
    width: int
    kind: CellKind
    show: Callable[[Delegate], str]
    read: Callable[[Any], object]
    order: Callable[[Delegate], Any]
    choices: tuple[tuple[str, str], ...] = ()
    completes: bool = False
    known_words: tuple[str, ...] = ()


def delegate_columns(
    groups: Sequence[ParticipantGroup], this_year: int
) -> tuple[DelegateColumn, ...]:
    """Lay out the register for a conference with these groups, held in this year."""
    return (
        _badge_number(),
        _name(),
        _group(groups),
        _text("post", tr("Post"), 150, completes=True),
        _text("unit", tr("Unit"), 170, completes=True),
        _birth(this_year),
        _gender(),
        _text(
            "ethnicity",
            tr("Ethnicity"),
            90,
            completes=True,
            known_words=tuple(group.name for group in ethnic_groups()),
        ),
        _honours(),
        _flag("is_party_member", tr("Party member"), 110),
        _text("id_number", tr("ID number"), 130),
        _text("phone", tr("Phone"), 110),
        _text("achievement", tr("Achievement"), 200),
        _text("represents", tr("Represents"), 150),
        _photo(),
        _text("religion", tr("Religion"), 100, completes=True),
        _flag("is_direct_worker", tr("Direct worker"), 110),
        _given_name(),
        _text("note", tr("Note"), 180),
    )


def _text(
    key: str,
    title: str,
    width: int,
    *,
    completes: bool = False,
    known_words: tuple[str, ...] = (),
) -> DelegateColumn:
    def show(delegate: Delegate) -> str:
        return str(getattr(delegate, key))

    return DelegateColumn(
        key=key,
        title=title,
        width=width,
        kind=CellKind.TEXT,
        show=show,
        read=lambda value: clean(str(value)),
        order=lambda delegate: _text_order(show(delegate)),
        completes=completes,
        known_words=known_words,
    )


def _text_order(text: str) -> tuple[int] | tuple[int, bytes]:
    return (0, sort_key(text, text)) if text else _LAST


def _badge_number() -> DelegateColumn:
    return DelegateColumn(
        key="badge_number",
        title=tr("No."),
        width=52,
        kind=CellKind.FIXED,
        show=lambda delegate: str(delegate.badge_number or ""),
        read=_refuse,
        order=lambda delegate: (0, delegate.badge_number) if delegate.badge_number else _LAST,
    )


def _photo() -> DelegateColumn:
    return DelegateColumn(
        key="photo_id",
        title=tr("Photo"),
        width=64,
        kind=CellKind.FIXED,
        show=lambda delegate: "✓" if delegate.photo_id else "",
        read=_refuse,
        order=lambda delegate: not delegate.photo_id,
    )


def _refuse(value: object) -> object:
    raise ValueError(value)


def _name() -> DelegateColumn:
    return DelegateColumn(
        key="name",
        title=tr("Full name"),
        width=190,
        kind=CellKind.TEXT,
        show=lambda delegate: delegate.name,
        read=lambda value: clean(str(value)),
        order=lambda delegate: sort_key(delegate.name, delegate.given_name),
    )


def _given_name() -> DelegateColumn:
    return DelegateColumn(
        key="given_name",
        title=tr("Sorted under"),
        width=120,
        kind=CellKind.TEXT,
        show=lambda delegate: delegate.given_name or given_name_of(delegate.name),
        read=lambda value: clean(str(value)),
        order=lambda delegate: sort_key(delegate.name, delegate.given_name),
    )


def _group(groups: Sequence[ParticipantGroup]) -> DelegateColumn:
    names = {group.id: group.name for group in groups}
    ranks = {group.id: rank for rank, group in enumerate(groups)}
    return DelegateColumn(
        key="group_id",
        title=tr("Group"),
        width=150,
        kind=CellKind.CHOICE,
        show=lambda delegate: names.get(delegate.group_id, tr("none")),
        read=_one_of(("", *names)),
        order=lambda delegate: ranks.get(delegate.group_id, len(ranks)),
        choices=(*names.items(), ("", tr("none"))),
    )


def _gender() -> DelegateColumn:
    names = gender_names()
    ranks = {gender: rank for rank, (gender, _) in enumerate(names)}
    return DelegateColumn(
        key="gender",
        title=tr("Gender"),
        width=80,
        kind=CellKind.CHOICE,
        show=lambda delegate: dict(names)[delegate.gender or ""],
        read=lambda value: Gender(value) if value else None,
        order=lambda delegate: ranks[delegate.gender or ""],
        choices=names,
    )


def gender_names() -> tuple[tuple[str, str], ...]:
    """Name the genders as lists write them."""
    return ((Gender.MALE, tr("Male")), (Gender.FEMALE, tr("Female")), ("", ""))


def _one_of(values: Sequence[str]) -> Callable[[Any], object]:
    def read(value: object) -> object:
        if value not in values:
            raise ValueError(value)
        return value

    return read


def _birth(this_year: int) -> DelegateColumn:
    return DelegateColumn(
        key="birth",
        title=tr("Born"),
        width=112,
        kind=CellKind.BIRTH,
        show=lambda delegate: birth_text(delegate.birth),
        read=lambda value: typed_birth(str(value), this_year),
        order=lambda delegate: _birth_order(delegate.birth),
    )


def _birth_order(birth: BirthDate | None) -> tuple[int, ...]:
    return (0, birth.year, birth.month or 0, birth.day or 0) if birth else _LAST


def _honours() -> DelegateColumn:
    return DelegateColumn(
        key="honours",
        title=tr("Honours"),
        width=200,
        kind=CellKind.TEXT,
        show=lambda delegate: "; ".join(delegate.honours),
        read=lambda value: tuple(filter(None, map(clean, str(value).split(";")))),
        order=lambda delegate: _text_order("; ".join(delegate.honours)),
    )


def _flag(key: str, title: str, width: int) -> DelegateColumn:
    names = {True: tr("yes"), False: tr("no"), None: tr("not said")}
    ranks = {True: 0, False: 1, None: 2}
    return DelegateColumn(
        key=key,
        title=title,
        width=width,
        kind=CellKind.FLAG,
        show=lambda delegate: names[getattr(delegate, key)],
        read=lambda value: value,
        order=lambda delegate: ranks[getattr(delegate, key)],
    )
