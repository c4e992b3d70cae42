"""Why two people may be one, in a few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.language import tr
from desktop.people.duplicates import DuplicatePair, MatchKind, MatchReason
from desktop.people.resolution import Verdict


def match_kind_name(kind: MatchKind) -> str:
    """Say how alike two people are."""
    return _KINDS[kind]()


def match_reasons(pair: DuplicatePair) -> str:
    """List the reasons for and against, as they count."""
    return ", ".join(match_reason_name(reason) for reason in pair.reasons)


def match_reason_name(reason: MatchReason) -> str:
    """Name one reason."""
    return _REASONS[reason]()


def verdict_name(verdict: Verdict) -> str:
    """Say what is done about two who may be one."""
    return _VERDICTS[verdict]()


_VERDICTS: Mapping[Verdict, Callable[[], str]] = {
    Verdict.MERGE: lambda: tr("merge"),
    Verdict.SKIP: lambda: tr("leave the new row out"),
    Verdict.DIFFERENT: lambda: tr("add as different people"),
}

_KINDS: Mapping[MatchKind, Callable[[], str]] = {
    MatchKind.EXACT: lambda: tr("the same person"),
    MatchKind.STRONG: lambda: tr("almost certainly the same person"),
    MatchKind.NEAR: lambda: tr("perhaps the same person"),
}

_REASONS: Mapping[MatchReason, Callable[[], str]] = {
    MatchReason.SAME_CARD: lambda: tr("same ID number"),
    MatchReason.SAME_NAME: lambda: tr("same name"),
    MatchReason.NAME_WITHOUT_ACCENTS: lambda: tr("same name but for accents"),
    MatchReason.NAME_SWAPPED: lambda: tr("same name in another order"),
    MatchReason.NAME_SHORTENED: lambda: tr("name with a word more or less"),
    MatchReason.NAME_NEAR: lambda: tr("name but for a letter or two"),
    MatchReason.SAME_BIRTH: lambda: tr("same birth date"),
    MatchReason.SAME_BIRTH_YEAR: lambda: tr("same birth year"),
    MatchReason.SAME_UNIT: lambda: tr("same unit"),
    MatchReason.SAME_PHONE: lambda: tr("same phone"),
    MatchReason.OTHER_CARD: lambda: tr("other ID number"),
    MatchReason.OTHER_BIRTH_DAY: lambda: tr("other day of birth"),
    MatchReason.OTHER_BIRTH_YEAR: lambda: tr("other birth year"),
    MatchReason.OTHER_GENDER: lambda: tr("other gender"),
}
