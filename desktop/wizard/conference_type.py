"""The type of conference: which plan, which unit, which form, who is summoned, which years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec.structs import replace

from db.records import Attendance, Conference, WizardStep
from desktop.language import tr
from desktop.rules.effective import exceptions_of, level_of
from desktop.rules.pack import Level, RulePack, UnitException
from desktop.rules.pack_part import Usage
from desktop.rules.proposal import attendance_by, propose
from desktop.widgets.fields import ChoiceField, TextField, WholeNumberField
from desktop.widgets.form import FIELD_WIDTH
from desktop.widgets.labels import PlainLabel
from desktop.widgets.period_field import PeriodField
from desktop.widgets.text_list import TextListEditor
from desktop.widgets.theme import scaled
from desktop.wizard.newer_pack_bar import NewerPackBar
from desktop.wizard.plan_rules import PlanRules
from desktop.wizard.section import Section

_WHAT_DECIDES = frozenset(
    ("rule_pack_id", "rule_pack_version", "level_id", "unit_id", "exception_id", "form_id")
)


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
        self._unit = ChoiceField(self)
        self._exception = ChoiceField(self)
        self._form = ChoiceField(self)
        self.newer = NewerPackBar(self.draft, self)
        self.body.addWidget(self.newer)
        self.add_heading(tr("Plan and form"))
        self.add_field("rule_pack_id", tr("Plan of the level above"), self._pack)
        self.add_field("level_id", tr("Your unit's level"), self._level)
        self._unit_box = self.bound_box(
            "unit_id", tr("Your unit, if the plan names it"), self._unit
        )
        self.body.addWidget(self._unit_box)
        self._exception_box = self.bound_box(
            "exception_id", tr("Pilot or exception, if the level above named you"), self._exception
        )
        self.body.addWidget(self._exception_box)
        self._exceptions = PlainLabel(role="hint", parent=self)
        self.body.addWidget(self._exceptions)
        self.add_field("form_id", tr("Form of conference"), self._form)
        self.rules = PlanRules(self.draft, self)
        self.rules.setMaximumWidth(scaled(FIELD_WIDTH))
        self.body.addWidget(self.rules)
        self._add_summons()
        self.add_heading(tr("Years"))
        self.add_row(
            ("period", tr("Years reviewed"), PeriodField(self)),
            ("next_period", tr("Years launched"), PeriodField(self)),
            ("ordinal", tr("Ordinal, if counted"), WholeNumberField(1, 200, self)),
        )
        self.add_field("theme", tr("Theme, if there is one"), TextField(parent=self))
        self._co_organisers_box = self.bound_box(
            "co_organisers",
            tr("Co-organisers, if there are any"),
            TextListEditor(tr("Add a co-organiser"), self),
        )
        self.body.addWidget(self._co_organisers_box)
        self._offer()

    def conference_changed(self, names: frozenset[str]) -> None:
        """Follow the plan, the level and the unit chosen."""
        if names & _WHAT_DECIDES:
            self._offer()
            if names != self.field_names:
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

    def take(self, name: str, value: object) -> None:
        """Store a choice with what leaves no choice after it, as one step."""
        before = self.draft.conference
        changed = replace(before, **{name: value})
        earlier = pack = self.draft.pack
        if name == "rule_pack_id":
            pack = next((one for one in self.draft.packs if one.id == value), None)
        if pack is not None:
            changed = settled(_without_plan(before, changed, earlier), pack)
        self.draft.replace(changed)

    def _add_summons(self) -> None:
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

    def _offer(self) -> None:
        pack, conference = self.draft.pack, self.draft.conference
        level = pack.level(conference.level_id) if pack else None
        units = [one for one in pack.units if one.level == conference.level_id] if pack else []
        given = [one for one in level.exceptions if not one.units] if level else []
        self._pack.offer([(one.id, one.name) for one in self.draft.packs])
        self._level.offer([(one.id, one.name) for one in pack.levels] if pack else [])
        self._unit.offer(
            [("", tr("Not in the plan's list")), *((one.id, one.name) for one in units)]
        )
        self._exception.offer(
            [("", tr("None")), *((one.id, _exception_name(one)) for one in given)]
        )
        self._form.offer([(one.id, one.name) for one in level.forms] if level else [])
        for name, field in (
            ("rule_pack_id", self._pack),
            ("level_id", self._level),
            ("unit_id", self._unit),
            ("exception_id", self._exception),
            ("form_id", self._form),
        ):
            field.show_value(getattr(conference, name))
        self._unit_box.setVisible(bool(units) or bool(conference.unit_id))
        self._exception_box.setVisible(bool(given) or bool(conference.exception_id))
        self._show_exceptions(exceptions_of(conference, level) if level else ())
        self.rules.refresh()
        form = level.form(conference.form_id) if level else None
        has_others = form is not None and form.co_organisers is not Usage.NONE
        self._co_organisers_box.setVisible(has_others or bool(conference.co_organisers))

    def _show_exceptions(self, exceptions: Sequence[UnitException]) -> None:
        lines = [f"{one.words} ({one.clause})" for one in exceptions]
        self._exceptions.setText(tr("For your unit the plan says: {words}", words="; ".join(lines)))
        self._exceptions.setVisible(bool(lines))


def _exception_name(exception: UnitException) -> str:
    return f"{exception.words} ({exception.clause})"


def settled(conference: Conference, pack: RulePack) -> Conference:
    """Choose what leaves no choice: the only level, the only form, the plan's years, attendance."""
    level = pack.level(conference.level_id)
    if level is None and len(pack.levels) == 1:
        level = pack.levels[0]
    conference = replace(
        conference,
        rule_pack_version=pack.version,
        level_id=level.id if level else "",
        form_id=_form_id(conference, level),
        unit_id=_unit_id(conference, level, pack),
        exception_id=_exception_id(conference, level),
        period=conference.period or pack.cycle.reviewed,
        next_period=conference.next_period or pack.cycle.launched,
    )
    return replace(conference, attendance=conference.attendance or _attendance(conference, pack))


def _without_plan(before: Conference, conference: Conference, pack: RulePack | None) -> Conference:
    """Take out what the plan had chosen by itself, and leave what the officer chose."""
    if pack is None:
        return conference
    cycle = pack.cycle
    return replace(
        conference,
        period=None if conference.period == cycle.reviewed else conference.period,
        next_period=None if conference.next_period == cycle.launched else conference.next_period,
        attendance=None
        if conference.attendance is before.attendance is _attendance(before, pack)
        else conference.attendance,
    )


def _form_id(conference: Conference, level: Level | None) -> str:
    if level is None:
        return ""
    if level.form(conference.form_id) is not None:
        return conference.form_id
    return level.forms[0].id if len(level.forms) == 1 else ""


def _unit_id(conference: Conference, level: Level | None, pack: RulePack) -> str:
    unit = pack.unit(conference.unit_id)
    return unit.id if unit and level and unit.level == level.id else ""


def _exception_id(conference: Conference, level: Level | None) -> str:
    known = {one.id for one in level.exceptions if not one.units} if level else set()
    return conference.exception_id if conference.exception_id in known else ""


def _attendance(conference: Conference, pack: RulePack) -> Attendance | None:
    level = level_of(conference, pack) if conference.rule_pack_id == pack.id else None
    return attendance_by(level, conference.staff_count) if level else None
