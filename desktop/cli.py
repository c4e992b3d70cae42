"""The command line: what it understands, in Vietnamese and English."""

from __future__ import annotations

import argparse
import gettext
import io
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from desktop.exit_code import ExitCode
from desktop.language import Language, speak, tr
from desktop.paths import resource

_HELP = ("-h", "--help")
_LANGUAGES = [language.value for language in Language]


def run_command(arguments: Sequence[str]) -> int:
    """Carry out a command line and give the exit code."""
    _write_utf8()
    language = _asked_language(arguments)
    if language is None and any(word in _HELP for word in arguments):
        return _help_in_every_language(arguments)
    _speak(language or Language.VIETNAMESE)
    try:
        asked = _parser().parse_args(arguments)
    except SystemExit as stop:  # argparse has said what was wrong, or has shown the help
        return int(stop.code or 0)
    # the commands drag in the writers of PDF; the help comes without them
    from desktop import commands  # noqa: PLC0415

    match asked.command:
        case "check":
            return commands.check(asked.conference, as_json=asked.json)
        case "export":
            return commands.export(asked.conference, asked.folder, asked.only)
        case "demo":
            return commands.demo(asked.folder)
        case _:
            return commands.self_test()


def _asked_language(arguments: Sequence[str]) -> Language | None:
    """Look for --lang before anything is said; a wrong value is refused later, in Vietnamese."""
    words = [part for word in arguments for part in word.split("=", 1)]
    for option, value in pairwise(words):
        if option == "--lang" and value in _LANGUAGES:
            return Language(value)
    return None


def _speak(language: Language) -> None:
    """Use a language for our own words and for those of argparse.

    argparse looks its words up in the process's text domain and language.
    """
    speak(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("argparse", str(resource("translations")))
    gettext.textdomain("argparse")


def _help_in_every_language(arguments: Sequence[str]) -> int:
    for number, language in enumerate(Language):
        _speak(language)
        if number:
            sys.stdout.write("\n----\n\n")
        try:
            _parser().parse_args(arguments)
        except SystemExit as stop:
            if stop.code:
                return int(stop.code)
    return ExitCode.DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hoinghi",
        description=tr(
            "Plan a conference: without a command the window opens; with one, the same work is "
            "done without a window."
        ),
        epilog=_epilog(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_language(parser, default=None)
    commands = parser.add_subparsers(
        dest="command", required=True, metavar=tr("COMMAND"), title=tr("commands")
    )

    def command(name: str, meaning: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=meaning, description=meaning, allow_abbrev=False)
        _add_language(added, default=argparse.SUPPRESS)
        return added

    check = command("check", tr("hold a conference file against the rules of its plan"))
    check.add_argument(
        "conference", type=Path, metavar=tr("CONFERENCE.json"), help=tr("the conference file")
    )
    check.add_argument("--json", action="store_true", help=tr("give the findings as JSON"))

    export = command("export", tr("write the papers of a conference file as PDF"))
    export.add_argument(
        "conference", type=Path, metavar=tr("CONFERENCE.json"), help=tr("the conference file")
    )
    export.add_argument("folder", type=Path, metavar=tr("DIR"), help=tr("where the papers go"))
    export.add_argument(
        "--only",
        type=_paper_keys,
        default=(),
        metavar="plan,programme,list,badges",
        help=tr("only these papers, with commas between"),
    )

    demo = command("demo", tr("do the main job with the sample conference"))
    demo.add_argument("folder", type=Path, metavar=tr("DIR"), help=tr("where the papers go"))

    command("self-test", tr("try the installed program in a temporary folder and report"))
    return parser


def _add_language(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--lang",
        choices=_LANGUAGES,
        default=default,
        help=tr("speak Vietnamese (vi, as without it) or English (en)"),
    )


def _paper_keys(words: str) -> tuple[str, ...]:
    from desktop.documents.papers import KEYS  # noqa: PLC0415 - drags in the writers of PDF

    keys = tuple(word.strip() for word in words.split(","))
    for key in keys:
        if key not in KEYS:
            raise argparse.ArgumentTypeError(
                tr("there is no paper “{key}”; there are: {keys}", key=key, keys=", ".join(KEYS))
            )
    return keys


def _epilog() -> str:
    meanings = {
        ExitCode.DONE: tr("done; the check has at most advice"),
        ExitCode.RULES_BROKEN: tr("the check has binding findings"),
        ExitCode.NOT_UNDERSTOOD: tr("the command, or the file, cannot be used"),
        ExitCode.NO_SCREEN: tr("there is no screen for the window"),
        ExitCode.STORE_REFUSED: tr("the program's data cannot be opened"),
        ExitCode.NOT_WRITTEN: tr("a file could not be written"),
        ExitCode.SELF_TEST_FAILED: tr("the self-test found a fault"),
    }
    lines = [f"  {code.value}  {meaning}" for code, meaning in meanings.items()]
    return "\n".join([tr("exit codes:"), *lines])


def _write_utf8() -> None:
    """Vietnamese also where the system's own encoding of text has no letters for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
