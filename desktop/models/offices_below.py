"""The offices below a desk: under which plan, which unit each is, and how it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from db.received import ReceivedBundle
from db.reporting_offices import ReportingOffice
from desktop.handoff.consolidation.mergers import Mergers, read_mergers
from desktop.handoff.office_states import Known, OfficeState, office_states, top_unit
from desktop.models.beside import beside_the_windows
from desktop.models.desk_overview import Overview, overview
from desktop.models.workspace import Workspace
from desktop.rules.pack import RulePack
from desktop.rules.packs import newest_packs

_PLAN = "desk-plan"
_MERGERS = "desk-mergers"
ACCEPTED = "desk-accepted"
# bundles; of more the windows would stand still meanwhile
_AT_ONCE = 400


class OfficesBelow(QObject):
    """Reads how the offices stand; what people say of them is durable when it returns."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._store = workspace.store
        self._states: tuple[date, tuple[OfficeState, ...]] | None = None
        self._overview: tuple[date, Overview] | None = None
        self._changes = 0
        self.changed.connect(self._forget_states)  # before any window looks
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
        followed = self._store.received.followed_plans()
        most = max(plans, key=lambda key: (followed.get(key, 0), len(plans[key].units)), default="")
        return plans.get(most)

    def choose_plan(self, pack_id: str) -> None:
        """Work by this plan from now on."""
        self._store.settings.set(_PLAN, pack_id)
        self.changed.emit()

    def states(self) -> tuple[OfficeState, ...]:
        """Tell how every office stands."""
        today = self.workspace.today
        if self._states is None or self._states[0] != today:
            self._states = (today, self._found_states(today))
        return self._states[1]

    def _forget_states(self) -> None:
        self._states, self._overview = None, None
        self._changes += 1

    def _found_states(self, today: date) -> tuple[OfficeState, ...]:
        received = self._store.received
        accepted = msgspec.json.decode(self._store.settings.get(ACCEPTED, "[]"), type=list[int])
        known = Known(
            offices=self._store.reporting_offices.all(),
            bundles=received.all(),
            forks=received.forks(),
            accepted=frozenset(accepted),
            mergers=self.mergers(),
        )
        return office_states(self.plan, known, today)

    def mergers(self) -> Mergers:
        """Read which units went into others."""
        table = self._store.settings.get(_MERGERS, "{}")
        return Mergers(msgspec.json.decode(table, type=dict[str, str]))

    def take_mergers(self, path: Path) -> int:
        """Take a table of merged units over in the place of the one before; count its lines.

        Raises:
            InputRefused: it is no such table; the one before stays.
        """
        became = read_mergers(path).became
        self._store.settings.set(_MERGERS, msgspec.json.encode(became).decode())
        self.changed.emit()
        return len(became)

    def overview(self) -> Overview:
        """Put the offices into words; a whole country of them while the windows live."""
        today = self.workspace.today
        while self._overview is None or self._overview[0] != today:
            before = self._changes
            states, shown = self._looked_at(today)
            if self._changes == before:  # else something came meanwhile
                self._states, self._overview = (today, states), (today, shown)
        return self._overview[1]

    def _looked_at(self, today: date) -> tuple[tuple[OfficeState, ...], Overview]:
        def look() -> tuple[tuple[OfficeState, ...], Overview]:
            states = self._found_states(today)
            return states, overview(states, today)

        if self._store.received.count() <= _AT_ONCE:
            return look()
        with self._store.lent():
            return beside_the_windows(look)

    def bundle_of(self, key: str) -> ReceivedBundle | None:
        """Find what an office handed over, by its key in the overview."""
        return next((one.bundle for one in self.states() if one.key == key), None)

    def units(self) -> tuple[tuple[str, str], ...]:
        """List the units of the plan below the desk, by id and name."""
        plan = self.plan
        top = top_unit(plan)
        return tuple(
            (one.id, one.name) for one in (plan.units if plan is not None else ()) if one.id != top
        )

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
