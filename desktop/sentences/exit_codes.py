"""What the command line tells of the codes it ends with."""

from __future__ import annotations

from desktop.exit_code import ExitCode
from desktop.language import tr


def exit_codes_told() -> str:
    """List every code, a line each."""
    meanings = {
        ExitCode.DONE: tr("done; the check has at most advice"),
        ExitCode.RULES_BROKEN: tr(
            "the check has binding findings, or the paper departs from its form; "
            "an import has values to look at"
        ),
        ExitCode.NOT_UNDERSTOOD: tr("the command, or the file, cannot be used"),
        ExitCode.NO_SCREEN: tr("there is no screen for the window"),
        ExitCode.STORE_REFUSED: tr("the program's data cannot be opened"),
        ExitCode.NOT_WRITTEN: tr("a file could not be written"),
        ExitCode.SELF_TEST_FAILED: tr("the self-test found a fault"),
        ExitCode.UNFORESEEN: tr("the program itself is at fault; its log says where"),
    }
    lines = [f"  {code.value}  {meaning}" for code, meaning in meanings.items()]
    return "\n".join([tr("exit codes:"), *lines])
