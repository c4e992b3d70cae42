"""What commands say: results on one stream, complaints on the other."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from desktop.errors import InputRefused
from desktop.exit_code import ExitCode
from desktop.sentences.refusals import refusal_sentence


def say(text: str) -> None:
    """Write a result."""
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """Write what went wrong or is doubtful."""
    sys.stderr.write(f"{text}\n")


def refuse(refusal: InputRefused) -> ExitCode:
    """Say why a file was not used."""
    complain(refusal_sentence(refusal))
    return ExitCode.NOT_UNDERSTOOD


def table(rows: Sequence[Sequence[str]], numbers: frozenset[int] = frozenset()) -> str:
    """Lay rows out in columns; those of numbers stand to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if place in numbers else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)
