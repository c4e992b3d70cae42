"""The places of the offices at the conference above."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from db.records import ConferenceFile, GroupKind, ParticipantGroup, Quota
from desktop.handoff.consolidation.figures import UpperPlaces
from desktop.handoff.consolidation.given_places import given_places
from desktop.handoff.consolidation.mergers import Mergers
from desktop.handoff.consolidation.offices import OfficeTree
from desktop.rules.pack import RulePack
from tests.builders import a_conference, ident
from tests.desktop.handoff.consolidation.province import the_congress, the_pack


def places(
    own: ConferenceFile | None = None,
    pack: RulePack | None = None,
    mergers: Mapping[str, str] | None = None,
) -> Mapping[str, UpperPlaces]:
    rules = pack or the_pack()
    return given_places(rules, own, OfficeTree(rules, Mergers(mergers)))


def test_they_are_those_of_the_plan_with_the_alternates_beside() -> None:
    for own in (None, the_congress()):
        found = places(own)
        assert found["huyện châu thành"] == UpperPlaces(given=3, alternates_given=1)
        assert found["xã an hiệp"] == UpperPlaces(given=2, alternates_given=0)


def test_groups_that_the_plan_does_not_count_change_nothing() -> None:
    groups = (
        *a_conference().groups,
        ParticipantGroup(id=ident(70), name="Phục vụ", kind=GroupKind.OTHER),
    )
    assert places(the_congress(groups=groups)) == places()


def test_units_that_were_merged_have_the_places_of_both() -> None:
    found = places(mergers={"Xã An Hiệp": "Xã Phú Tâm"})
    assert found["xã phú tâm"].given == 3
    assert "xã an hiệp" not in found


def test_without_quotas_in_the_plan_they_are_what_the_upper_office_gave() -> None:
    pack = the_pack()
    bare = replace(pack, levels=tuple(replace(one, quotas=()) for one in pack.levels))
    given = (Quota(unit="xã Phú Tâm", places=4), Quota(unit="Xã Ngoài", places=1))
    found = places(the_congress(quotas=given), bare)
    assert {key: one.given for key, one in found.items()} == {"xã phú tâm": 4, "xã ngoài": 1}


def test_without_a_plan_nobody_gave_any() -> None:
    assert not given_places(None, None, OfficeTree(None, Mergers()))
