"""The command line: what it understands, in Vietnamese and English."""

from __future__ import annotations

import argparse
import contextlib
import gettext
import io
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from desktop.badge_arguments import add_badges
from desktop.display import missing_screen, no_screen_sentence
from desktop.documents.papers import KEYS, Format
from desktop.exit_code import ExitCode
from desktop.handoff_arguments import add_handoff
from desktop.language import Language, speak, spoken, tr
from desktop.paths import resource
from desktop.province_arguments import add_province
from desktop.sentences.exit_codes import exit_codes_told
from desktop.sentences.faults import fault_sentence

_HELP = ("-h", "--help")
_LANGUAGES = [language.value for language in Language]


def run_command(arguments: Sequence[str]) -> int:
    """Carry out a command line and give the exit code."""
    _write_utf8()
    try:
        status = _answer(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read it has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except Exception as error:  # noqa: BLE001 - what nobody foresaw gets a sentence as well
        return _say_fault(error)
    return status


def _answer(arguments: Sequence[str]) -> int:
    language = _asked_language(arguments)
    if language is None and any(word in _HELP for word in arguments):
        return _help_in_every_language(arguments)
    _speak(language or Language.VIETNAMESE)
    if language is not None and len(_words(arguments)) == len(("--lang", language)):
        return _open(None)
    try:
        asked = _parser().parse_args(arguments)
    except SystemExit as stop:  # argparse has said what was wrong, or has shown the help
        return int(stop.code or 0)
    return _carry_out(asked)


def _say_fault(error: Exception) -> int:
    """Say that this program is at fault; the way to the fault goes into the log alone."""
    log: Path | None = None
    with contextlib.suppress(Exception):  # nothing of a broken program may hinder the sentence
        from desktop.support_commands import note_in_data_folder  # noqa: PLC0415 - see above

        log = note_in_data_folder(error)
    sys.stderr.write(f"{fault_sentence(log)}\n")
    return ExitCode.UNFORESEEN


def _carry_out(asked: argparse.Namespace) -> int:
    match asked.command:
        case "rules":
            return _rules(asked)
        case "delegates":
            from desktop import delegate_commands  # noqa: PLC0415 - the help comes without them

            return delegate_commands.import_list(
                asked.conference, asked.list, asked.to, asked.mapping, asked.report
            )
        case "open" | "licences" | "support-report":
            return _shown(asked)
        case "handoff":
            from desktop import handoff_commands  # noqa: PLC0415

            return handoff_commands.carry_out(asked)
        case "province":
            from desktop import province_commands  # noqa: PLC0415

            return province_commands.carry_out(asked)
        case _:
            return _work(asked)


def _rules(asked: argparse.Namespace) -> int:
    from desktop import rule_commands  # noqa: PLC0415 - the help comes without them

    match asked.rules_command:
        case "list":
            return rule_commands.list_packs()
        case "show":
            return rule_commands.show(asked.pack)
        case "check":
            return rule_commands.check_pack(asked.file)
        case _:
            return rule_commands.compare(asked.before, asked.after)


def _shown(asked: argparse.Namespace) -> int:
    if asked.command == "open":
        return _open(asked.file)
    if asked.command == "support-report":
        from desktop import support_commands  # noqa: PLC0415 - see above

        return support_commands.support_report(asked.out, asked.data)
    from desktop.shipped_parts import licence_report  # noqa: PLC0415 - see above

    sys.stdout.write(licence_report())
    return ExitCode.DONE


def _open(file: Path | None) -> int:
    reason = missing_screen()
    if reason is not None:
        sys.stderr.write(f"{no_screen_sentence(reason)}\n")
        return ExitCode.NO_SCREEN
    from desktop.app import run_window  # noqa: PLC0415 - the other commands need no Qt

    return run_window(file=file, language=spoken())


def _work(asked: argparse.Namespace) -> int:
    # the commands drag in the writers of PDF; the help and the rules come without them
    from desktop import commands  # noqa: PLC0415

    match asked.command:
        case "check":
            return commands.check(asked.conference, as_json=asked.json, pack_name=asked.pack)
        case "export":
            return commands.export(asked.conference, asked.folder, asked.only, asked.format)
        case "format-check":
            return commands.format_check(asked.file)
        case "badges":
            return _badges(asked)
        case "demo":
            return commands.demo(asked.folder)
        case _:
            return commands.self_test(asked.report)


def _badges(asked: argparse.Namespace) -> int:
    from desktop import badge_commands  # noqa: PLC0415 - see _work

    placing = badge_commands.placing_of(asked.start, asked.order, asked.flip)
    return badge_commands.badges(
        asked.conference, asked.out, layout=asked.layout, sheet=asked.sheet, placing=placing
    )


def _asked_language(arguments: Sequence[str]) -> Language | None:
    """Look for --lang before anything is said; a wrong value is refused later, in Vietnamese."""
    for option, value in pairwise(_words(arguments)):
        if option == "--lang" and value in _LANGUAGES:
            return Language(value)
    return None


def _words(arguments: Sequence[str]) -> list[str]:
    return [part for word in arguments for part in word.split("=", 1)]


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
        epilog=exit_codes_told(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_language(parser, default=None)
    commands = parser.add_subparsers(
        dest="command", required=True, metavar=tr("COMMAND"), title=tr("commands")
    )

    def command(name: str, meaning: str) -> argparse.ArgumentParser:
        return _add_command(commands, name, meaning)

    check = command("check", tr("hold a conference file against the rules of its plan"))
    check.add_argument(
        "conference", type=Path, metavar=tr("CONFERENCE.json"), help=tr("the conference file")
    )
    check.add_argument("--json", action="store_true", help=tr("give the findings as JSON"))
    check.add_argument(
        "--pack",
        metavar=tr("FILE.toml"),
        help=tr("against this rule pack instead: a file, or the id of one with the program"),
    )

    export = command("export", tr("write the papers of a conference file as PDF and DOCX"))
    export.add_argument(
        "conference", type=Path, metavar=tr("CONFERENCE.json"), help=tr("the conference file")
    )
    export.add_argument("folder", type=Path, metavar=tr("DIR"), help=tr("where the papers go"))
    export.add_argument(
        "--only",
        type=_paper_keys,
        default=(),
        metavar=",".join(KEYS),
        help=tr("only these papers, with commas between"),
    )
    export.add_argument(
        "--format",
        type=_formats,
        default=_formats("pdf"),
        metavar="pdf,docx",
        help=tr("the kinds of file, with commas between: PDF, and DOCX for official papers"),
    )

    form = command("format-check", tr("hold a PDF to the form of Decree 30/2020"))
    form.add_argument("file", type=Path, metavar=tr("FILE.pdf"), help=tr("a paper as PDF"))

    add_badges(command("badges", tr("print the badges of a conference file onto sheets")))

    demo = command("demo", tr("do the main job with the sample conference"))
    demo.add_argument("folder", type=Path, metavar=tr("DIR"), help=tr("where the papers go"))

    _add_delegates(command("delegates", tr("take lists of delegates into a conference file")))
    add_handoff(
        command("handoff", tr("seal conferences, open bundles, give receipts")),
        _add_command,
        _paper_keys,
    )
    add_province(
        command("province", tr("look at what offices hand over, take it in, answer it")),
        _add_command,
    )
    _add_rules(command("rules", tr("list, show, check and compare rule packs")))
    trial = command("self-test", tr("try the installed program in a temporary folder and report"))
    trial.add_argument(
        "--report", type=Path, metavar=tr("FILE"), help=tr("write the report into this file too")
    )
    report = command(
        "support-report",
        tr("write a report for whoever helps: versions, self-test, log; names are replaced"),
    )
    report.add_argument("out", type=Path, metavar=tr("OUT.txt"), help=tr("the file to write"))
    report.add_argument(
        "--data", type=Path, metavar=tr("DIR"), help=tr("the data folder, if it is another one")
    )
    command("licences", tr("list what is inside the program, and every licence"))
    opened = command("open", tr("open the window with a file: a rule pack, a conference file"))
    opened.add_argument("file", type=Path, metavar=tr("FILE"), help=tr("the file to open"))
    return parser


def _add_delegates(delegates: argparse.ArgumentParser) -> None:
    commands = delegates.add_subparsers(
        dest="delegates_command", required=True, metavar=tr("COMMAND"), title=tr("commands")
    )
    bring = _add_command(
        commands,
        "import",
        tr("take the people of a list over: Excel, OpenDocument, Word, CSV"),
    )
    bring.add_argument(
        "conference", type=Path, metavar=tr("CONFERENCE.json"), help=tr("the conference file")
    )
    bring.add_argument("list", type=Path, metavar=tr("FILE"), help=tr("the list as it was sent"))
    bring.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar=tr("OUT.json"),
        help=tr("the conference file to write, with the people in it"),
    )
    bring.add_argument(
        "--mapping",
        type=Path,
        metavar=tr("M.toml"),
        help=tr(
            "how the list is taken over; else it is guessed. Keys: sheet, heading, encoding,"
            " delimiter, group, skip_hidden, same (merge, skip, different); tables: columns,"
            " fixed, convert"
        ),
    )
    bring.add_argument(
        "--report",
        type=Path,
        metavar=tr("R.xlsx"),
        help=tr("write a workbook of what was left out and why, and of what to check"),
    )


def _add_rules(rules: argparse.ArgumentParser) -> None:
    commands = rules.add_subparsers(
        dest="rules_command", required=True, metavar=tr("COMMAND"), title=tr("commands")
    )
    id_or_file = tr("the id of a rule pack with the program, or a file")
    _add_command(commands, "list", tr("list the rule packs that come with the program"))
    show = _add_command(commands, "show", tr("say every rule of a pack with its clause, by level"))
    show.add_argument("pack", metavar=tr("PACK"), help=id_or_file)
    check = _add_command(
        commands, "check", tr("say that a file is a sound rule pack, or where and why it is not")
    )
    check.add_argument("file", type=Path, metavar=tr("FILE.toml"), help=tr("the rule pack"))
    compare = _add_command(commands, "diff", tr("list the rules that differ between two packs"))
    compare.add_argument("before", metavar="A", help=id_or_file)
    compare.add_argument("after", metavar="B", help=id_or_file)


def _add_command(
    commands: Any,  # noqa: ANN401 - argparse has no public name for it
    name: str,
    meaning: str,
) -> argparse.ArgumentParser:
    words = {"help": meaning, "description": meaning}
    added: argparse.ArgumentParser = commands.add_parser(name, allow_abbrev=False, **words)
    _add_language(added, default=argparse.SUPPRESS)
    return added


def _add_language(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--lang",
        choices=_LANGUAGES,
        default=default,
        help=tr("speak Vietnamese (vi, as without it) or English (en)"),
    )


def _paper_keys(words: str) -> tuple[str, ...]:
    keys = _parted(words)
    for key in keys:
        if key not in KEYS:
            raise argparse.ArgumentTypeError(
                tr("there is no paper “{key}”; there are: {keys}", key=key, keys=", ".join(KEYS))
            )
    return keys


def _formats(words: str) -> tuple[Format, ...]:
    known = ", ".join(Format)
    for word in _parted(words):
        if word not in list(Format):
            raise argparse.ArgumentTypeError(
                tr("there is no kind of file “{word}”; there are: {known}", word=word, known=known)
            )
    return tuple(Format(word) for word in _parted(words))


def _parted(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(","))


def _write_utf8() -> None:
    """Vietnamese also where the system's own encoding of text has no letters for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
