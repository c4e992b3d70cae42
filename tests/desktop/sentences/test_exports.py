"""Sentences about papers that could not be drawn or saved."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from desktop.errors import InputRefused
from desktop.jobs import JobFailed, JobFailure
from desktop.sentences.exports import drawing_failure_sentence, saving_failure_sentence
from desktop.sentences.jobs import job_sentence
from desktop.sentences.refusals import refusal_sentence

FOLDER = Path("/media/usb/Hội nghị <b>")


def test_what_has_a_sentence_of_its_own_keeps_it() -> None:
    crash = JobFailed(JobFailure.CRASHED, -9)
    assert drawing_failure_sentence(crash) == job_sentence(crash)
    assert saving_failure_sentence(crash, FOLDER) == job_sentence(crash)
    refused = InputRefused("sheet-card-size")
    assert drawing_failure_sentence(refused) == refusal_sentence(refused)


def test_a_fault_of_the_program_is_named_and_nothing_is_lost() -> None:
    sentence = drawing_failure_sentence(KeyError("name of a person"))
    assert "KeyError" in sentence
    assert "name of a person" not in sentence
    assert "Nothing you entered is lost" in sentence


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (errno.ENOSPC, "full"),
        (errno.EACCES, "open in another program"),
        (errno.EROFS, "may not be written"),
        (errno.ENOTDIR, "choose another folder"),
        (errno.EIO, "does not answer"),
        (errno.EMFILE, "Try again"),
    ],
)
def test_a_failure_to_save_says_what_is_safe_and_what_to_do(code: int, advice: str) -> None:
    sentence = saving_failure_sentence(OSError(code, "system's words"), FOLDER)
    assert str(FOLDER) in sentence
    assert "still whole" in sentence
    assert advice in sentence
    assert "system's words" not in sentence
