"""The commands `province …`: sticks looked at, taken in and answered, without a window."""

from __future__ import annotations

import argparse
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from db.errors import StoreError
from db.known_keys import KeyOrigin
from db.store import Store
from desktop.console import complain, refuse, say, table
from desktop.errors import InputRefused
from desktop.exit_code import ExitCode
from desktop.handoff.answering import (
    ReplyState,
    WrittenReply,
    ask_for_fields,
    code_of,
    offices_to_answer,
    write_replies,
    write_rules_for_all,
)
from desktop.handoff.field_choice import PHOTO_FIELD
from desktop.handoff.intake import Intake, IntakeRow, IntakeState
from desktop.handoff.key_files import read_card_file
from desktop.handoff.key_ring import UnlockedKeys, believe, needs_passphrase, own_card, unlock_own
from desktop.handoff.keys import WrongPassphrase
from desktop.handoff.update_content import Update, read_news
from desktop.handoff.update_writing import copy_installers, write_description
from desktop.handoff_commands import read_passphrase
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.local_time import local_day
from desktop.paths import STORE_NAME
from desktop.people.list_keys import NameKeys
from desktop.rules.installed import installed_packs
from desktop.sentences.hand_over import wrong_passphrase_sentence
from desktop.sentences.intake import (
    intake_happens,
    intake_outcome,
    intake_state_name,
    intake_summary,
    scan_warning,
    taken_summary,
)
from desktop.sentences.jobs import job_sentence
from desktop.sentences.store import store_sentence, write_failure_sentence
from desktop.sentences.updates import update_written_sentence

# what people have to look at
_DOUBTFUL = frozenset((IntakeState.UNKNOWN_SENDER, IntakeState.FORK, IntakeState.BROKEN))


class _NoKeysError(Exception):
    """The store belongs to no desk yet: it has no office, or no keys."""


def carry_out(asked: argparse.Namespace) -> int:
    """Carry out one of the commands."""
    try:
        if asked.province_command == "report":
            with _store(asked) as store:
                return _report(store, asked)
        with _opened(asked) as (store, keys):
            work = {"reply": _reply, "update": _update}.get(asked.province_command, _look)
            return work(store, keys, asked)
    except InputRefused as refusal:
        return refuse(refusal)
    except WrongPassphrase:
        complain(wrong_passphrase_sentence())
    except JobFailed as failure:
        complain(job_sentence(failure))
    except StoreError as error:
        complain(store_sentence(error))
        return ExitCode.STORE_REFUSED
    except _NoKeysError:
        complain(tr("This office has no keys yet. Make them in the window first."))
    except OSError as error:
        complain(
            tr(
                "“{folder}” cannot be read: {reason}. Nothing was changed. Plug the stick in"
                " again.",
                folder=str(asked.folder),
                reason=error.strerror or type(error).__name__,
            )
        )
    return ExitCode.NOT_UNDERSTOOD


def _report(store: Store, asked: argparse.Namespace) -> int:
    from desktop import province_report  # noqa: PLC0415 - it drags in the writers of papers

    try:
        return province_report.report(store, asked)
    except OSError as error:
        complain(write_failure_sentence(error, Path(error.filename or asked.out)))
        return ExitCode.NOT_WRITTEN


def _update(store: Store, keys: UnlockedKeys, asked: argparse.Namespace) -> int:
    if not asked.folder.is_dir():
        raise NotADirectoryError(20, "Not a directory")
    news = read_news(asked.news)
    try:
        version, installers = copy_installers(
            lambda _done, _total: None, [str(one) for one in asked.files], str(asked.folder)
        )
        update = Update(version=version, news=news, installers=installers)
        today = local_day(datetime.now(UTC))
        written = write_description(store, keys, asked.folder, update, today)
    except OSError as error:
        complain(write_failure_sentence(error, Path(error.filename or asked.folder)))
        return ExitCode.NOT_WRITTEN
    for one in written.installers:
        say(tr("Written: {file}", file=asked.folder / one.file))
    say(tr("Written: {file}", file=written.path))
    say(update_written_sentence(written))
    return ExitCode.DONE


def _store(asked: argparse.Namespace) -> Store:
    return Store.open(
        (asked.data or _data_folder()) / STORE_NAME,
        clock=lambda: datetime.now(UTC),
        new_id=lambda: uuid.uuid4().hex,
        keys=NameKeys(),
    )


@contextmanager
def _opened(asked: argparse.Namespace) -> Iterator[tuple[Store, UnlockedKeys]]:
    with _store(asked) as store:
        if own_card(store) is None:
            raise _NoKeysError
        passphrase = read_passphrase(asked) if needs_passphrase(store) else ""
        yield store, unlock_own(store, passphrase)


def _data_folder() -> Path:
    from desktop.app import data_folder  # noqa: PLC0415 - it drags in all of Qt

    return data_folder()


def _look(store: Store, keys: UnlockedKeys, asked: argparse.Namespace) -> int:
    takes = asked.province_command == "import"
    if takes:
        _believe(store, asked.known)
    intake = Intake(store, keys, takes=takes)
    intake.read_folder(str(asked.folder))
    while not intake.is_over:
        intake.wait()
    rows = intake.rows
    if rows:
        names = {row.path: _name(row, asked.folder) for row in rows}
        cells = [_cells(store, row, keys, takes=takes) for row in rows]
        say(table([(names[row.path], *one) for row, one in zip(rows, cells, strict=True)]))
        for row in rows:
            _say_more(row, names[row.path], takes=takes)
    taken = sum(row.bundle_id is not None for row in rows)
    say(taken_summary(rows, len(rows) - taken) if takes else intake_summary(rows))
    warning = scan_warning(intake.scan)
    if warning:
        complain(warning)
    is_doubtful = any(row.state in _DOUBTFUL for row in rows)
    return ExitCode.RULES_BROKEN if is_doubtful or warning else ExitCode.DONE


def _believe(store: Store, paths: Sequence[Path]) -> None:
    files = [read_card_file(path) for path in paths]
    with store.atomic():
        for file in files:
            believe(store, file.card, KeyOrigin.COMPARED, file.revoked)


def _cells(store: Store, row: IntakeRow, keys: UnlockedKeys, *, takes: bool) -> Sequence[str]:
    told = row.told
    if told is None:
        facts = ["", "", ""]
    else:
        people = tr("{count} people", count=told.people)
        facts = [told.sender.name, tr("number {number}", number=told.number), people]
    code = ""
    if row.bundle_id is not None:
        code = code_of(store.received.get(row.bundle_id), keys.sender.id)
    return [intake_state_name(row.state), *facts, *([code] if takes else [])]


def _name(row: IntakeRow, folder: Path) -> str:
    """Name a file by its way from the stick: many offices call theirs the same."""
    path = Path(row.path)
    return str(path.relative_to(folder) if path.is_relative_to(folder) else path)


def _say_more(row: IntakeRow, name: str, *, takes: bool) -> None:
    if row.is_good and row.state not in _DOUBTFUL:
        return
    complain(f"{name}: {intake_outcome(row) if takes else intake_happens(row)}")
    if row.state is IntakeState.UNKNOWN_SENDER and row.told is not None:
        fingerprint = row.told.sender.fingerprint()
        complain(tr("Fingerprint: {fingerprint}", fingerprint=fingerprint))


def _reply(store: Store, keys: UnlockedKeys, asked: argparse.Namespace) -> int:
    if not asked.folder.is_dir():
        raise NotADirectoryError(20, "Not a directory")
    today = local_day(datetime.now(UTC))
    written = list(_written(store, keys, asked, today=today))
    names = {one.office_id: one.name for one in store.reporting_offices.all()}
    for one in written:
        name = names.get(one.office_id, one.office_id) if one.office_id else tr("for all")
        _say_written(one, name)
    if not written:
        say(tr("There is nothing to send down yet. Nothing was written."))
    failed = {one.state for one in written} - {ReplyState.WRITTEN}
    if ReplyState.NOT_WRITTEN in failed:
        return ExitCode.NOT_WRITTEN
    return ExitCode.RULES_BROKEN if failed else ExitCode.DONE


def _written(
    store: Store, keys: UnlockedKeys, asked: argparse.Namespace, today: date
) -> Iterator[WrittenReply]:
    valid_until = asked.valid_until
    if asked.fields:
        ask_for_fields(store, (one for one in asked.fields if one != PHOTO_FIELD))
    if asked.rules or asked.fields:
        packs = installed_packs((), store.rule_packs.all())
        yield write_rules_for_all(store, keys, asked.folder, packs, today, valid_until)
    offices = offices_to_answer(store)
    yield from write_replies(store, keys, asked.folder, offices, today, valid_until)


def _say_written(one: WrittenReply, name: str) -> None:
    match one.state:
        case ReplyState.WRITTEN:
            file = Path(one.path).name
            say(
                tr("{name}: number {number}, {file}", name=name, number=one.number, file=file)
                if one.is_new
                else tr(
                    "{name}: number {number} again, {file}",
                    name=name,
                    number=one.number,
                    file=file,
                )
            )
        case ReplyState.NO_KEYS:
            complain(
                tr(
                    "{name}: nothing was written, because no keys of this office are known here."
                    " Take its key file over first.",
                    name=name,
                )
            )
        case _:
            complain(
                tr(
                    "{name}: the stick did not take it ({detail}). Use another one; the number"
                    " stays the same.",
                    name=name,
                    detail=one.detail,
                )
            )
