"""The fields of the rules about who takes part."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.language import tr
from desktop.rules.pack_people import (
    AgeTrait,
    EligibilityRule,
    FixedAttendance,
    FlagTrait,
    GroupText,
    HoldingRule,
    HonourTrait,
    LimitRule,
    PresenceRule,
    QuotaRule,
    ShareRule,
    ThresholdAttendance,
    TraitRule,
    UnitQuota,
)
from desktop.sentences.field_text import FieldText, FieldTexts

PEOPLE_FIELDS: Mapping[type[Struct], FieldTexts] = {
    TraitRule: {
        "key": lambda: FieldText(
            tr("Key of the trait"), tr("Its short name, by which rules call it.")
        ),
        "name": lambda: FieldText(
            tr("Name of the trait"), tr("What findings call these people: heroes, young people.")
        ),
    },
    FlagTrait: {
        "flag": lambda: FieldText(
            tr("What the list tells"), tr("Which column of the list of delegates says it.")
        ),
    },
    HonourTrait: {
        "any_of": lambda: FieldText(
            tr("Honours"), tr("Holders of any of these; a part of the name will do.")
        ),
    },
    AgeTrait: {
        "at_least": lambda: FieldText(
            tr("From age"), tr("In years, in the year of the conference; empty: any.")
        ),
        "at_most": lambda: FieldText(tr("To age"), tr("In years, counted in; empty: any.")),
    },
    FixedAttendance: {
        "attendance": lambda: FieldText(
            tr("Who is summoned"), tr("Everybody of the unit, or chosen delegates.")
        ),
    },
    ThresholdAttendance: {
        "counted": lambda: FieldText(
            tr("What is counted"), tr("People, staff, members, residents, as the plan says.")
        ),
        "threshold": lambda: FieldText(
            tr("Threshold"), tr("The number at which attendance changes.")
        ),
        "below": lambda: FieldText(tr("Below it"), tr("Who is summoned in smaller units.")),
        "at": lambda: FieldText(
            tr("Exactly at it"), tr("Empty: the plan does not say, and the officer is asked.")
        ),
        "above": lambda: FieldText(tr("Above it"), tr("Who is summoned in larger units.")),
    },
    HoldingRule: {
        "at_least": lambda: FieldText(
            tr("At least people"), tr("Units with fewer people hold none.")
        ),
        "units": lambda: FieldText(tr("Only these units"), tr("Empty: any unit of the level.")),
    },
    LimitRule: {
        "bound": lambda: FieldText(
            tr("How the number binds"),
            tr("At most, at least, about, exactly, or left to the unit."),
        ),
        "value": lambda: FieldText(
            tr("Number"), tr("Of participants; empty where it is left to the unit.")
        ),
        "tolerance": lambda: FieldText(
            tr("Tolerance"), tr("So many people to either side are still “about” the number.")
        ),
        "decided_by": lambda: FieldText(
            tr("Decided by"), tr("Who fixes the number, on whose proposal.")
        ),
    },
    ShareRule: {
        "bound": lambda: FieldText(
            tr("How the share binds"), tr("At most, at least, about, or exactly.")
        ),
        "share": lambda: FieldText(tr("Share"), tr("In percent or as a fraction: 70%, 1/3.")),
        "tolerance": lambda: FieldText(
            tr("Tolerance"), tr("So much of the base to either side is still “about” the share.")
        ),
        "base": lambda: FieldText(tr("Share of whom"), tr("All of these together are the whole.")),
    },
    PresenceRule: {
        "need": lambda: FieldText(
            tr("How much it is asked for"),
            tr("At least so many, if there are any, or only to be stressed."),
        ),
        "at_least": lambda: FieldText(
            tr("At least people"), tr("How many of them have to be there.")
        ),
    },
    EligibilityRule: {
        "of": lambda: FieldText(
            tr("Whose condition it is"), tr("The kinds, groups or traits that the rule is about.")
        ),
        "any_of": lambda: FieldText(
            tr("One of these at least"), tr("What each of them has to be.")
        ),
    },
    QuotaRule: {
        "method": lambda: FieldText(
            tr("How places come about"), tr("Typed unit by unit, or shared out by a base.")
        ),
        "total": lambda: FieldText(tr("All places"), tr("The places of the units add up to it.")),
        "base_name": lambda: FieldText(
            tr("Base"), tr("What the shares go by: population, members.")
        ),
        "floor": lambda: FieldText(
            tr("Least places of a unit"), tr("What each unit has before the rest is shared out.")
        ),
        "units": lambda: FieldText(tr("Units and their places"), tr("Each unit once.")),
    },
    UnitQuota: {
        "unit": lambda: FieldText(tr("Unit"), tr("One of the plan's units.")),
        "base": lambda: FieldText(
            tr("Its part of the base"),
            tr("Where places are shared out: its population, its members."),
        ),
        "places": lambda: FieldText(tr("Places"), tr("Where places are typed.")),
        "alternates": lambda: FieldText(
            tr("Alternates"), tr("Delegates who step in for others, besides.")
        ),
    },
    GroupText: {
        "key": lambda: FieldText(
            tr("Key of the group"),
            tr("Its short name, by which rules count it; empty: by its kind only."),
        ),
        "name": lambda: FieldText(tr("Name of the group"), tr("As lists and papers name it.")),
        "kind": lambda: FieldText(tr("Counts as"), tr("Exemplar, guest, or neither.")),
        "target": lambda: FieldText(
            tr("Target number"), tr("What a new conference starts with; empty: not fixed.")
        ),
        "badge_label": lambda: FieldText(
            tr("On the badge"), tr("The words in the band of the badge; empty: the group's name.")
        ),
        "colour": lambda: FieldText(
            tr("Colour of the badge"), tr("One of the colours that the badge design has.")
        ),
    },
}
