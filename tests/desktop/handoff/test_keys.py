from __future__ import annotations

import msgspec
import pyrage
import pytest

from desktop.handoff.keys import (
    Card,
    LockedKeys,
    WrongPassphrase,
    change_passphrase,
    has_signed,
    make_keys,
    unlock,
    unlock_with_recovery,
)
from tests.desktop.handoff.parties import DESK, OFFICE, new_keys, party


def test_keys_without_a_passphrase_open_by_themselves() -> None:
    made = make_keys()
    assert unlock(made.locked) == made.private
    assert made.locked.public == made.private.public()
    assert not made.locked.has_passphrase


def test_keys_under_a_passphrase_open_with_it_alone() -> None:
    made = make_keys("mật khẩu Ước")
    # another keyboard composes the letters from parts
    assert unlock(made.locked, "mật khẩu Ước") == made.private
    with pytest.raises(WrongPassphrase):
        unlock(made.locked, "mat khau Uoc")
    assert made.private.sealing.encode() not in made.locked.kept


def test_the_passphrase_can_be_changed_and_taken_away() -> None:
    made = new_keys(DESK)
    without = change_passphrase(made.locked, made.private, "")
    assert unlock(without) == made.private
    with_another = change_passphrase(made.locked, made.private, "khác")
    assert unlock(with_another, "khác") == made.private


def test_what_was_printed_opens_the_keys_however_it_is_typed() -> None:
    made = new_keys(DESK)
    assert all(len(group) <= 4 for group in made.recovery_key.split())
    for typed in (
        made.recovery_key,
        made.recovery_key.lower().replace(" ", ""),
        "AGE-SECRET-KEY-1" + made.recovery_key.replace(" ", ""),
        made.recovery_key.replace(" ", "\n"),
    ):
        assert unlock_with_recovery(made.locked, typed) == made.private


@pytest.mark.parametrize("typed", ["", "ABCD EFGH", "the key of somebody else"])
def test_another_recovery_key_opens_nothing(typed: str) -> None:
    other = new_keys(OFFICE).recovery_key
    with pytest.raises(WrongPassphrase):
        unlock_with_recovery(new_keys(DESK).locked, other if " of " in typed else typed)


def test_keys_at_rest_come_back_from_json() -> None:
    locked = new_keys(DESK).locked
    again = msgspec.json.decode(msgspec.json.encode(locked), type=LockedKeys)
    assert again == locked


def test_private_keys_say_nothing_of_themselves() -> None:
    assert repr(party(DESK).keys) == "PrivateKeys(number=1)"


def test_a_fingerprint_names_the_owner_and_every_key() -> None:
    card = party(DESK).card()
    assert [len(group) for group in card.fingerprint().split()] == [4] * 8
    keys = msgspec.structs.replace(card.keys, number=2)
    others = (
        msgspec.structs.replace(card, id=OFFICE),
        msgspec.structs.replace(card, keys=keys),
        Card(id=DESK, name=card.name, keys=party(OFFICE).keys.public()),
    )
    assert card.fingerprint() not in {other.fingerprint() for other in others}
    renamed = msgspec.structs.replace(card, name="Tên khác")
    assert renamed.fingerprint() == card.fingerprint()


def test_a_signature_holds_for_its_message_and_key_alone() -> None:
    keys = party(DESK).keys
    signature = keys.sign(b"one")
    assert has_signed(keys.public().signing, b"one", signature)
    assert not has_signed(keys.public().signing, b"two", signature)
    assert not has_signed(party(OFFICE).keys.public().signing, b"one", signature)
    assert not has_signed(keys.public().signing, b"one", signature[:-1])
    assert not has_signed("not hex", b"one", signature)


def test_a_machine_that_is_busy_for_a_moment_is_not_told_of_a_wrong_passphrase(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    new = make_keys()
    locked = msgspec.structs.replace(new.locked, has_passphrase=True)
    answers = ["Excessive work parameter for passphrase.", "Excessive work", ""]

    def decrypt(kept: bytes, _words: str) -> bytes:
        answer = answers.pop(0)
        if answer:
            raise pyrage.DecryptError(answer)
        return kept

    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)
    assert unlock(locked, "mật khẩu") == new.private
    answers[:] = ["Excessive work"] * 20
    with pytest.raises(WrongPassphrase):
        unlock(locked, "mật khẩu")
    answers[:] = ["Decryption failed", ""]
    with pytest.raises(WrongPassphrase):
        unlock(locked, "mật khẩu")
