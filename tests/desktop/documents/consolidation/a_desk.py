"""What a desk has consolidated, with something of everything, for the writers to write."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

from db.records import ChoiceOutcome, Decision, Gender
from desktop.documents.snapshot import Snapshot
from desktop.handoff.consolidation.consolidate import Consolidation, consolidate
from desktop.handoff.consolidation.received import Received
from desktop.handoff.receipts import Verdict
from desktop.rules.check import check_file
from desktop.rules.decisions import can_be_decided, facts_of
from desktop.rules.findings import Finding
from tests.builders import ident
from tests.desktop.handoff.consolidation.province import (
    BORN,
    TODAY,
    a_person,
    chosen,
    received_from,
    the_congress,
    the_pack,
)

MADE_AT = datetime(2020, 3, 10, 2, 0, tzinfo=UTC)
HOSTILE = '=HYPERLINK("http://x";"y")'


def say(finding: Finding) -> str:
    return f"{finding.code}: {finding.field}"


@cache
def the_received() -> tuple[Received, ...]:
    found = next(
        one
        for one in check_file(received_from(1).file, the_pack())
        if one.is_binding and can_be_decided(one)
    )
    decision = Decision(
        id=ident(77),
        code=found.code.value,
        field=found.field,
        clause=found.clause,
        facts=facts_of(found),
        reason="Dịch bệnh",
        approver="Ủy ban nhân dân tỉnh",
        decided_on=date(2020, 2, 20),
    )
    first = received_from(1, "an-hiep", a_person(1, 3))
    return (
        received_from(
            1,
            "an-hiep",
            a_person(1, 1, name="Lê An", birth=BORN, gender=Gender.FEMALE, note=HOSTILE),
            a_person(1, 2, name="Võ Ba", represents="Tổ 'Một'", proposed_award="Bằng khen"),
            number=2,
            previous=first.file,
            conference={
                "decisions": (decision,),
                "candidates": (
                    chosen(1, 1, "Lê An"),
                    chosen(1, 2, "Võ Ba", outcome=ChoiceOutcome.ALTERNATE),
                    chosen(1, 3, "Lê Ba", outcome=ChoiceOutcome.NOT_CHOSEN),
                ),
            },
        ),
        received_from(
            2,
            "phu-tam",
            a_person(2, 1, name="Lê An", birth=BORN, proposed_award=HOSTILE),
            received_on=date(2020, 3, 5),
        ),
        received_from(3, "labour-department", verdict=Verdict.RETURNED),
        received_from(4, "", name=HOSTILE, is_fork=True),
    )


@cache
def the_consolidation() -> Consolidation:
    return consolidate(the_received(), the_pack(), TODAY, own=the_congress())


def a_snapshot() -> Snapshot:
    return Snapshot(file=the_congress(), made_at=MADE_AT, rules=the_pack())
