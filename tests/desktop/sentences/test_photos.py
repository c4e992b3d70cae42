"""What the officer is told of photos."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import InputRefused
from desktop.jobs import JobFailed, JobFailure
from desktop.people.photo import PhotoRefusal
from desktop.people.photo_matching import MatchedBy, PhotoFile
from desktop.people.photo_parts import RefusedPhoto
from desktop.people.photo_plan import PhotoPlan
from desktop.sentences.photos import (
    file_words,
    photo_failure_sentence,
    plan_sentence,
    refused_photo_sentence,
)
from tests.builders import a_delegate

AN = a_delegate(1, name="Lê An")


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (MatchedBy.CARD, "✓  Will be stored, found by the ID number"),
        (MatchedBy.NUMBER, "✓  Will be stored, found by the badge number"),
        (MatchedBy.NAME, "✓  Will be stored, found by the name"),
    ],
)
def test_it_is_said_what_told_whose_a_file_is(by: MatchedBy, words: str) -> None:
    file = PhotoFile(path="a.jpg", matched_by=by, person_ids=(AN.id,))
    assert file_words(PhotoPlan((file,), (AN,)), file) == words


def test_two_files_of_one_person_and_a_photo_that_stays_are_said() -> None:
    twice = tuple(PhotoFile(path=name, person_ids=(AN.id,)) for name in "ab")
    double = file_words(PhotoPlan(twice, (AN,)), twice[0])
    assert double == "▲  Another file is for the same person: take one of them away"
    kept = PhotoPlan(twice[:1], (a_delegate(1, photo_id="a" * 64),))
    assert file_words(kept, twice[0]) == "–  Has a photo already, which stays"


def test_a_plan_is_summed_up() -> None:
    files = (PhotoFile(path="a", person_ids=(AN.id,)), PhotoFile(path="b"))
    assert plan_sentence(PhotoPlan(files, (AN, a_delegate(2)))) == (
        "To be stored: 1. To be decided: 0. Not used: 1. Left without a photo: 1."
    )


def test_every_reason_a_photo_is_refused_for_has_its_sentence() -> None:
    for reason in PhotoRefusal:
        facts: dict[str, str | int] = {"limit": 25_000_000}
        sentence = refused_photo_sentence(RefusedPhoto("/x/ảnh.jpg", reason, facts))
        assert sentence.startswith("ảnh.jpg was not used, and nothing was changed.")
        assert str(reason) not in sentence


def test_every_failure_is_told_in_words() -> None:
    refused = InputRefused("too-many-files", Path("/x/ảnh"), limit=20_000)
    assert "more than 20.000 files" in photo_failure_sentence(refused)
    crashed = photo_failure_sentence(JobFailed(JobFailure.CRASHED))
    assert crashed.startswith("The work stopped unexpectedly.")
    assert "fault in this program" in photo_failure_sentence(KeyError("x"))
