"""What the tests of the hand-off share."""

from __future__ import annotations

import pyrage
import pytest


@pytest.fixture
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a passphrase cost no seconds; the real ones are tried in `test_keys.py`."""

    def encrypt(secret: bytes, passphrase: str) -> bytes:
        return passphrase.encode() + b"\0" + secret

    def decrypt(kept: bytes, passphrase: str) -> bytes:
        known, _, secret = kept.partition(b"\0")
        if known != passphrase.encode():
            raise pyrage.DecryptError
        return secret

    monkeypatch.setattr(pyrage.passphrase, "encrypt", encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)
