"""Why a bundle is not taken: one code for each step of reading it."""

from __future__ import annotations

from enum import StrEnum


class BundleRefusal(StrEnum):
    """Reasons of InputRefused for a bundle, in the order in which they are looked for."""

    UNREADABLE = "bundle-unreadable"  # facts: detail
    TOO_BIG = "bundle-too-big"  # facts: limit (bytes)
    NOT_A_BUNDLE = "bundle-not-a-bundle"  # not sealed with age at all
    SEAL_HEADER = "bundle-seal-header"  # facts: detail; a head that only an attacker writes
    NOT_FOR_US = "bundle-not-for-us"  # none of our keys opens it
    DAMAGED = "bundle-damaged"  # it was cut or changed on its way
    OTHER_CONTENT = "bundle-other-content"  # sealed for us, but not by this program
    NEWER = "bundle-newer"  # facts: value (its version)
    HEADER = "bundle-header"  # facts: detail
    SIGNATURE = "bundle-signature"
    UNSEALED = "bundle-unsealed"  # what only the receiver may read lies open, or the other way
    OTHER_KEY = "bundle-other-key"  # signed, but not with the key this sender is known by
    REVOKED_KEY = "bundle-revoked-key"  # facts: number (of the key)
    OTHER_RECIPIENT = "bundle-other-recipient"  # sealed for us, addressed to another
    HASH = "bundle-hash"  # the content is not what the header signed
    ARCHIVE = "bundle-archive"  # facts: detail
    TOO_MUCH = "bundle-too-much"  # facts: member, limit
    MANIFEST = "bundle-manifest"  # facts: member
    CONTENT = "bundle-content"  # facts: member, detail
