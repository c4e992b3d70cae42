"""Names of the places that findings and paper problems point to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.language import tr

FIELD_NAMES: Mapping[str, Callable[[], str]] = {
    # the conference
    "title": lambda: tr("title of the conference"),
    "subject": lambda: tr("subject of the plan"),
    "form_id": lambda: tr("form of conference"),
    "bases": lambda: tr("legal bases"),
    "introduction": lambda: tr("introduction"),
    "purposes": lambda: tr("purposes"),
    "requirements": lambda: tr("requirements"),
    "tasks": lambda: tr("tasks"),
    "movements": lambda: tr("emulation movements"),
    "sessions": lambda: tr("day and time"),
    "venue": lambda: tr("place"),
    "address": lambda: tr("address"),
    "theme": lambda: tr("theme"),
    "groups": lambda: tr("groups of participants"),
    "list_order": lambda: tr("order of the list"),
    "composition": lambda: tr("composition of the participants"),
    "hall": lambda: tr("hall"),
    "doors": lambda: tr("doors of the hall"),
    "seat_blocks": lambda: tr("blocks of seats"),
    "hand_seats": lambda: tr("seats given by hand"),
    "quotas": lambda: tr("places of the units"),
    "programme": lambda: tr("programme"),
    "script": lambda: tr("running script"),
    "presidium": lambda: tr("presidium"),
    "committee": lambda: tr("organising committee"),
    "assignments": lambda: tr("assignment of duties"),
    "budget_source": lambda: tr("source of the budget"),
    "budget": lambda: tr("budget estimate"),
    "norms": lambda: tr("norms of spending"),
    "allowance": lambda: tr("money for each delegate"),
    "recipients": lambda: tr("recipients"),
    "number": lambda: tr("number of the plan"),
    "issued_on": lambda: tr("date of issue"),
    "signer_id": lambda: tr("signer"),
    "papers": lambda: tr("settings of the paper"),
    "speeches": lambda: tr("speeches"),
    "awards": lambda: tr("awards"),
    "attended": lambda: tr("what was counted on the day"),
    "upper_choice": lambda: tr("choice of delegates to the conference above"),
    "candidates": lambda: tr("candidates"),
    "strengths": lambda: tr("what went well"),
    "shortcomings": lambda: tr("what fell short"),
    "lessons": lambda: tr("lessons"),
    "proposals": lambda: tr("proposals"),
    "delegates": lambda: tr("list of delegates"),
    # the office
    "issuer": lambda: tr("name of the office on papers"),
    "parent_body": lambda: tr("parent body"),
    "place_name": lambda: tr("place name before the date"),
    "symbol": lambda: tr("symbol of the office"),
    "logo_id": lambda: tr("emblem"),
    # a group, a delegate
    "badge_label": lambda: tr("words on the badge's band"),
    "colour": lambda: tr("colour of the badge"),
    "group_id": lambda: tr("group"),
    "name": lambda: tr("name"),
    "post": lambda: tr("post"),
    "unit": lambda: tr("unit"),
    "badge_number": lambda: tr("badge number"),
    "photo_id": lambda: tr("photo"),
}


def field_name(place: str) -> str:
    """Name a field by its place, such as office.symbol or groups:<id>; unknown ones as they are."""
    name = place.partition(":")[0].rpartition(".")[2]
    return FIELD_NAMES[name]() if name in FIELD_NAMES else place
