"""What a process answers of a bundle."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from db.received import VerifiedBundle
from db.received_people import unpack_columns
from db.records import Session, SessionKind
from desktop.handoff.checking import Answer, Answers, Check, checking_desk
from desktop.handoff.frame import BundleKind
from desktop.handoff.opening import OpeningKeys
from tests.builders import a_conference, a_delegate, a_file, ident
from tests.desktop.handoff.parties import DESK, OFFICE, content_of, party, sealed, trust_of


def answered(path: Path, data: bytes, *, is_whole: bool, known: str = OFFICE) -> Answer:
    path.write_bytes(data)
    desk = checking_desk(OpeningKeys((party(DESK).keys.sealing,)), trust_of(DESK, known))
    answers = desk(lambda _done, _total: None, Check((str(path),), is_whole))
    assert isinstance(answers, Answers)
    (answer,) = answers.all
    return answer


def bundle_of(path: Path, data: bytes) -> VerifiedBundle:
    told = answered(path, data, is_whole=True).told
    assert told is not None
    assert told.bundle is not None
    return told.bundle


def test_a_bundle_comes_with_what_the_store_keeps_of_it(tmp_path: Path) -> None:
    conference = a_conference(
        unit_id="tan-an",
        rule_pack_id="kon-tum-2019",
        sessions=(
            Session(id=ident(31), kind=SessionKind.PREPARATORY, day=date(2025, 3, 1)),
            Session(id=ident(32), day=date(2025, 3, 5)),
            Session(id=ident(33), day=date(2025, 3, 4)),
            Session(id=ident(34)),
        ),
    )
    content = content_of(a_file(a_delegate(1), conference=conference))
    bundle = bundle_of(tmp_path / "a", sealed(content))
    assert bundle.content == content
    assert (bundle.pack_id, bundle.unit, bundle.held_on) == (
        "kon-tum-2019",
        "tan-an",
        date(2025, 3, 4),
    )
    assert (bundle.people, bundle.pictures, bundle.papers, bundle.key_number) == (1, 0, 0, 1)
    assert len(unpack_columns(bundle.columns)) == 1
    undated = content_of(a_file(conference=a_conference(sessions=())))
    assert bundle_of(tmp_path / "b", sealed(undated)).held_on is None


def test_nothing_is_handed_on_of_a_sender_nobody_knows(tmp_path: Path) -> None:
    told = answered(tmp_path / "a", sealed(), is_whole=True, known=DESK).told
    assert told is not None
    assert (told.kind, told.is_known, told.bundle) == (BundleKind.CONFERENCE, False, None)
