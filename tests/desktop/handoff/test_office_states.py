"""How the offices below a desk stand."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from db.received import RETURNED, Fork, ReceivedBundle
from db.reporting_offices import ReportingOffice
from desktop.handoff.consolidation.mergers import Mergers
from desktop.handoff.office_states import Known, OfficeState, Standing, office_states, top_unit
from desktop.rules.load import shipped_packs
from tests.builders import ident
from tests.desktop.handoff.a_province import DUE, NAMES, a_plan, held

TODAY = date(2025, 1, 6)
AFTER = date(2025, 1, 15)


def _office(sender: int, **fields: Any) -> ReportingOffice:
    name = f"Ủy ban nhân dân {NAMES[sender - 1]}"
    defaults: dict[str, Any] = {"office_id": ident(sender), "name": name, "is_settled": False}
    return ReportingOffice(**(defaults | fields))


def _states(
    *bundles: ReceivedBundle, today: date = TODAY, due: date | None = DUE, **known: Any
) -> dict[str, OfficeState]:
    offices = known.pop("offices", tuple(map(_office, range(1, 5))))
    states = office_states(a_plan(due), Known(offices=offices, bundles=bundles, **known), today)
    return {one.name: one for one in states}


def test_every_office_of_the_plan_is_listed_though_nothing_came() -> None:
    states = _states(offices=())
    assert tuple(states) == NAMES
    assert {one.standing for one in states.values()} == {Standing.AWAITED}
    assert {(one.parent, one.due) for one in states.values()} == {("", DUE)}


def test_after_its_day_an_office_that_sent_nothing_is_overdue() -> None:
    states = _states(held(), today=AFTER)
    assert states["Xã Bình Hòa"].standing is Standing.ON_TIME
    assert states["Xã Ea Na"].standing is Standing.OVERDUE


def test_what_came_after_its_day_is_late_by_days() -> None:
    late = held(received_at=datetime(2025, 1, 12, 17, tzinfo=UTC))  # the 13th in Vietnam
    state = _states(late, today=AFTER)["Xã Bình Hòa"]
    assert (state.standing, state.days_late) == (Standing.LATE, 3)


def test_a_later_number_does_not_make_an_office_late() -> None:
    first = held(is_current=False)
    second = held(2, received_at=datetime(2025, 1, 12, tzinfo=UTC))
    state = _states(first, second, today=AFTER)["Xã Bình Hòa"]
    assert (state.standing, state.days_late) == (Standing.ON_TIME, 0)
    assert state.bundle == second


def test_without_a_deadline_it_is_just_received() -> None:
    assert _states(held(), due=None)["Xã Bình Hòa"].standing is Standing.RECEIVED


def test_what_was_returned_waits_and_once_mended_is_to_be_looked_at() -> None:
    back = held(verdict=RETURNED)
    assert _states(back)["Xã Bình Hòa"].standing is Standing.RETURNED
    mended = held(2)
    both = (held(verdict=RETURNED, is_current=False), mended)
    assert _states(*both)["Xã Bình Hòa"].standing is Standing.AGAIN
    accepted = _states(*both, accepted=frozenset({mended.id}))
    assert accepted["Xã Bình Hòa"].standing is Standing.ON_TIME


def test_a_fork_stands_out_until_people_chose() -> None:
    one, other = held(), held(id=9, content_sha512="f" * 128, is_current=False)
    fork: dict[str, Any] = {"sender_id": one.sender_id, "subject_id": one.subject_id, "number": 1}
    open_fork = Fork(**fork, sides=(one, other))
    assert _states(one, other, forks=(open_fork,))["Xã Bình Hòa"].standing is Standing.FORK
    settled = Fork(**fork, sides=(one, other), chosen=one.content_sha512)
    assert _states(one, other, forks=(settled,))["Xã Bình Hòa"].standing is Standing.ON_TIME


def test_an_office_is_found_by_what_was_said_of_it_before_its_name() -> None:
    said = _office(1, pack_id="binh-hoa-2024", unit="xa-2", is_settled=True)
    states = _states(held(), offices=(said,))
    assert states["Xã Ea Na"].bundle is not None
    assert states["Xã Bình Hòa"].bundle is None


def test_an_office_that_the_plan_does_not_name_stands_below_the_desk() -> None:
    stranger = held(sender_name="Trường THPT Hùng Vương")
    unknown = ReportingOffice(office_id=ident(1), name="Trường THPT Hùng Vương")
    state = _states(stranger, offices=(unknown,))["Trường THPT Hùng Vương"]
    assert (state.key, state.parent, state.standing) == (ident(1), "", Standing.RECEIVED)
    moved_away = _states(stranger, offices=(_office(1, pack_id="binh-hoa-2024", is_settled=True),))
    assert moved_away["Ủy ban nhân dân Xã Bình Hòa"].key == ident(1)


def test_a_unit_that_went_into_another_is_expected_no_more_and_its_offices_are_there() -> None:
    mergers = Mergers({"Xã Bình Hòa": "Xã Ea Na"})
    old = (_office(1, pack_id="binh-hoa-2024", unit="xa-1"), _office(2))
    states = _states(held(), held(sender=2), offices=old, mergers=mergers)
    assert "Xã Bình Hòa" not in states
    known = Known(offices=old, bundles=(held(), held(sender=2)), mergers=mergers)
    assert [one.name for one in office_states(a_plan(), known, TODAY)] == [
        "Xã Ea Na",
        "Xã Ea Na",
        "Xã Dray Sáp",
        "Xã Quảng Điền",
    ]
    by_name = _states(held(), offices=(_office(1),), mergers=mergers)
    assert by_name["Xã Ea Na"].bundle is not None


def test_two_offices_of_one_unit_both_stand() -> None:
    offices = tuple(_office(one, pack_id="binh-hoa-2024", unit="xa-1") for one in (1, 2))
    known = Known(offices=offices, bundles=(held(), held(sender=2)))
    states = office_states(a_plan(), known, TODAY)
    assert [one.key for one in states if one.name == "Xã Bình Hòa"] == ["xa-1", ident(2)]


def test_a_plan_that_names_nobody_lists_whoever_reports() -> None:
    pack = next(one for one in shipped_packs() if not one.units)
    assert top_unit(pack) == ""
    states = office_states(pack, Known(offices=(_office(1),)), TODAY)
    assert [one.name for one in states] == ["Ủy ban nhân dân Xã Bình Hòa"]
    assert office_states(None, Known(bundles=(held(),)), TODAY)[0].conferences == 1
