"""A fresh conference filled from a pack: everything the plan already decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from db.day_records import Norm
from db.records import (
    Assignment,
    Attendance,
    Conference,
    Office,
    ParticipantGroup,
    ProgrammeItem,
    Session,
)
from desktop.rules.effective import level_of
from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_people import FixedAttendance
from desktop.rules.texts import fill, text_values

_Choice = TypeVar("_Choice")


def propose(
    conference: Conference, pack: RulePack, office: Office, new_id: Callable[[], str]
) -> Conference:
    """Fill what is still empty; what the officer has written stays.

    Level and form are chosen only where the pack leaves no choice; texts need a level.
    """
    level = _only(pack.levels) if not conference.level_id else pack.level(conference.level_id)
    form = (
        None
        if level is None
        else (_only(level.forms) if not conference.form_id else level.form(conference.form_id))
    )
    conference = _filled(
        conference,
        {
            "rule_pack_id": pack.id,
            "rule_pack_version": pack.version,
            "level_id": level.id if level is not None else "",
            "form_id": form.id if form is not None else "",
            "period": pack.cycle.reviewed,
            "next_period": pack.cycle.launched,
            "signer_id": office.signers[0].id if len(office.signers) == 1 else "",
        },
    )
    rules = level_of(conference, pack)
    if rules is None:
        return conference
    values = text_values(conference, pack, office, form)
    return _filled(
        conference,
        {"attendance": attendance_by(rules, conference.staff_count)}
        | _from_level(rules, values, new_id),
    )


def attendance_by(level: Level, staff_count: int | None) -> Attendance | None:
    """Tell who is summoned where the plan leaves no choice."""
    rule = level.attendance
    if isinstance(rule, FixedAttendance):
        return rule.attendance
    return rule.attendance(staff_count) if rule is not None and staff_count is not None else None


def _only(choices: Sequence[_Choice]) -> _Choice | None:
    return choices[0] if len(choices) == 1 else None


def _filled(conference: Conference, values: dict[str, Any]) -> Conference:
    """Put values into the fields that are empty."""
    return msgspec.structs.replace(
        conference,
        **{name: value for name, value in values.items() if not getattr(conference, name)},
    )


def _from_level(level: Level, values: dict[str, str], new_id: Callable[[], str]) -> dict[str, Any]:
    texts = level.texts

    def lines(source: Iterable[str]) -> tuple[str, ...]:
        filled = (fill(line, values) for line in source)
        return tuple(line for line in filled if line)  # "{theme}" of a conference without one

    return {
        "title": fill(texts.title, values),
        "subject": fill(texts.subject, values),
        "introduction": fill(texts.introduction, values),
        "bases": lines(texts.bases.lines),
        "purposes": lines(texts.purposes.lines),
        "requirements": lines(texts.requirements.lines),
        "tasks": lines(texts.tasks.lines),
        "movements": texts.movements.items,
        "composition": lines(texts.composition.lines),
        "budget_source": fill(texts.budget.source, values),
        "norms": tuple(
            Norm(
                id=new_id(),
                name=norm.name,
                unit=norm.unit,
                most=norm.most,
                source=norm.source,
                issued_on=norm.issued_on,
            )
            for norm in texts.budget.norms
        ),
        "recipients": lines(texts.recipients.lines),
        "sessions": tuple(
            Session(id=new_id()) for _ in range(level.sessions.at_least if level.sessions else 1)
        ),
        "groups": tuple(
            ParticipantGroup(
                id=new_id(),
                name=group.name,
                key=group.key,
                kind=group.kind,
                target=group.target,
                badge_label=group.badge_label,
                colour=group.colour,
            )
            for group in level.groups
        ),
        "programme": tuple(
            ProgrammeItem(
                id=new_id(),
                title=fill(item.title, values),
                minutes=item.minutes,
                presenter=fill(item.presenter, values),
                required_key=item.key,
            )
            for item in level.programme.items
        ),
        "assignments": tuple(
            Assignment(id=new_id(), body=fill(body.body, values), duties=lines(body.duties))
            for body in texts.duties.bodies
        ),
    }
