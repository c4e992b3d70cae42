"""What a pack, its levels, units and exceptions are made of, field by field."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from db.records import Period
from desktop.language import tr
from desktop.rules.pack import (
    Appraisal,
    Cycle,
    Level,
    Plan,
    RulePack,
    Unit,
    UnitException,
    Validity,
)
from desktop.rules.pack_part import Rule
from desktop.sentences.field_text import FieldText, FieldTexts

# where a record says nothing else of a field of this name
SHARED_FIELDS: FieldTexts = {
    "clause": lambda: FieldText(
        tr("Clause"), tr("Where the plan says so, as it numbers its parts: II.2.1.")
    ),
    "words": lambda: FieldText(
        tr("In the plan's words"),
        tr("The plan's own words, kept short; the officer reads them beside each finding."),
    ),
    "is_binding": lambda: FieldText(
        tr("Binding"),
        tr("On: what breaks it has to be mended or allowed from above; off: it is advice."),
    ),
    "attendance": lambda: FieldText(
        tr("Only for this attendance"),
        tr("It holds for plenary conferences, or for those of delegates; empty: for both."),
    ),
    "counts": lambda: FieldText(
        tr("Whom it counts"),
        tr("Kinds, groups or traits; a person who fits several is counted once."),
    ),
}

FRAME_FIELDS: Mapping[type[Struct], FieldTexts] = {
    Rule: {
        "id": lambda: FieldText(
            tr("Id of the rule"),
            tr("Needed only where an exception lifts this rule: small letters, digits, hyphens."),
        ),
    },
    RulePack: {
        "format": lambda: FieldText(
            tr("Format"), tr("Tells a rule pack from other files; always the same.")
        ),
        "format_version": lambda: FieldText(
            tr("Version of the format"),
            tr("Which form of rule packs the file follows; always the same for now."),
        ),
        "id": lambda: FieldText(
            tr("Id of the pack"),
            tr("Its short name for files and conferences; it stays the same over all versions."),
        ),
        "version": lambda: FieldText(
            tr("Version"), tr("Goes up by one with each change that is handed out.")
        ),
        "name": lambda: FieldText(
            tr("Name of the pack"), tr("What officers choose it by: whose plan, and which year.")
        ),
        "source": lambda: FieldText(
            tr("Source"), tr("Which paper the rules were taken from, and by whom.")
        ),
        "plan": lambda: FieldText(
            tr("The plan"), tr("The paper whose rules these are, as others cite it.")
        ),
        "upper_plan": lambda: FieldText(
            tr("Plan it follows"), tr("The paper that this plan itself follows.")
        ),
        "upper_event": lambda: FieldText(
            tr("Event of the level above"),
            tr("The congress or conference that these conferences lead to."),
        ),
        "cycle": lambda: FieldText(tr("Cycle"), tr("The years reviewed, and the years launched.")),
        "validity": lambda: FieldText(
            tr("Validity"), tr("Between which days the conferences under this plan are held.")
        ),
        "roles": lambda: FieldText(
            tr("Duties of the plan's own bodies"),
            tr("What the plan has the bodies of its own level do."),
        ),
        "traits": lambda: FieldText(
            tr("Traits of participants"),
            tr("What people may be, so that rules can count them: women, heroes, young people."),
        ),
        "levels": lambda: FieldText(
            tr("Levels"),
            tr("The tiers of units the plan names; every rule belongs to one of them."),
        ),
        "units": lambda: FieldText(
            tr("Units"),
            tr("The units the plan knows by name; others can still be typed by the officer."),
        ),
    },
    Plan: {
        "kind": lambda: FieldText(
            tr("Kind of paper"), tr("Kế hoạch, Hướng dẫn, Quyết định and so on.")
        ),
        "number": lambda: FieldText(
            tr("Number and symbol"), tr("As the paper bears it: 167/KH-UBND.")
        ),
        "issuer": lambda: FieldText(
            tr("Issued by"), tr("The body that issued the paper, by its full name.")
        ),
        "issued_on": lambda: FieldText(tr("Issued on"), tr("The date of the paper.")),
        "subject": lambda: FieldText(
            tr("What it is about"), tr("The line under the name of the paper.")
        ),
        "signed_by": lambda: FieldText(
            tr("Signed by"), tr("Authority and post of the signer: TM. Ủy ban nhân dân, Chủ tịch.")
        ),
        "recipients": lambda: FieldText(tr("Recipients"), tr("Who got the paper, a line each.")),
    },
    Cycle: {
        "reviewed": lambda: FieldText(
            tr("Years reviewed"), tr("The period that the conferences look back on.")
        ),
        "launched": lambda: FieldText(
            tr("Years launched"), tr("The period whose emulation the conferences launch.")
        ),
    },
    Period: {
        "first_year": lambda: FieldText(tr("First year"), tr("Counted in.")),
        "last_year": lambda: FieldText(tr("Last year"), tr("Counted in.")),
    },
    Validity: {
        "first": lambda: FieldText(
            tr("From day"), tr("The first day of a conference under this plan; empty: no such day.")
        ),
        "last": lambda: FieldText(
            tr("To day"), tr("The last day of a conference under this plan; empty: no such day.")
        ),
    },
    Unit: {
        "id": lambda: FieldText(
            tr("Id of the unit"),
            tr("Its short name within the pack: small letters, digits, hyphens."),
        ),
        "name": lambda: FieldText(tr("Name of the unit"), tr("As the plan writes it.")),
        "level": lambda: FieldText(
            tr("Level"), tr("At which of the plan's levels the unit stands.")
        ),
        "parent": lambda: FieldText(
            tr("Unit above"), tr("The unit it belongs to; empty: none of this list.")
        ),
    },
    Level: {
        "id": lambda: FieldText(
            tr("Id of the level"),
            tr("Its short name within the pack: small letters, digits, hyphens."),
        ),
        "name": lambda: FieldText(
            tr("Name of the level"), tr("As officers know it: Cấp xã, Doanh nghiệp.")
        ),
        "forms": lambda: FieldText(
            tr("Permitted forms"),
            tr("What a conference of this level may be called; the officer chooses one."),
        ),
        "document": lambda: FieldText(
            tr("Paper that orders the conference"),
            tr("Which kind of paper a unit of this level issues."),
        ),
        "holding": lambda: FieldText(
            tr("Who holds a conference"),
            tr("Which units hold one at all; without this rule every unit does."),
        ),
        "attendance": lambda: FieldText(
            tr("Plenary or delegates"), tr("Whether everybody is summoned or chosen delegates.")
        ),
        "sessions": lambda: FieldText(
            tr("Length"), tr("How many half-day sessions the conference has.")
        ),
        "events": lambda: FieldText(
            tr("Other events"),
            tr("Events that windows and deadlines refer to, such as a Party congress."),
        ),
        "windows": lambda: FieldText(
            tr("When it is held"), tr("The days the plan allows; all of these rules hold together.")
        ),
        "groups": lambda: FieldText(
            tr("Groups of participants"),
            tr("What a new conference starts with; the officer may change them."),
        ),
        "limits": lambda: FieldText(tr("Numbers"), tr("How many may, should or must take part.")),
        "shares": lambda: FieldText(
            tr("Shares"), tr("Which part of the participants some of them make up.")
        ),
        "presence": lambda: FieldText(
            tr("Who has to be there"), tr("Whose presence the plan asks for or stresses.")
        ),
        "eligibility": lambda: FieldText(
            tr("What participants must be"),
            tr("What each of some participants has to be, one of several things at least."),
        ),
        "quotas": lambda: FieldText(
            tr("Places per unit"), tr("How many participants each unit sends.")
        ),
        "programme": lambda: FieldText(
            tr("Programme"), tr("The items the plan names, and whether their order counts.")
        ),
        "presidium": lambda: FieldText(
            tr("Presidium"), tr("How many preside, and how many of them are exemplars.")
        ),
        "committee": lambda: FieldText(
            tr("Organising committee"), tr("Who prepares the conference.")
        ),
        "deadlines": lambda: FieldText(
            tr("Papers and their deadlines"), tr("What has to reach whom, and by when.")
        ),
        "exceptions": lambda: FieldText(
            tr("Exceptions"), tr("Units for which something else holds, pilots among them.")
        ),
        "texts": lambda: FieldText(
            tr("Texts"), tr("What the papers of a new conference start with.")
        ),
    },
    UnitException: {
        "id": lambda: FieldText(
            tr("Id of the exception"), tr("Its short name within the level; conferences keep it.")
        ),
        "kind": lambda: FieldText(
            tr("Kind of exception"), tr("A pilot for others to learn from, or another exception.")
        ),
        "units": lambda: FieldText(
            tr("Units it holds for"),
            tr("For whom it holds; empty: the level above names them later."),
        ),
        "lifts": lambda: FieldText(
            tr("Rules that do not hold"),
            tr("Ids of rules of this level that these units are free of."),
        ),
        "attendance": lambda: FieldText(
            tr("Plenary or delegates"), tr("Stands in the place of the level's own rule.")
        ),
        "sessions": lambda: FieldText(
            tr("Length"), tr("Stands in the place of the level's own rule.")
        ),
        "windows": lambda: FieldText(
            tr("When it is held"), tr("Stands in the place of all the level's own windows.")
        ),
        "limits": lambda: FieldText(
            tr("Numbers"), tr("Stands in the place of all the level's own numbers.")
        ),
        "shares": lambda: FieldText(
            tr("Shares"), tr("Stands in the place of all the level's own shares.")
        ),
        "appraisal": lambda: FieldText(
            tr("Appraisal of the plan"),
            tr("Who looks at the unit's plan before the conference is held."),
        ),
        "may_invite_peers": lambda: FieldText(
            tr("May invite peers"), tr("Whether units of the same level may be invited too.")
        ),
    },
    Appraisal: {
        "addressee": lambda: FieldText(tr("Sent to"), tr("Who looks at the plan.")),
        "commented_by": lambda: FieldText(tr("Comments by"), tr("Who gives an opinion besides.")),
    },
}
