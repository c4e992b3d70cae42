"""What takes a moment because a passphrase has to be slow; jobs for a window."""

from __future__ import annotations

from collections.abc import Callable

from db.own_keys import OwnKeys
from desktop.handoff.key_ring import UnlockedKeys, recovered, rekeyed, unlock_pairs
from desktop.handoff.keys import Card, NewKeys, make_keys

Report = Callable[[int, int], None]


def make_job(report: Report, passphrase: str, number: int) -> NewKeys:
    """Make a pair."""
    report(0, 0)
    return make_keys(passphrase, number)


def unlock_job(
    report: Report, card: Card, pairs: tuple[OwnKeys, ...], passphrase: str
) -> UnlockedKeys:
    """Unlock what rests under a passphrase.

    Raises:
        WrongPassphrase: it does not open the newest pair.
    """
    report(0, 0)
    return unlock_pairs(card, pairs, passphrase)


def rekey_job(
    report: Report, pairs: tuple[OwnKeys, ...], old: str, new: str
) -> tuple[OwnKeys, ...]:
    """Lay pairs out under another passphrase.

    Raises:
        WrongPassphrase: the old one does not open the newest pair.
    """
    report(0, 0)
    return rekeyed(pairs, old, new)


def recover_job(report: Report, keys: OwnKeys, recovery_key: str, passphrase: str) -> OwnKeys:
    """Open a pair with what was printed, and lay it out under another passphrase.

    Raises:
        WrongPassphrase: this is not its recovery key.
    """
    report(0, 0)
    return recovered(keys, recovery_key, passphrase)
