"""The columns of the register: what each cell shows, sorts by, and takes from an editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import msgspec

from db.records import BirthDate, Delegate, Gender, ParticipantGroup, ToneOrder
from desktop.language import tr
from desktop.models.birth_text import typed_birth
from desktop.people.births import birth_text
from desktop.people.cell_values import read_gender, read_mark
from desktop.people.ethnic_groups import ethnic_groups
from desktop.people.honours import honours
from desktop.people.names import given_name_of, text_key
from desktop.people.participant_groups import match_group
from desktop.people.text import clean

_DEFAULTS = {field.name: field.default for field in msgspec.structs.fields(Delegate)}
_CLDR = ToneOrder.HUYEN_HOI_NGA_SAC_NANG


class CellKind(Enum):
    """How a cell of the register is edited."""

    FIXED = "fixed"
    TEXT = "text"
    MANY = "many"  # several texts with semicolons between
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
        read_text: does the same with text from elsewhere, as a list writes it.
        order: the key a cell is sorted by; None for an empty cell.
        choices: values and their names, for a choice.
        completes: whether what others have in the column is offered while typing.
        known_words: what is offered besides.
        by_name: whether people are sorted by their names here.
    """

    key: str
    title: str
    width: int
    kind: CellKind
    show: Callable[[Delegate], str]
    read: Callable[[Any], object]
    read_text: Callable[[str], object]
    order: Callable[[Delegate], Any]
    choices: tuple[tuple[str, str], ...] = ()
    completes: bool = False
    known_words: tuple[str, ...] = ()
    by_name: bool = False

    @property
    def is_editable(self) -> bool:
        """Whether the officer can change a cell of it."""
        return self.kind is not CellKind.FIXED

    def written(self, one: Delegate) -> str:
        """Write a cell for a spreadsheet, so that `read_text` reads the same value."""
        value = getattr(one, self.key)
        if self.kind is CellKind.FLAG:
            return _MARKS[value]
        if self.kind is CellKind.CHOICE:
            return dict(self.choices).get(value, "") if value else ""
        return str(value) if self.key == "given_name" else self.show(one)


_MARKS = {True: "x", False: "không", None: ""}  # words of lists, whatever the windows speak


def delegate_columns(
    groups: Sequence[ParticipantGroup], this_year: int, tone_order: ToneOrder = _CLDR
) -> tuple[DelegateColumn, ...]:
    """Lay out the register for a conference with these groups, held in this year."""
    text = _texts_in(tone_order)
    return (
        _badge_number(),
        _name(),
        _group(groups),
        text("post", tr("Post"), 150, completes=True),
        text("unit", tr("Unit"), 170, completes=True),
        _birth(this_year),
        _gender(),
        text(
            "ethnicity",
            tr("Ethnicity"),
            90,
            completes=True,
            known_words=tuple(group.name for group in ethnic_groups()),
        ),
        _honours(tone_order),
        _flag("is_party_member", tr("Party member"), 110),
        text("id_number", tr("ID number"), 130),
        text("phone", tr("Phone"), 110),
        text("achievement", tr("Achievement"), 200),
        text("represents", tr("Represents"), 150, completes=True),
        text("home_town", tr("Home town"), 150, completes=True),
        text("schooling", tr("Schooling"), 110, completes=True),
        text("proposed_award", tr("Proposed award"), 170, completes=True),
        _photo(),
        text("religion", tr("Religion"), 100, completes=True),
        _flag("is_direct_worker", tr("Direct worker"), 110),
        _given_name(),
        text("note", tr("Note"), 180),
    )


def _texts_in(tone_order: ToneOrder) -> Callable[..., DelegateColumn]:
    def text(
        key: str,
        title: str,
        width: int,
        *,
        completes: bool = False,
        known_words: tuple[str, ...] = (),
    ) -> DelegateColumn:
        def order(delegate: Delegate) -> bytes | None:
            value = getattr(delegate, key)
            return text_key(value, tone_order) if value else None

        return DelegateColumn(
            key=key,
            title=title,
            width=width,
            kind=CellKind.TEXT,
            show=lambda delegate: str(getattr(delegate, key)),
            read=lambda value: clean(str(value)),
            read_text=clean,
            order=order,
            completes=completes,
            known_words=known_words,
        )

    return text


def _badge_number() -> DelegateColumn:
    return DelegateColumn(
        key="badge_number",
        title=tr("No."),
        width=66,
        kind=CellKind.FIXED,
        show=lambda delegate: str(delegate.badge_number or ""),
        read=_refuse,
        read_text=_refuse,
        order=lambda delegate: delegate.badge_number,
    )


def _photo() -> DelegateColumn:
    return DelegateColumn(
        key="photo_id",
        title=tr("Photo"),
        width=64,
        kind=CellKind.FIXED,
        show=lambda delegate: "✓" if delegate.photo_id else "",
        read=_refuse,
        read_text=_refuse,
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
        read_text=clean,
        order=lambda delegate: delegate.name or None,
        by_name=True,
    )


def _given_name() -> DelegateColumn:
    return DelegateColumn(
        key="given_name",
        title=tr("Sorted under"),
        width=120,
        kind=CellKind.TEXT,
        show=lambda delegate: delegate.given_name or given_name_of(delegate.name),
        read=lambda value: clean(str(value)),
        read_text=clean,
        order=lambda delegate: delegate.name or None,
        by_name=True,
    )


def _group(groups: Sequence[ParticipantGroup]) -> DelegateColumn:
    names = {group.id: group.name for group in groups}
    ranks = {group.id: rank for rank, group in enumerate(groups)}

    def read_text(text: str) -> str:
        if not text.strip():
            return ""
        group = match_group(text, groups)
        if group is None:
            raise ValueError(text)
        return group.id

    return DelegateColumn(
        key="group_id",
        title=tr("Group"),
        width=150,
        kind=CellKind.CHOICE,
        show=lambda delegate: names.get(delegate.group_id, tr("none")),
        read=_one_of(("", *names)),
        read_text=read_text,
        order=lambda delegate: ranks.get(delegate.group_id),
        choices=(*names.items(), ("", tr("none"))),
    )


def _gender() -> DelegateColumn:
    names = gender_names()
    ranks = {gender: rank for rank, (gender, _) in enumerate(names)}

    def read_text(text: str) -> Gender | None:
        gender = read_gender(text)
        if gender is None and text.strip():
            raise ValueError(text)
        return gender

    return DelegateColumn(
        key="gender",
        title=tr("Gender"),
        width=80,
        kind=CellKind.CHOICE,
        show=lambda delegate: dict(names)[delegate.gender or ""],
        read=lambda value: Gender(value) if value else None,
        read_text=read_text,
        order=lambda delegate: ranks[delegate.gender] if delegate.gender else None,
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
        read_text=lambda text: typed_birth(text, this_year),
        order=lambda delegate: _birth_order(delegate.birth),
    )


def _birth_order(birth: BirthDate | None) -> tuple[int, ...] | None:
    return (birth.year, birth.month or 0, birth.day or 0) if birth else None


def _honours(tone_order: ToneOrder) -> DelegateColumn:
    def show(delegate: Delegate) -> str:
        return "; ".join(delegate.honours)

    def read(value: object) -> tuple[str, ...]:
        return tuple(filter(None, map(clean, str(value).split(";"))))

    return DelegateColumn(
        key="honours",
        title=tr("Honours"),
        width=200,
        kind=CellKind.MANY,
        show=show,
        read=read,
        read_text=read,
        order=lambda one: text_key(show(one), tone_order) if one.honours else None,
        completes=True,
        known_words=tuple(honour.name for honour in honours()),
    )


def _flag(key: str, title: str, width: int) -> DelegateColumn:
    names = {True: tr("yes"), False: tr("no"), None: tr("not said")}
    ranks = {True: 0, False: 1, None: None}

    def read_text(text: str) -> object:
        if text.strip() in {"", names[None]}:
            return None
        mark = read_mark(text)
        if mark is None:
            raise ValueError(text)
        return mark

    return DelegateColumn(
        key=key,
        title=title,
        width=width,
        kind=CellKind.FLAG,
        show=lambda delegate: names[getattr(delegate, key)],
        read=lambda value: value,
        read_text=read_text,
        order=lambda delegate: ranks[getattr(delegate, key)],
    )
