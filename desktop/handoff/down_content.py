"""What a desk sends down: rules for everybody, and a reply for one office alone.

Rules: `rules.json` and the packs as `packs/ID-VERSION.toml`. Reply: `reply.json`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from db.records import Count
from desktop.errors import InputRefused
from desktop.handoff.archive import read_archive, write_archive
from desktop.handoff.frame import BundleKind, Header, OptionalId
from desktop.handoff.keys import KeyNumber, OfficeId, PublicKeys
from desktop.handoff.receipts import SignedReceipt, check_receipt
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.standing import Held, Standing, standing_of
from desktop.handoff.strict_json import StrictJsonError, decode_strictly
from desktop.rules.load import decode_pack

_RULES, _REPLY, _PACKS = "rules.json", "reply.json", "packs/"
_PACK = re.compile(r"packs/([a-z0-9][a-z0-9-]*)-([0-9]{1,5})\.toml")
_MOST = 10_000

Line = Annotated[str, Meta(max_length=300)]
FieldKey = Annotated[str, Meta(pattern="^[a-z_]{1,40}$")]


class DownRefusal(StrEnum):
    """Reasons of InputRefused for what a desk sends down."""

    OLDER = "down-older"  # facts: number, known
    FORK = "down-fork"  # facts: number
    OTHER_OFFICE = "down-other-office"  # facts: what (quota, remark, receipt)
    PACK = "down-pack"  # facts: member, detail
    NOT_DOWN = "down-not-down"  # a conference, which offices do not receive
    UPDATE = "down-update"  # a newer version of the program, which is never just taken over


class Rules(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What everybody may read, besides the packs.

    Attributes:
        valid_until: after it the officer is warned, and nothing more.
        keys: of the desk, all that count; whoever knows one of them knows the others from now on.
        revoked: numbers of keys of the desk that no longer count.
        fields: of each person, that the desk asks for; none where it leaves that to the plan.
    """

    valid_until: date | None = None
    keys: Annotated[tuple[PublicKeys, ...], Meta(min_length=1, max_length=20)]
    revoked: Annotated[tuple[KeyNumber, ...], Meta(max_length=200)] = ()
    fields: Annotated[tuple[FieldKey, ...], Meta(max_length=100)] = ()


class RulesContent(Struct, frozen=True, kw_only=True):
    """Rules with the packs, each as the bytes of its file under `ID-VERSION`."""

    rules: Rules
    packs: Mapping[str, bytes] = {}


class PlacesOfUnit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The places that an office has in the upper conference.

    Attributes:
        pack_id, unit: the plan that shares them out, and its key of the unit.
    """

    office: OfficeId
    pack_id: Line
    unit: Line
    places: Count
    alternates: Count = 0


class Remark(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the desk asks an office to mend in one of its bundles.

    Attributes:
        delegate: the id of the person it is about, if it is about one.
    """

    office: OfficeId
    subject: OfficeId
    number: Annotated[int, Meta(ge=1, le=1_000_000)]
    text: Annotated[str, Meta(min_length=1, max_length=4000)]
    delegate: OptionalId = ""


class Reply(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything the desk has for one office; always the full state."""

    valid_until: date | None = None
    quotas: Annotated[tuple[PlacesOfUnit, ...], Meta(max_length=_MOST)] = ()
    remarks: Annotated[tuple[Remark, ...], Meta(max_length=_MOST)] = ()
    receipts: Annotated[tuple[SignedReceipt, ...], Meta(max_length=_MOST)] = ()


R = TypeVar("R", Rules, Reply)


def write_rules(content: RulesContent) -> bytes:
    """Pack rules for everybody."""
    packs = {f"{_PACKS}{name}.toml": data for name, data in content.packs.items()}
    return write_archive({_RULES: msgspec.json.encode(content.rules)} | packs)


def read_rules(data: bytes) -> RulesContent:
    """Unpack rules; every pack is a sound one of the name it bears.

    Raises:
        InputRefused: of the archive, CONTENT or PACK.
    """
    members = read_archive(data)
    rules = _decoded(members.pop(_RULES, b""), Rules, _RULES)
    packs = {}
    for name, member in members.items():
        named = _PACK.fullmatch(name)
        if named is None:
            raise InputRefused(BundleRefusal.CONTENT, member=name, detail="unknown member")
        try:
            pack = decode_pack(member)
        except InputRefused as refusal:
            raise InputRefused(DownRefusal.PACK, member=name, detail=refusal.reason) from refusal
        if (pack.id, pack.version) != (named[1], int(named[2])):
            raise InputRefused(DownRefusal.PACK, member=name, detail=f"{pack.id}-{pack.version}")
        packs[f"{pack.id}-{pack.version}"] = member
    return RulesContent(rules=rules, packs=packs)


def read_asked_fields(data: bytes) -> tuple[str, ...]:
    """Read from rules that were taken over what the desk asks for of each person.

    Raises:
        InputRefused: they are no rules.
    """
    return _decoded(read_archive(data).get(_RULES, b""), Rules, _RULES).fields


def write_reply(reply: Reply) -> bytes:
    """Pack a reply for one office."""
    return write_archive({_REPLY: msgspec.json.encode(reply)})


def read_reply(data: bytes, header: Header) -> Reply:
    """Unpack a reply; all of it is about the office it is addressed to and signed by its sender.

    Raises:
        InputRefused: of the archive, CONTENT, OTHER_OFFICE or of a receipt.
    """
    members = read_archive(data)
    reply = _decoded(members.pop(_REPLY, b""), Reply, _REPLY)
    if members:
        name = min(members)
        raise InputRefused(BundleRefusal.CONTENT, member=name, detail="unknown member")
    offices = {
        "quota": {one.office for one in reply.quotas},
        "remark": {one.office for one in reply.remarks},
        "receipt": {one.receipt.sender for one in reply.receipts},
    }
    for what, named in offices.items():
        if named - {header.recipient}:
            raise InputRefused(DownRefusal.OTHER_OFFICE, what=what)
    for one in reply.receipts:
        if one.receipt.receiver != header.sender.id:
            raise InputRefused(DownRefusal.OTHER_OFFICE, what="receipt")
        check_receipt(one, header.sender.keys.signing)
    return reply


def check_standing(header: Header, held: Held | None) -> Standing:
    """Hold what came down against the highest number remembered of its sender and kind.

    Raises:
        InputRefused: NOT_DOWN, UPDATE, OLDER or FORK; what is in force stays so.
    """
    if header.kind is BundleKind.CONFERENCE:
        raise InputRefused(DownRefusal.NOT_DOWN)
    if header.kind is BundleKind.UPDATE:
        raise InputRefused(DownRefusal.UPDATE)
    known = () if held is None else (held,)
    standing = standing_of(header.number, header.content_sha512, known)
    if standing is Standing.OLDER and held is not None:
        raise InputRefused(DownRefusal.OLDER, number=header.number, known=held.number)
    if standing is Standing.FORK:
        raise InputRefused(DownRefusal.FORK, number=header.number)
    return standing


def is_expired(content: Rules | Reply, today: date) -> bool:
    """Tell whether the officer is to be warned that newer ones may be out."""
    return content.valid_until is not None and today > content.valid_until


def _decoded(text: bytes, kind: type[R], member: str) -> R:
    try:
        return decode_strictly(text, kind)
    except StrictJsonError as error:
        raise InputRefused(BundleRefusal.CONTENT, member=member, detail=str(error)) from error
