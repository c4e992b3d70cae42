from __future__ import annotations

import pytest

from db.known_keys import KeyOrigin
from db.store import Store
from desktop.errors import InputRefused
from desktop.handoff.bundle import open_bundle, seal
from desktop.handoff.key_files import KeyFileRefusal
from desktop.handoff.key_ring import (
    believe,
    card_of,
    keep,
    make_own_keys,
    needs_passphrase,
    own_card,
    own_card_file,
    recovered,
    rekeyed,
    revoke_own,
    trust_of,
    unlock_own,
)
from desktop.handoff.keys import WrongPassphrase
from tests.builders import an_office
from tests.desktop.handoff.parties import DESK, OFFICE, address, party

pytestmark = pytest.mark.usefixtures("quick_passphrases")


def set_passphrase(store: Store, old: str, new: str) -> None:
    keep(store, rekeyed(store.own_keys.all(), old, new))


def recover(store: Store, recovery_key: str, passphrase: str = "") -> None:
    keep(store, (recovered(store.own_keys.all()[-1], recovery_key, passphrase),))


@pytest.fixture
def office(store: Store) -> Store:
    store.offices.save(an_office(id=OFFICE, name="Xã Bình Hòa"))
    return store


def test_an_office_that_was_not_entered_makes_no_keys(store: Store) -> None:
    with pytest.raises(InputRefused) as refused:
        make_own_keys(store)
    assert refused.value.reason == KeyFileRefusal.NO_NAME
    assert own_card(store) is None
    assert trust_of(store).me == ""
    with pytest.raises(LookupError):
        unlock_own(store)


def test_keys_are_made_at_first_need_and_unlocked_without_a_passphrase(office: Store) -> None:
    new = make_own_keys(office)
    assert not needs_passphrase(office)
    unlocked = unlock_own(office)
    assert unlocked.sender.keys == new.private
    assert own_card(office) == unlocked.sender.card()
    assert (unlocked.sender.name, unlocked.sender.id) == ("Xã Bình Hòa", OFFICE)
    assert repr(unlocked) == "UnlockedKeys(1)"


def test_a_passphrase_is_set_changed_and_taken_off(office: Store) -> None:
    make_own_keys(office)
    for old, new in (("", "một"), ("một", "hai"), ("hai", "")):
        set_passphrase(office, old, new)
        assert needs_passphrase(office) is bool(new)
        assert unlock_own(office, new).sender.keys.number == 1
    set_passphrase(office, "", "ba")
    with pytest.raises(WrongPassphrase):
        set_passphrase(office, "bốn", "")
    with pytest.raises(WrongPassphrase):
        unlock_own(office)


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_key(office: Store) -> None:
    new = make_own_keys(office, "quên")
    with pytest.raises(WrongPassphrase):
        recover(office, "AGE-SECRET-KEY-1QQ")
    recover(office, new.recovery_key.lower(), "mới")
    assert unlock_own(office, "mới").sender.keys == new.private


def test_new_keys_seal_and_the_old_ones_still_open(office: Store) -> None:
    first = make_own_keys(office).private
    second = make_own_keys(office).private
    unlocked = unlock_own(office)
    assert unlocked.sender.keys == second
    for keys in (first, second):
        data = seal(address(recipient=OFFICE), b"", party(DESK), keys.public())
        trust = trust_of(office)
        assert open_bundle(data, unlocked.openers(), trust).header.sender.id == DESK


def test_older_keys_under_another_passphrase_stay_shut(office: Store) -> None:
    make_own_keys(office, "một")
    second = make_own_keys(office, "hai").private
    assert unlock_own(office, "hai").identities == (second.sealing,)
    set_passphrase(office, "hai", "ba")
    assert unlock_own(office, "ba").sender.keys == second


def test_a_key_file_tells_the_newest_keys_and_what_was_revoked(office: Store) -> None:
    make_own_keys(office)
    make_own_keys(office)
    revoke_own(office, 1)
    file = own_card_file(office, unlock_own(office))
    assert file.card == own_card(office)
    assert (file.card.keys.number, file.revoked) == (2, (1,))
    assert trust_of(office).revoked == {OFFICE: frozenset({1})}


def test_who_is_believed_is_known_with_every_key(office: Store) -> None:
    make_own_keys(office)
    card = party(DESK).card()
    assert believe(office, card, KeyOrigin.SEEN)
    assert not believe(office, card, KeyOrigin.SEEN)
    assert believe(office, card, KeyOrigin.COMPARED, (9,))
    (known,) = office.known_keys.of(DESK)
    assert card_of(known) == card
    trust = trust_of(office)
    assert trust.known[DESK] == {card.keys.signing: 1}
    assert trust.known[OFFICE] == {unlock_own(office).sender.keys.public().signing: 1}
    assert trust.revoked == {DESK: frozenset({9})}


def test_another_key_of_a_known_number_is_not_believed(office: Store) -> None:
    believe(office, party(DESK).card(), KeyOrigin.COMPARED)
    other = party("f" * 32).card()
    forged = type(other)(id=DESK, name=other.name, keys=other.keys)
    with pytest.raises(InputRefused) as refused:
        believe(office, forged, KeyOrigin.COMPARED, (1,))
    assert refused.value.reason == KeyFileRefusal.NUMBER_TAKEN
    assert office.known_keys.revoked() == {}, "nothing of the card was taken"
