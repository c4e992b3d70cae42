"""How the program ends, for whoever started it; the README lists these."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The process's exit code."""

    DONE = 0
    RULES_BROKEN = 1  # the check has binding findings, or a paper departs from its form
    NOT_UNDERSTOOD = 2  # the command line, or a file handed in
    NO_SCREEN = 3
    STORE_REFUSED = 4
    NOT_WRITTEN = 5  # a folder or file could not be written
    SELF_TEST_FAILED = 6
    UNFORESEEN = 7  # a fault of this program; it is in the log
