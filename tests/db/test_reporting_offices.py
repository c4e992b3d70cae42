from __future__ import annotations

from datetime import date

from db.reporting_offices import ReportingOffice
from db.store import Store
from tests.builders import ident
from tests.db.bundles import OFFICE, OTHER, a_bundle

SAID = ReportingOffice(office_id=OTHER, name="Sở Nội vụ", pack_id="p", unit="so-noi-vu")


def test_offices_are_known_by_what_people_say_and_by_their_bundles(store: Store) -> None:
    store.reporting_offices.save([SAID])
    store.received.take([a_bundle(1), a_bundle(1, sender_id=OTHER, unit="elsewhere")])
    said, heard = store.reporting_offices.all()
    assert said == SAID
    assert heard == ReportingOffice(
        office_id=OFFICE,
        name="UBND xã Bình Hòa",
        pack_id="binh-hoa-2024",
        unit="binh-hoa",
        is_settled=False,
    )
    assert store.reporting_offices.find(OFFICE) == heard
    assert store.reporting_offices.find(ident(99)) is None


def test_what_people_said_can_be_changed_and_forgotten(store: Store) -> None:
    store.received.take([a_bundle(1, sender_id=OTHER)])
    store.reporting_offices.save([SAID])
    store.reporting_offices.forget([OTHER])
    found = store.reporting_offices.find(OTHER)
    assert found is not None
    assert (found.unit, found.is_settled) == ("binh-hoa", False)


def test_the_latest_conference_that_counts_names_an_office(store: Store) -> None:
    early, late = date(2025, 3, 1), date(2025, 4, 1)
    store.received.take(
        [
            a_bundle(1, b"a", subject_id=ident(11), held_on=late, unit="late"),
            a_bundle(1, b"b", subject_id=ident(12), held_on=early, unit="early"),
            a_bundle(2, b"c", subject_id=ident(12), held_on=None, unit="undated"),
        ]
    )
    assert [one.unit for one in store.reporting_offices.all()] == ["late"]
