"""What the officer is told when papers cannot be drawn or saved."""

from __future__ import annotations

import errno
from pathlib import Path

from desktop.errors import InputRefused
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.sentences.jobs import job_sentence
from desktop.sentences.refusals import refusal_sentence

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_FORBIDDEN = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))
_NO_FOLDER = frozenset((errno.ENOTDIR, errno.EEXIST, errno.EINVAL, errno.ENAMETOOLONG))
_GONE = frozenset((errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO))


def drawing_failure_sentence(error: Exception) -> str:
    """Say that a paper could not be drawn, what is safe, and what to do."""
    if isinstance(error, JobFailed):
        return job_sentence(error)
    if isinstance(error, InputRefused):
        return refusal_sentence(error)
    return tr(
        "This paper could not be drawn ({cause}). Nothing you entered is lost. Draw it again;"
        " if that fails too, the other papers can still be saved.",
        cause=type(error).__name__,
    )


def saving_failure_sentence(error: Exception, folder: Path) -> str:
    """Say that papers could not be saved in a folder, what is safe, and what to do."""
    if not isinstance(error, OSError):
        return drawing_failure_sentence(error)
    return tr(
        "Not every paper was saved in “{folder}”. Files that were there are still whole,"
        " and nothing you entered is lost. {advice}",
        folder=folder,
        advice=_advice(error),
    )


def list_failure_sentence(error: Exception, path: Path) -> str:
    """Say that a list could not be saved in a file, what is safe, and what to do."""
    if not isinstance(error, OSError):
        return drawing_failure_sentence(error) if isinstance(error, JobFailed) else _fault()
    return tr(
        "The list was not saved as “{file}”. A file of this name that was there is still whole."
        " {advice}",
        file=path.name,
        advice=_advice(error),
    )


def _fault() -> str:
    return tr(
        "The list could not be saved because of a fault in this program. Nothing was changed. Try"
        " CSV instead."
    )


def _advice(error: OSError) -> str:
    if error.errno in _FULL:
        return tr("The disk is full: make room, or choose another folder.")
    if error.errno in _FORBIDDEN:
        return tr(
            "This folder may not be written to, or the file is open in another program:"
            " close it there, or choose another folder."
        )
    if error.errno in _NO_FOLDER:
        return tr("There cannot be a folder of this name: choose another folder.")
    if error.errno in _GONE:
        return tr("The disk or stick does not answer: check it, or choose another folder.")
    return tr("Try again, or choose another folder.")
