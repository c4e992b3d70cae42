"""Keys and hand-overs for the store, which reads none of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from db.handoffs import DownBundle, SentBundle
from db.known_keys import KeyOrigin, KnownKeys
from db.own_keys import OwnKeys
from tests.builders import ident

DESK = ident(500)


def recipient(letter: str) -> str:
    return "age1" + letter * 58


def known_keys(number: int = 1, **fields: Any) -> KnownKeys:
    letter = "qpzry9x8gf"[number]
    defaults: dict[str, Any] = {
        "owner_id": DESK,
        "number": number,
        "name": "Sở Nội vụ",
        "sealing": recipient(letter),
        "recovery": recipient("2"),
        "signing": f"{number:064x}",
        "origin": KeyOrigin.COMPARED,
    }
    return KnownKeys(**(defaults | fields))


def own_keys(number: int = 1, **fields: Any) -> OwnKeys:
    defaults: dict[str, Any] = {
        "number": number,
        "sealing": recipient("q"),
        "recovery": recipient("2"),
        "signing": f"{number:064x}",
        "has_passphrase": False,
        "kept": b"secret",
        "recoverable": b"sealed secret",
    }
    return OwnKeys(**(defaults | fields))


def sent_bundle(number: int = 1, **fields: Any) -> SentBundle:
    defaults: dict[str, Any] = {
        "id": ident(600 + number),
        "conference_id": ident(10),
        "receiver_id": DESK,
        "number": number,
        "content_sha512": f"{number:0128x}",
        "sealed_on": date(2025, 3, 1),
        "sealed_name": f"{number}.hoinghi",
        "sealed_sha256": f"{number:064x}",
        "size_bytes": 5000,
        "people": 140,
        "pictures": 3,
        "fields": ("birth", "post"),
        "papers": ("ke-hoach.pdf",),
    }
    return SentBundle(**(defaults | fields))


def down_bundle(number: int = 1, **fields: Any) -> DownBundle:
    defaults: dict[str, Any] = {
        "sender_id": DESK,
        "kind": "reply",
        "number": number,
        "content_sha512": f"{number:0128x}",
        "header": b"{}",
        "signature": b"s" * 64,
        "content": b"PK",
    }
    return DownBundle(**(defaults | fields))
