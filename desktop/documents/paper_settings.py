"""The settings of a paper: what the officer chose, and what is usual where nothing was chosen."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from db.records import Conference, PaperSettings


def chosen_settings(conference: Conference, key: str) -> PaperSettings:
    """Give what the officer chose for a paper; empty settings where nothing was."""
    return next((one for one in conference.papers if one.key == key), PaperSettings(key=key))


def paper_settings(
    conference: Conference, key: str, usual: PaperSettings | None = None
) -> PaperSettings:
    """Give the settings a paper is made with.

    What was not chosen is as usual for the paper; a paper that names no signer is signed by the
    plan's. Choices are united by their names.
    """
    chosen, standard = chosen_settings(conference, key), usual or PaperSettings(key=key)
    values: dict[str, Any] = {
        name: getattr(chosen, name) or getattr(standard, name)
        for name in PaperSettings.__struct_fields__
    }
    choices = {one.name: one for one in (*standard.choices, *chosen.choices)}
    values |= {"key": key, "choices": tuple(choices.values())}
    if chosen.signer_name:
        values["signer_id"] = ""
    elif chosen.signer_id:
        values["signer_name"] = ""
    elif not values["signer_id"] and not values["signer_name"]:
        values["signer_id"] = conference.signer_id
    return PaperSettings(**values)


def choice(settings: PaperSettings, name: str, otherwise: str = "") -> str:
    """Look up a choice that only this paper knows."""
    return next((one.value for one in settings.choices if one.name == name), otherwise)


def chosen_day(settings: PaperSettings, name: str) -> date | None:
    """Read a choice that is a day; None where it is none."""
    try:
        return date.fromisoformat(choice(settings, name))
    except ValueError:
        return None


def with_settings(conference: Conference, settings: PaperSettings) -> Conference:
    """Put the settings of one paper in the place of its old ones; empty ones are not kept."""
    others = {one.key: one for one in conference.papers}
    is_empty = settings == PaperSettings(key=settings.key)
    if is_empty:
        others.pop(settings.key, None)
    else:
        others[settings.key] = settings
    return msgspec.structs.replace(conference, papers=tuple(others.values()))
