"""A desk's own work on the open store: its offices, what they handed over, what goes back."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Signal

from db.received import RECEIVED, RETURNED, ReceivedBundle
from db.replies import OfficeRemark
from db.reporting_offices import ReportingOffice
from desktop.handoff.office_states import Known, OfficeState, office_states
from desktop.models.desk_overview import Overview, overview
from desktop.models.workspace import Workspace
from desktop.rules.pack import RulePack
from desktop.rules.packs import newest_packs

_PLAN = "desk-plan"
_ACCEPTED = "desk-accepted"
_SAME_PEOPLE = "desk-same-people"


class Province(QObject):
    """What the desk's windows do; each action is durable when it returns."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._store = workspace.store
        workspace.packs_changed.connect(self.changed)

    @property
    def plans(self) -> tuple[RulePack, ...]:
        """The newest version of each plan."""
        return newest_packs(self.workspace.packs)

    @property
    def plan(self) -> RulePack | None:
        """The plan the desk works by: as chosen, else the one that most bundles follow."""
        plans = {one.id: one for one in self.plans}
        chosen = self._store.settings.get(_PLAN)
        if chosen in plans:
            return plans[chosen]
        followed = [one.pack_id for one in self._store.received.current()]
        most = max(plans, key=lambda key: (followed.count(key), len(plans[key].units)), default="")
        return plans.get(most)

    def choose_plan(self, pack_id: str) -> None:
        """Work by this plan from now on."""
        self._store.settings.set(_PLAN, pack_id)
        self.changed.emit()

    def states(self) -> tuple[OfficeState, ...]:
        """Tell how every office stands."""
        received = self._store.received
        accepted = msgspec.json.decode(self._store.settings.get(_ACCEPTED, "[]"), type=list[int])
        known = Known(
            offices=self._store.reporting_offices.all(),
            bundles=received.all(),
            forks=received.forks(),
            accepted=frozenset(accepted),
        )
        return office_states(self.plan, known, self.workspace.today)

    def overview(self) -> Overview:
        """Put the offices into words."""
        return overview(self.states(), self.workspace.today)

    def bundle_of(self, key: str) -> ReceivedBundle | None:
        """Find what an office handed over, by its key in the overview."""
        return next((one.bundle for one in self.states() if one.key == key), None)

    @property
    def has_received(self) -> bool:
        """Whether anything was handed over here."""
        return bool(self._store.received.current())

    def accept(self, bundle: ReceivedBundle) -> None:
        """Take what was handed over as it is."""
        with self._store.atomic():
            self._store.received.set_verdict(bundle.id, RECEIVED)
            accepted = msgspec.json.decode(
                self._store.settings.get(_ACCEPTED, "[]"), type=list[int]
            )
            kept = sorted({*accepted, bundle.id})
            self._store.settings.set(_ACCEPTED, msgspec.json.encode(kept).decode())
        self.changed.emit()

    def return_with(self, bundle: ReceivedBundle, text: str) -> None:
        """Send a bundle back to be mended; the remark travels down with the next reply."""
        remark = OfficeRemark(
            id=self.workspace.new_id(),
            office_id=bundle.sender_id,
            subject_id=bundle.subject_id,
            number=bundle.number,
            text=text,
        )
        with self._store.atomic():
            self._store.replies.save_remarks((remark,))
            self._store.received.set_verdict(bundle.id, RETURNED)
        self.changed.emit()

    def remarks_about(self, bundle: ReceivedBundle) -> tuple[OfficeRemark, ...]:
        """Read what was said of a bundle."""
        return tuple(
            one
            for one in self._store.replies.remarks(bundle.sender_id)
            if (one.subject_id, one.number) == (bundle.subject_id, bundle.number)
        )

    def settle(self, bundle: ReceivedBundle) -> None:
        """Let this side of a fork be the one that counts."""
        self._store.received.settle(bundle.id)
        self.changed.emit()

    def place_office(self, office_id: str, name: str, unit: str) -> None:
        """Say which unit of the plan an office is."""
        plan = self.plan
        self._store.reporting_offices.save(
            (
                ReportingOffice(
                    office_id=office_id,
                    name=name,
                    pack_id=plan.id if plan is not None else "",
                    unit=unit,
                    is_settled=True,
                ),
            )
        )
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
        self.changed.emit()
