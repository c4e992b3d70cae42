from __future__ import annotations

import pytest

from desktop.people.duplicates import DuplicatePair, MatchKind, MatchReason
from desktop.sentences.duplicates import match_kind_name, match_reasons
from tests.builders import ident


@pytest.mark.parametrize("reason", list(MatchReason))
def test_every_reason_is_named(reason: MatchReason) -> None:
    assert match_reasons(pair(reason))


def pair(*reasons: MatchReason) -> DuplicatePair:
    return DuplicatePair(
        new_id=ident(1), listed_id=ident(2), kind=MatchKind.NEAR, reasons=reasons, score=60
    )


def test_reasons_stand_in_one_line() -> None:
    found = pair(MatchReason.SAME_NAME, MatchReason.SAME_UNIT)
    assert match_reasons(found) == "same name, same unit"


def test_every_kind_of_pair_is_named() -> None:
    assert len({match_kind_name(kind) for kind in MatchKind}) == len(MatchKind)
