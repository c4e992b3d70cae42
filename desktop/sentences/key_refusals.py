"""Why keys, or what came from a stranger, were not used."""

from __future__ import annotations

from desktop.handoff.answers import AnswerRefusal
from desktop.handoff.key_files import KeyFileRefusal
from desktop.language import tr
from desktop.sentences.shown import Sentences

KEY_REFUSALS: Sentences = {
    KeyFileRefusal.UNREADABLE: lambda facts: tr(
        "The file cannot be read ({detail}). Plug the stick in again, or use another copy.", **facts
    ),
    KeyFileRefusal.NO_KEYS: lambda _: tr(
        "It holds no keys of this program, or it is damaged. Ask its owner for it again."
    ),
    KeyFileRefusal.SIGNATURE: lambda _: tr(
        "It was changed after it was written. Ask its owner for it again, and where it has been."
    ),
    KeyFileRefusal.NUMBER_TAKEN: lambda facts: tr(
        "Its owner is known here by other keys of number {number}, and those stay. Ring the owner"
        " up: new keys have a new number.",
        **facts,
    ),
    KeyFileRefusal.NO_NAME: lambda _: tr(
        "Enter the name of your office first: it stands beside its keys."
    ),
    AnswerRefusal.UNKNOWN_SENDER: lambda facts: tr(
        "It comes from “{name}”, who is not known here yet. Compare the fingerprint {fingerprint}"
        " with the printed form, take over the keys, then open it again.",
        **facts,
    ),
    "passphrase-file": lambda _: tr(
        "It holds no passphrase on its first line. Write it there as UTF-8 text."
    ),
    "bundle-without-keys": lambda _: tr(
        "It is sealed and opens only with the keys of its receiver or its sender. Name the file of"
        " your own keys with --keys."
    ),
    "receipt-of-no-conference": lambda _: tr(
        "It is no conference handed up, so there is no receipt for it. Choose an office's bundle."
    ),
    "receipt-of-another": lambda _: tr(
        "It is addressed to somebody else: only its receiver gives a receipt for it."
    ),
}
