"""The commands of the command line: read, check, export, say what came of it."""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from db.errors import StoreError
from db.records import ConferenceFile
from desktop.atomic_file import write_atomically
from desktop.conference_file import read_conference_file
from desktop.console import complain, refuse, say, table
from desktop.demo import SAMPLE_INSTANT, read_sample_list, sample_through_the_store
from desktop.documents import export as papers
from desktop.documents.format_check import check as format_checking
from desktop.documents.papers import Format
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from desktop.exit_code import ExitCode
from desktop.language import tr
from desktop.local_time import start_of_day
from desktop.rule_commands import find_pack
from desktop.rules.check import check_file
from desktop.rules.findings import Finding, Severity
from desktop.rules.load import shipped_packs
from desktop.rules.pack import RulePack
from desktop.rules.packs import pack_of
from desktop.selftest import run_self_test
from desktop.sentences.findings import finding_sentence
from desktop.sentences.format_departures import departure_sentence
from desktop.sentences.papers import problem_sentence
from desktop.sentences.store import store_sentence, write_failure_sentence


def check(path: Path, *, as_json: bool, pack_name: str | None = None) -> int:
    """Say what the rules of its plan, or of the pack named, find in a conference file."""
    try:
        file = read_conference_file(path)
        named = find_pack(pack_name) if pack_name is not None else None
    except InputRefused as refusal:
        return refuse(refusal)
    pack = named or pack_of(file.conference, shipped_packs())
    findings = check_file(file, pack)
    say(_findings_as_json(file, pack, findings) if as_json else _findings_as_text(findings))
    return _verdict(findings)


def export(path: Path, folder: Path, only: tuple[str, ...], formats: tuple[Format, ...]) -> int:
    """Write the papers of a conference file into a folder."""
    try:
        file = read_conference_file(path)
    except InputRefused as refusal:
        return refuse(refusal)
    # of the day alone: two exports of one day are the same byte for byte
    return _write_papers(file, folder, start_of_day(datetime.now(UTC)), only, formats)


def format_check(path: Path) -> int:
    """Say where a PDF departs from the form of official papers."""
    try:
        report = format_checking.check_file(path)
    except InputRefused as refusal:
        return refuse(refusal)
    for departure in report.departures:
        say(departure_sentence(departure))
    if report.departures:
        say(tr("Departures: {count}", count=len(report.departures)))
        return ExitCode.RULES_BROKEN
    if not report.is_official:
        say(
            tr(
                "The decree gives this kind of print no form. Its fonts are embedded, its letters"
                " whole, and nothing stands over anything else."
            )
        )
        return ExitCode.DONE
    say(tr("The paper departs nowhere from Decree 30/2020 as far as a program can see."))
    return ExitCode.DONE


def demo(folder: Path) -> int:
    """Take the sample through a fresh store, check it and write every paper of it.

    The same program gives the same bytes every time: the sample brings its own instant.
    """
    with tempfile.TemporaryDirectory() as temporary:
        try:
            file = sample_through_the_store(Path(temporary))
        except StoreError as error:
            complain(store_sentence(error))
            return ExitCode.STORE_REFUSED
    listed = read_sample_list()
    say(file.conference.title)
    say(
        tr(
            "Read from the list: {count} people. In the reopened store: {stored}.",
            count=len(listed.delegates),
            stored=len(file.delegates),
        )
    )
    findings = check_file(file, pack_of(file.conference, shipped_packs()))
    say(_findings_as_text(findings))
    written = _write_papers(file, folder, SAMPLE_INSTANT)
    return written or _verdict(findings)


def self_test(report: Path | None = None) -> int:
    """Try every part of the program and report, into a file where there is no console to read."""
    lines, is_sound = [], True
    for outcome in run_self_test():
        is_sound = is_sound and not outcome.fault
        lines.append(
            tr("FAULT  {what}: {fault}", what=outcome.what, fault=outcome.fault)
            if outcome.fault
            else tr("ok     {what}", what=outcome.what)
        )
        say(lines[-1])
    lines.append(
        tr("Everything works.") if is_sound else tr("The program is not sound. Reinstall it.")
    )
    say(lines[-1])
    if report is not None:
        try:
            write_atomically(report, "".join(f"{line}\n" for line in lines).encode())
        except OSError as error:
            complain(write_failure_sentence(error, report))
            return ExitCode.NOT_WRITTEN
    return ExitCode.DONE if is_sound else ExitCode.SELF_TEST_FAILED


def _write_papers(
    file: ConferenceFile,
    folder: Path,
    made_at: datetime,
    only: tuple[str, ...] = (),
    formats: tuple[Format, ...] = (Format.PDF,),
) -> int:
    rules = pack_of(file.conference, shipped_packs())
    snapshot = Snapshot(file=file, made_at=made_at, rules=rules)
    try:
        exported = papers.export(lambda _done, _total: None, snapshot, folder, only, formats)
    except OSError as error:
        complain(write_failure_sentence(error, folder))
        return ExitCode.NOT_WRITTEN
    say(_table_of_files(exported))
    names = {delegate.id: delegate.name for delegate in file.delegates}
    for one in exported:
        for problem in one.problems:
            sentence = problem_sentence(problem, names.get(problem.delegate_id, ""))
            complain(f"{one.path.name}: {sentence}")
    return ExitCode.DONE


def _table_of_files(exported: Iterable[papers.ExportedFile]) -> str:
    rows = [(tr("file"), tr("pages"), "KB", "SHA-256")]
    for one in exported:
        digest = hashlib.sha256(one.path.read_bytes()).hexdigest()[:16]
        rows.append((str(one.path), str(one.pages or ""), f"{one.size_bytes / 1000:.1f}", digest))
    return table(rows, numbers=frozenset((1, 2)))


def _findings_as_text(findings: tuple[Finding, ...]) -> str:
    words = {
        Severity.BINDING: tr("binding"),
        Severity.ADVISORY: tr("advice"),
        Severity.UNSAID: tr("for you to decide"),
    }
    if not findings:
        return tr("The check found nothing to mend.")
    marks = [tr("decided") if one.decision_id else words[one.severity] for one in findings]
    lines = [f"[{mark}] {finding_sentence(one)}" for mark, one in zip(marks, findings, strict=True)]
    counts = Counter(marks)
    summary = [f"{word}: {counts[word]}" for word in words.values()]
    if counts[tr("decided")]:
        summary.append(f"{tr('decided')}: {counts[tr('decided')]}")
    return "\n".join([*lines, ", ".join(summary)])


def _findings_as_json(
    file: ConferenceFile, pack: RulePack | None, findings: tuple[Finding, ...]
) -> str:
    told = [{**msgspec.to_builtins(one), "sentence": finding_sentence(one)} for one in findings]
    conference = file.conference
    whole = {
        "conference": conference.title,
        "rule_pack": {"id": conference.rule_pack_id, "version": conference.rule_pack_version},
        "checked_against": {"id": pack.id, "version": pack.version} if pack else None,
        "findings": told,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()


def _verdict(findings: Iterable[Finding]) -> ExitCode:
    is_broken = any(finding.is_binding for finding in findings)
    return ExitCode.RULES_BROKEN if is_broken else ExitCode.DONE
