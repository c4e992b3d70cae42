from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from desktop.errors import InputRefused
from desktop.handoff.refusals import BundleRefusal
from desktop.sentences.refusals import refusal_sentence
from tests.desktop.handoff.hostile import Hostile, controls, fixtures, main
from tests.desktop.handoff.parties import DESK, OFFICE, opened, read_whole, sealed, trust_of

FIXTURES = tuple(fixtures())


@pytest.mark.parametrize("hostile", FIXTURES, ids=lambda one: one.name)
def test_a_hostile_bundle_is_refused_with_its_reason(hostile: Hostile) -> None:
    start = perf_counter()
    with pytest.raises(InputRefused) as refused:
        read_whole(hostile.data)
    assert refused.value.reason == hostile.because
    assert perf_counter() - start < 5
    assert "{" not in refusal_sentence(refused.value)


@pytest.mark.parametrize("control", tuple(controls()), ids=lambda one: one[0])
def test_what_is_made_in_the_same_way_with_nothing_wrong_is_read(
    control: tuple[str, bytes],
) -> None:
    read_whole(control[1])


def test_there_are_many_and_no_two_alike() -> None:
    assert len(FIXTURES) >= 60
    assert len({one.name for one in FIXTURES}) == len(FIXTURES)


def test_every_reason_but_those_of_files_and_trust_is_tried() -> None:
    elsewhere = {BundleRefusal.UNREADABLE, BundleRefusal.TOO_BIG, BundleRefusal.REVOKED_KEY}
    assert {one.because for one in FIXTURES} | elsewhere == set(BundleRefusal)


def test_a_revoked_key_is_refused_whatever_number_it_says() -> None:
    revoked = {OFFICE: frozenset({1})}
    for trust in (
        trust_of(DESK, OFFICE, revoked=revoked),
        trust_of(DESK, revoked=revoked),  # even when nothing else is known of its owner
    ):
        with pytest.raises(InputRefused) as refused:
            opened(sealed(), trust)
        assert refused.value.reason == BundleRefusal.REVOKED_KEY
        assert refused.value.facts == {"number": 1}


def test_the_fixtures_can_be_written_for_other_programs(tmp_path: Path) -> None:
    main([str(tmp_path / "hostile")])
    written = list((tmp_path / "hostile").glob("*.hoinghi"))
    assert len(written) == len(FIXTURES)
    assert (tmp_path / "hostile" / "desk.key").read_text("ascii").startswith("AGE-SECRET-KEY-1")
