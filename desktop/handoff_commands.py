"""The commands `handoff …`: keys, bundles and receipts as files, without a window."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from db.handoffs import SentState
from desktop.atomic_file import write_atomically
from desktop.conference_file import read_conference_file, write_conference_file
from desktop.console import complain, refuse, say
from desktop.documents.hand_over import PaperOrder, seal_conference
from desktop.errors import InputRefused
from desktop.exit_code import ExitCode
from desktop.handoff.answers import AnswerRefusal
from desktop.handoff.bundle import OpenedBundle, Sender, Trust
from desktop.handoff.conference_content import read_content
from desktop.handoff.down_content import read_reply, read_rules
from desktop.handoff.field_choice import PHOTO_FIELD, usual_fields
from desktop.handoff.frame import Address, BundleKind
from desktop.handoff.key_files import (
    CARD_ENDING,
    OWN_ENDING,
    KeyFileRefusal,
    OwnKeyFile,
    card_file,
    read_card_file,
    read_own_key_file,
    write_key_file,
)
from desktop.handoff.keys import Card, WrongPassphrase, make_keys
from desktop.handoff.opening import OpeningKeys, opening_job
from desktop.handoff.receipts import Verdict, check_code, receipt_for, sign_receipt, verdict_of_code
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.sealing import Order
from desktop.handoff.update_content import read_update
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.local_time import local_day
from desktop.rules.check import check_file
from desktop.rules.load import shipped_packs
from desktop.rules.packs import pack_of
from desktop.sentences.findings import finding_sentence
from desktop.sentences.hand_over import (
    bundle_lines,
    sent_state_name,
    wrong_passphrase_sentence,
)
from desktop.sentences.jobs import job_sentence
from desktop.sentences.store import write_failure_sentence

_CONFERENCE_FILE = "conference.json"


def carry_out(asked: argparse.Namespace) -> int:
    """Carry out one of the commands."""
    work = {
        "keys": _keys,
        "pack": _pack,
        "verify": _verify,
        "open": _open,
        "receipt": _receipt,
    }[asked.handoff_command]
    try:
        return work(asked)
    except InputRefused as refusal:
        return refuse(refusal)
    except WrongPassphrase:
        complain(wrong_passphrase_sentence())
    except JobFailed as failure:
        complain(job_sentence(failure))
    except OSError as error:
        complain(write_failure_sentence(error, Path(error.filename or ".")))
        return ExitCode.NOT_WRITTEN
    return ExitCode.NOT_UNDERSTOOD


def _keys(asked: argparse.Namespace) -> int:
    if asked.keys_command == "show":
        return _show_keys(asked.file)
    office = read_conference_file(asked.conference).office
    name = office.name.strip()
    if not name:
        raise InputRefused(KeyFileRefusal.NO_NAME)
    own, others = (asked.folder / f"khoa-{asked.number}{end}" for end in (OWN_ENDING, CARD_ENDING))
    if own.exists():
        complain(tr("“{file}” is there already and was left as it is.", file=own))
        return ExitCode.NOT_UNDERSTOOD
    asked.folder.mkdir(parents=True, exist_ok=True)
    new = make_keys(read_passphrase(asked, is_new=True), asked.number)
    file = OwnKeyFile(id=office.id, name=name, locked=new.locked)
    with _for_our_eyes_only():
        write_key_file(own, file)
    write_key_file(others, card_file(file.card(), new.private))
    say(tr("Written: {file}", file=own))
    say(tr("Written: {file}", file=others))
    _say_card(file.card())
    say(tr("Recovery key, to be kept on paper; it is shown this once:"))
    say(new.recovery_key)
    return ExitCode.DONE


def _show_keys(path: Path) -> int:
    if path.name.endswith(OWN_ENDING):
        _say_card(read_own_key_file(path).card())
        return ExitCode.DONE
    file = read_card_file(path)
    _say_card(file.card)
    if file.revoked:
        numbers = ", ".join(map(str, file.revoked))
        say(tr("Revoked keys, by number: {numbers}", numbers=numbers))
    return ExitCode.DONE


def _say_card(card: Card) -> None:
    say(tr("Keys number {number} of {name}", number=card.keys.number, name=card.name))
    say(tr("Fingerprint: {fingerprint}", fingerprint=card.fingerprint()))


def _pack(asked: argparse.Namespace) -> int:
    file = read_conference_file(asked.conference)
    rules = pack_of(file.conference, shipped_packs())
    blocking = [one for one in check_file(file, rules) if one.is_binding]
    if blocking:
        for finding in blocking:
            complain(finding_sentence(finding))
        complain(
            tr(
                "Nothing was sealed: the plan leaves no choice in what stands above. Mend it, or"
                " note in the window what was decided about it."
            )
        )
        return ExitCode.RULES_BROKEN
    receiver = read_card_file(asked.receiver).card
    sender = _sender(asked)
    now = datetime.now(UTC)
    address = Address(
        kind=BundleKind.CONFERENCE,
        recipient=receiver.id,
        subject=file.conference.id,
        number=asked.number,
        sealed_on=local_day(now),
    )
    fields = asked.fields or usual_fields(rules)
    order = Order(
        file=file,
        fields=tuple(one for one in fields if one != PHOTO_FIELD or not asked.no_photos),
        address=address,
        sender=sender,
        receiver=receiver.keys,
        path=asked.to,
    )
    papers = PaperOrder(keys=asked.papers, made_at=now, rules=rules)
    sealed = seal_conference(lambda _done, _total: None, order, papers)
    say(tr("Sealed for {name}: {file}", name=receiver.name, file=asked.to))
    _say_counts(sealed.people, sealed.pictures, sealed.papers)
    say(tr("Content (SHA-512): {digest}", digest=sealed.content_sha512))
    return ExitCode.DONE


def _verify(asked: argparse.Namespace) -> int:
    opened = _opened(asked)
    for line in bundle_lines(opened):
        say(line)
    _say_content(opened)
    if not opened.is_known:
        say(tr("Its sender is not known: compare the fingerprint with the printed form."))
    return ExitCode.DONE


def _open(asked: argparse.Namespace) -> int:
    opened = _opened(asked)
    header = opened.header
    if not opened.is_known:
        card = header.sender
        raise InputRefused(
            AnswerRefusal.UNKNOWN_SENDER, asked.file, name=card.name, fingerprint=card.fingerprint()
        )
    asked.folder.mkdir(parents=True, exist_ok=True)
    for path in _unpacked(opened, asked.folder):
        say(tr("Written: {file}", file=path))
    return ExitCode.DONE


def _unpacked(opened: OpenedBundle, folder: Path) -> Iterator[Path]:
    match opened.header.kind:
        case BundleKind.CONFERENCE:
            content = read_content(opened.content)
            write_conference_file(folder / _CONFERENCE_FILE, content.file)
            yield folder / _CONFERENCE_FILE
            files = content.papers
        case BundleKind.RULES:
            rules = read_rules(opened.content)
            text = msgspec.json.format(msgspec.json.encode(rules.rules))
            packs = {f"{name}.toml": data for name, data in rules.packs.items()}
            files = {"rules.json": text} | packs
        case BundleKind.UPDATE:
            update = read_update(opened.content)
            files = {"update.json": msgspec.json.format(msgspec.json.encode(update))}
        case _:
            reply = read_reply(opened.content, opened.header)
            files = {"reply.json": msgspec.json.format(msgspec.json.encode(reply))}
    for name, data in files.items():
        write_atomically(folder / name, data)
        yield folder / name


def _receipt(asked: argparse.Namespace) -> int:
    opened = _opened(asked)
    header = opened.header
    if header.kind is not BundleKind.CONFERENCE:
        raise InputRefused("receipt-of-no-conference", asked.file)
    if asked.code:
        verdict = verdict_of_code(asked.code, receipt_for(header, Verdict.RECEIVED))
        say(sent_state_name(SentState(verdict)))
        return ExitCode.DONE
    sender = _sender(asked)
    if header.recipient != sender.id:
        raise InputRefused("receipt-of-another", asked.file)
    verdict = Verdict.RETURNED if asked.returned else Verdict.RECEIVED
    signed = sign_receipt(receipt_for(header, verdict), sender.keys)
    if asked.to is not None:
        write_atomically(asked.to, msgspec.json.encode(signed) + b"\n", read_back=True)
        say(tr("Written: {file}", file=asked.to))
    say(tr("Check code: {code}", code=check_code(signed.receipt)))
    return ExitCode.DONE


def _opened(asked: argparse.Namespace) -> OpenedBundle:
    """Open a stranger's file as the window does: in a process of its own, with its caps."""
    sender = _sender(asked) if asked.keys is not None else None
    trust = _trust(sender, [read_card_file(path).card for path in asked.known])
    keys = OpeningKeys((sender.keys.sealing,) if sender is not None else ())
    job = opening_job(asked.file, keys, trust)
    job.start()
    try:
        opened: OpenedBundle = job.wait()
    except InputRefused as refusal:
        if refusal.reason == BundleRefusal.NOT_FOR_US and sender is None:
            raise InputRefused("bundle-without-keys", asked.file) from refusal
        raise refusal.of_file(asked.file) from refusal
    return opened


def _trust(sender: Sender | None, cards: Sequence[Card]) -> Trust:
    own = (sender.card(),) if sender is not None else ()
    known: dict[str, dict[str, int]] = {}
    for card in (*own, *cards):
        known.setdefault(card.id, {})[card.keys.signing] = card.keys.number
    return Trust(me=sender.id if sender is not None else "", known=known)


def _sender(asked: argparse.Namespace) -> Sender:
    file = read_own_key_file(asked.keys)
    return file.sender(read_passphrase(asked) if file.locked.has_passphrase else "")


def read_passphrase(asked: argparse.Namespace, *, is_new: bool = False) -> str:
    """Read the passphrase from the file named, or ask where somebody sits at the keys."""
    path: Path | None = asked.passphrase_file
    if path is not None:
        try:
            return path.read_text("utf-8").splitlines()[0]
        except (OSError, UnicodeError, IndexError) as error:
            raise InputRefused("passphrase-file", path) from error
    if is_new or not sys.stdin.isatty():
        return ""
    return getpass.getpass(tr("Passphrase of the keys: "))


@contextmanager
def _for_our_eyes_only() -> Iterator[None]:
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _say_content(opened: OpenedBundle) -> None:
    if opened.header.kind is BundleKind.CONFERENCE:
        content = read_content(opened.content)
        say(content.file.conference.title)
        papers = tuple(sorted(content.papers))
        _say_counts(len(content.file.delegates), len(content.file.images), papers)


def _say_counts(people: int, pictures: int, papers: Sequence[str]) -> None:
    say(
        tr(
            "People: {people}. Pictures: {pictures}. Papers: {papers}",
            people=people,
            pictures=pictures,
            papers=", ".join(papers) or "–",
        )
    )
