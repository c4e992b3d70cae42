"""The type of conference: which plan, which level, which form, who is summoned, which years."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace

from db.records import Attendance, Conference, WizardStep
from desktop.language import tr
from desktop.rules.pack import Level, RulePack
from desktop.rules.proposal import attendance_by, propose
from desktop.widgets.fields import ChoiceField, TextField, WholeNumberField
from desktop.widgets.period_field import PeriodField
from desktop.wizard.section import Section


class TypeSection(Section):
    """Chooses the rules that everything after it follows."""

    step: ClassVar[WizardStep] = WizardStep.TYPE

    @classmethod
    def title(cls) -> str:
        """Name the section."""
        return tr("Type of conference")

    @classmethod
    def subtitle(cls) -> str:
        """Say what is asked."""
        return tr("Choose the plan you work under; it fills in the rules and the usual texts.")

    def build(self) -> None:
        """Add the fields."""
        conference = self.draft.conference
        # texts that the officer emptied on purpose are not filled a second time
        self._is_settled = bool(conference.title or conference.programme or conference.bases)
        self._pack = ChoiceField(self)
        self._level = ChoiceField(self)
        self._form = ChoiceField(self)
        self.add_heading(tr("Plan and form"))
        self.add_field("rule_pack_id", tr("Plan of the level above"), self._pack)
        self.add_field("level_id", tr("Your unit's level"), self._level)
        self.add_field("form_id", tr("Form of conference"), self._form)
        attendance = ChoiceField(self)
        attendance.offer(
            [
                (Attendance.PLENARY, tr("Plenary: everybody in the unit")),
                (Attendance.DELEGATES, tr("Chosen delegates")),
            ]
        )
        attendance.setMinimumContentsLength(30)
        self.add_heading(tr("Who is summoned"))
        self.add_row(
            ("staff_count", tr("People in the unit"), WholeNumberField(0, 1_000_000, self)),
            ("attendance", tr("Attendance"), attendance),
        )
        self.add_heading(tr("Years"))
        self.add_row(
            ("period", tr("Years reviewed"), PeriodField(self)),
            ("next_period", tr("Years launched"), PeriodField(self)),
            ("ordinal", tr("Ordinal, if counted"), WholeNumberField(1, 200, self)),
        )
        self.add_field("theme", tr("Theme, if there is one"), TextField(parent=self))
        self._offer()

    def conference_changed(self, names: frozenset[str]) -> None:
        """Follow the plan and the level chosen."""
        if names & {"rule_pack_id", "level_id"}:
            self._offer()
        if names & {"rule_pack_id", "level_id", "form_id"} and names != self.field_names:
            self._is_settled = False

    def leave_forwards(self) -> bool:
        """Fill what is still empty from the plan."""
        if not super().leave_forwards():
            return False
        draft, pack = self.draft, self.draft.pack
        if pack is not None and not self._is_settled:
            self._is_settled = True
            draft.replace(propose(draft.conference, pack, draft.office, draft.new_id))
        return True

    def _offer(self) -> None:
        pack = self.draft.pack
        level = self._chosen_level()
        self._pack.offer([(one.id, one.name) for one in self.draft.packs])
        self._level.offer([(one.id, one.name) for one in pack.levels] if pack else [])
        self._form.offer([(one.id, one.name) for one in level.forms] if level else [])
        conference = self.draft.conference
        self._pack.show_value(conference.rule_pack_id)
        self._level.show_value(conference.level_id)
        self._form.show_value(conference.form_id)

    def _chosen_level(self) -> Level | None:
        pack = self.draft.pack
        return pack.level(self.draft.conference.level_id) if pack else None

    def take(self, name: str, value: object) -> None:
        """Store a choice with what leaves no choice after it, as one step."""
        changed = replace(self.draft.conference, **{name: value})
        packs = {pack.id: pack for pack in self.draft.packs}
        pack = packs.get(changed.rule_pack_id)
        if pack is not None and name in ("rule_pack_id", "level_id"):
            changed = settled(changed, pack)
        self.draft.replace(changed)


def settled(conference: Conference, pack: RulePack) -> Conference:
    """Choose what leaves no choice: the only level, the only form, the plan's years."""
    level = pack.level(conference.level_id)
    if level is None and len(pack.levels) == 1:
        level = pack.levels[0]
    form_id = conference.form_id
    if level is None or level.form(form_id) is None:
        form_id = level.forms[0].id if level and len(level.forms) == 1 else ""
    attendance = attendance_by(level, conference.staff_count) if level else None
    return replace(
        conference,
        rule_pack_version=pack.version,
        level_id=level.id if level else "",
        form_id=form_id,
        period=conference.period or pack.cycle.reviewed,
        next_period=conference.next_period or pack.cycle.launched,
        attendance=conference.attendance or attendance,
    )
