"""A desk's own work on the open store: its offices, what they handed over, what goes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from PySide6.QtCore import QObject

from db.backups import Reason
from db.known_keys import KeyOrigin
from db.received import RECEIVED, ReceivedBundle
from db.records import Conference, ConferenceFile, PaperSettings
from db.replies import OfficePlaces, OfficeRemark
from desktop.documents.consolidation.forms import REPORT_KEY
from desktop.documents.paper_settings import chosen_settings, with_settings
from desktop.documents.snapshot import Snapshot
from desktop.handoff.answering import ask_for_fields, asked_fields, code_of, give_back
from desktop.handoff.consolidation.figures import UpperPlaces
from desktop.handoff.consolidation.sent_up import SentUp, with_sent_up
from desktop.handoff.consolidation.stored import allotted_places
from desktop.handoff.field_choice import PHOTO_FIELD, usual_fields
from desktop.handoff.key_ring import believe
from desktop.handoff.keys import Card
from desktop.handoff.office_states import top_unit
from desktop.handoff.parcels import Lean, Parcel, lean
from desktop.local_time import local_day
from desktop.models.down_rows import DownLine
from desktop.models.key_desk import KeyDesk
from desktop.models.offices_below import ACCEPTED, OfficesBelow
from desktop.models.workspace import Workspace
from desktop.people.names import text_key
from desktop.rules.quotas import places_of

_SAME_PEOPLE = "desk-same-people"
_UPPER = "desk-upper-conference"


class Province(OfficesBelow):
    """What the desk's windows do; each action is durable when it returns.

    Attributes:
        keys: the desk's own keys, and whom it knows.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(workspace, parent)
        self.keys = KeyDesk(workspace, self)
        self._read: dict[int, Lean] = {}

    def believe(self, card: Card) -> None:
        """Know an office by these keys, whose fingerprint is that of its printed form.

        Raises:
            InputRefused: other keys of this number are known; they stay.
        """
        believe(self._store, card, KeyOrigin.COMPARED)
        self.changed.emit()

    def check_code(self, bundle_id: int | None) -> str:
        """Give the code to read out for a bundle; empty for one that was not taken over."""
        office = self.workspace.office
        if bundle_id is None or office is None:
            return ""
        return code_of(self._store.received.get(bundle_id), office.id)

    def office_names(self) -> dict[str, str]:
        """Name the offices that are known, by their bundles or by their keys alone."""
        office = self.workspace.office
        known = {one.owner_id: one.name for one in self._store.known_keys.all()}
        known |= {one.office_id: one.name for one in self._store.reporting_offices.all()}
        above = {one.sender_id for one in self._store.handoffs.down()}
        own = office.id if office is not None else ""
        return {key: name for key, name in known.items() if key != own and key not in above}

    def down_lines(self) -> tuple[DownLine, ...]:
        """Say what there is to be sent down to each office, by name."""
        replies = self._store.replies
        units = {state.office_id: state for state in self.states() if state.office_id}
        given = {one.office_id: one for one in replies.places()}
        remarks = Counter(one.office_id for one in replies.remarks())
        receipts = Counter(one.sender_id for one in self._store.received.all())
        lines = []
        for office_id, name in self.office_names().items():
            places, unit = given.get(office_id), units.get(office_id)
            lines.append(
                DownLine(
                    office_id=office_id,
                    name=name,
                    unit=unit.name if unit is not None else "",
                    has_keys=self._store.known_keys.newest_of(office_id) is not None,
                    receipts=receipts[office_id],
                    remarks=remarks[office_id],
                    places=places.places if places is not None else None,
                    alternates=places.alternates if places is not None else 0,
                )
            )
        return tuple(sorted(lines, key=lambda line: text_key(line.name)))

    def give_places(self, office_id: str, places: int, alternates: int) -> None:
        """Give an office places at the conference above."""
        plan = self.plan
        units = {one.office_id: one.key for one in self.states()}
        self._store.replies.save_places(
            (
                OfficePlaces(
                    office_id=office_id,
                    pack_id=plan.id if plan is not None else "",
                    unit=units.get(office_id, ""),
                    places=places,
                    alternates=alternates,
                ),
            )
        )

    def allotted(self) -> Mapping[str, UpperPlaces]:
        """Read the places that offices were given, by their ids."""
        plan = self.plan
        return allotted_places(self._store, plan.id if plan is not None else "")

    @property
    def has_places_of_plan(self) -> bool:
        """Whether the plan shares places out among its units."""
        return bool(self._planned_places())

    def give_places_of_plan(self) -> None:
        """Give every office that is known the places of its unit in the plan."""
        planned = self._planned_places()
        for state in self.states():
            if state.office_id and state.key in planned:
                self.give_places(state.office_id, *planned[state.key])

    def _planned_places(self) -> dict[str, tuple[int, int]]:
        plan = self.plan
        top = plan.unit(top_unit(plan)) if plan is not None else None
        level = plan.level(top.level) if plan is not None and top is not None else None
        planned: dict[str, tuple[int, int]] = {}
        for rule in level.quotas if level is not None else ():
            alternates = {one.unit: one.alternates for one in rule.units}
            for unit, places in places_of(rule).items():
                before = planned.get(unit, (0, 0))
                planned[unit] = (before[0] + places, before[1] + alternates[unit])
        return planned

    @property
    def asked_fields(self) -> tuple[str, ...]:
        """What offices are asked to tell of each person: as chosen, else what the plan counts."""
        usual = (one for one in usual_fields(self.plan) if one != PHOTO_FIELD)
        return asked_fields(self._store) or tuple(usual)

    def ask_for_fields(self, fields: Iterable[str]) -> None:
        """Ask for these from now on; the next plans that go down say so."""
        ask_for_fields(self._store, fields)

    def current_of(self, sender_id: str, subject_id: str) -> ReceivedBundle | None:
        """Find the bundle of a conference that counts."""
        bundles = self._store.received.of(sender_id, subject_id)
        return next((one for one in bundles if one.is_current), None)

    @property
    def has_received(self) -> bool:
        """Whether anything was handed over here."""
        return self._store.received.count() > 0

    @property
    def received_count(self) -> int:
        """How many conferences were handed over under the plan."""
        plan, followed = self.plan, self._store.received.followed_plans()
        return sum(count for key, count in followed.items() if plan is None or key in ("", plan.id))

    def parcels(
        self, senders: frozenset[str] | None = None, *, has_pictures: bool = False
    ) -> Iterator[Parcel]:
        """Gather what was handed over under the plan, one conference at a time.

        Args:
            senders: only those of these offices.
            has_pictures: whether portraits come along.
        """
        received = self._store.received
        forks = {
            (one.sender_id, one.subject_id, one.number)
            for one in received.forks()
            if not one.chosen
        }
        units = {one.office_id: one.key for one in self.states() if one.office_id}
        for head in self._current():
            if senders is not None and head.sender_id not in senders:
                continue
            older = [
                one
                for one in received.of(head.sender_id, head.subject_id)
                if one.number < head.number
            ]
            yield Parcel(
                head=head,
                content=self._lean(head.id, has_pictures=has_pictures),
                unit_id=units.get(head.sender_id, ""),
                is_fork=(head.sender_id, head.subject_id, head.number) in forks,
                numbers=tuple(
                    (local_day(one.received_at), self._lean(one.id)) for one in reversed(older)
                ),
            )

    def _current(self) -> tuple[ReceivedBundle, ...]:
        plan = self.plan
        return tuple(
            one
            for one in self._store.received.current()
            if plan is None or one.pack_id in ("", plan.id)
        )

    def _lean(self, bundle_id: int, *, has_pictures: bool = False) -> Lean:
        if has_pictures:
            return lean(self._store.received.content(bundle_id), has_pictures=True)
        if bundle_id not in self._read:  # a bundle never changes
            self._read[bundle_id] = lean(self._store.received.content(bundle_id))
        return self._read[bundle_id]

    @property
    def upper_choices(self) -> tuple[tuple[str, str], ...]:
        """The desk's own conferences by id and title, which offices choose delegates for."""
        return tuple((one.id, one.title) for one in self.workspace.summaries())

    @property
    def upper_id(self) -> str:
        """The one chosen last, or the only one; empty for none."""
        known = [key for key, _ in self.upper_choices]
        chosen = self._store.settings.get(_UPPER)
        if chosen in known:
            return chosen
        return known[0] if len(known) == 1 else ""

    def choose_upper(self, conference_id: str) -> None:
        """Let offices choose delegates for this conference of the desk."""
        self._store.settings.set(_UPPER, conference_id)

    @property
    def is_upper_planned(self) -> bool:
        """Whether the conference above is there and its plan was finished in the wizard."""
        return bool(self.upper_id) and self._store.conferences.get(self.upper_id).is_planned

    @property
    def report_settings(self) -> PaperSettings:
        """Number, day and signer of the consolidated report; empty without a conference above."""
        if not self.upper_id:
            return PaperSettings(key=REPORT_KEY)
        return chosen_settings(self._store.conferences.get(self.upper_id), REPORT_KEY)

    def keep_report_settings(self, settings: PaperSettings) -> None:
        """Keep them with the conference above, in a step that undo takes back.

        Raises:
            StoreError: they were not stored.
        """
        conference = self._store.conferences.get(self.upper_id)
        self._store.conferences.save(with_settings(conference, settings))

    def upper_file(self) -> ConferenceFile | None:
        """Read the conference above, without its pictures."""
        if not self.upper_id:
            return None
        return msgspec.structs.replace(self._store.conferences.file(self.upper_id), images=())

    def snapshot(self) -> Snapshot:
        """Freeze the conference above, or a bare one of the desk, to head and sign a report."""
        file = self.upper_file()
        if file is None:
            office = self.workspace.office or self.workspace.blank_office()
            bare = Conference(id=self.workspace.new_id(), office_id=office.id)
            file = ConferenceFile(office=office, conference=bare)
        return Snapshot(file=file, made_at=self.workspace.clock(), rules=self.plan)

    def take_chosen(self, changes: Iterable[SentUp]) -> int:
        """Let people whom offices chose be participants of the conference above, as one step.

        Raises:
            StoreError: nothing was changed.
        """
        chosen = tuple(changes)
        upper = self._store.conferences.file(self.upper_id)
        self._store.backups.make_if_changed(Reason.IMPORT)
        self._store.brought_people.take(with_sent_up(upper, chosen))
        self.workspace.conferences_changed.emit()
        return len(chosen)

    def accept(self, bundle: ReceivedBundle) -> None:
        """Take what was handed over as it is; of a fork, let this side count."""
        with self._store.atomic():
            self._store.received.set_verdict(bundle.id, RECEIVED)
            if any(bundle in fork.sides for fork in self._store.received.forks(bundle.sender_id)):
                self._store.received.settle(bundle.id)
            accepted = msgspec.json.decode(self._store.settings.get(ACCEPTED, "[]"), type=list[int])
            kept = sorted({*accepted, bundle.id})
            self._store.settings.set(ACCEPTED, msgspec.json.encode(kept).decode())
        self.changed.emit()

    def return_with(self, bundle: ReceivedBundle, text: str, delegate_id: str = "") -> None:
        """Send a bundle back to be mended; the remark travels down with the next reply.

        Args:
            bundle: what is returned.
            text: the remark.
            delegate_id: of the person it is about, if it is about one.
        """
        remark = OfficeRemark(
            id=self.workspace.new_id(),
            office_id=bundle.sender_id,
            subject_id=bundle.subject_id,
            number=bundle.number,
            text=text,
            delegate_id=delegate_id,
        )
        give_back(self._store, bundle.id, (remark,))
        self.changed.emit()

    def remarks_about(self, bundle: ReceivedBundle) -> tuple[OfficeRemark, ...]:
        """Read what was said of a bundle."""
        return tuple(
            one
            for one in self._store.replies.remarks(bundle.sender_id)
            if (one.subject_id, one.number) == (bundle.subject_id, bundle.number)
        )

    def settle_other(self, bundle: ReceivedBundle) -> None:
        """Let the next side of a fork be the one that counts, instead of this one."""
        for fork in self._store.received.forks(bundle.sender_id):
            sides = [one.id for one in fork.sides]
            if bundle.id in sides:
                other = sides[(sides.index(bundle.id) + 1) % len(sides)]
                self._store.received.settle(other)
        self.changed.emit()

    def decided_people(self) -> dict[str, str]:
        """Read what was decided about people who stand on two lists."""
        return msgspec.json.decode(
            self._store.settings.get(_SAME_PEOPLE, "{}"), type=dict[str, str]
        )

    def decide_people(self, key: str, decided: str) -> None:
        """Keep a decision about people who may be one; an empty one opens it again."""
        known = self.decided_people()
        known.pop(key, None)
        if decided:
            known[key] = decided
        self._store.settings.set(_SAME_PEOPLE, msgspec.json.encode(known).decode())
