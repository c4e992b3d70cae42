"""What findings about the participants say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.language import tr
from desktop.rules.findings import FindingCode
from desktop.sentences.counted import counted_words
from desktop.sentences.shown import Facts


def _share(facts: Facts) -> Facts:
    """Add what a sentence about a share names."""
    count, base = int(str(facts["count"])), int(str(facts["base"]))
    return facts | {
        "people": counted_words(facts["counts"]),
        "all": counted_words(facts["based_on"]),
        "percent": round(100 * count / base),
        "words": facts["words"] or "–",
    }


def _counted(facts: Facts) -> Facts:
    return facts | {"counts": counted_words(facts["counts"])}


def _quota_unit_unknown(facts: Facts) -> str:
    if facts["unit"]:
        return tr(
            "{count} on the list are of “{unit}”, which has no places of its own ({words})."
            " Correct the name of the unit.",
            **facts,
        )
    return tr(
        "{count} on the list have no unit, so they take nobody's place ({words})."
        " Enter their unit.",
        **facts,
    )


PEOPLE_FINDINGS: Mapping[FindingCode, Callable[[Facts], str]] = {
    FindingCode.GROUPS_MISSING: lambda _: tr(
        "There are no groups of participants. Add groups with the number to invite."
    ),
    FindingCode.TARGET_MISSING: lambda facts: tr(
        "The group “{group}” has no number yet. Enter how many to invite.", **facts
    ),
    FindingCode.TARGETS_OVER_LIMIT: lambda facts: tr(
        "Planned are {count} ({counts}); the plan allows at most {limit} ({words})."
        " Lower the numbers of the groups.",
        **_counted(facts),
    ),
    FindingCode.TARGETS_UNDER_LIMIT: lambda facts: tr(
        "Planned are {count} ({counts}); the plan asks for at least {limit} ({words})."
        " Raise the numbers of the groups.",
        **_counted(facts),
    ),
    FindingCode.TARGETS_SHARE_HIGH: lambda facts: tr(
        "Planned share too high: {people} are {count} of {base} ({percent} %), counted on {all}."
        " The plan says: {words}. {least} to {most} of {base} would agree.",
        **_share(facts),
    ),
    FindingCode.TARGETS_SHARE_LOW: lambda facts: tr(
        "Planned share too low: {people} are {count} of {base} ({percent} %), counted on {all}."
        " The plan says: {words}. {least} to {most} of {base} would agree.",
        **_share(facts),
    ),
    FindingCode.DELEGATES_OVER_LIMIT: lambda facts: tr(
        "On the list are {count} ({counts}); the plan allows at most {limit} ({words})."
        " Take people off the list.",
        **_counted(facts),
    ),
    FindingCode.DELEGATES_UNDER_LIMIT: lambda facts: tr(
        "On the list are {count} ({counts}); the plan asks for at least {limit} ({words})."
        " Add people to the list.",
        **_counted(facts),
    ),
    FindingCode.DELEGATES_SHARE_HIGH: lambda facts: tr(
        "Share in the list too high: {people} are {count} of {base} ({percent} %), counted on"
        " {all}. The plan says: {words}. {least} to {most} of {base} would agree.",
        **_share(facts),
    ),
    FindingCode.DELEGATES_SHARE_LOW: lambda facts: tr(
        "Share in the list too low: {people} are {count} of {base} ({percent} %), counted on"
        " {all}. The plan says: {words}. {least} to {most} of {base} would agree.",
        **_share(facts),
    ),
    FindingCode.DELEGATES_OVER_TARGET: lambda facts: tr(
        "The list has {count} people in “{group}”, planned were {target}."
        " Raise the number or move people.",
        **facts,
    ),
    FindingCode.DELEGATES_UNGROUPED: lambda facts: tr(
        "People in the list without a group: {count}. Give each a group; the badge shows it.",
        **facts,
    ),
    FindingCode.DELEGATES_ABSENT: lambda facts: tr(
        "Of {counts} there are {count}; the plan asks for at least {limit} ({words}). Add them.",
        **_counted(facts),
    ),
    FindingCode.DELEGATES_NOT_ELIGIBLE: lambda facts: tr(
        "{count} do not meet what the plan asks of them: {counts} ({words}). The first: {names}.",
        **_counted(facts),
    ),
    FindingCode.QUOTA_OVER: lambda facts: tr(
        "On the list are {count} people of {unit}, which has {places} places ({words})."
        " Take some off.",
        **facts,
    ),
    FindingCode.QUOTA_UNDER: lambda facts: tr(
        "On the list are {count} people of {unit}, which has {places} places ({words})."
        " Ask for the others.",
        **facts,
    ),
    FindingCode.QUOTA_UNIT_UNKNOWN: _quota_unit_unknown,
}
