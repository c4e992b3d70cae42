"""How far a hand-over has come, and what failed on its way."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from pathlib import Path

from db.handoffs import Proof, SentState
from db.known_keys import KeyOrigin
from desktop.atomic_file import NotWrittenBackError
from desktop.errors import InputRefused
from desktop.handoff.answers import Taken
from desktop.handoff.bundle import OpenedBundle
from desktop.handoff.frame import BundleKind
from desktop.handoff.keys import WrongPassphrase
from desktop.handoff.standing import Standing
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.sentences.jobs import job_sentence
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.shown import shown_day

_STATES: Mapping[SentState | None, Callable[[], str]] = {
    None: lambda: tr("Draft"),
    SentState.SEALED: lambda: tr("Sealed"),
    SentState.COPIED: lambda: tr("Copied to a stick (checked)"),
    SentState.RECEIVED: lambda: tr("The desk has received it"),
    SentState.RETURNED: lambda: tr("The desk has returned it"),
}
_PROOFS: Mapping[Proof, Callable[[], str]] = {
    Proof.RECEIPT: lambda: tr("by its signed receipt"),
    Proof.CODE: lambda: tr("by its check code"),
}
_ORIGINS: Mapping[KeyOrigin, Callable[[], str]] = {
    KeyOrigin.SEEN: lambda: tr("first seen, not compared"),
    KeyOrigin.PACK: lambda: tr("brought by its rules"),
    KeyOrigin.COMPARED: lambda: tr("fingerprint compared"),
}
_KINDS: Mapping[BundleKind, Callable[[], str]] = {
    BundleKind.CONFERENCE: lambda: tr("a conference, handed up"),
    BundleKind.RULES: lambda: tr("rules for everybody"),
    BundleKind.REPLY: lambda: tr("a reply for one office"),
    BundleKind.UPDATE: lambda: tr("a newer version of the program, for everybody"),
}
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def sent_state_name(state: SentState | None) -> str:
    """Name how far a hand-over has come; None is nothing sealed yet."""
    return _STATES[state]()


def proof_name(proof: Proof) -> str:
    """Say how it is known what became of a bundle."""
    return _PROOFS[proof]()


def key_origin_name(origin: KeyOrigin) -> str:
    """Say why a key is believed."""
    return _ORIGINS[origin]()


def bundle_lines(opened: OpenedBundle) -> list[str]:
    """Say what a bundle is: kind, sender, number, day, fingerprint, identity."""
    header = opened.header
    day = shown_day(header.sealed_on)
    return [
        tr("Kind: {kind}", kind=_KINDS[header.kind]()),
        tr("From: {name}", name=header.sender.name),
        tr("Number {number}, sealed on {day}", number=header.number, day=day),
        tr("Fingerprint of its keys: {fingerprint}", fingerprint=header.sender.fingerprint()),
        tr("Content (SHA-512): {digest}", digest=header.content_sha512),
    ]


def wrong_passphrase_sentence() -> str:
    """Say that a passphrase does not open the keys."""
    return tr("This passphrase does not open your keys. Nothing was changed. Type it again.")


def sealing_failure_sentence(error: Exception) -> str:
    """Say why nothing was sealed, and what is safe."""
    match error:
        case InputRefused():
            return refusal_sentence(error)
        case WrongPassphrase():
            return tr(
                "This passphrase does not open your keys. Nothing was changed. Type it again."
            )
        case JobFailed():
            return job_sentence(error)
        case OSError() if error.errno in _FULL:
            return tr(
                "This computer's disk is full, so nothing was sealed. Make room, then seal again."
            )
        case OSError():
            return tr(
                "What was sealed could not be read back from this computer's disk, so it was thrown"
                " away ({detail}). Seal again.",
                detail=error.strerror or type(error).__name__,
            )
        case _:
            return tr("Nothing was sealed ({detail}). Try again.", detail=type(error).__name__)


def copying_failure_sentence(error: Exception, place: Path) -> str:
    """Say why a copy on a stick does not count, and that the sealed file is still here."""
    match error:
        case InputRefused():
            return refusal_sentence(error)
        case JobFailed():
            return job_sentence(error)
        case NotWrittenBackError():
            reason = tr(
                "What the stick gives back is not what was written to it. Use another stick."
            )
        case OSError() if error.errno in _FULL:
            reason = tr("The stick has not enough room. Make room on it, or use another one.")
        case OSError() if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            reason = tr("The stick may not be written to. Move its switch, or use another one.")
        case OSError():
            detail = error.strerror or type(error).__name__
            reason = tr("The stick does not answer ({detail}). Plug it in again.", detail=detail)
        case _:
            reason = tr("Try again ({detail}).", detail=type(error).__name__)
    return tr(
        "It was not copied to “{place}”. {reason} The sealed file is safe on this computer.",
        place=place,
        reason=reason,
    )


def taken_sentence(taken: Taken) -> str:
    """Say what a bundle from a desk brought."""
    said = [tr("Number {number} of {name}.", number=taken.number, name=taken.sender.name)]
    if taken.standing is Standing.SAME:
        said.append(tr("It was here already; nothing was changed."))
    if taken.packs:
        said.append(tr("New plans: {plans}.", plans=", ".join(taken.packs)))
    if taken.keys:
        said.append(tr("Keys that are new or no longer count: {count}.", count=taken.keys))
    for bundle in taken.answered:
        state = sent_state_name(bundle.state)
        said.append(tr("Bundle number {number}: {state}.", number=bundle.number, state=state))
    if taken.remarks:
        said.append(tr("Remarks: {count}.", count=len(taken.remarks)))
    if taken.quotas:
        said.append(tr("Places in upper conferences: {count}.", count=len(taken.quotas)))
    if taken.is_expired:
        said.append(tr("It was meant for an earlier time: ask the desk for the newest."))
    return " ".join(said)
