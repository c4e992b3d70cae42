from __future__ import annotations

from db.exports import Export
from db.store import Store
from tests.builders import a_conference, a_delegate, ident
from tests.db.conftest import Opener

HERE = ident(10)


def test_what_was_handed_out_is_listed_newest_first_after_a_restart(
    planned: Store, open_store: Opener
) -> None:
    planned.exports.add(HERE, "xlsx", "D:/ds.xlsx", 120, ("name", "unit"))
    planned.exports.add(HERE, "badges", "D:/the.pdf", 200)
    planned.close()
    newest, oldest = open_store().exports.of(HERE)
    assert (newest.what, newest.place, newest.count, newest.fields) == (
        "badges",
        "D:/the.pdf",
        200,
        (),
    )
    assert isinstance(oldest, Export)
    assert oldest.fields == ("name", "unit")
    assert oldest.at < newest.at


def test_each_conference_has_its_own_log(planned: Store) -> None:
    planned.conferences.add(a_conference(id=ident(30)))
    planned.exports.add(HERE, "xlsx", "ds.xlsx", 1)
    assert planned.exports.of(ident(30)) == ()
    assert len(planned.exports.of(HERE, limit=1)) == 1


def test_a_hand_out_is_no_step_of_undo(planned: Store) -> None:
    planned.delegates.add((a_delegate(1),))
    planned.exports.add(HERE, "csv", "ds.csv", 1, ("name",))
    planned.log.undo(HERE)
    assert planned.delegates.of(HERE) == ()
    assert len(planned.exports.of(HERE)) == 1
