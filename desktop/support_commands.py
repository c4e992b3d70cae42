"""The report for support without a window, and the log of what a command could not foresee."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop.atomic_file import write_atomically
from desktop.console import complain, say
from desktop.event_log import EVENTS, LOG_LINES, LOG_NAME, log_tail
from desktop.exit_code import ExitCode
from desktop.language import spoken, tr
from desktop.masking import Masker
from desktop.paths import data_beside
from desktop.selftest import run_self_test
from desktop.sentences.store import write_failure_sentence
from desktop.support_facts import (
    known_of_file,
    machine,
    secrets_of_computer,
    shipped_pack_names,
)
from desktop.support_report import ReportFacts, report_bytes, report_text, secrets


def support_report(out: Path, data: Path | None) -> int:
    """Test the program and write the report into a file."""
    folder = data or data_folder()
    EVENTS.keep_in(folder)
    tried = tuple((one.what, one.fault) for one in run_self_test())
    EVENTS.note("self-test", len(tried), sum(bool(fault) for _, fault in tried))
    known = known_of_file(folder)
    facts = ReportFacts(
        made_at=datetime.now(UTC),
        machine=machine(folder, spoken(), shipped_pack_names()),
        store=known.facts if known else None,
        self_test=tried,
        log=log_tail(folder, LOG_LINES),
    )
    masker = Masker(secrets(known.texts if known else (), secrets_of_computer()))
    try:
        write_atomically(out, report_bytes(report_text(facts, masker)))
    except OSError as error:
        complain(write_failure_sentence(error, out))
        return ExitCode.NOT_WRITTEN
    say(tr("The report is saved: {file}", file=out.name))
    say(tr("Read it before you hand it over: it is plain text."))
    return ExitCode.DONE


def note_in_data_folder(error: Exception) -> Path | None:
    """Note a fault in the log; the file comes back where there is a data folder."""
    folder = data_folder()
    EVENTS.keep_in(folder)
    EVENTS.note_fault(error, "command")
    path = folder / LOG_NAME
    return path if path.is_file() else None


def data_folder() -> Path:
    """Name the folder of the live store, or of the data that travels with the program."""
    from desktop.app import data_folder as folder_of_account  # noqa: PLC0415 - drags in all of Qt

    return data_beside() or folder_of_account()
