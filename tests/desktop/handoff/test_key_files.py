from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desktop.errors import InputRefused
from desktop.handoff.key_files import (
    CardFile,
    KeyFileRefusal,
    OwnKeyFile,
    card_file,
    read_card_file,
    read_own_key_file,
    write_key_file,
)
from desktop.handoff.keys import WrongPassphrase, make_keys
from tests.desktop.handoff.parties import OFFICE, new_keys, party


def a_card_file(**changes: object) -> CardFile:
    file = card_file(party(OFFICE).card(), party(OFFICE).keys, (3, 7))
    return msgspec.structs.replace(file, **changes)


def refusal_of(path: Path) -> str:
    with pytest.raises(InputRefused) as refused:
        read_card_file(path)
    return refused.value.reason


def test_public_keys_come_back_as_they_were_written(tmp_path: Path) -> None:
    write_key_file(tmp_path / "a.hoinghi-key", a_card_file())
    file = read_card_file(tmp_path / "a.hoinghi-key")
    assert file == a_card_file()
    assert file.card == party(OFFICE).card()
    assert b"SECRET" not in (tmp_path / "a.hoinghi-key").read_bytes()


@pytest.mark.parametrize(
    "changed",
    [
        a_card_file(revoked=(3,)),
        a_card_file(card=msgspec.structs.replace(party(OFFICE).card(), name="Người khác")),
        a_card_file(card=party(OFFICE, 2).card()),
    ],
)
def test_public_keys_that_were_changed_are_refused(tmp_path: Path, changed: CardFile) -> None:
    write_key_file(tmp_path / "a", changed)
    assert refusal_of(tmp_path / "a") == KeyFileRefusal.SIGNATURE


@pytest.mark.parametrize("text", [b"", b"{}", b"\xff", b"[" * 100_000])
def test_what_holds_no_keys_is_refused(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "a").write_bytes(text)
    assert refusal_of(tmp_path / "a") == KeyFileRefusal.NO_KEYS


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "gone") == KeyFileRefusal.UNREADABLE


def test_own_keys_rest_in_a_file_under_their_passphrase(tmp_path: Path) -> None:
    new = make_keys("mật khẩu")
    write_key_file(tmp_path / "own", OwnKeyFile(id=OFFICE, name="Xã", locked=new.locked))
    file = read_own_key_file(tmp_path / "own")
    assert file.sender("mật khẩu").keys == new.private
    assert file.card().keys == new.private.public()
    assert new.private.signing.encode() not in (tmp_path / "own").read_bytes()
    with pytest.raises(WrongPassphrase):
        file.sender("khác")


def test_keys_without_a_passphrase_need_none() -> None:
    new = new_keys(OFFICE)
    assert OwnKeyFile(id=OFFICE, name="Xã", locked=new.locked).sender("").keys == new.private
