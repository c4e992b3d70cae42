"""What the system and the readers of JSON and TOML say of a file, in words for people."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Mapping

from desktop.language import tr


def reading_fault(detail: object) -> str:
    """Say why a file could not be read; what is said in other words stays as it is."""
    text = str(detail)
    for number, said in _SYSTEM_FAULTS.items():
        # the system speaks English, or the language of the machine
        if text in {os.strerror(number), _ENGLISH[number]}:
            return said()
    for pattern, words in _FAULTS.items():
        found = pattern.fullmatch(text)
        if found is not None:
            return words(found)
    return text


_FAULTS: Mapping[re.Pattern[str], Callable[[re.Match[str]], str]] = {
    re.compile(r"Input data was truncated|(?s:.*) \(at end of document\)"): lambda _: tr(
        "it ends too early"
    ),
    re.compile(r"(?s:.*) \(at line ([0-9]+), column ([0-9]+)\)"): lambda match: tr(
        "line {line}, column {column}", line=match[1], column=match[2]
    ),
    re.compile(r"(?s:.*) \(byte ([0-9]+)\)"): lambda match: tr(
        "wrong sign at byte {byte}", byte=match[1]
    ),
}
_SYSTEM_FAULTS: Mapping[int, Callable[[], str]] = {
    errno.EISDIR: lambda: tr("it is a folder"),
    errno.EACCES: lambda: tr("it may not be read"),
}
_ENGLISH = {errno.EISDIR: "Is a directory", errno.EACCES: "Permission denied"}
