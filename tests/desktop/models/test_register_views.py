"""Saved views of the register."""

from __future__ import annotations

import pytest

from db.records import GroupKind, ParticipantGroup
from db.store import Store
from desktop.models.register_views import (
    MAX_VIEWS,
    ColumnPlace,
    RegisterView,
    ViewShelf,
    ready_views,
    view_of,
)
from desktop.people.people_filter import NONE, PeopleFilter
from tests.builders import a_conference, ident

GROUPS = a_conference().groups
EXEMPLARS, GUESTS = GROUPS
COLUMNS = (ColumnPlace("name", 200), ColumnPlace("unit", 120, is_shown=False))


def test_a_view_says_what_was_shown_and_shows_it_again() -> None:
    wanted = PeopleFilter(
        groups=frozenset({GUESTS.id, NONE}),
        units=frozenset({"thon1"}),
        honours=frozenset({"Giấy khen"}),
        missing=frozenset({"birth"}),
        twice=True,
    )
    view = view_of("Của tôi", wanted, GROUPS, ("unit", True), COLUMNS)
    assert view.filter(GROUPS) == wanted
    assert (view.sorted_by, view.is_falling, view.columns) == ("unit", True, COLUMNS)


def test_a_view_finds_the_groups_of_another_conference_by_their_names() -> None:
    view = view_of("x", PeopleFilter(groups=frozenset({GUESTS.id})), GROUPS, ("", False), ())
    elsewhere = (ParticipantGroup(id=ident(77), name="KHÁCH  MỜI"),)
    assert view.filter(elsewhere).groups == {ident(77)}


def test_a_group_that_is_not_there_lets_nobody_by() -> None:
    view = view_of("x", PeopleFilter(groups=frozenset({GUESTS.id})), GROUPS, ("", False), ())
    assert view.filter(()).groups == {"Khách mời"}
    assert RegisterView(name="x", kinds=(GroupKind.GUEST,)).filter(()).groups == {"guest"}


def test_ready_views_are_told_by_the_kinds_of_groups() -> None:
    missing, exemplars, guests = ready_views()
    assert exemplars.filter(GROUPS) == PeopleFilter(groups=frozenset({EXEMPLARS.id}))
    assert guests.filter(GROUPS) == PeopleFilter(groups=frozenset({GUESTS.id}))
    assert "birth" in missing.filter(GROUPS).missing


def test_views_and_columns_are_kept_over_a_restart(store: Store) -> None:
    shelf = ViewShelf(store.settings)
    assert shelf.views() == ()
    assert shelf.columns() == ()
    shelf.keep(RegisterView(name="a"))
    shelf.keep(RegisterView(name="b", units=("thon1",)))
    shelf.keep(RegisterView(name="a", twice=True))
    shelf.keep_columns(COLUMNS)
    again = ViewShelf(store.settings)
    assert again.views() == (
        RegisterView(name="b", units=("thon1",)),
        RegisterView(name="a", twice=True),
    )
    assert again.columns() == COLUMNS
    again.remove("b")
    again.remove("unknown")
    assert [one.name for one in shelf.views()] == ["a"]


def test_of_very_many_views_the_oldest_give_way(store: Store) -> None:
    shelf = ViewShelf(store.settings)
    for number in range(MAX_VIEWS + 2):
        shelf.keep(RegisterView(name=str(number)))
    assert shelf.views()[0].name == "2"
    assert len(shelf.views()) == MAX_VIEWS


@pytest.mark.parametrize("text", ["{", "[1]", '[{"name": 5}]'])
def test_what_cannot_be_read_is_no_view(store: Store, text: str) -> None:
    store.settings.set("register-views", text)
    store.settings.set("register-columns", text)
    shelf = ViewShelf(store.settings)
    assert shelf.views() == ()
    assert shelf.columns() == ()
