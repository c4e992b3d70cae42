"""What a check says: facts and codes, from which the sentences are made at show time."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from db.records import WizardStep


class Severity(StrEnum):
    """How much a finding weighs."""

    BINDING = "binding"  # the plan or the decree leaves no choice
    ADVISORY = "advisory"  # look again; the officer decides
    UNSAID = "unsaid"  # the plan is silent; the officer has to answer


class FindingCode(StrEnum):
    """Every kind of finding; stable, because files and tests of other offices name them."""

    # type
    RULES_MISSING = "rules-missing"
    RULES_OTHER_VERSION = "rules-other-version"
    RULES_NOT_VALID = "rules-not-valid"
    LEVEL_UNKNOWN = "level-unknown"
    UNIT_UNKNOWN = "unit-unknown"
    EXCEPTION_UNKNOWN = "exception-unknown"
    UNIT_HOLDS_NONE = "unit-holds-none"
    FORM_UNKNOWN = "form-unknown"
    STAFF_COUNT_MISSING = "staff-count-missing"
    ATTENDANCE_MISSING = "attendance-missing"
    ATTENDANCE_DIFFERS = "attendance-differs"
    ATTENDANCE_UNSAID = "attendance-unsaid"
    ORDINAL_MISSING = "ordinal-missing"
    ORDINAL_UNWANTED = "ordinal-unwanted"
    THEME_MISSING = "theme-missing"
    THEME_UNWANTED = "theme-unwanted"
    CO_ORGANISERS_MISSING = "co-organisers-missing"
    CO_ORGANISERS_UNWANTED = "co-organisers-unwanted"
    PERIOD_MISSING = "period-missing"
    PERIOD_REVERSED = "period-reversed"
    # content
    TITLE_MISSING = "title-missing"
    TITLE_WITHOUT_FORM = "title-without-form"
    SUBJECT_MISSING = "subject-missing"
    SECTION_EMPTY = "section-empty"
    # schedule
    DAY_MISSING = "day-missing"
    START_MISSING = "start-missing"
    VENUE_MISSING = "venue-missing"
    DAY_BEFORE_WINDOW = "day-before-window"
    DAY_AFTER_WINDOW = "day-after-window"
    EVENT_DAY_MISSING = "event-day-missing"
    DAY_TOO_EARLY_FOR_EVENT = "day-too-early-for-event"
    DAY_TOO_LATE_FOR_EVENT = "day-too-late-for-event"
    PREPARATORY_MISSING = "preparatory-missing"
    PREPARATORY_UNWANTED = "preparatory-unwanted"
    PREPARATORY_DAY = "preparatory-day"
    MOVE_UNEXPLAINED = "move-unexplained"
    APPRAISAL_PENDING = "appraisal-pending"
    SESSIONS_TOO_FEW = "sessions-too-few"
    SESSIONS_TOO_MANY = "sessions-too-many"
    # participants
    GROUPS_MISSING = "groups-missing"
    TARGET_MISSING = "target-missing"
    TARGETS_OVER_LIMIT = "targets-over-limit"
    TARGETS_UNDER_LIMIT = "targets-under-limit"
    TARGETS_SHARE_HIGH = "targets-share-high"
    TARGETS_SHARE_LOW = "targets-share-low"
    DELEGATES_OVER_LIMIT = "delegates-over-limit"
    DELEGATES_UNDER_LIMIT = "delegates-under-limit"
    DELEGATES_SHARE_HIGH = "delegates-share-high"
    DELEGATES_SHARE_LOW = "delegates-share-low"
    DELEGATES_OVER_TARGET = "delegates-over-target"
    DELEGATES_UNGROUPED = "delegates-ungrouped"
    DELEGATES_ABSENT = "delegates-absent"
    DELEGATES_NOT_ELIGIBLE = "delegates-not-eligible"
    QUOTA_OVER = "quota-over"
    QUOTA_UNDER = "quota-under"
    QUOTA_UNIT_UNKNOWN = "quota-unit-unknown"
    # programme
    PROGRAMME_ITEM_MISSING = "programme-item-missing"
    PROGRAMME_ITEM_MISPLACED = "programme-item-misplaced"
    PROGRAMME_ITEM_UNTITLED = "programme-item-untitled"
    PROGRAMME_OVERRUN = "programme-overrun"
    # committees
    PRESIDIUM_MISSING = "presidium-missing"
    PRESIDIUM_TOO_FEW = "presidium-too-few"
    PRESIDIUM_TOO_MANY = "presidium-too-many"
    PRESIDIUM_SHARE_LOW = "presidium-share-low"
    PRESIDIUM_SHARE_HIGH = "presidium-share-high"
    SUBCOMMITTEE_MISSING = "subcommittee-missing"
    # issue
    NUMBER_MISSING = "number-missing"
    ISSUE_DATE_MISSING = "issue-date-missing"
    ISSUED_TOO_LATE = "issued-too-late"
    ISSUED_AFTER_DEADLINE = "issued-after-deadline"
    SIGNER_MISSING = "signer-missing"
    SIGNER_WITHOUT_COLLECTIVE = "signer-without-collective"
    RECIPIENTS_MISSING = "recipients-missing"
    ARCHIVE_LINE_MISSING = "archive-line-missing"


Fact = str | int | date


class Finding(Struct, frozen=True, kw_only=True):
    """One thing that the check points out.

    Attributes:
        step: the wizard page that mends it.
        field: attribute of the conference on that page, or `delegates`; with `:<id>` behind it
            where one of several is meant.
        clause: where the plan or the decree says so; empty where neither does.
        params: what the sentence names.
        decision_id: of the decision of the conference that settles it; empty while it is open.
    """

    code: FindingCode
    severity: Severity
    step: WizardStep
    field: str
    clause: str = ""
    params: dict[str, Fact] = {}
    decision_id: str = ""

    @property
    def is_binding(self) -> bool:
        """Whether it stops the plan: binding, and nobody allowed the exception."""
        return self.severity is Severity.BINDING and not self.decision_id
