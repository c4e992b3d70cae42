"""Every door that a newer version has to pass before it is so much as shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.errors import InputRefused
from desktop.handoff import updates
from desktop.handoff.bundle import sign_openly
from desktop.handoff.down_content import DownRefusal
from desktop.handoff.frame import BundleKind
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.scan import scan
from desktop.handoff.standing import Held
from desktop.handoff.update_content import MAX_DESCRIPTION_BYTES, UpdateRefusal
from desktop.handoff.updates import (
    Offer,
    decode_held,
    encode_held,
    look_job,
    read_job,
    read_offer,
)
from desktop.program_form import Form
from tests.desktop.handoff.parties import DESK, OFFICE, STRANGER, address, party, sealed, trust_of
from tests.desktop.handoff.updating import (
    CURRENT,
    NEWER,
    an_installer,
    an_update,
    here,
    put_update,
    quiet,
)


def why(path: Path, **fields: Any) -> InputRefused:
    """Read a description that is refused, and see that nothing changed on the stick."""
    before = {one.name: one.lstat().st_mtime_ns for one in path.parent.iterdir()}
    with pytest.raises(InputRefused) as caught:
        read_offer(path, here(**fields))
    assert before == {one.name: one.lstat().st_mtime_ns for one in path.parent.iterdir()}
    return caught.value


def test_a_newer_version_signed_by_the_desk_is_offered(tmp_path: Path) -> None:
    path = put_update(tmp_path)
    offer = read_job(quiet, str(path), here())
    assert offer.update == an_update()
    assert offer.installer == an_installer()
    assert offer.source == str(tmp_path / "Hoinghi-0.2.0-setup.exe")
    assert offer.sender == party(DESK).card()


@pytest.mark.parametrize("form", Form)
def test_each_form_gets_its_own_installer(tmp_path: Path, form: Form) -> None:
    assert read_offer(put_update(tmp_path), here(form=form)).installer == an_installer(form)


def test_what_the_office_signed_itself_is_offered_too(tmp_path: Path) -> None:
    assert read_offer(put_update(tmp_path, sender=party(OFFICE)), here()).number == 1


@pytest.mark.parametrize(
    ("version", "reason"),
    [
        (CURRENT, UpdateRefusal.SAME),
        ("0.0.9", UpdateRefusal.OLDER),
    ],
)
def test_an_equal_or_older_version_is_refused(tmp_path: Path, version: str, reason: str) -> None:
    assert why(put_update(tmp_path, an_update(version))).reason == reason


def test_0_10_is_newer_than_0_9(tmp_path: Path) -> None:
    path = put_update(tmp_path, an_update("0.10.0"))
    assert read_offer(path, here(version="0.9.0")).update.version == "0.10.0"


def test_a_version_for_another_system_is_refused_and_named(tmp_path: Path) -> None:
    path = put_update(tmp_path, an_update(NEWER, Form.DEBIAN, Form.PORTABLE))
    refusal = why(path)
    assert refusal.reason == UpdateRefusal.OTHER_FORM
    assert refusal.facts["forms"] == "debian,portable"


def test_a_program_that_runs_from_its_sources_is_not_replaced(tmp_path: Path) -> None:
    assert why(put_update(tmp_path), form=None).reason == UpdateRefusal.FROM_SOURCES


def test_a_stranger_is_refused_with_the_fingerprint(tmp_path: Path) -> None:
    refusal = why(put_update(tmp_path, sender=party(STRANGER)))
    assert refusal.reason == UpdateRefusal.UNKNOWN_SENDER
    assert refusal.facts["fingerprint"] == party(STRANGER).card().fingerprint()


def test_an_office_below_may_not_give_a_version_however_well_it_is_known(tmp_path: Path) -> None:
    path = put_update(tmp_path, sender=party(STRANGER))
    known = trust_of(OFFICE, DESK, STRANGER)
    assert why(path, trust=known).reason == UpdateRefusal.NOT_ABOVE


def test_another_key_under_the_name_of_the_desk_is_refused(tmp_path: Path) -> None:
    impostor = replace(party(STRANGER), id=DESK, name=party(DESK).name)
    assert why(put_update(tmp_path, sender=impostor)).reason == BundleRefusal.OTHER_KEY


def test_a_revoked_key_is_refused(tmp_path: Path) -> None:
    trust = trust_of(OFFICE, DESK, revoked={DESK: frozenset((1,))})
    assert why(put_update(tmp_path), trust=trust).reason == BundleRefusal.REVOKED_KEY


def test_a_description_without_its_signature_is_refused(tmp_path: Path) -> None:
    path = put_update(tmp_path)
    data = path.read_bytes()
    end = 10 + int.from_bytes(data[8:10], "big")
    path.write_bytes(data[:end] + bytes(64) + data[end + 64 :])
    assert why(path).reason == BundleRefusal.SIGNATURE


def test_a_description_that_was_changed_is_refused(tmp_path: Path) -> None:
    path = put_update(tmp_path)
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert why(path).reason == BundleRefusal.HASH


@given(st.data())
def test_wherever_a_description_is_cut_or_bent_it_is_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = put_update(tmp_path_factory.mktemp("stick"))
    whole = path.read_bytes()
    if data.draw(st.booleans()):
        path.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    else:
        bent = bytearray(whole)
        bent[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
        path.write_bytes(bytes(bent))
    why(path)


def test_a_huge_description_is_not_read(tmp_path: Path) -> None:
    path = put_update(tmp_path)
    path.write_bytes(path.read_bytes() + bytes(MAX_DESCRIPTION_BYTES))
    assert why(path).reason == UpdateRefusal.DESCRIPTION_TOO_BIG


def test_a_sealed_description_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.hoinghi"
    path.write_bytes(sealed())
    assert why(path).reason == BundleRefusal.NOT_FOR_US


def test_rules_are_not_a_version(tmp_path: Path) -> None:
    path = tmp_path / "a.hoinghi"
    for_all = address(kind=BundleKind.RULES, recipient="", subject="")
    path.write_bytes(sign_openly(for_all, b"", party(DESK)))
    assert why(path).reason == UpdateRefusal.OTHER_KIND


def test_a_description_that_is_gone_or_a_folder_is_refused(tmp_path: Path) -> None:
    put_update(tmp_path)
    assert why(tmp_path / "gone.hoinghi").reason == BundleRefusal.UNREADABLE
    (tmp_path / "folder.hoinghi").mkdir()
    assert why(tmp_path / "folder.hoinghi").reason == UpdateRefusal.LINK


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    path = put_update(tmp_path / "elsewhere")
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "a.hoinghi").symlink_to(path)
    assert why(stick / "a.hoinghi").reason == UpdateRefusal.LINK
    told = put_update(stick)
    (stick / an_installer().file).unlink()
    (stick / an_installer().file).symlink_to(path.parent / an_installer().file)
    assert why(told).reason == UpdateRefusal.LINK


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def _lengthen(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"x")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (Path.unlink, UpdateRefusal.MISSING),
        (_cut, UpdateRefusal.SIZE),
        (_lengthen, UpdateRefusal.SIZE),
    ],
)
def test_an_installer_that_is_missing_or_of_another_size_is_refused(
    tmp_path: Path, spoil: Callable[[Path], object], reason: str
) -> None:
    path = put_update(tmp_path)
    spoil(tmp_path / an_installer().file)
    assert why(path).reason == reason


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        (Held(3, "a" * 128), DownRefusal.OLDER),
        (Held(2, "a" * 128), DownRefusal.FORK),
    ],
)
def test_an_older_description_and_one_of_two_are_refused(
    tmp_path: Path, held: Held, reason: str
) -> None:
    path = put_update(tmp_path, number=2)
    assert why(path, held={DESK: held}).reason == reason


def test_the_same_description_and_a_newer_one_may_be_followed_again(tmp_path: Path) -> None:
    path = put_update(tmp_path, number=2)
    offer = read_offer(path, here())
    followed = Held(offer.number, offer.content_sha512)
    assert decode_held(encode_held(followed)) == followed
    assert decode_held("") is None
    assert read_offer(path, here(held={DESK: followed})) == offer
    assert isinstance(read_offer(path, here(held={DESK: Held(1, "a" * 128)})), Offer)


def test_a_stick_is_looked_through_for_the_newest(tmp_path: Path) -> None:
    put_update(tmp_path / "a")
    put_update(tmp_path / "b" / "c", an_update("0.11.0"))
    put_update(tmp_path / "d", an_update("0.3.0"), sender=party(STRANGER))
    (tmp_path / "conference.hoinghi").write_bytes(sealed())
    (tmp_path / "rules.hoinghi").write_bytes(
        sign_openly(address(kind=BundleKind.RULES, recipient="", subject=""), b"", party(DESK))
    )
    (tmp_path / "large.hoinghi").write_bytes(b"HOINGHI1" + bytes(MAX_DESCRIPTION_BYTES))
    looked = look_job(quiet, str(tmp_path), here())
    assert [one.update.version for one in looked.offers] == ["0.11.0", NEWER]
    assert [one.reason for one in looked.refused] == [UpdateRefusal.UNKNOWN_SENDER]
    assert looked.refused[0].error().facts["name"] == party(STRANGER).name
    assert not looked.scan.signs


def test_installers_without_a_description_are_seen_and_not_offered(tmp_path: Path) -> None:
    put_update(tmp_path).unlink()
    looked = look_job(quiet, str(tmp_path), here())
    assert (looked.offers, looked.refused) == ((), ())
    assert {Path(one).name for one in looked.scan.installers} == {
        one.file for one in an_update().installers
    }


def test_a_description_that_goes_with_its_stick_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put_update(tmp_path)
    seen = scan(tmp_path)
    path.unlink()
    monkeypatch.setattr(updates, "scan", lambda _: seen)
    looked = look_job(quiet, str(tmp_path), here())
    assert (looked.offers, looked.refused) == ((), ())
