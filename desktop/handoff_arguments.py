"""What the commands `handoff …` understand."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.handoff.field_choice import PHOTO_FIELD, choosable_fields
from desktop.language import tr

# argparse has no public name for what commands are added to
AddCommand = Callable[[Any, str, str], argparse.ArgumentParser]


def add_handoff(
    handoff: argparse.ArgumentParser, add_command: AddCommand, paper_keys: Callable[[str], object]
) -> None:
    """Add the commands under `handoff`.

    Args:
        handoff: the parser of the word itself.
        add_command: adds a command with its meaning to some others.
        paper_keys: reads the names of papers.
    """
    commands = handoff.add_subparsers(
        dest="handoff_command", required=True, metavar=tr("COMMAND"), title=tr("commands")
    )
    keys = add_command(commands, "keys", tr("make keys, or show whose a file of keys is"))
    _add_keys(keys, add_command)

    pack = add_command(commands, "pack", tr("seal a conference file for its receiver"))
    pack.add_argument(
        "conference", type=Path, metavar=tr("CONFERENCE.json"), help=tr("the conference file")
    )
    _add_own_keys(pack, is_required=True)
    pack.add_argument(
        "--for",
        dest="receiver",
        type=Path,
        required=True,
        metavar="KEYS",
        help=tr("the public keys of the receiver"),
    )
    pack.add_argument(
        "--to", type=Path, required=True, metavar=tr("FILE"), help=tr("the bundle to write")
    )
    pack.add_argument("--number", type=_number, default=1, metavar="N", help=tr("counted by you"))
    pack.add_argument(
        "--fields",
        type=told_fields,
        default=(),
        metavar=",".join(_field_names()),
        help=tr("only these fields of each person, with commas between"),
    )
    pack.add_argument("--no-photos", action="store_true", help=tr("leave the portraits at home"))
    pack.add_argument(
        "--papers",
        type=paper_keys,
        default=(),
        metavar=tr("PAPERS"),
        help=tr("these papers too, with commas between, named as for “export”"),
    )

    verify = add_command(commands, "verify", tr("check a bundle whole and say what it is"))
    _add_bundle(verify)
    unpack = add_command(commands, "open", tr("check a bundle and write what is in it"))
    _add_bundle(unpack)
    unpack.add_argument("folder", type=Path, metavar=tr("DIR"), help=tr("where it goes"))

    receipt = add_command(
        commands, "receipt", tr("give a receipt with its check code, or read a check code")
    )
    _add_bundle(receipt, needs_keys=True)
    receipt.add_argument("--returned", action="store_true", help=tr("it goes back with remarks"))
    receipt.add_argument(
        "--to", type=Path, metavar=tr("RECEIPT.json"), help=tr("write the signed receipt too")
    )
    receipt.add_argument(
        "--code", metavar="CODE", help=tr("say what this check code means for your own bundle")
    )


def _add_keys(keys: argparse.ArgumentParser, add_command: AddCommand) -> None:
    commands = keys.add_subparsers(
        dest="keys_command", required=True, metavar=tr("COMMAND"), title=tr("commands")
    )
    make = add_command(
        commands, "make", tr("make the keys of an office, and its public keys for others")
    )
    make.add_argument(
        "conference",
        type=Path,
        metavar=tr("CONFERENCE.json"),
        help=tr("a conference file of the office"),
    )
    make.add_argument("folder", type=Path, metavar=tr("DIR"), help=tr("where the keys go"))
    make.add_argument(
        "--number", type=_key_number, default=1, metavar="N", help=tr("which keys of the office")
    )
    _add_passphrase(make)
    show = add_command(commands, "show", tr("say whose keys these are, and their fingerprint"))
    show.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("a file of keys"))


def _add_bundle(command: argparse.ArgumentParser, *, needs_keys: bool = False) -> None:
    command.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("a bundle"))
    _add_own_keys(command, is_required=needs_keys)
    command.add_argument(
        "--known",
        type=Path,
        action="append",
        default=[],
        metavar="KEYS",
        help=tr("public keys of a sender who is known; may be given again"),
    )


def _add_own_keys(command: argparse.ArgumentParser, *, is_required: bool) -> None:
    command.add_argument(
        "--keys", type=Path, required=is_required, metavar="KEYS", help=tr("your own keys")
    )
    _add_passphrase(command)


def _add_passphrase(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=tr("FILE"),
        help=tr("holds the passphrase of your own keys on its first line"),
    )


def _field_names() -> tuple[str, ...]:
    return (*(field.key for field in choosable_fields()), PHOTO_FIELD)


def told_fields(words: str) -> tuple[str, ...]:
    """Read the fields of a person that are to be told.

    Raises:
        argparse.ArgumentTypeError: there is no such field.
    """
    keys = tuple(word.strip() for word in words.split(","))
    for key in keys:
        if key not in _field_names():
            known = ", ".join(_field_names())
            raise argparse.ArgumentTypeError(
                tr("there is no field “{key}”; there are: {known}", key=key, known=known)
            )
    return keys


def _number(word: str) -> int:
    return _whole(word, 1_000_000)


def _key_number(word: str) -> int:
    return _whole(word, 9999)


def _whole(word: str, most: int) -> int:
    if not (word.isascii() and word.isdigit() and 1 <= int(word) <= most):
        raise argparse.ArgumentTypeError(tr("a number from 1 to {most} is wanted", most=most))
    return int(word)
