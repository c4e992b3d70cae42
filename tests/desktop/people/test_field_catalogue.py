"""The catalogue says what the papers really tell."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from db.records import BirthDate, Delegate, Gender
from desktop.documents.badges.content import delegate_texts, group_texts
from desktop.documents.delegate_list import delegate_list_document
from desktop.documents.papers import KEYS
from desktop.documents.snapshot import Snapshot
from desktop.people.columns import guess
from desktop.people.field_catalogue import BADGES, FIELDS, LIST, NOT_LISTED, Sensitivity
from tests.builders import NOON, a_conference, a_delegate, a_file
from tests.desktop.people.lists import a_sheet

GROUPS = {group.id: group for group in a_conference().groups}
OTHER_VALUES: dict[str, Any] = {
    "badge_number": 77,
    "gender": Gender.FEMALE,
    "birth": BirthDate(year=1980),
    "is_party_member": True,
    "is_direct_worker": True,
    "honours": ("Giấy khen",),
    "group_id": a_conference().groups[1].id,
}
PERSON = a_delegate(1, gender=Gender.MALE, birth=BirthDate(year=1975))


def test_every_field_of_a_delegate_is_in_the_catalogue_or_is_the_programs_own() -> None:
    known = {field.key for field in FIELDS}
    assert known | NOT_LISTED == set(Delegate.__struct_fields__)
    assert not known & NOT_LISTED


def test_sensitive_is_what_the_law_calls_so() -> None:
    sensitive = {field.key for field in FIELDS if field.is_sensitive}
    assert sensitive == {"ethnicity", "religion", "is_party_member", "id_number"}


def on_list(person: Delegate) -> object:
    return delegate_list_document(Snapshot(file=a_file(person), made_at=NOON))


def on_badge(person: Delegate) -> object:
    return delegate_texts(person), group_texts(GROUPS[person.group_id], "")


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_a_paper_changes_with_a_field_exactly_when_the_catalogue_names_it(field: Any) -> None:
    # a badge shows an honour, and the list an achievement, only where nothing else stands there
    changed = replace(PERSON, **{field.key: OTHER_VALUES.get(field.key, "Khác")})
    assert (on_list(changed) != on_list(PERSON)) is (LIST in field.papers)
    assert (on_badge(changed) != on_badge(PERSON)) is (BADGES in field.papers)
    assert field.papers <= set(KEYS)


def test_badges_tell_nothing_sensitive_and_no_birth() -> None:
    told = [field for field in FIELDS if BADGES in field.papers]
    assert {field.sensitivity for field in told} == {Sensitivity.PLAIN}


def test_an_import_knows_every_heading_again() -> None:
    headings = [field.heading for field in FIELDS]
    uses = guess(a_sheet(headings, ["x"] * len(headings))).columns
    fields = {use.heading: use.field.value if use.field else "" for use in uses}
    names = {"party": "is_party_member", "direct_worker": "is_direct_worker", "group": "group_id"}
    assert [names.get(fields[field.heading], fields[field.heading]) for field in FIELDS] == [
        field.key for field in FIELDS
    ]
