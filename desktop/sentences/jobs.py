"""What the officer is told when the process of a long job ends without a result."""

from __future__ import annotations

from desktop.jobs import JobFailed, JobFailure
from desktop.language import tr


def job_sentence(failed: JobFailed) -> str:
    """Say how the work ended, that nothing was changed, and what to do."""
    match failed.failure:
        case JobFailure.CRASHED:
            return tr("The work stopped unexpectedly. Nothing was changed. Try again.")
        case JobFailure.TIMED_OUT:
            return tr(
                "The work took too long and was stopped. Nothing was changed. Try with less, or"
                " close other programs."
            )
        case JobFailure.OUT_OF_MEMORY:
            return tr(
                "The work needed too much memory and was stopped. Nothing was changed. Try with"
                " less, or close other programs."
            )
