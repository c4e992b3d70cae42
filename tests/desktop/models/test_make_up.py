"""How many take part, beside what the plan allows."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from db.records import Delegate
from desktop.models.make_up import listed, planned
from desktop.rules.check import check
from desktop.rules.findings import Severity
from desktop.rules.pack import Counted, RulePack
from tests.builders import a_conference, a_delegate, ident


def _people(exemplars: int, guests: int) -> tuple[Delegate, ...]:
    groups = [ident(12)] * exemplars + [ident(13)] * guests
    return tuple(a_delegate(number, group_id=one) for number, one in enumerate(groups, start=1))


def test_targets_are_counted_by_kind(packs: tuple[RulePack, ...]) -> None:
    make_up = planned(a_conference(level_id="commune"), packs[0], ())
    assert dict(make_up.heads) == {
        Counted.EXEMPLAR: 140,
        Counted.GUEST: 60,
        Counted.OTHER: 0,
        Counted.UNGROUPED: 0,
    }
    assert make_up.total == 200
    assert make_up.full == 200
    assert make_up.wanted_heads == Fraction(140)
    assert make_up.severity is None


def test_too_many_people_weigh_as_the_rules_say(packs: tuple[RulePack, ...]) -> None:
    conference = a_conference(level_id="commune", rule_pack_id=packs[0].id)
    people = _people(141, 62)
    make_up = listed(conference, people, packs[0], check(conference, people, packs[0]))
    assert make_up.full == 203
    assert make_up.severity is Severity.BINDING


def test_people_in_no_group_are_counted(packs: tuple[RulePack, ...]) -> None:
    people = (*_people(1, 0), a_delegate(9, group_id=""))
    make_up = listed(a_conference(level_id="commune"), people, packs[0], ())
    assert dict(make_up.heads)[Counted.UNGROUPED] == 1


def test_without_rules_there_are_only_numbers(packs: tuple[RulePack, ...]) -> None:
    for pack in (
        None,
        replace(packs[0], levels=(replace(packs[0].levels[0], limits=(), shares=()),)),
    ):
        make_up = listed(a_conference(level_id="commune"), _people(2, 1), pack, ())
        assert (make_up.limit, make_up.share, make_up.wanted_heads) == (None, None, None)
        assert make_up.full == 3
