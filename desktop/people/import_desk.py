"""A list at hand in a process of its own: read once, worked out anew for every choice.

The window never holds the file. It asks with all that the officer chose, and gets everything that
it shows: the same for the command line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import uuid4

import msgspec
from msgspec import Struct

from db.records import Delegate, ParticipantGroup
from desktop.people.column_memory import ColumnMemory, recalled
from desktop.people.columns import (
    ColumnMapping,
    ColumnUse,
    FixedValue,
    guess,
    guess_below,
    most_likely_sheet,
)
from desktop.people.duplicates import DuplicatePair, duplicates_within, find_duplicates
from desktop.people.headings import Field
from desktop.people.import_list import preview
from desktop.people.import_report import ImportPreview, ImportProblemCode, ImportTarget
from desktop.people.list_file import read_list
from desktop.people.list_sheet import ListFile, ListRemark, ListSheet, TextForm
from desktop.people.mends import Mends
from desktop.people.old_encodings import (
    Certainty,
    EncodingChoice,
    EncodingProposal,
    converted,
    guess_encodings,
)
from desktop.people.participant_groups import match_group
from desktop.people.pasted import read_pasted

Report = Callable[[int, int], None]

_STAGES = 4  # old encodings, columns, people, duplicates


class ListSource(Struct, frozen=True, kw_only=True):
    """A file, or what was copied from one.

    Attributes:
        encoding: of a text file; guessed when empty.
        delimiter: of a text file; guessed when empty.
    """

    path: Path | None = None
    text: str = ""
    html: str = ""
    encoding: str = ""
    delimiter: str = ""

    @property
    def folder(self) -> str:
        """Where a file lies, so written that it tells nothing else."""
        if self.path is None:
            return ""
        return hashlib.sha256(str(self.path.parent).encode()).hexdigest()[:16]


class SheetName(Struct, frozen=True):
    """A sheet to choose."""

    name: str
    is_hidden: bool = False


class OpenedList(Struct, frozen=True, kw_only=True):
    """What is in a file; `likely` is the sheet people will mean."""

    sheets: tuple[SheetName, ...]
    likely: int = 0
    text_form: TextForm | None = None
    remarks: tuple[ListRemark, ...] = ()


class ColumnPick(Struct, frozen=True):
    """A column corrected by hand."""

    column: int
    field: Field | None


class ImportChoices(Struct, frozen=True, kw_only=True):
    """All that the officer chose of a list; what is None is guessed.

    Attributes:
        heading: row numbers.
        picks: in the order they were made.
        encodings: the columns to convert.
        sender: who sent it.
        fixed: what holds for everybody.
        group_id: the group of people whose row names none.
    """

    sheet: int = 0
    heading: tuple[int, ...] | None = None
    picks: tuple[ColumnPick, ...] = ()
    encodings: tuple[EncodingChoice, ...] | None = None
    sender: str = ""
    fixed: tuple[FixedValue, ...] | None = None
    group_id: str | None = None
    skips_hidden: bool = False
    mends: Mends = Mends()


class WorkedList(Struct, frozen=True, kw_only=True):
    """A list as it would be taken over; nothing has been written.

    Attributes:
        examples: the first text under the heading, by column.
        recalled_from: who sent the list whose columns were remembered; None when none was.
        proposals: columns that seem to be in an old encoding.
        encodings: those that were converted.
        pairs: who may be one person, with those in the conference or earlier in the list.
        fixed: what holds for everybody.
    """

    mapping: ColumnMapping
    preview: ImportPreview
    target: ImportTarget
    examples: dict[int, str] = {}
    recalled_from: str | None = None
    proposals: tuple[EncodingProposal, ...] = ()
    encodings: tuple[EncodingChoice, ...] = ()
    pairs: tuple[DuplicatePair, ...] = ()
    hidden_rows: int = 0
    hidden_columns: tuple[int, ...] = ()


def import_desk(
    source: ListSource,
    target: ImportTarget,
    listed: bytes,
    memories: tuple[ColumnMemory, ...] = (),
) -> Callable[[Report, ImportChoices | None], OpenedList | WorkedList]:
    """Make a desk: asked None it reads the list, asked with choices it works it out.

    Args:
        source: the list.
        target: where its people go; its default group is not looked at.
        listed: the people of the conference, packed as MessagePack.
        memories: how lists were taken over before, the newest first.
    """
    people = msgspec.msgpack.decode(listed, type=tuple[Delegate, ...])
    desk = _Desk(source, target, people, memories)
    return desk.answer


class _Desk:
    def __init__(
        self,
        source: ListSource,
        target: ImportTarget,
        listed: Sequence[Delegate],
        memories: Sequence[ColumnMemory],
    ) -> None:
        self._source = source
        self._target = target
        self._listed = listed
        self._memories = memories
        self._file: ListFile | None = None
        self._ids: dict[tuple[int, int], str] = {}
        self._proposals: dict[object, tuple[EncodingProposal, ...]] = {}

    def answer(self, report: Report, choices: ImportChoices | None) -> OpenedList | WorkedList:
        report(0, _STAGES)
        file = self._read()
        return _opened(file) if choices is None else self._worked(report, file, choices)

    def _read(self) -> ListFile:
        source = self._source
        if self._file is None:
            self._file = (
                read_list(source.path, encoding=source.encoding, delimiter=source.delimiter)
                if source.path is not None
                else read_pasted(source.text, source.html)
            )
        return self._file

    def _worked(self, report: Report, file: ListFile, choices: ImportChoices) -> WorkedList:
        as_read = file.sheets[choices.sheet]
        before = _guessed(as_read, choices.heading)
        proposals = self._old_encodings(as_read, before, choices)
        encodings = choices.encodings if choices.encodings is not None else _certain(proposals)
        report(1, _STAGES)
        sheet = converted(as_read, encodings, before) if encodings else as_read
        mapping, remembered = self._mapping(sheet, choices, before)
        group_id = choices.group_id
        if group_id is None:
            group_id = likely_group_id(self._target.groups, self._named(sheet), mapping)
        target = msgspec.structs.replace(
            self._target, default_group_id=group_id, skips_hidden=choices.skips_hidden
        )
        report(2, _STAGES)
        found = preview(sheet, mapping, target, self._id_maker(choices.sheet), choices.mends)
        report(3, _STAGES)
        pairs = (
            *find_duplicates(found.delegates, self._listed),
            *duplicates_within(found.delegates),
        )
        return WorkedList(
            mapping=mapping,
            preview=_without_twins(found),
            target=target,
            examples=_examples(sheet, mapping),
            recalled_from=remembered,
            proposals=proposals,
            encodings=encodings,
            pairs=pairs,
            hidden_rows=len(sheet.hidden_rows),
            hidden_columns=sheet.hidden_columns,
        )

    def _old_encodings(
        self, sheet: ListSheet, mapping: ColumnMapping, choices: ImportChoices
    ) -> tuple[EncodingProposal, ...]:
        place = (choices.sheet, choices.heading)
        if place not in self._proposals:
            self._proposals[place] = guess_encodings(sheet, mapping)
        return self._proposals[place]

    def _mapping(
        self, sheet: ListSheet, choices: ImportChoices, before: ColumnMapping
    ) -> tuple[ColumnMapping, str | None]:
        found = recalled(
            self._memories, sheet, choices.sender, self._source.folder, choices.heading
        )
        mapping = found.mapping if found is not None else _guessed(sheet, choices.heading)
        mapping = _with_headings_as_they_were(mapping, before)
        for pick in choices.picks:
            mapping = mapping.taken_over_as(pick.column, pick.field)
        if choices.fixed is not None:
            mapping = msgspec.structs.replace(mapping, fixed=choices.fixed)
        return mapping, found.memory.sender if found is not None else None

    def _named(self, sheet: ListSheet) -> tuple[str, ...]:
        path = self._source.path
        return (sheet.name, path.stem) if path is not None else (sheet.name,)

    def _id_maker(self, sheet: int) -> Callable[[int], str]:
        """Give the person of a row the same id however often the list is worked out."""

        def make(row: int) -> str:
            return self._ids.setdefault((sheet, row), uuid4().hex)

        return make


def likely_group_id(
    groups: Sequence[ParticipantGroup], names: Sequence[str], mapping: ColumnMapping
) -> str:
    """Guess the group of people whose rows name none: by the name of the sheet, or of the file.

    A list with a column for the group leaves those people in none.
    """
    for text in names:
        group = match_group(text, groups)
        if group is not None:
            return group.id
    names_groups = mapping.columns_of(Field.GROUP) or mapping.columns_of(Field.GROUP_MARK)
    return groups[0].id if groups and not names_groups else ""


def _opened(file: ListFile) -> OpenedList:
    return OpenedList(
        sheets=tuple(SheetName(sheet.name, sheet.is_hidden) for sheet in file.sheets),
        likely=most_likely_sheet(file.sheets),
        text_form=file.text_form,
        remarks=file.remarks,
    )


def _guessed(sheet: ListSheet, heading: tuple[int, ...] | None) -> ColumnMapping:
    return guess(sheet) if heading is None else guess_below(sheet, heading)


def _with_headings_as_they_were(mapping: ColumnMapping, before: ColumnMapping) -> ColumnMapping:
    """Know a heading in Unicode, over a column that is not, as it was before the conversion."""
    known = {use.column: use for use in before.columns}

    def better(use: ColumnUse) -> ColumnUse:
        old = known.get(use.column, use)
        if use.field is not None or old.field is None or old.heading == use.heading:
            return use
        return use if mapping.columns_of(old.field) else old

    return msgspec.structs.replace(mapping, columns=tuple(map(better, mapping.columns)))


def _certain(proposals: Sequence[EncodingProposal]) -> tuple[EncodingChoice, ...]:
    return tuple(each.choice for each in proposals if each.certainty is Certainty.CERTAIN)


def _without_twins(found: ImportPreview) -> ImportPreview:
    """Leave to the pairs what they say of people who stand in the list twice."""
    problems = tuple(each for each in found.problems if each.code is not ImportProblemCode.TWICE)
    return msgspec.structs.replace(found, problems=problems)


def _examples(sheet: ListSheet, mapping: ColumnMapping) -> dict[int, str]:
    last = max(mapping.heading_rows, default=0)
    examples: dict[int, str] = {}
    for row in sheet.rows:
        if row.number > last:
            for cell in row.cells:
                if not cell.is_copy:
                    examples.setdefault(cell.column, cell.text)
        if len(examples) == len(mapping.columns):
            break
    return examples
