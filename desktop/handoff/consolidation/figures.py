"""The figures of one office: small enough to be kept of every one, and added up afterwards."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from db.records import ConferenceFile, Decision, Delegate, GroupKind
from desktop.handoff.consolidation.deliveries import Delivery, DeliveryState, deliveries, overall
from desktop.handoff.consolidation.differences import Difference, difference
from desktop.handoff.consolidation.offices import Place
from desktop.handoff.consolidation.received import Received
from desktop.handoff.consolidation.sent_up import places_taken
from desktop.handoff.receipts import Verdict
from desktop.rules.check import check
from desktop.rules.counting import count_by_group, count_delegates, year_of
from desktop.rules.decisions import in_force
from desktop.rules.findings import Finding
from desktop.rules.make_up_report import MakeUpReport, make_up_report
from desktop.rules.pack import RulePack


class GroupPlaces(Struct, frozen=True, kw_only=True):
    """The places that an office gives a group at its own conference, and the people listed.

    Attributes:
        name: empty for people in no group.
        given: None while nobody gave a number.
    """

    name: str = ""
    key: str = ""
    kind: GroupKind | None = None
    given: int | None = None
    used: int = 0


class UpperPlaces(Struct, frozen=True, kw_only=True):
    """The places of an office at the conference above, and those it chose for them."""

    given: int | None = None
    used: int = 0
    alternates_given: int | None = None
    alternates: int = 0


class ProposedAward(Struct, frozen=True, kw_only=True):
    """Someone put forward for an award, or the collective they stand for."""

    form: str
    recipient: str
    is_collective: bool
    post: str = ""
    unit: str = ""
    delegate_id: str = ""


class OfficeFigures(Struct, frozen=True, kw_only=True):
    """What one office handed over, in figures.

    Attributes:
        day: of the conference; None while none is chosen.
        findings: of the plan's rules, those that were decided about too.
        decisions: that settle some of them, with reason and who allowed it.
        awards: put forward, in the order of the list.
        difference: to the number before; None where there is none.
        counts: whether its people are in the sums: of a returned one they are not.
    """

    sender: str
    subject: str
    number: int
    content_sha512: str
    received_on: date | None
    verdict: Verdict | None
    is_fork: bool
    title: str
    day: date | None
    deliveries: tuple[Delivery, ...]
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]
    groups: tuple[GroupPlaces, ...]
    upper: UpperPlaces
    make_up: MakeUpReport
    awards: tuple[ProposedAward, ...]
    difference: Difference | None
    counts: bool

    @property
    def binding(self) -> int:
        """How many findings bind and were allowed by nobody."""
        return sum(one.is_binding for one in self.findings)


class OfficeLine(Struct, frozen=True, kw_only=True):
    """An office of the tree, and what came of it; several lines where it holds several."""

    place: Place
    figures: OfficeFigures | None
    deliveries: tuple[Delivery, ...]

    @property
    def state(self) -> DeliveryState:
        """How the office stands, as the worst of its papers."""
        return overall(self.deliveries, came=self.figures is not None)


def figures(
    received: Received, pack: RulePack | None, given: UpperPlaces, today: date
) -> OfficeFigures:
    """Work out the figures of one office; `given` are its places at the conference above."""
    file = received.file
    conference, people = file.conference, file.delegates
    heads = count_delegates(conference, people, pack.traits if pack is not None else ())
    findings = check(conference, people, pack, file.office, heads)
    official, alternates = places_taken(file)
    return OfficeFigures(
        sender=received.sender,
        subject=received.subject,
        number=received.number,
        content_sha512=received.content_sha512,
        received_on=received.received_on,
        verdict=received.verdict,
        is_fork=received.is_fork,
        title=conference.title,
        day=min((one.day for one in conference.sessions if one.day is not None), default=None),
        deliveries=deliveries(received, pack, today),
        findings=findings,
        decisions=in_force(findings, conference.decisions),
        groups=_groups(file),
        upper=UpperPlaces(
            given=given.given,
            used=official,
            alternates_given=given.alternates_given,
            alternates=alternates,
        ),
        make_up=make_up_report(conference, people, pack, year_of(conference) or today.year, heads),
        awards=tuple(
            _award(one) for one in people if one.proposed_award and one.proposed_award.strip()
        ),
        difference=difference(received.previous, file) if received.previous is not None else None,
        counts=received.counts,
    )


def _groups(file: ConferenceFile) -> tuple[GroupPlaces, ...]:
    used = count_by_group(file.delegates)
    groups = [
        GroupPlaces(
            name=one.name, key=one.key, kind=one.kind, given=one.target, used=used.pop(one.id, 0)
        )
        for one in file.conference.groups
    ]
    if used:
        groups.append(GroupPlaces(used=sum(used.values())))
    return tuple(groups)


def _award(one: Delegate) -> ProposedAward:
    collective = one.represents.strip()
    return ProposedAward(
        form=one.proposed_award.strip(),
        recipient=collective or one.name,
        is_collective=bool(collective),
        post="" if collective else one.post,
        unit=one.unit,
        delegate_id=one.id,
    )
