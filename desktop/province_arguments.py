"""What the commands `province …` understand."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from desktop.handoff_arguments import AddCommand
from desktop.language import tr


def add_province(province: argparse.ArgumentParser, add_command: AddCommand) -> None:
    """Add the commands under `province`.

    Args:
        province: the parser of the word itself.
        add_command: adds a command with its meaning to some others.
    """
    commands = province.add_subparsers(
        dest="province_command", required=True, metavar=tr("COMMAND"), title=tr("commands")
    )
    stick = tr("a stick, or a folder with bundles")
    for name, meaning in (
        ("scan", tr("say of every bundle on a stick how it stands; nothing is written")),
        ("import", tr("take in every good bundle of a stick, and give the check codes")),
    ):
        command = add_command(commands, name, meaning)
        command.add_argument("folder", type=Path, metavar=tr("DIR"), help=stick)
        if name == "import":
            compared = tr("public keys of an office, as on its printed form; may be given again")
            command.add_argument(
                "--known", type=Path, action="append", default=[], metavar="KEYS", help=compared
            )
        _add_common(command)
    reply = add_command(
        commands,
        "reply",
        tr("write receipts, remarks and places to a stick, for each office alone"),
    )
    reply.add_argument("folder", type=Path, metavar=tr("DIR"), help=tr("the stick"))
    reply.add_argument(
        "--rules", action="store_true", help=tr("the installed rule packs too, open to all")
    )
    reply.add_argument(
        "--valid-until",
        type=_day,
        metavar=tr("DAY"),
        help=tr("after this day (2025-12-31) the offices are warned that newer ones may be out"),
    )
    _add_common(reply)


def _add_common(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--data",
        type=Path,
        metavar=tr("DIR"),
        help=tr("the folder of the program's data; else that of this account"),
    )
    command.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=tr("FILE"),
        help=tr("holds the passphrase of your own keys on its first line"),
    )


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise argparse.ArgumentTypeError(tr("a day as 2025-12-31 is wanted")) from error
