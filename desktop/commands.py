"""The commands of the command line: read, check, export, say what came of it."""

from __future__ import annotations

import hashlib
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from db.errors import StoreError
from db.records import ConferenceFile
from desktop.conference_file import read_conference_file
from desktop.demo import SAMPLE_INSTANT, read_sample_list, sample_through_the_store
from desktop.documents import export as papers
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from desktop.exit_code import ExitCode
from desktop.language import tr
from desktop.rules.check import check_file
from desktop.rules.findings import Finding, Severity
from desktop.rules.load import shipped_packs
from desktop.rules.packs import pack_of
from desktop.selftest import run_self_test
from desktop.sentences.findings import finding_sentence
from desktop.sentences.papers import problem_sentence
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.store import store_sentence, write_failure_sentence


def check(path: Path, *, as_json: bool) -> int:
    """Say what the rules of its plan find in a conference file."""
    try:
        file = read_conference_file(path)
    except InputRefused as refusal:
        return _refuse(refusal)
    findings = check_file(file, pack_of(file.conference, shipped_packs()))
    _print(_findings_as_json(file, findings) if as_json else _findings_as_text(findings))
    return _verdict(findings)


def export(path: Path, folder: Path, only: tuple[str, ...]) -> int:
    """Write the papers of a conference file into a folder."""
    try:
        file = read_conference_file(path)
    except InputRefused as refusal:
        return _refuse(refusal)
    return _write_papers(file, folder, datetime.now(UTC), only)


def demo(folder: Path) -> int:
    """Take the sample through a fresh store, check it and write every paper of it.

    The same program gives the same bytes every time: the sample brings its own instant.
    """
    with tempfile.TemporaryDirectory() as temporary:
        try:
            file = sample_through_the_store(Path(temporary))
        except StoreError as error:
            _complain(store_sentence(error))
            return ExitCode.STORE_REFUSED
    listed = read_sample_list()
    _print(file.conference.title)
    _print(
        tr(
            "Read from the list: {count} people. In the reopened store: {stored}.",
            count=len(listed.delegates),
            stored=len(file.delegates),
        )
    )
    findings = check_file(file, pack_of(file.conference, shipped_packs()))
    _print(_findings_as_text(findings))
    written = _write_papers(file, folder, SAMPLE_INSTANT, ())
    return written or _verdict(findings)


def self_test() -> int:
    """Try every part of the program and report."""
    is_sound = True
    for outcome in run_self_test():
        is_sound = is_sound and not outcome.fault
        _print(
            tr("FAULT  {what}: {fault}", what=outcome.what, fault=outcome.fault)
            if outcome.fault
            else tr("ok     {what}", what=outcome.what)
        )
    _print(tr("Everything works.") if is_sound else tr("The program is not sound. Reinstall it."))
    return ExitCode.DONE if is_sound else ExitCode.SELF_TEST_FAILED


def _write_papers(
    file: ConferenceFile, folder: Path, made_at: datetime, only: tuple[str, ...]
) -> int:
    rules = pack_of(file.conference, shipped_packs())
    snapshot = Snapshot(file=file, made_at=made_at, rules=rules)
    try:
        exported = papers.export(lambda _done, _total: None, snapshot, folder, only)
    except OSError as error:
        _complain(write_failure_sentence(error, folder))
        return ExitCode.NOT_WRITTEN
    _print(_table_of_files(exported))
    names = {delegate.id: delegate.name for delegate in file.delegates}
    for one in exported:
        for problem in one.problems:
            sentence = problem_sentence(problem, names.get(problem.delegate_id, ""))
            _complain(f"{one.path.name}: {sentence}")
    return ExitCode.DONE


def _table_of_files(exported: Iterable[papers.ExportedFile]) -> str:
    rows = [(tr("file"), tr("pages"), "KB", "SHA-256")]
    for one in exported:
        digest = hashlib.sha256(one.path.read_bytes()).hexdigest()[:16]
        rows.append((str(one.path), str(one.pages), f"{one.size_bytes / 1000:.1f}", digest))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(
        f"{path:{widths[0]}}  {pages:>{widths[1]}}  {size:>{widths[2]}}  {digest}"
        for path, pages, size, digest in rows
    )


def _findings_as_text(findings: tuple[Finding, ...]) -> str:
    words = {
        Severity.BINDING: tr("binding"),
        Severity.ADVISORY: tr("advice"),
        Severity.UNSAID: tr("for you to decide"),
    }
    if not findings:
        return tr("The check found nothing to mend.")
    lines = [f"[{words[one.severity]}] {finding_sentence(one)}" for one in findings]
    counts = Counter(one.severity for one in findings)
    summary = ", ".join(f"{words[severity]}: {counts[severity]}" for severity in Severity)
    return "\n".join([*lines, summary])


def _findings_as_json(file: ConferenceFile, findings: tuple[Finding, ...]) -> str:
    told = [{**msgspec.to_builtins(one), "sentence": finding_sentence(one)} for one in findings]
    conference = file.conference
    whole = {
        "conference": conference.title,
        "rule_pack": {"id": conference.rule_pack_id, "version": conference.rule_pack_version},
        "findings": told,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()


def _verdict(findings: Iterable[Finding]) -> ExitCode:
    is_broken = any(finding.is_binding for finding in findings)
    return ExitCode.RULES_BROKEN if is_broken else ExitCode.DONE


def _refuse(refusal: InputRefused) -> ExitCode:
    _complain(refusal_sentence(refusal))
    return ExitCode.NOT_UNDERSTOOD


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _complain(text: str) -> None:
    sys.stderr.write(f"{text}\n")
