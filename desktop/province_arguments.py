"""What the commands `province …` understand."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from desktop.documents.consolidation.forms import ReportForm
from desktop.handoff_arguments import AddCommand, told_fields
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
        "--fields",
        type=told_fields,
        metavar="birth,post,…",
        help=tr("ask for these fields of each person from now on, with the rule packs"),
    )
    reply.add_argument(
        "--valid-until",
        type=_day,
        metavar=tr("DAY"),
        help=tr("after this day (2025-12-31) the offices are warned that newer ones may be out"),
    )
    _add_common(reply)
    _add_update(
        add_command(
            commands, "update", tr("give a newer version of the program to all offices, signed")
        )
    )
    _add_report(
        add_command(
            commands, "report", tr("consolidate what the offices handed over, into a folder")
        )
    )


def _add_update(update: argparse.ArgumentParser) -> None:
    update.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar=tr("FILE"),
        help=tr("installers of one version, under the names that they were built with"),
    )
    update.add_argument(
        "--news",
        type=Path,
        required=True,
        metavar=tr("NOTES.txt"),
        help=tr("what is new, in UTF-8, a line for each"),
    )
    update.add_argument(
        "--to",
        dest="folder",
        type=Path,
        required=True,
        metavar=tr("DIR"),
        help=tr("the stick: the installers go there with their signed description"),
    )
    _add_common(update)


def _add_report(report: argparse.ArgumentParser) -> None:
    report.add_argument("out", type=Path, metavar=tr("OUT"), help=tr("where the files go"))
    report.add_argument(
        "--format",
        type=_forms,
        default=tuple(ReportForm),
        metavar=",".join(ReportForm),
        help=tr(
            "only these, with commas between: the report as PDF, DOCX and XLSX, the data as a data"
            " package (Frictionless) and as SQL"
        ),
    )
    report.add_argument(
        "--conference",
        type=Path,
        metavar=tr("CONFERENCE.json"),
        help=tr("the desk's own conference; else the one in its data that follows the plan"),
    )
    report.add_argument(
        "--pack",
        metavar=tr("PACK"),
        help=tr("hold the offices against this rule pack; else the one that most of them follow"),
    )
    report.add_argument(
        "--day",
        type=_day,
        metavar=tr("DAY"),
        help=tr("hold deadlines against this day (2025-12-31) instead of today"),
    )
    report.add_argument(
        "--mergers",
        type=Path,
        metavar=tr("FILE.toml"),
        help=tr("units that went into others: under [merged] old names with the new ones"),
    )
    _add_data(report)


def _add_common(command: argparse.ArgumentParser) -> None:
    _add_data(command)
    command.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=tr("FILE"),
        help=tr("holds the passphrase of your own keys on its first line"),
    )


def _add_data(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--data",
        type=Path,
        metavar=tr("DIR"),
        help=tr("the folder of the program's data; else that of this account"),
    )


def _forms(words: str) -> tuple[ReportForm, ...]:
    known = ", ".join(ReportForm)
    parted = [word.strip() for word in words.split(",")]
    for word in parted:
        if word not in list(ReportForm):
            raise argparse.ArgumentTypeError(
                tr("there is no kind of file “{word}”; there are: {known}", word=word, known=known)
            )
    return tuple(map(ReportForm, parted))


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise argparse.ArgumentTypeError(tr("a day as 2025-12-31 is wanted")) from error
