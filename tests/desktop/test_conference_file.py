from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.day_records import BudgetLine, ScriptStep, SeatBlock
from db.record import Record
from db.records import (
    BirthDate,
    Conference,
    ConferenceFile,
    Delegate,
    Office,
    PaperSettings,
    Quota,
    Session,
    StoredImage,
)
from db.store import Store
from desktop import conference_file, conference_file_checks
from desktop.conference_file import (
    ConferenceFileRefusal,
    decode,
    encode,
    read_conference_file,
    write_conference_file,
)
from desktop.errors import InputRefused
from tests.builders import KEYS, a_conference, a_delegate, a_file, an_office, ident
from tests.db.any_records import any_of

_PNG = b"\x89PNG\r\n\x1a\n" + b"the rest of it"
_Tree = dict[str, Any]


def a_picture(data: bytes = _PNG) -> StoredImage:
    return StoredImage(id=hashlib.sha256(data).hexdigest(), media_type="image/png", data=data)


def an_answer() -> _Tree:
    return {"id": ident(80), "code": "attendance-unsaid", "reason": "Đủ chỗ"}


def a_full_file() -> ConferenceFile:
    picture = a_picture()
    return a_file(
        a_delegate(1, photo_id=picture.id, honours=("Bằng khen",), birth=BirthDate(year=1970)),
        a_delegate(2, name="Y Wang Niê"),
        images=(picture,),
    )


def refusal_of(data: bytes) -> InputRefused:
    with pytest.raises(InputRefused) as refused:
        decode(data)
    return refused.value


def changed(change: Callable[[_Tree], object]) -> bytes:
    tree = json.loads(encode(a_full_file()))
    change(tree)
    return json.dumps(tree).encode()


def test_a_conference_goes_out_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "binh-hoa.json"
    write_conference_file(path, a_full_file())
    assert read_conference_file(path) == a_full_file()


def test_equal_conferences_give_equal_bytes() -> None:
    assert encode(a_full_file()) == encode(decode(encode(a_full_file())))


def test_the_file_is_for_eyes_too() -> None:
    text = encode(a_full_file()).decode()
    assert text.startswith('{\n  "format": "hoinghi-conference",\n  "version": 1,\n  "office": {')
    assert '"Y Wang Niê"' in text
    assert text.endswith("}\n")


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "binh-hoa.json"
    write_conference_file(path, a_file())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_conference_file(path, a_full_file())
    assert read_conference_file(path) == a_file()


_CHANGES: list[tuple[Callable[[_Tree], object], str, dict[str, object]]] = [
    (lambda tree: tree.pop("format"), "other-format", {}),
    (lambda tree: tree.update(format="bundle"), "other-format", {}),
    (lambda tree: tree.update(version="1"), "other-format", {}),
    (lambda tree: tree.update(version=0), "other-format", {}),
    (lambda tree: tree.update(version=2, nonsense=1), "newer", {"value": 2}),
    (lambda tree: tree.update(nonsense=1), "unknown-key", {"key": "nonsense"}),
    (
        lambda tree: tree["delegates"][1].update(nonsense=1),
        "unknown-key",
        {"key": "delegates[1].nonsense"},
    ),
    (lambda tree: tree.pop("office"), "missing-key", {"key": "office"}),
    (
        lambda tree: tree["office"]["signers"][0].pop("name"),
        "missing-key",
        {"key": "office.signers[0].name"},
    ),
    (
        lambda tree: tree["delegates"][0].update(name=5),
        "wrong-value",
        {"key": "delegates[0].name", "detail": "Expected `str`, got `int`"},
    ),
    (
        lambda tree: tree["conference"].update(attendance="all"),
        "wrong-value",
        {"key": "conference.attendance", "detail": "Invalid enum value 'all'"},
    ),
    (
        lambda tree: tree["conference"]["sessions"][0].update(day="2025-02-30"),
        "wrong-value",
        {"key": "conference.sessions[0].day", "detail": "Invalid RFC3339 encoded date"},
    ),
    (
        lambda tree: tree["office"].update(name="a\x00b"),
        "control-character",
        {"key": "office.name"},
    ),
    (
        lambda tree: tree["delegates"][0].update(honours=["tốt", "\x1b[0m"]),
        "control-character",
        {"key": "delegates[0].honours[1]"},
    ),
    (
        lambda tree: tree["conference"].update(theme="x" * 20_001),
        "text-too-long",
        {"key": "conference.theme", "limit": 20_000},
    ),
    (
        lambda tree: tree["conference"].update(tasks=["x"] * 1_001),
        "too-many",
        {"key": "conference.tasks", "limit": 1_000},
    ),
    (
        lambda tree: tree["delegates"][1].update(id=ident(1001)),
        "double-id",
        {"key": "delegates[1].id", "value": ident(1001)},
    ),
    (
        lambda tree: tree["conference"]["groups"][1].update(id=ident(12)),
        "double-id",
        {"key": "conference.groups[1].id", "value": ident(12)},
    ),
    (
        lambda tree: tree["conference"].update(moves=[{"id": ident(70), "reason": "Bão"}] * 2),
        "double-id",
        {"key": "conference.moves[1].id", "value": ident(70)},
    ),
    (
        lambda tree: tree["conference"].update(papers=[{"key": "minutes"}] * 2),
        "double-id",
        {"key": "conference.papers[1].key", "value": "minutes"},
    ),
    (
        lambda tree: tree["conference"].update(papers=[{"key": "report", "signer_id": "me"}]),
        "unknown-reference",
        {"key": "conference.papers[0].signer_id", "value": "me"},
    ),
    (
        lambda tree: tree["conference"].update(attended={"end": "11:30:00.5"}),
        "wrong-date",
        {"key": "conference.attended.end", "value": "11:30:00.500000"},
    ),
    (
        lambda tree: tree["conference"].update(decisions=[an_answer(), an_answer()]),
        "double-id",
        {"key": "conference.decisions[1].id", "value": ident(80)},
    ),
    (
        lambda tree: tree["delegates"][0].update(group_id=ident(404)),
        "unknown-reference",
        {"key": "delegates[0].group_id", "value": ident(404)},
    ),
    (
        lambda tree: tree["delegates"][0].update(conference_id=ident(404)),
        "unknown-reference",
        {"key": "delegates[0].conference_id", "value": ident(404)},
    ),
    (
        lambda tree: tree["delegates"][1].update(photo_id="0" * 64),
        "unknown-reference",
        {"key": "delegates[1].photo_id", "value": "0" * 64},
    ),
    (
        lambda tree: tree["office"].update(logo_id="logo"),
        "unknown-reference",
        {"key": "office.logo_id", "value": "logo"},
    ),
    (
        lambda tree: tree["conference"].update(office_id=ident(404)),
        "unknown-reference",
        {"key": "conference.office_id", "value": ident(404)},
    ),
    (
        lambda tree: tree["conference"].update(signer_id=ident(404)),
        "unknown-reference",
        {"key": "conference.signer_id", "value": ident(404)},
    ),
    (
        lambda tree: tree["conference"].update(quotas=[{"unit": "a", "group_id": ident(404)}]),
        "unknown-reference",
        {"key": "conference.quotas[0].group_id", "value": ident(404)},
    ),
    (
        lambda tree: tree["conference"]["programme"][0].update(session_id=ident(404)),
        "unknown-reference",
        {"key": "conference.programme[0].session_id", "value": ident(404)},
    ),
    (
        lambda tree: tree["images"][0].update(data="AAAA"),
        "wrong-image",
        {"key": "images[0].id", "value": a_picture().id},
    ),
    (
        lambda tree: tree["images"][0].update(media_type="image/jpeg"),
        "wrong-image",
        {"key": "images[0].media_type", "value": "image/jpeg"},
    ),
    (
        lambda tree: tree["images"][0].update(media_type="image/svg+xml"),
        "wrong-image",
        {"key": "images[0].media_type", "value": "image/svg+xml"},
    ),
    (
        lambda tree: tree["delegates"][0].update(birth={"year": 1971, "month": 2, "day": 29}),
        "wrong-date",
        {"key": "delegates[0].birth", "value": "1971-2-29"},
    ),
    (
        lambda tree: tree["delegates"][0].update(birth={"year": 1971, "day": 29}),
        "wrong-date",
        {"key": "delegates[0].birth", "value": "1971-29"},
    ),
    (
        lambda tree: tree["conference"]["sessions"][0].update(start="07:30:00.5"),
        "wrong-date",
        {"key": "conference.sessions[0].start", "value": "07:30:00.500000"},
    ),
    (
        lambda tree: tree["conference"]["sessions"][0].update(start="07:30:00+07:00"),
        "wrong-date",
        {"key": "conference.sessions[0].start", "value": "07:30:00+07:00"},
    ),
]


@pytest.mark.parametrize(("change", "reason", "facts"), _CHANGES)
def test_a_wrong_place_is_refused_by_its_path(
    change: Callable[[_Tree], object], reason: str, facts: dict[str, object]
) -> None:
    refusal = refusal_of(changed(change))
    assert refusal.reason == f"conference-file-{reason}"
    assert refusal.facts == facts


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", ConferenceFileRefusal.NOT_JSON),
        (b"{", ConferenceFileRefusal.NOT_JSON),
        (b'{"format": NaN}', ConferenceFileRefusal.NOT_JSON),
        (b'{"a": "\\ud800"}', ConferenceFileRefusal.NOT_JSON),
        (b"PK\x03\x04", ConferenceFileRefusal.NOT_JSON),
        (b"\xff\xfe{", ConferenceFileRefusal.NOT_UTF8),
        (b"[]", ConferenceFileRefusal.OTHER_FORMAT),
        (b"{}", ConferenceFileRefusal.OTHER_FORMAT),
        (b"[" * 1_000_000, ConferenceFileRefusal.OTHER_FORMAT),
        (b'{"a":' * 1_000_000, ConferenceFileRefusal.TOO_DEEP),
        (b'{"a":' + b"[" * 1_000_000, ConferenceFileRefusal.TOO_DEEP),
    ],
)
def test_what_is_no_conference_file_is_refused(data: bytes, reason: str) -> None:
    assert refusal_of(data).reason == reason


def test_depth_where_a_text_belongs_is_a_wrong_value() -> None:
    tree = encode(a_file()).replace(b'"Ch\xc3\xa0o c\xe1\xbb\x9d"', b"[" * 900 + b"]" * 900)
    refusal = refusal_of(tree)
    assert refusal.reason == ConferenceFileRefusal.WRONG_VALUE
    assert refusal.facts["key"] == "conference.programme[0].title"


def test_a_key_given_twice_is_refused() -> None:
    data = encode(a_full_file()).replace(b'"position": 2', b'"position": 2, "position": 3')
    refusal = refusal_of(data)
    assert refusal.reason == ConferenceFileRefusal.DOUBLE_KEY
    assert refusal.facts == {"key": "position"}


def test_a_byte_order_mark_is_passed_over() -> None:
    assert decode(b"\xef\xbb\xbf" + encode(a_file())) == a_file()


def test_a_file_over_the_limit_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conference_file, "MAX_FILE_BYTES", 100)
    path = tmp_path / "big.json"
    path.write_bytes(encode(a_file()))
    with pytest.raises(InputRefused) as refused:
        read_conference_file(path)
    assert refused.value.reason == ConferenceFileRefusal.TOO_BIG
    assert refused.value.facts == {"limit": 100}
    assert refused.value.path == path


def test_a_picture_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conference_file_checks, "MAX_IMAGE_BYTES", 10)
    refusal = refusal_of(encode(a_full_file()))
    assert refusal.reason == ConferenceFileRefusal.TOO_MANY
    assert refusal.facts == {"key": "images[0].data", "limit": 10}


def test_a_missing_file_and_an_unreadable_one_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as missing:
        read_conference_file(tmp_path / "nowhere.json")
    assert missing.value.reason == ConferenceFileRefusal.MISSING
    with pytest.raises(InputRefused) as folder:
        read_conference_file(tmp_path)
    assert folder.value.reason == ConferenceFileRefusal.UNREADABLE


def test_every_text_comes_in_as_nfc() -> None:
    parts = unicodedata.normalize("NFD", encode(a_full_file()).decode()).encode()
    assert parts != encode(a_full_file())
    assert decode(parts) == a_full_file()


def test_line_breaks_of_word_processors_come_in_as_line_feeds() -> None:
    file = a_file(office=an_office(issuer="ỦY BAN\r\nNHÂN DÂN\x0bXÃ\u2028BÌNH\tHÒA"))
    assert decode(encode(file)).office.issuer == "ỦY BAN\nNHÂN DÂN\nXÃ\nBÌNH HÒA"


def test_every_reason_of_the_checks_has_its_code() -> None:
    codes = {reason for _, reason, _ in _CHANGES}
    assert {f"conference-file-{code}" for code in codes} <= set(ConferenceFileRefusal)


_plain_texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
)


def _listed(record: type[Record], reference: str) -> st.SearchStrategy[tuple[Record, ...]]:
    one = any_of(record, texts=_plain_texts, **{reference: st.just("")})
    return st.lists(one, max_size=3, unique_by=lambda one: one.id).map(tuple)  # type: ignore[attr-defined] # those here have ids


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_whatever_is_read_can_be_stored_and_comes_out_the_same(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    office = data.draw(any_of(Office, texts=_plain_texts, logo_id=st.just("")))
    conference = data.draw(
        any_of(
            Conference,
            texts=_plain_texts,
            office_id=st.just(office.id),
            signer_id=st.just(""),
            programme=st.just(a_conference().programme),
            hand_seats=st.just(()),
            script=_listed(ScriptStep, "item_id"),
            seat_blocks=_listed(SeatBlock, "group_id"),
            budget=_listed(BudgetLine, "norm_id"),
            papers=st.lists(
                any_of(PaperSettings, texts=_plain_texts, signer_id=st.just("")),
                max_size=3,
                unique_by=lambda one: one.key,
            ).map(tuple),
            quotas=st.just((Quota(unit="Thôn 1", trait="woman", places=2),)),
        )
    )
    person = any_of(
        Delegate,
        texts=_plain_texts,
        conference_id=st.just(conference.id),
        group_id=st.just(""),
        photo_id=st.just(""),
        birth=st.sampled_from((None, BirthDate(year=1970), BirthDate(year=1970, month=2))),
    )
    people = data.draw(st.lists(person, max_size=3, unique_by=lambda one: one.id))
    people.sort(key=lambda one: (one.position, one.id))
    file = ConferenceFile(office=office, conference=conference, delegates=tuple(people))
    read = decode(encode(file))
    assert read == file
    path = tmp_path_factory.mktemp("store") / "hoinghi.db"
    store = Store.open(path, clock=lambda: datetime.now(UTC), new_id=lambda: ident(1), keys=KEYS)
    with store:
        store.conferences.add_file(read)
        assert store.conferences.file(conference.id) == file


def test_a_session_without_a_time_is_no_fault() -> None:
    conference = a_conference(sessions=(Session(id=ident(11)), Session(id=ident(15), start=time())))
    assert decode(encode(a_file(conference=conference))).conference == conference
