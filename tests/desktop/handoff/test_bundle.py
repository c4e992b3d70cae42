from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pyrage
import pytest

from db.records import BirthDate, Gender
from desktop.errors import InputRefused
from desktop.handoff import bundle
from desktop.handoff.bundle import open_bundle, read_bundle, sign_openly
from desktop.handoff.conference_content import (
    ALWAYS,
    ConferenceContent,
    delegate_fields,
    is_sensitive,
    read_content,
    write_content,
)
from desktop.handoff.frame import BundleKind
from desktop.handoff.keys import recovery_identity
from desktop.handoff.refusals import BundleRefusal
from tests.builders import a_delegate, a_file, an_office
from tests.desktop.handoff.parties import (
    DESK,
    OFFICE,
    STRANGER,
    address,
    content_of,
    new_keys,
    opened,
    party,
    read_whole,
    sealed,
    trust_of,
)
from tests.desktop.test_conference_file import a_picture

PAPER = b"%PDF-1.7 the plan"


def refusal_of(data: bytes) -> InputRefused:
    with pytest.raises(InputRefused) as refused:
        read_whole(data)
    return refused.value


def test_a_conference_with_people_pictures_and_papers_comes_over_whole() -> None:
    photo, logo = a_picture(), a_picture(b"\x89PNG\r\n\x1a\nlogo")
    file = a_file(
        a_delegate(1, photo_id=photo.id, birth=BirthDate(year=1970), gender=Gender.FEMALE),
        a_delegate(2, honours=("Bằng khen",), id_number="066075001234"),
        office=an_office(logo_id=logo.id),
        images=tuple(sorted((photo, logo), key=lambda one: one.id)),
    )
    whole = ConferenceContent(file=file, papers={"ke-hoach.pdf": PAPER})
    assert read_whole(sealed(write_content(whole, delegate_fields()))) == whole


def test_only_the_fields_that_were_asked_for_travel() -> None:
    photo = a_picture()
    person = a_delegate(1, photo_id=photo.id, id_number="066075001234", post="Trưởng thôn")
    content = content_of(a_file(person, images=(photo,)), ("post",))
    (arrived,) = read_content(content).file.delegates
    assert (arrived.name, arrived.post) == (person.name, "Trưởng thôn")
    assert (arrived.id_number, arrived.photo_id) == ("", "")
    assert read_content(content).file.images == ()


def test_the_fields_that_the_law_guards_are_marked() -> None:
    assert {name for name in delegate_fields() if is_sensitive(name)} >= {"id_number", "religion"}
    assert not is_sensitive("post")
    assert not ALWAYS & set(delegate_fields())


def test_equal_conferences_give_equal_contents() -> None:
    assert content_of() == content_of()


def test_a_header_tells_who_sent_what() -> None:
    header = opened(sealed(number=3)).header
    assert (header.sender, header.number) == (party(OFFICE).card(), 3)
    assert (header.recipient, header.subject) == (address().recipient, address().subject)


def test_a_sender_never_met_is_told_apart() -> None:
    assert opened(sealed()).is_known
    assert not opened(sealed(), trust_of(DESK)).is_known


def test_the_sender_reads_its_own_bundle_back() -> None:
    own = open_bundle(sealed(), [party(OFFICE).keys.identity()], trust_of(OFFICE))
    assert own.is_known


@pytest.mark.parametrize("owner", [DESK, OFFICE])
def test_what_was_printed_opens_a_bundle_when_the_computer_is_lost(owner: str) -> None:
    printed = recovery_identity(new_keys(owner).recovery_key)
    assert open_bundle(sealed(), [printed], trust_of(DESK, OFFICE)).content == content_of()


def test_nobody_else_opens_it() -> None:
    with pytest.raises(InputRefused) as refused:
        open_bundle(sealed(), [party(STRANGER).keys.identity()], trust_of(STRANGER, OFFICE))
    assert refused.value.reason == BundleRefusal.NOT_FOR_US


def test_what_is_for_everybody_is_read_without_a_key() -> None:
    for_all = address(kind=BundleKind.RULES, recipient="", subject="")
    data = sign_openly(for_all, b"rules", party(DESK))
    assert open_bundle(data, [], trust_of(OFFICE, DESK)).content == b"rules"


def test_every_single_byte_flipped_is_refused() -> None:
    data = sealed()
    assert 1500 < len(data) < 3500
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1 << (place % 8)
        start = perf_counter()
        refusal_of(bytes(changed))
        assert perf_counter() - start < 1


def test_every_cut_is_refused() -> None:
    data = sealed()
    for length in range(len(data)):
        refusal_of(data[:length])


def test_every_single_byte_flipped_of_what_lies_open_is_refused() -> None:
    for_all = address(kind=BundleKind.RULES, recipient="", subject="")
    data = sign_openly(for_all, b"rules", party(DESK))
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1 << (place % 8)
        with pytest.raises(InputRefused):
            open_bundle(bytes(changed), [], trust_of(OFFICE, DESK))


def test_what_follows_a_bundle_is_refused() -> None:
    assert refusal_of(sealed() + b"\0").reason == BundleRefusal.DAMAGED


def test_a_file_is_read_up_to_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.hoinghi"
    path.write_bytes(sealed())
    assert read_bundle(path) == path.read_bytes()
    monkeypatch.setattr(bundle, "MAX_BUNDLE_BYTES", 100)
    with pytest.raises(InputRefused) as refused:
        read_bundle(path)
    assert (refused.value.reason, refused.value.path) == (BundleRefusal.TOO_BIG, path)
    assert refusal_of(sealed()).reason == BundleRefusal.TOO_BIG


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        read_bundle(tmp_path / "gone.hoinghi")
    assert refused.value.reason == BundleRefusal.UNREADABLE


def test_an_unknown_fault_of_the_library_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(pyrage, "decrypt", fail)
    with pytest.raises(MemoryError):
        opened(sealed())
