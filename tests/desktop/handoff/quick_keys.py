"""Passphrases that cost no seconds, also in processes of jobs; `test_keys.py` tries real ones."""

from __future__ import annotations

from typing import Any

import pyrage

from desktop.handoff import key_jobs


def encrypt(secret: bytes, passphrase: str) -> bytes:
    return passphrase.encode() + b"\0" + secret


def decrypt(kept: bytes, passphrase: str) -> bytes:
    known, _, secret = kept.partition(b"\0")
    if known != passphrase.encode():
        raise pyrage.DecryptError
    return secret


def make_quickly(*arguments: Any) -> Any:
    _be_quick()
    return key_jobs.make_job(*arguments)


def unlock_quickly(*arguments: Any) -> Any:
    _be_quick()
    return key_jobs.unlock_job(*arguments)


def rekey_quickly(*arguments: Any) -> Any:
    _be_quick()
    return key_jobs.rekey_job(*arguments)


def recover_quickly(*arguments: Any) -> Any:
    _be_quick()
    return key_jobs.recover_job(*arguments)


def _be_quick() -> None:
    pyrage.passphrase.encrypt = encrypt
    pyrage.passphrase.decrypt = decrypt
