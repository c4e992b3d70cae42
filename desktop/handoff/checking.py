"""The process that checks bundles for a desk: it is asked for some, and answers in plain data.

Nothing of a bundle is believed outside it until the answer came.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pyrage
from msgspec import Struct

from db.received import VerifiedBundle
from db.received_people import columns_of, pack_columns
from db.records import Conference, SessionKind
from desktop.errors import InputRefused
from desktop.handoff.bundle import OpenedBundle, Trust, open_bundle, read_bundle
from desktop.handoff.conference_content import ConferenceContent, read_conference
from desktop.handoff.frame import BundleKind, Header
from desktop.handoff.keys import Card
from desktop.handoff.opening import OpeningKeys
from desktop.handoff.scan import Scan, scan
from desktop.jobs import Report
from desktop.standing_jobs import Desk


class Look(Struct, frozen=True):
    """Asks for what lies in a folder."""

    folder: str


class Check(Struct, frozen=True):
    """Asks for bundles to be opened and read to their last line.

    Attributes:
        is_whole: whether their contents are wanted too, to be stored.
    """

    paths: tuple[str, ...]
    is_whole: bool


class Refused(Struct, frozen=True):
    """Why a bundle is not taken, as InputRefused says it."""

    reason: str
    facts: Mapping[str, str | int] = {}

    def error(self, path: str) -> InputRefused:
        """Give the refusal itself, for its sentence."""
        return InputRefused(self.reason, Path(path), **self.facts)


class Told(Struct, frozen=True, kw_only=True):
    """What a bundle says, once all of it was checked.

    Attributes:
        is_known: false for a sender never met: the fingerprint is to be compared first.
        title, people: of a conference.
        bundle: what is to be stored, of a conference of somebody known, where it was wanted.
    """

    kind: BundleKind
    sender: Card
    is_known: bool
    subject: str
    number: int
    sealed_on: date
    content_sha512: str
    title: str = ""
    people: int = 0
    bundle: VerifiedBundle | None = None


class Answer(Struct, frozen=True, kw_only=True):
    """What came of one bundle: it tells, or it is refused."""

    path: str
    told: Told | None = None
    refused: Refused | None = None


class Answers(Struct, frozen=True):
    """What came of the bundles asked for, in their order."""

    all: tuple[Answer, ...]


def checking_desk(keys: OpeningKeys, trust: Trust) -> Desk:
    """Make the desk of the process: for `Look` it gives a Scan, for `Check` its Answers."""
    identities = [pyrage.x25519.Identity.from_str(one) for one in keys.sealing]

    def one(path: str, *, is_whole: bool) -> Answer:
        try:
            opened = open_bundle(read_bundle(Path(path)), identities, trust)
            return Answer(path=path, told=_told(opened, is_whole=is_whole))
        except InputRefused as refusal:
            return Answer(path=path, refused=Refused(refusal.reason, refusal.facts))

    def answer(report: Report, question: Look | Check) -> Scan | Answers:
        if isinstance(question, Look):
            return scan(Path(question.folder))
        answers: list[Answer] = []
        for path in question.paths:
            report(len(answers), len(question.paths))
            answers.append(one(path, is_whole=question.is_whole))
        return Answers(tuple(answers))

    return answer


def _told(opened: OpenedBundle, *, is_whole: bool) -> Told:
    header = opened.header
    title, people, bundle = "", 0, None
    # what goes down is read where it is taken over, and a desk's own is no news to it
    if header.kind is BundleKind.CONFERENCE:
        content = read_conference(header, opened.content)
        title, people = content.file.conference.title, len(content.file.delegates)
        if is_whole and opened.is_known:
            bundle = _verified(opened, content)
    return Told(
        kind=header.kind,
        sender=header.sender,
        is_known=opened.is_known,
        subject=header.subject,
        number=header.number,
        sealed_on=header.sealed_on,
        content_sha512=header.content_sha512,
        title=title,
        people=people,
        bundle=bundle,
    )


def _verified(opened: OpenedBundle, content: ConferenceContent) -> VerifiedBundle:
    header: Header = opened.header
    conference = content.file.conference
    return VerifiedBundle(
        sender_id=header.sender.id,
        subject_id=header.subject,
        number=header.number,
        content_sha512=header.content_sha512,
        key_number=header.sender.keys.number,
        sender_name=header.sender.name,
        sealed_on=header.sealed_on,
        title=conference.title,
        pack_id=conference.rule_pack_id,
        unit=conference.unit_id,
        held_on=_day(conference),
        people=len(content.file.delegates),
        pictures=len(content.file.images),
        papers=len(content.papers),
        header=opened.signed.text,
        signature=opened.signed.signature,
        content=opened.content,
        columns=pack_columns(columns_of(content.file.delegates)),
    )


def _day(conference: Conference) -> date | None:
    days = [
        one.day
        for one in conference.sessions
        if one.kind is SessionKind.MAIN and one.day is not None
    ]
    return min(days, default=None)
