"""What `hoinghi badges` can be asked."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.language import tr


def add_badges(badges: argparse.ArgumentParser) -> None:
    """Tell the command line what printing badges can be asked."""
    badges.add_argument(
        "conference", type=Path, metavar=tr("CONFERENCE.json"), help=tr("the conference file")
    )
    badges.add_argument("out", type=Path, metavar=tr("OUT.pdf"), help=tr("the file to write"))
    badges.add_argument(
        "--layout",
        metavar=tr("FILE"),
        help=tr(
            "the badge design: a file, or one of the program: a6-portrait (as without it), "
            "90x130, cr80, a4-tent"
        ),
    )
    badges.add_argument(
        "--sheet",
        metavar=tr("NAME"),
        help=tr("the sheet of paper: one of the program, or a file; as without it, one that fits"),
    )
    badges.add_argument(
        "--start",
        type=_place,
        default=1,
        metavar="N",
        help=tr("the first free place of a used sheet, from 1"),
    )
    badges.add_argument(
        "--order",
        choices=("rows", "columns", "stack"),
        default="rows",
        help=tr("fill sheets row by row, column by column, or to be cut as one pile (stack)"),
    )
    badges.add_argument(
        "--flip",
        choices=("long", "short"),
        default="long",
        help=tr("the edge over which the printer turns paper that is printed on both sides"),
    )


def _place(words: str) -> int:
    if not (words.isascii() and words.isdigit()) or int(words) < 1:
        raise argparse.ArgumentTypeError(tr("a place is a whole number from 1"))
    return int(words)
