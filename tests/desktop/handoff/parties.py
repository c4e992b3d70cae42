"""Who hands over to whom in the tests, each with keys of their own, and bundles between them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any

from db.records import ConferenceFile
from desktop.handoff.bundle import OpenedBundle, Sender, Trust, open_bundle, seal
from desktop.handoff.conference_content import (
    ConferenceContent,
    delegate_fields,
    read_content,
    write_content,
)
from desktop.handoff.frame import Address, BundleKind
from desktop.handoff.keys import NewKeys, make_keys
from tests.builders import a_delegate, a_file, ident

DESK, OFFICE, STRANGER = ident(500), ident(1), ident(700)
HERE = ident(10)
TODAY = date(2025, 3, 1)


@cache
def _made_once(owner: str, number: int) -> NewKeys:
    return make_keys(number=number)


def new_keys(owner: str, number: int = 1) -> NewKeys:
    """Make the keys of somebody once."""
    return _made_once(owner, number)


def party(owner: str, number: int = 1) -> Sender:
    return Sender(id=owner, name=f"Cơ quan {owner[-3:]}", keys=new_keys(owner, number).private)


def trust_of(me: str, *others: str, **fields: Any) -> Trust:
    """Know oneself, and these others by their first keys."""
    known = {one: {party(one).keys.public().signing: 1} for one in (me, *others)}
    return Trust(me=me, known=fields.pop("known", known), **fields)


def address(**fields: Any) -> Address:
    defaults: dict[str, Any] = {
        "kind": BundleKind.CONFERENCE,
        "recipient": DESK,
        "subject": HERE,
        "number": 1,
        "sealed_on": TODAY,
    }
    return Address(**(defaults | fields))


def content_of(
    file: ConferenceFile | None = None, fields: Collection[str] = delegate_fields()
) -> bytes:
    """Pack a conference, by default a small one."""
    packed = file if file is not None else a_file(a_delegate(1), a_delegate(2))
    return write_content(ConferenceContent(file=packed), fields)


def sealed(content: bytes | None = None, **fields: Any) -> bytes:
    """Seal a content from the office for the desk."""
    packed = content_of() if content is None else content
    return seal(address(**fields), packed, party(OFFICE), party(DESK).keys.public())


def opened(data: bytes, trust: Trust | None = None) -> OpenedBundle:
    """Open as the desk that knows the office."""
    return open_bundle(data, [party(DESK).keys.identity()], trust or trust_of(DESK, OFFICE))


def read_whole(data: bytes) -> ConferenceContent:
    """Do all that the desk does before it believes a bundle of an office."""
    return read_content(opened(data).content)
