"""What is said when the program itself is at fault."""

from __future__ import annotations

from pathlib import Path

from desktop.language import tr


def fault_sentence(log: Path | None = None) -> str:
    """Say that something unforeseen happened, what is safe, and where it is noted.

    Args:
        log: the file that it was noted in, if it could be.
    """
    said = tr(
        "Something went wrong that the program did not foresee. What was stored before is safe. Try"
        " again; if the same happens, make a report with: hoinghi support-report OUT.txt"
    )
    return f"{said} {tr('It is noted in {file}.', file=log)}" if log is not None else said
