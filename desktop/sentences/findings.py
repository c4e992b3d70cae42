"""What a finding says to the officer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from db.records import Attendance
from desktop.language import tr
from desktop.rules.findings import Finding, FindingCode
from desktop.rules.pack import Counted
from desktop.sentences.field_names import field_name
from desktop.sentences.shown import Facts, shown_day


def finding_sentence(finding: Finding) -> str:
    """Say what was found, what to do, and the clause that asks for it."""
    facts: Facts = {
        name: shown_day(value) if isinstance(value, date) else value
        for name, value in finding.params.items()
    }
    facts["field"] = finding.field
    sentence = _SENTENCES[finding.code](facts)
    if not finding.clause:
        return sentence
    if finding.clause.startswith("Nghị định"):
        return tr("{sentence} ({clause})", sentence=sentence, clause=finding.clause)
    return tr("{sentence} (plan, {clause})", sentence=sentence, clause=finding.clause)


def _people(kinds: object) -> str:
    """Name the kinds of participants that a rule counts."""
    names = {
        Counted.EXEMPLAR: lambda: tr("exemplary delegates"),
        Counted.GUEST: lambda: tr("guests"),
        Counted.OTHER: lambda: tr("other participants"),
        Counted.UNGROUPED: lambda: tr("people in no group"),
    }
    return ", ".join(names[Counted(kind)]() for kind in str(kinds).split("+"))


def _share(facts: Facts) -> Facts:
    """Add what a sentence about a share names."""
    count, base = int(str(facts["count"])), int(str(facts["base"]))
    return facts | {
        "people": _people(facts["counts"]),
        "all": _people(facts["based_on"]),
        "percent": round(100 * count / base),
    }


def _attendance_differs(facts: Facts) -> str:
    if facts["wanted"] == Attendance.PLENARY:
        return tr("The plan asks for a plenary conference ({words}). Choose plenary.", **facts)
    return tr(
        "The plan asks for a conference of chosen delegates ({words}). Choose delegates.", **facts
    )


def _day_missing(facts: Facts) -> str:
    if facts["words"]:
        return tr("No day is chosen yet. The plan allows {words}; choose a day in it.", **facts)
    return tr("No day is chosen yet. Choose the day of the conference.")


def _period_missing(facts: Facts) -> str:
    if facts["field"] == "period":
        return tr("The years reviewed are not set. Enter the first and the last year.")
    return tr("The years launched are not set. Enter the first and the last year.")


def _misplaced(facts: Facts) -> str:
    if facts["after"]:
        return tr(
            "“{title}” is out of the plan's order. Move it behind “{after}”.",
            **facts,
        )
    return tr("“{title}” is out of the plan's order. Move it before “{before}”.", **facts)


_SENTENCES: dict[FindingCode, Callable[[Facts], str]] = {
    FindingCode.RULES_MISSING: lambda _: tr(
        "No plan is chosen, or the one chosen is not installed, so its rules are not checked."
        " Choose the plan of the level above."
    ),
    FindingCode.LEVEL_UNKNOWN: lambda _: tr(
        "The plan's rules depend on the level of your unit. Choose the level."
    ),
    FindingCode.FORM_UNKNOWN: lambda facts: tr(
        "Choose a form of conference that the plan permits: {forms}.", **facts
    ),
    FindingCode.ATTENDANCE_MISSING: lambda _: tr(
        "It is not said who is summoned. Choose plenary or delegates."
    ),
    FindingCode.ATTENDANCE_DIFFERS: _attendance_differs,
    FindingCode.PERIOD_MISSING: _period_missing,
    FindingCode.PERIOD_REVERSED: lambda facts: tr(
        "The years {first}-{last} end before they begin. Correct one of them.", **facts
    ),
    FindingCode.TITLE_MISSING: lambda _: tr(
        "The conference has no title, and every paper prints it. Enter the title."
    ),
    FindingCode.TITLE_WITHOUT_FORM: lambda facts: tr(
        "The title does not name the form as the plan does: “{form}”. Use these words.", **facts
    ),
    FindingCode.SUBJECT_MISSING: lambda _: tr(
        "The plan has no subject line under its title. Enter the subject."
    ),
    FindingCode.SECTION_EMPTY: lambda facts: tr(
        "This part of the plan is empty: {section}. Write it, or leave it out on purpose.",
        section=field_name(str(facts["field"])),
    ),
    FindingCode.DAY_MISSING: _day_missing,
    FindingCode.START_MISSING: lambda _: tr(
        "The session has no starting time, so the programme shows no clock times. Enter the time."
    ),
    FindingCode.VENUE_MISSING: lambda _: tr("The place is not set. Enter where it is held."),
    FindingCode.DAY_BEFORE_WINDOW: lambda facts: tr(
        "{day} is too early: the plan allows {words}. Choose {edge} or later.", **facts
    ),
    FindingCode.DAY_AFTER_WINDOW: lambda facts: tr(
        "{day} is too late: the plan allows {words}. Choose {edge} or earlier.", **facts
    ),
    FindingCode.SESSIONS_TOO_FEW: lambda facts: tr(
        "There are fewer half-day sessions than the plan asks for: {count} of {limit} ({words})."
        " Add sessions.",
        **facts,
    ),
    FindingCode.SESSIONS_TOO_MANY: lambda facts: tr(
        "There are more half-day sessions than the plan allows: {count}, at most {limit} ({words})."
        " Remove sessions.",
        **facts,
    ),
    FindingCode.GROUPS_MISSING: lambda _: tr(
        "There are no groups of participants. Add groups with the number to invite."
    ),
    FindingCode.TARGET_MISSING: lambda facts: tr(
        "The group “{group}” has no number yet. Enter how many to invite.", **facts
    ),
    FindingCode.TARGETS_OVER_LIMIT: lambda facts: tr(
        "The groups add up to {count}; the plan allows at most {limit} ({words})."
        " Lower the numbers of the groups.",
        **facts,
    ),
    FindingCode.TARGETS_UNDER_LIMIT: lambda facts: tr(
        "The groups add up to {count}; the plan asks for at least {limit} ({words})."
        " Raise the numbers of the groups.",
        **facts,
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
        "The list has {count} people; the plan allows at most {limit} ({words})."
        " Take people off the list.",
        **facts,
    ),
    FindingCode.DELEGATES_UNDER_LIMIT: lambda facts: tr(
        "The list has {count} people; the plan asks for at least {limit} ({words})."
        " Add people to the list.",
        **facts,
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
    FindingCode.PROGRAMME_ITEM_MISSING: lambda facts: tr(
        "The programme lacks an item that the plan requires: “{title}”. Add it.", **facts
    ),
    FindingCode.PROGRAMME_ITEM_MISPLACED: _misplaced,
    FindingCode.PROGRAMME_ITEM_UNTITLED: lambda _: tr(
        "An item of the programme has no content. Describe it or remove it."
    ),
    FindingCode.PROGRAMME_OVERRUN: lambda facts: tr(
        "The programme takes {minutes} minutes, {over} more than a half-day of {limit}."
        " Shorten some items.",
        **facts,
    ),
    FindingCode.NUMBER_MISSING: lambda _: tr(
        "The plan has no number yet. A draft may do without; enter it before issuing."
    ),
    FindingCode.ISSUE_DATE_MISSING: lambda _: tr(
        "The plan has no date of issue yet. A draft may do without; enter it before issuing."
    ),
    FindingCode.ISSUED_TOO_LATE: lambda facts: tr(
        "The plan is dated {issued_on}, after the conference on {day}. Check both dates.", **facts
    ),
    FindingCode.SIGNER_MISSING: lambda _: tr("Nobody is chosen to sign the plan. Choose a signer."),
    FindingCode.SIGNER_WITHOUT_COLLECTIVE: lambda facts: tr(
        "{office} decides as a body, so {signer} signs with TM. and the name of the body."
        " Correct the signer in the office's details.",
        **facts,
    ),
    FindingCode.RECIPIENTS_MISSING: lambda _: tr(
        "Nobody is named to receive the plan. Enter the recipients."
    ),
    FindingCode.ARCHIVE_LINE_MISSING: lambda _: tr(
        "The recipients do not end with the archive line. Add “Lưu: VT” and the unit."
    ),
}
