from __future__ import annotations

from datetime import date, time

from msgspec.structs import replace

from db.records import Session
from desktop.rules.findings import FindingCode
from desktop.rules.newer_version import newer_version
from desktop.rules.pack import Level, RulePack
from tests.builders import an_office, ident
from tests.desktop.rules.cases import a_sound_conference, binh_hoa
from tests.desktop.rules.every_shape import every_shape


def _newer(**fields: object) -> RulePack:
    level: Level = replace(binh_hoa().levels[0], **fields)
    return replace(binh_hoa(), version=2, levels=(level,))


def test_changed_rules_and_the_findings_that_come_with_them_are_told() -> None:
    (limit,) = binh_hoa().levels[0].limits
    newer = _newer(limits=(replace(limit, value=150),))
    found = newer_version(a_sound_conference(), (), an_office(), binh_hoa(), newer)
    assert [change.key for change in found.changes] == ["levels[0].limits[0].value"]
    assert [one.code for one in found.coming] == [FindingCode.TARGETS_OVER_LIMIT]
    assert found.going == ()


def test_findings_that_go_are_told() -> None:
    late = Session(id=ident(11), day=date(2025, 4, 20), start=time(7, 30))
    conference = a_sound_conference(sessions=(late,))
    (window,) = binh_hoa().levels[0].windows
    newer = _newer(windows=(replace(window, quarter=2),))
    found = newer_version(conference, (), an_office(), binh_hoa(), newer)
    assert [one.code for one in found.going] == [FindingCode.DAY_AFTER_WINDOW]
    assert found.coming == ()


def test_what_changes_for_other_levels_is_left_out() -> None:
    before = every_shape()
    first, second = before.levels
    after = replace(
        before,
        version=4,
        name="Khác",
        levels=(replace(first, clause="X"), replace(second, clause="Y")),
    )
    conference = a_sound_conference(rule_pack_id=before.id, level_id=second.id)
    found = newer_version(conference, (), an_office(), before, after)
    assert [change.key for change in found.changes] == ["name", "levels[1].clause"]


def test_without_the_old_version_only_findings_can_be_told() -> None:
    found = newer_version(a_sound_conference(), (), an_office(), None, _newer())
    assert found.changes == ()
    assert FindingCode.RULES_MISSING in {one.code for one in found.going}
