from __future__ import annotations

import errno
from pathlib import Path

import pytest

from db.handoffs import Proof, SentState
from db.known_keys import KeyOrigin
from desktop.atomic_file import NotWrittenBackError
from desktop.errors import InputRefused
from desktop.handoff.answers import Taken
from desktop.handoff.frame import BundleKind
from desktop.handoff.keys import WrongPassphrase
from desktop.handoff.standing import Standing
from desktop.jobs import JobFailed, JobFailure
from desktop.language import Language, speak
from desktop.sentences.hand_over import (
    copying_failure_sentence,
    key_origin_name,
    proof_name,
    sealing_failure_sentence,
    sent_state_name,
    taken_sentence,
)
from tests.desktop.handoff.parties import DESK, party

STICK = Path("/media/USB")
FULL, READ_ONLY = OSError(errno.ENOSPC, "full"), OSError(errno.EROFS, "read-only")


def test_the_states_are_said_exactly_so() -> None:
    speak(Language.VIETNAMESE)
    try:
        said = [sent_state_name(state) for state in (None, *SentState)]
    finally:
        speak(Language.ENGLISH)
    assert said == [
        "Nháp",
        "Đã niêm phong",
        "Đã chép USB (đã kiểm)",
        "Tỉnh đã nhận",
        "Tỉnh trả lại",
    ]
    assert not any("gửi" in one for one in said)


def test_every_reason_and_proof_has_its_words() -> None:
    assert len({key_origin_name(one) for one in KeyOrigin}) == len(KeyOrigin)
    assert len({proof_name(one) for one in Proof}) == len(Proof)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (InputRefused("bundle-damaged"), "cut short or changed"),
        (JobFailed(JobFailure.CRASHED), "stopped unexpectedly"),
        (NotWrittenBackError("x"), "not what was written to it"),
        (FULL, "not enough room"),
        (READ_ONLY, "may not be written to"),
        (OSError(errno.EIO, "gone"), "does not answer (gone)"),
        (RuntimeError("x"), "Try again (RuntimeError)"),
    ],
)
def test_a_copy_that_failed_says_why(error: Exception, said: str) -> None:
    sentence = copying_failure_sentence(error, STICK)
    assert said in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (InputRefused("bundle-damaged"), "cut short or changed"),
        (WrongPassphrase(), "does not open your keys"),
        (JobFailed(JobFailure.TIMED_OUT), "took too long"),
        (FULL, "disk is full"),
        (NotWrittenBackError("x"), "thrown away"),
        (RuntimeError("x"), "Nothing was sealed (RuntimeError)"),
    ],
)
def test_a_sealing_that_failed_says_why(error: Exception, said: str) -> None:
    assert said in sealing_failure_sentence(error)


def test_what_came_down_is_told() -> None:
    taken = Taken(
        kind=BundleKind.RULES,
        sender=party(DESK).card(),
        number=3,
        standing=Standing.SAME,
        packs=("Kế hoạch 2025",),
        keys=2,
        is_expired=True,
    )
    said = taken_sentence(taken)
    for part in ("Number 3 of", "here already", "Kế hoạch 2025", "count: 2", "earlier time"):
        assert part in said
