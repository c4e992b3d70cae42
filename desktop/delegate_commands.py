"""The command `delegates import`: a list into a conference file, without a window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from db.records import ConferenceFile
from desktop.atomic_file import write_atomically
from desktop.conference_file import read_conference_file, write_conference_file
from desktop.console import complain, refuse, say
from desktop.errors import InputRefused
from desktop.exit_code import ExitCode
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.list_mapping import ListMapping, MappingRefusal, read_list_mapping
from desktop.local_time import VIETNAM
from desktop.models.import_plan import ImportPlan, plan_of, target_of
from desktop.people.columns import ColumnMapping
from desktop.people.headings import Field
from desktop.people.import_desk import (
    ColumnPick,
    ImportChoices,
    ListSource,
    OpenedList,
    WorkedList,
    import_desk,
)
from desktop.people.list_file import READ_MEMORY_MB, READ_TIMEOUT_S
from desktop.people.list_sheet import a1
from desktop.people.names import compact_key
from desktop.people.old_encodings import EncodingChoice
from desktop.people.participant_groups import match_group
from desktop.people.resolution import Decision, Decisions, Verdict, key_of, proposed
from desktop.people.text_workbook import text_workbook
from desktop.sentences.import_book import import_tables
from desktop.sentences.imports import import_problem_sentence, left_out_sentence
from desktop.sentences.jobs import job_sentence
from desktop.sentences.list_fields import list_field_name
from desktop.sentences.list_remarks import list_remark_sentence
from desktop.sentences.store import write_failure_sentence
from desktop.standing_jobs import StandingJob

_MOST_SAID = 40


def import_list(
    conference: Path, list_path: Path, to: Path, mapping: Path | None, report: Path | None
) -> int:
    """Read a list, take its people over as the mapping says, and write a new conference file."""
    try:
        file = read_conference_file(conference)
        wanted = read_list_mapping(mapping) if mapping is not None else ListMapping()
        opened, worked = _read(file, list_path, wanted)
    except InputRefused as refusal:
        return refuse(refusal)
    except JobFailed as failure:
        complain(f"{list_path.name}: {job_sentence(failure)}")
        return ExitCode.NOT_UNDERSTOOD
    plan = plan_of(worked, file.delegates, _decisions(worked, wanted))
    if not plan.names_people:
        complain(
            tr(
                "{file}: no column holds the names of people. Nothing was written. Name the column"
                " in a mapping file.",
                file=list_path.name,
            )
        )
        return ExitCode.NOT_UNDERSTOOD
    path = to
    try:
        write_conference_file(to, msgspec.structs.replace(file, delegates=plan.after()))
        if report is not None:
            path = report
            tables = import_tables(worked, plan.resolution, file.delegates)
            write_atomically(report, text_workbook(tables))
    except OSError as error:
        complain(write_failure_sentence(error, path))
        return ExitCode.NOT_WRITTEN
    for remark in opened.remarks:
        say(list_remark_sentence(remark))
    _say_plan(plan, worked.mapping)
    say(tr("Written: {file}", file=str(to)))
    return ExitCode.RULES_BROKEN if _is_to_check(plan) else ExitCode.DONE


def _read(file: ConferenceFile, path: Path, wanted: ListMapping) -> tuple[OpenedList, WorkedList]:
    """Read a stranger's file as the window does: in a process of its own, with its caps."""
    days = [one.day for one in file.conference.sessions if one.day is not None]
    target = target_of(file.conference, file.delegates, min(days).year if days else _this_year())
    source = ListSource(path=path, encoding=wanted.encoding, delimiter=wanted.delimiter)
    listed = msgspec.msgpack.encode(file.delegates)
    desk = StandingJob(import_desk, source, target, listed, memory_mb=READ_MEMORY_MB)
    desk.start()
    try:
        desk.ask(None, READ_TIMEOUT_S)
        opened: OpenedList = desk.wait()
        choices = _choices(file, opened, wanted, path)
        desk.ask(choices, READ_TIMEOUT_S)
        worked: WorkedList = desk.wait()
        picks = _picks(worked.mapping, wanted, path)
        if picks:
            desk.ask(msgspec.structs.replace(choices, picks=picks), READ_TIMEOUT_S)
            worked = desk.wait()
        return opened, worked
    finally:
        desk.cancel()


def _this_year() -> int:
    return datetime.now(UTC).astimezone(VIETNAM).year


def _choices(
    file: ConferenceFile, opened: OpenedList, wanted: ListMapping, path: Path
) -> ImportChoices:
    group_id = None
    if wanted.group:
        group = match_group(wanted.group, file.conference.groups)
        if group is None:
            raise InputRefused(MappingRefusal.NO_SUCH_GROUP, path, text=wanted.group)
        group_id = group.id
    return ImportChoices(
        sheet=_sheet(opened, wanted, path),
        heading=wanted.heading or None,
        encodings=None
        if wanted.convert is None
        else tuple(
            EncodingChoice(_column(letters, path), encoding)
            for letters, encoding in wanted.convert.items()
        ),
        fixed=wanted.fixed_values(),
        group_id=group_id,
        skips_hidden=wanted.skip_hidden,
    )


def _sheet(opened: OpenedList, wanted: ListMapping, path: Path) -> int:
    if wanted.sheet == "":
        return opened.likely
    for number, sheet in enumerate(opened.sheets):
        if wanted.sheet in (number + 1, sheet.name):
            return number
    raise InputRefused(MappingRefusal.NO_SUCH_SHEET, path, text=str(wanted.sheet))


def _picks(mapping: ColumnMapping, wanted: ListMapping, path: Path) -> tuple[ColumnPick, ...]:
    by_heading = {compact_key(use.heading): use.column for use in mapping.columns if use.heading}
    return tuple(
        ColumnPick(
            by_heading.get(compact_key(name)) or _column(name, path),
            None if field == "none" else Field(field),
        )
        for name, field in wanted.columns.items()
    )


def _column(letters: str, path: Path) -> int:
    """Number a column named as Excel does."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    if not 0 < number <= 16_384 or a1(1, number) != f"{letters.upper()}1":
        raise InputRefused(MappingRefusal.NO_SUCH_COLUMN, path, text=letters)
    return number


def _decisions(worked: WorkedList, wanted: ListMapping) -> Decisions:
    return {
        key_of(pair): Decision(wanted.same)
        for pair in worked.pairs
        if proposed(pair).verdict is not Verdict.DIFFERENT
    }


def _say_plan(plan: ImportPlan, mapping: ColumnMapping) -> None:
    found = plan.resolution
    for use in mapping.columns:
        name = list_field_name(use.field) if use.field is not None else tr("– not taken over –")
        say(f"{a1(1, use.column).rstrip('1'):>3}  {use.heading or '–'}: {name}")
    _say_some([import_problem_sentence(each) for each in plan.preview.problems])
    _say_some([left_out_sentence(each) for each in plan.preview.left_out])
    say(
        tr(
            "Added: {added}. Merged: {merged}. Rows of people known already: {twins}. Rows left"
            " out: {left_out}. Cells to check: {problems}. Perhaps twice: {near}.",
            added=len(found.added),
            merged=len(found.merged),
            twins=len(found.twins),
            left_out=len(plan.preview.left_out),
            problems=len(plan.preview.problems),
            near=len(plan.undecided),
        )
    )


def _say_some(sentences: Sequence[str]) -> None:
    for sentence in sentences[:_MOST_SAID]:
        say(sentence)
    if len(sentences) > _MOST_SAID:
        say(tr("… and {count} more, which the report lists", count=len(sentences) - _MOST_SAID))


def _is_to_check(plan: ImportPlan) -> bool:
    not_taken = any(not each.is_taken for each in plan.preview.problems)
    return not_taken or bool(plan.undecided)
