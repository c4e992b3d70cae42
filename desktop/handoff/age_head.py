"""Look at the head of an age file before the library does.

A crafted head keeps the library busy for seconds, so its size, the number of its stanzas and
their kind are bounded here first. The form: https://age-encryption.org/v1 (text lines up to the
one that begins with `---`).
"""

from __future__ import annotations

from desktop.errors import InputRefused
from desktop.handoff.refusals import BundleRefusal

MAX_HEAD_BYTES = 8 * 1024
MAX_STANZAS = 20
_INTRODUCTION = b"age-encryption.org/v1\n"
_STANZA, _END = b"-> ", b"---"
# what this program and age itself write; `scrypt` would make the reader's machine work for minutes
_KINDS = (b"X25519",)
_GREASE = b"-grease"


def check_age_head(data: bytes) -> None:
    """Refuse a head that is not one of age, or that no honest sender writes.

    Raises:
        InputRefused: NOT_A_BUNDLE or SEAL_HEADER.
    """
    if not data.startswith(_INTRODUCTION):
        raise InputRefused(BundleRefusal.NOT_A_BUNDLE)
    head = data[len(_INTRODUCTION) : MAX_HEAD_BYTES]
    stanzas = 0
    for line in head.split(b"\n")[:-1]:
        if line.startswith(_END):
            if not stanzas:
                raise _strange("no recipient")
            return
        if line.startswith(_STANZA):
            stanzas += 1
            kind = line[len(_STANZA) :].split(b" ", 1)[0]
            if stanzas > MAX_STANZAS:
                raise _strange("too many recipients")
            if kind not in _KINDS and not kind.endswith(_GREASE):
                raise _strange("recipient of another kind")
    raise _strange("too long")


def _strange(detail: str) -> InputRefused:
    return InputRefused(BundleRefusal.SEAL_HEADER, detail=detail)
