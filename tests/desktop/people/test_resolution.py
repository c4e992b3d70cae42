from __future__ import annotations

from db.records import Delegate
from desktop.people.duplicates import DuplicatePair, MatchKind
from desktop.people.merged_people import MergeChoice
from desktop.people.resolution import (
    Decision,
    Decisions,
    Resolution,
    Verdict,
    decision_of,
    resolve,
    undecided,
)
from tests.builders import a_delegate, ident

SAME, LEFT_OUT, OTHER = (
    Decision(each) for each in (Verdict.MERGE, Verdict.SKIP, Verdict.DIFFERENT)
)


def pair(new: int, other: int, kind: MatchKind = MatchKind.EXACT) -> DuplicatePair:
    return DuplicatePair(
        new_id=ident(1000 + new), listed_id=ident(1000 + other), kind=kind, reasons=(), score=100
    )


def resolved(
    new: list[Delegate],
    listed: list[Delegate],
    *pairs: DuplicatePair,
    decisions: Decisions | None = None,
    brings_numbers: bool = False,
) -> Resolution:
    return resolve(new, listed, pairs, decisions or {}, brings_numbers=brings_numbers)


def deciding(found: DuplicatePair, decision: Decision) -> Decisions:
    return {(found.new_id, found.listed_id): decision}


def test_whoever_is_new_is_added_as_the_list_has_it() -> None:
    new = [a_delegate(11), a_delegate(12)]
    assert resolved(new, [a_delegate(1)]) == Resolution(added=tuple(new))


def test_one_who_is_known_is_merged_where_nobody_decides() -> None:
    known, new = a_delegate(1, unit="", phone=""), a_delegate(11, unit="Thôn 1", phone="0912")
    found = resolved([new], [known], pair(11, 1))
    assert found.added == ()
    assert [(one.id, one.unit, one.phone) for one in found.merged] == [(known.id, "Thôn 1", "0912")]
    assert [(twin.new.id, twin.kept, twin.verdict) for twin in found.twins] == [
        (new.id, found.merged[0], Verdict.MERGE)
    ]


def test_one_whom_the_merge_does_not_change_is_not_stored_again() -> None:
    found = resolved([a_delegate(11)], [a_delegate(1)], pair(11, 1))
    assert (found.added, found.merged, len(found.twins)) == ((), (), 1)


def test_fields_are_taken_as_they_were_chosen() -> None:
    known, new = a_delegate(1, unit="Thôn 1", note="a"), a_delegate(11, unit="Thôn 2", note="b")
    choices = {"unit": MergeChoice.TAKE, "note": MergeChoice.JOIN}
    how = deciding(pair(11, 1), Decision(Verdict.MERGE, choices))
    (merged,) = resolved([new], [known], pair(11, 1), decisions=how).merged
    assert (merged.unit, merged.note) == ("Thôn 2", "a; b")


def test_a_new_record_can_be_left_out_or_added_all_the_same() -> None:
    known, new = a_delegate(1, unit=""), a_delegate(11, unit="Thôn 1")
    found = resolved([new], [known], pair(11, 1), decisions=deciding(pair(11, 1), LEFT_OUT))
    assert (found.added, found.merged) == ((), ())
    assert found.twins[0].verdict is Verdict.SKIP
    both = resolved([new], [known], pair(11, 1), decisions=deciding(pair(11, 1), OTHER))
    assert both == Resolution(added=(new,))


def test_near_ones_stay_two_until_somebody_decides() -> None:
    near = pair(11, 1, MatchKind.NEAR)
    assert decision_of(near, {}) == OTHER
    assert resolved([a_delegate(11)], [a_delegate(1)], near).twins == ()
    assert undecided([near, pair(12, 1)], {}) == (near,)
    assert undecided([near], deciding(near, OTHER)) == ()


def test_a_row_that_repeats_one_of_the_list_goes_into_it() -> None:
    first, second, third = (a_delegate(number, unit="") for number in (11, 12, 13))
    third = a_delegate(13, unit="Thôn 3")
    found = resolved([first, second, third], [], pair(12, 11), pair(13, 12))
    assert [(one.id, one.unit) for one in found.added] == [(first.id, "Thôn 3")]
    assert [twin.kept.id for twin in found.twins] == [first.id, first.id]


def test_repeats_of_one_who_is_known_go_into_that_one() -> None:
    found = resolved([a_delegate(11), a_delegate(12)], [a_delegate(1)], pair(11, 1), pair(12, 11))
    assert found.added == ()
    assert [twin.kept.id for twin in found.twins] == [ident(1001)] * 2


def test_those_who_are_added_are_numbered_without_gaps() -> None:
    new = [a_delegate(number, position=number, badge_number=number) for number in (11, 12, 13)]
    known = [a_delegate(1)]
    found = resolved(new, known, pair(12, 1))
    assert [(one.position, one.badge_number) for one in found.added] == [(11, 11), (12, 12)]
    own = resolved(new, known, pair(12, 1), brings_numbers=True)
    assert [(one.position, one.badge_number) for one in own.added] == [(11, 11), (12, 13)]
