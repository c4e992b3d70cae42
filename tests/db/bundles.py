"""Bundles of offices as the store takes them in."""

from __future__ import annotations

from datetime import date
from typing import Any

from db.received import VerifiedBundle
from db.received_people import columns_of, pack_columns
from db.records import Delegate
from tests.builders import a_delegate, ident

OFFICE, OTHER = ident(1), ident(2)
HERE = ident(10)


def a_bundle(number: int = 1, content: bytes = b"PK", **fields: Any) -> VerifiedBundle:
    """Make a bundle whose hash is made of its number and content."""
    people: tuple[Delegate, ...] = fields.pop("people", (a_delegate(1),))
    defaults: dict[str, Any] = {
        "sender_id": OFFICE,
        "subject_id": HERE,
        "number": number,
        "content_sha512": content.hex().rjust(128, "0"),
        "key_number": 1,
        "sender_name": "UBND xã Bình Hòa",
        "sealed_on": date(2025, 3, 1),
        "title": "Hội nghị điển hình tiên tiến",
        "pack_id": "binh-hoa-2024",
        "unit": "binh-hoa",
        "held_on": date(2025, 3, 20),
        "people": len(people),
        "pictures": 0,
        "papers": 0,
        "header": b"{}",
        "signature": bytes(64),
        "content": content,
        "columns": pack_columns(columns_of(people)),
    }
    return VerifiedBundle(**(defaults | fields))
