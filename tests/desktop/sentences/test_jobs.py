from __future__ import annotations

import pytest

from desktop.jobs import JobFailed, JobFailure
from desktop.sentences.jobs import job_sentence


@pytest.mark.parametrize("failure", list(JobFailure))
def test_every_end_of_a_job_says_that_nothing_was_changed(failure: JobFailure) -> None:
    assert "Nothing was changed." in job_sentence(JobFailed(failure))
