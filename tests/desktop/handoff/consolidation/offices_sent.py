"""Bundles of offices of the province as the store takes them in."""

from __future__ import annotations

from typing import Any

from db.received import VerifiedBundle
from desktop.handoff.conference_content import ConferenceContent, delegate_fields, write_content
from tests.db.bundles import a_bundle
from tests.desktop.handoff.consolidation.province import a_person, received_from


def handed_over(office: int, number: int = 1, people: int = 1, **conference: Any) -> VerifiedBundle:
    """Make what an office handed over; its hash is told by number and people."""
    listed = [a_person(office, place) for place in range(1, people + 1)]
    one = received_from(office, "an-hiep", *listed, conference=conference)
    content = write_content(ConferenceContent(file=one.file), delegate_fields())
    return a_bundle(
        number,
        content,
        sender_id=one.sender,
        subject_id=one.subject,
        sender_name=one.sender_name,
        content_sha512=f"{number:064x}{people:064x}",
        people=tuple(listed),
    )
