"""Which version of a plan's rules a conference follows."""

from __future__ import annotations

import pytest

from desktop.rules.pack import RulePack
from desktop.rules.packs import newer_pack, newest_packs, pack_of
from tests.builders import a_conference
from tests.desktop.rules.cases import a_plan


def version(number: int, pack_id: str = "kon-tum", name: str = "Kon Tum") -> RulePack:
    return a_plan(of={"id": pack_id, "version": number, "name": name})


PACKS = (version(2), version(10), version(1), version(7, "an-giang", "An Giang"))


def test_the_newest_version_of_each_plan_is_offered_by_name() -> None:
    offered = [(one.id, one.version) for one in newest_packs(PACKS)]
    assert offered == [("an-giang", 7), ("kon-tum", 10)]
    assert newest_packs(PACKS[::-1]) == newest_packs(PACKS)
    assert newest_packs(()) == ()


@pytest.mark.parametrize(
    ("pack_id", "planned_under", "found"),
    [
        ("kon-tum", 1, 1),
        ("kon-tum", 2, 2),
        ("kon-tum", 3, 10),
        ("kon-tum", 0, 10),
        ("hung-yen", 1, None),
        ("", 0, None),
    ],
)
def test_a_conference_keeps_its_version_and_takes_the_newest_where_it_is_gone(
    pack_id: str, planned_under: int, found: int | None
) -> None:
    conference = a_conference(rule_pack_id=pack_id, rule_pack_version=planned_under)
    pack = pack_of(conference, PACKS)
    assert (pack.version if pack is not None else None) == found


@pytest.mark.parametrize(
    ("pack_id", "planned_under", "newer"),
    [
        ("kon-tum", 1, 10),
        ("kon-tum", 10, None),
        ("kon-tum", 11, None),
        ("kon-tum", 0, None),
        ("an-giang", 6, 7),
        ("hung-yen", 1, None),
    ],
)
def test_a_newer_version_is_told_of_a_plan_that_was_followed(
    pack_id: str, planned_under: int, newer: int | None
) -> None:
    conference = a_conference(rule_pack_id=pack_id, rule_pack_version=planned_under)
    pack = newer_pack(conference, PACKS)
    assert (pack.version if pack is not None else None) == newer
