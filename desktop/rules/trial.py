"""A conference put under another pack, to see what its rules would say."""

from __future__ import annotations

from msgspec.structs import replace

from db.records import Conference
from desktop.rules.pack import Level, RulePack


def under(conference: Conference, pack: RulePack, level: Level) -> Conference:
    """Hold a conference to a level of a pack; what was typed in it stays as it is."""
    unit = pack.unit(conference.unit_id)
    return replace(
        conference,
        rule_pack_id=pack.id,
        rule_pack_version=pack.version,
        level_id=level.id,
        unit_id=unit.id if unit is not None and unit.level == level.id else "",
        exception_id="",
        form_id=_form_id(conference, level),
    )


def _form_id(conference: Conference, level: Level) -> str:
    """Choose the form it has already, the one its title names, or the only one."""
    if level.form(conference.form_id) is not None:
        return conference.form_id
    title = conference.title.casefold()
    named = [form for form in level.forms if form.name.casefold() in title]
    fitting = named or level.forms
    return fitting[0].id if len(fitting) == 1 else ""
