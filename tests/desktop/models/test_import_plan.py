"""What an import would do, worked out before anything is written."""

from __future__ import annotations

import pytest

from db.records import Delegate
from desktop.models.import_plan import ImportPlan, plan_of, target_of
from desktop.people.columns import ColumnMapping, ColumnUse
from desktop.people.duplicates import DuplicatePair, MatchKind
from desktop.people.headings import Field
from desktop.people.import_desk import WorkedList
from desktop.people.import_report import ImportPreview
from desktop.people.resolution import Decision, Verdict
from tests.builders import a_conference, a_delegate, ident


def _mapping(*fields: Field | None) -> ColumnMapping:
    return ColumnMapping(
        columns=tuple(ColumnUse(column, "", field) for column, field in enumerate(fields, start=1))
    )


def _plan(
    *people: Delegate,
    listed: tuple[Delegate, ...] = (),
    pairs: tuple[DuplicatePair, ...] = (),
    mapping: ColumnMapping = _mapping(Field.NAME),  # noqa: B008 - a frozen record
) -> ImportPlan:
    worked = WorkedList(
        mapping=mapping,
        preview=ImportPreview(delegates=people, rows=tuple(range(len(people)))),
        target=target_of(a_conference(), (), 2025),
        pairs=pairs,
    )
    return plan_of(worked, listed, {})


def _pair(new: int, listed: int, kind: MatchKind = MatchKind.EXACT) -> DuplicatePair:
    return DuplicatePair(
        new_id=ident(1000 + new), listed_id=ident(1000 + listed), kind=kind, reasons=(), score=100
    )


def test_new_people_come_behind_those_who_are_there() -> None:
    there = (a_delegate(7, badge_number=40), a_delegate(3, badge_number=None))
    target = target_of(a_conference(), there, 2025)
    assert (target.start_position, target.start_badge) == (8, 41)
    assert target.taken_badges == {40}


def test_the_first_people_begin_with_one() -> None:
    target = target_of(a_conference(), (), 2025)
    assert (target.start_position, target.start_badge) == (1, 1)


@pytest.mark.parametrize("field", [Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME])
def test_a_plan_knows_whether_a_column_names_people(field: Field) -> None:
    assert _plan(mapping=_mapping(field)).names_people
    assert not _plan(mapping=_mapping(None, Field.UNIT)).names_people


def test_a_plan_shows_the_conference_as_it_would_be() -> None:
    known = a_delegate(1, unit="")
    plan = _plan(
        a_delegate(11, unit="Thôn 1"),
        a_delegate(12, name=""),
        listed=(known,),
        pairs=(_pair(11, 1),),
    )
    assert [(one.id, one.unit) for one in plan.after()] == [
        (ident(1001), "Thôn 1"),
        (ident(1012), a_delegate(12).unit),
    ]
    assert plan.does_anything
    assert not _plan().does_anything


def test_near_pairs_wait_for_a_decision() -> None:
    pair = _pair(12, 11, MatchKind.NEAR)
    plan = _plan(a_delegate(11), a_delegate(12), pairs=(pair,))
    assert plan.undecided == (pair,)
    decided = plan_of(plan.worked, (), {(pair.new_id, pair.listed_id): Decision(Verdict.SKIP)})
    assert decided.undecided == ()
    assert [one.id for one in decided.after()] == [ident(1011)]
