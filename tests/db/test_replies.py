from __future__ import annotations

from datetime import date

import pytest

from db.changes import Action
from db.replies import OfficePlaces, OfficeRemark, SentDown
from db.store import Store
from tests.builders import ident
from tests.db.bundles import HERE, OFFICE, OTHER

DAY = date(2025, 3, 1)


def a_remark(number: int, office_id: str = OFFICE, text: str = "Thiếu ngày sinh") -> OfficeRemark:
    return OfficeRemark(
        id=ident(300 + number), office_id=office_id, subject_id=HERE, number=1, text=text
    )


def sent(number: int, content: str = "a") -> SentDown:
    return SentDown(
        kind="reply",
        recipient_id=OFFICE,
        number=number,
        content_sha512=content * 128,
        sealed_on=DAY,
    )


def test_remarks_are_written_mended_and_taken_back(store: Store) -> None:
    store.replies.save_remarks([a_remark(2), a_remark(3, OTHER)])
    store.replies.save_remarks([a_remark(1)])
    mended = a_remark(2, text="Thiếu ảnh")
    store.replies.save_remarks([mended])
    assert store.replies.remarks(OFFICE) == (a_remark(1), mended)
    assert len(store.replies.remarks()) == 3
    store.replies.remove_remarks([a_remark(1).id])
    assert store.replies.remarks(OFFICE) == (mended,)
    assert store.log.entries()[0].action is Action.REMARKS_SAVED


def test_the_places_of_an_office_are_stored_whole(store: Store) -> None:
    first = OfficePlaces(office_id=OFFICE, pack_id="p", unit="a", places=3)
    second = OfficePlaces(office_id=OFFICE, pack_id="p", unit="b", places=4, alternates=1)
    other = OfficePlaces(office_id=OTHER, pack_id="p", unit="c", places=5)
    store.replies.save_places([first, other])
    store.replies.save_places([second])
    assert store.replies.places(OFFICE) == (second,)
    assert set(store.replies.places()) == {second, other}
    store.replies.remove_places(OFFICE)
    assert store.replies.places() == (other,)


def test_numbers_sent_down_only_go_up(store: Store) -> None:
    assert store.replies.sent("reply", OFFICE) is None
    store.replies.note_sent([sent(1)])
    store.replies.note_sent([sent(1)])
    assert [entry.action for entry in store.log.entries()] == [Action.SENT_DOWN]
    with pytest.raises(ValueError, match="1"):
        store.replies.note_sent([sent(1, "b")])
    store.replies.note_sent([sent(2, "b")])
    assert store.replies.sent("reply", OFFICE) == sent(2, "b")
    assert store.replies.sent("rules") is None
