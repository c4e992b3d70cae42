"""What the officer is told of a list that was read all the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.language import tr
from desktop.people.list_sheet import ListRemark


def list_remark_sentence(remark: ListRemark) -> str:
    """Say what to know of a file."""
    return _REMARKS[remark]()


_REMARKS: Mapping[ListRemark, Callable[[], str]] = {
    ListRemark.MACROS: lambda: tr(
        "The file carries macros. They were not run here; do not allow them in Excel unless you"
        " know the sender."
    ),
    ListRemark.OTHER_FILES: lambda: tr(
        "Some values come from other files, which were not opened. They are as they were when the"
        " list was saved last."
    ),
}
