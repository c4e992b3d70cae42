"""How papers address a person: Ông, Bà or đồng chí, with post and unit."""

from __future__ import annotations

from enum import StrEnum

from db.records import ConferenceFile, Delegate, Gender, GroupKind, PaperSettings
from desktop.documents.arrangement import Arrangement, gathered
from desktop.documents.paper_settings import choice

ADDRESS, AUDIENCE = "address", "audience"
_TITLES = {Gender.MALE: "Ông", Gender.FEMALE: "Bà", None: "Ông/Bà"}
_COMRADE = "Đồng chí"


class Address(StrEnum):
    """The form of address."""

    BY_GENDER = "by-gender"
    COMRADE = "comrade"
    COMRADE_IF_MEMBER = "comrade-if-member"  # of the Party


class Audience(StrEnum):
    """Who of the list gets the paper."""

    ALL = "all"
    EXEMPLARS = "exemplars"
    GUESTS = "guests"


_KINDS = {Audience.EXEMPLARS: GroupKind.EXEMPLAR, Audience.GUESTS: GroupKind.GUEST}


def address_of(person: Delegate, address: str) -> str:
    """Choose the word before a name; unknown ways of addressing go by gender."""
    is_comrade = address == Address.COMRADE or (
        address == Address.COMRADE_IF_MEMBER and person.is_party_member
    )
    return _COMRADE if is_comrade else _TITLES[person.gender]


def post_and_unit(person: Delegate) -> str:
    """Join post and unit as they follow a name."""
    return ", ".join(part.strip() for part in (person.post, person.unit) if part.strip())


def addressees(file: ConferenceFile, settings: PaperSettings) -> list[Delegate]:
    """Pick whom a paper goes to, by group, in each in the order of the list."""
    audience = choice(settings, AUDIENCE, Audience.ALL)
    kinds = {one.id: one.kind for one in file.conference.groups}
    wanted = _KINDS.get(Audience(audience)) if audience in set(Audience) else None
    chosen = [one for one in file.delegates if wanted is None or kinds.get(one.group_id) is wanted]
    return [one for group in gathered(file, chosen, Arrangement.GROUP) for one in group.people]
