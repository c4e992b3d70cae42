"""What is said of what goes down to the offices."""

from __future__ import annotations

import errno

from desktop.language import tr

_FULL = frozenset((errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)))
_PROTECTED = frozenset((errno.EROFS, errno.EACCES, errno.EPERM))


def copy_words(fault: int) -> str:
    """Say what became of a copy on the stick.

    Args:
        fault: the system's number; 0 for none, -1 where the stick gives back other bytes.
    """
    if not fault:
        return tr("✔ on the stick, read back and the same")
    if fault == -1:
        return tr("✖ the stick gives back something else: use another stick")
    if fault in _FULL:
        return tr("✖ no room on the stick: make room, or use another one")
    if fault in _PROTECTED:
        return tr("✖ the stick may not be written to: move its switch, or use another one")
    return tr("✖ the stick does not answer: plug it in again")


def no_keys_words() -> str:
    """Say that nothing can be sealed for an office."""
    return tr("○ its keys are not known here: have it send them, or compare its printed form")


def sent_summary(written: int, left: int) -> str:
    """Say how much is on the stick, and how much is not."""
    if not left:
        return tr(
            "{count} files are on the stick, each read back and the same. Have the system eject the"
            " stick before you pull it out.",
            count=written,
        )
    return tr(
        "{count} files are on the stick; {left} are not, and the table says why. What was sealed"
        " is safe here: write again.",
        count=written,
        left=left,
    )
