"""What a finding says to the officer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from db.records import Attendance
from desktop.language import tr
from desktop.rules.decisions import needs_approver
from desktop.rules.decree import cites_decree
from desktop.rules.findings import Finding, FindingCode
from desktop.sentences.field_names import field_name
from desktop.sentences.people_findings import PEOPLE_FINDINGS
from desktop.sentences.shown import Facts, shown_day


def finding_sentence(finding: Finding) -> str:
    """Say what was found, what to do, and the clause that asks for it."""
    facts: Facts = {
        name: shown_day(value) if isinstance(value, date) else value
        for name, value in finding.params.items()
    }
    facts["field"] = finding.field
    sentence = _SENTENCES[finding.code](facts).replace(" ()", "")  # where the plan has no words
    if finding.decision_id:
        sentence = tr("Decided, so nothing is left to do here: {sentence}", sentence=sentence)
    if not finding.clause:
        return sentence
    if cites_decree(finding.clause):
        return tr("{sentence} ({clause})", sentence=sentence, clause=finding.clause)
    return tr("{sentence} (plan, {clause})", sentence=sentence, clause=finding.clause)


def decision_word(finding: Finding) -> str:
    """Name the button that decides about a finding, or changes what was decided."""
    if finding.decision_id:
        return tr("Change…")
    return tr("Allow…") if needs_approver(finding) else tr("Answer…")


def _staff_count_missing(facts: Facts) -> str:
    if facts["counted"]:
        return tr(
            "Who is summoned depends on how many people the unit has ({words})."
            " Enter the number of {counted}.",
            **facts,
        )
    return tr(
        "Whether the unit holds a conference of its own depends on how many people it has"
        " ({words}). Enter the number.",
        **facts,
    )


def _unit_holds_none(facts: Facts) -> str:
    if facts["field"] == "unit_id" and not facts["unit"]:
        return tr(
            "The plan names the units that hold this conference ({words}). Choose your unit.",
            **facts,
        )
    return tr(
        "By the plan this unit holds no conference of its own ({words}). Ask the level above.",
        **facts,
    )


def _day_before_window(facts: Facts) -> str:
    if facts["words"]:
        return tr("{day} is too early: the plan allows {words}. Choose {edge} or later.", **facts)
    return tr("{day} is too early by the plan. Choose {edge} or later.", **facts)


def _day_after_window(facts: Facts) -> str:
    if facts["words"]:
        return tr("{day} is too late: the plan allows {words}. Choose {edge} or earlier.", **facts)
    return tr("{day} is too late by the plan. Choose {edge} or earlier.", **facts)


def _preparatory_day(facts: Facts) -> str:
    if facts["days"]:
        return tr(
            "The preparatory session on {day} is not {days} day(s) before the conference ({words})."
            " Move it.",
            **facts,
        )
    return tr(
        "The preparatory session on {day} is not on the day of the conference ({words}). Move it.",
        **facts,
    )


def _rules_not_valid(facts: Facts) -> str:
    if not facts["last"]:
        return tr("This plan is for conferences from {first} on, not for {day}.", **facts)
    if not facts["first"]:
        return tr("This plan is for conferences up to {last}, not for {day}.", **facts)
    return tr("This plan is for conferences from {first} to {last}, not for {day}.", **facts)


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
    FindingCode.RULES_OTHER_VERSION: lambda facts: tr(
        "The conference was planned under version {planned_under} of the plan's rules; it is"
        " checked against version {version}, because the other is not installed.",
        **facts,
    ),
    FindingCode.RULES_NOT_VALID: _rules_not_valid,
    FindingCode.LEVEL_UNKNOWN: lambda _: tr(
        "The plan's rules depend on the level of your unit. Choose the level."
    ),
    FindingCode.UNIT_UNKNOWN: lambda _: tr(
        "The plan does not list this unit at the level chosen. Choose the unit again."
    ),
    FindingCode.EXCEPTION_UNKNOWN: lambda _: tr(
        "The plan does not give your unit the exception noted, so the rules of the level hold."
        " Choose the exception again, or none."
    ),
    FindingCode.UNIT_HOLDS_NONE: _unit_holds_none,
    FindingCode.FORM_UNKNOWN: lambda facts: tr(
        "Choose a form of conference that the plan permits: {forms}.", **facts
    ),
    FindingCode.STAFF_COUNT_MISSING: _staff_count_missing,
    FindingCode.ATTENDANCE_MISSING: lambda _: tr(
        "It is not said who is summoned. Choose plenary or delegates."
    ),
    FindingCode.ATTENDANCE_DIFFERS: _attendance_differs,
    FindingCode.ATTENDANCE_UNSAID: lambda facts: tr(
        "The plan says nothing of exactly {count} {counted} ({words})."
        " Choose who is summoned, and answer with your reason.",
        **facts,
    ),
    FindingCode.ORDINAL_MISSING: lambda facts: tr(
        "“{form}” is counted by the plan. Enter its ordinal.", **facts
    ),
    FindingCode.ORDINAL_UNWANTED: lambda facts: tr(
        "“{form}” is not counted by the plan. Take the ordinal out.", **facts
    ),
    FindingCode.THEME_MISSING: lambda facts: tr(
        "The plan gives “{form}” a theme. Enter it.", **facts
    ),
    FindingCode.THEME_UNWANTED: lambda facts: tr(
        "The plan gives “{form}” no theme. Take it out.", **facts
    ),
    FindingCode.CO_ORGANISERS_MISSING: lambda facts: tr(
        "“{form}” is held together with others. Name the co-organisers.", **facts
    ),
    FindingCode.CO_ORGANISERS_UNWANTED: lambda facts: tr(
        "“{form}” is held by the unit alone. Take the co-organisers out.", **facts
    ),
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
    FindingCode.DAY_BEFORE_WINDOW: _day_before_window,
    FindingCode.DAY_AFTER_WINDOW: _day_after_window,
    FindingCode.EVENT_DAY_MISSING: lambda facts: tr(
        "The plan ties the day to “{event}” ({words}). Enter the day of that event.", **facts
    ),
    FindingCode.DAY_TOO_EARLY_FOR_EVENT: lambda facts: tr(
        "{day} is too early beside “{event}” on {event_day} ({words}). Choose {edge} or later.",
        **facts,
    ),
    FindingCode.DAY_TOO_LATE_FOR_EVENT: lambda facts: tr(
        "{day} is too late beside “{event}” on {event_day} ({words}). Choose {edge} or earlier.",
        **facts,
    ),
    FindingCode.PREPARATORY_MISSING: lambda facts: tr(
        "The plan asks for a preparatory session ({words}). Add it.", **facts
    ),
    FindingCode.PREPARATORY_UNWANTED: lambda facts: tr(
        "The plan knows no preparatory session ({words}). Remove it.", **facts
    ),
    FindingCode.PREPARATORY_DAY: _preparatory_day,
    FindingCode.MOVE_UNEXPLAINED: lambda _: tr(
        "The conference was put off or moved, but no reason is kept. Enter the reason."
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
    **PEOPLE_FINDINGS,
    FindingCode.PRESIDIUM_MISSING: lambda facts: tr(
        "The plan asks for a presidium, {name} ({words}). Enter its members when they are known.",
        **facts,
    ),
    FindingCode.PRESIDIUM_TOO_FEW: lambda facts: tr(
        "{name} has {count} members; the plan asks for at least {limit} ({words}). Add members.",
        **facts,
    ),
    FindingCode.PRESIDIUM_TOO_MANY: lambda facts: tr(
        "{name} has {count} members; the plan allows at most {limit} ({words}). Remove some.",
        **facts,
    ),
    FindingCode.PRESIDIUM_SHARE_LOW: lambda facts: tr(
        "{name} has {exemplars} exemplars among {count} members; the plan asks for at least {limit}"
        " ({words}). Mark or add exemplars.",
        **facts,
    ),
    FindingCode.PRESIDIUM_SHARE_HIGH: lambda facts: tr(
        "{name} has {exemplars} exemplars among {count} members; the plan allows at most {limit}"
        " ({words}). Change the members.",
        **facts,
    ),
    FindingCode.SUBCOMMITTEE_MISSING: lambda facts: tr(
        "The organising committee has nobody in “{name}”, which the plan sets up ({words})."
        " Give members to it.",
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
    FindingCode.APPRAISAL_PENDING: lambda facts: tr(
        "A pilot's plan is looked at first by {addressee} ({words})."
        " Send it, then tick the task off.",
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
    FindingCode.ISSUED_AFTER_DEADLINE: lambda facts: tr(
        "The plan is dated {issued_on}, but it had to be sent up by {last} ({words})."
        " Check the date, or tell the level above that it comes late.",
        **facts,
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
