"""What became of every row of a list: a delegate, or left out and why; and every doubt."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from db.records import Count, Delegate, Id, ParticipantGroup
from desktop.people.columns import ColumnUse


class ImportProblemCode(StrEnum):
    """What is odd about one cell."""

    # the value could not be taken; the field is empty
    NAME_MISSING = "name_missing"
    CELL_ERROR = "cell_error"  # #N/A, #REF!
    NOT_COMPUTED = "not_computed"  # a formula without a value
    BIRTH_NOT_READ = "birth_not_read"
    GENDER_NOT_READ = "gender_not_read"
    GENDER_CONTRADICTED = "gender_contradicted"  # both Nam and Nữ
    MARK_NOT_READ = "mark_not_read"  # neither a yes nor a no
    GROUP_UNKNOWN = "group_unknown"
    BADGE_NOT_READ = "badge_not_read"
    BADGE_TAKEN = "badge_taken"  # someone else has the number; another one was given
    # the value was taken, but may be wrong
    BIRTH_ONLY_YEAR = "birth_only_year"
    BIRTH_SHORT_YEAR = "birth_short_year"
    BIRTH_SERIAL = "birth_serial"
    BIRTH_UNLIKELY_AGE = "birth_unlikely_age"
    NAME_ODD = "name_odd"  # digits in it, or too long for a name
    OLD_ENCODING = "old_encoding"  # it was not converted
    CONVERSION_DOUBTFUL = "conversion_doubtful"  # it was, or was left, and may be wrong
    ETHNICITY_UNKNOWN = "ethnicity_unknown"
    ZERO_RESTORED = "zero_restored"  # a number had lost its zeros in front
    DIGITS_LOST = "digits_lost"  # 1.23E+11
    ID_NUMBER_ODD = "id_number_odd"  # neither 12 digits nor 9
    PHONE_ODD = "phone_odd"
    TWICE = "twice"  # the same person, or the same card number, as in another row
    HIDDEN_ROW = "hidden_row"  # taken over although Excel hides it


_NOT_TAKEN = frozenset(
    {
        ImportProblemCode.NAME_MISSING,
        ImportProblemCode.CELL_ERROR,
        ImportProblemCode.NOT_COMPUTED,
        ImportProblemCode.BIRTH_NOT_READ,
        ImportProblemCode.GENDER_NOT_READ,
        ImportProblemCode.GENDER_CONTRADICTED,
        ImportProblemCode.MARK_NOT_READ,
        ImportProblemCode.GROUP_UNKNOWN,
        ImportProblemCode.BADGE_NOT_READ,
        ImportProblemCode.BADGE_TAKEN,
        ImportProblemCode.DIGITS_LOST,
    }
)


class ImportProblem(Struct, frozen=True, kw_only=True):
    """Something odd about one cell.

    Attributes:
        cell: its place as Excel names it: C12; empty for a value fixed for the whole list.
        value: what stood in it.
        key: the attribute of the delegate that it is about; empty where that is none.
        delegate_id: the delegate of its row.
        other_cell: the cell it clashes with, for TWICE and BADGE_TAKEN.
    """

    cell: str
    row: int
    column: int
    code: ImportProblemCode
    value: str
    key: str = ""
    delegate_id: str = ""
    other_cell: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether the value was taken over in spite of the doubt."""
        return self.code not in _NOT_TAKEN


class LeftOutReason(StrEnum):
    """Why a row gave no delegate."""

    ABOVE_THE_HEADING = "above_the_heading"
    COLUMN_NUMBERS = "column_numbers"  # (1) (2) (3) under the heading
    REPEATED_HEADING = "repeated_heading"
    SECTION = "section"  # I. Khách mời
    TOTAL = "total"
    AFTER_THE_LIST = "after_the_list"  # place and date, signatures
    CONTINUES_ROW_ABOVE = "continues_row_above"  # the name is merged over both rows
    NO_NAME = "no_name"
    HIDDEN = "hidden"
    BY_HAND = "by_hand"


class LeftOutRow(Struct, frozen=True):
    """A row that gave no delegate, with what it holds."""

    row: int
    reason: LeftOutReason
    text: str


class ImportTarget(Struct, frozen=True, kw_only=True):
    """Where the people of a list go.

    Attributes:
        this_year: the year ages are counted in.
        start_position: position of the first of them.
        start_badge: the first badge number to give to those who bring none.
        taken_badges: badge numbers of those who are in the conference already.
        default_group_id: the group of those whose row names none.
        skips_hidden: leave rows out that Excel hides; else they are taken over and named.
    """

    conference_id: Id
    groups: tuple[ParticipantGroup, ...] = ()
    this_year: int
    start_position: Count = 1
    start_badge: Count = 1
    taken_badges: frozenset[int] = frozenset()
    default_group_id: str = ""
    skips_hidden: bool = False


class ImportPreview(Struct, frozen=True, kw_only=True):
    """A list as it would be taken over; nothing has been written.

    Attributes:
        delegates: in the order of the list.
        rows: the row number of each of them.
        problems: in the order of their cells.
        left_out: every other row that holds anything, except the heading.
        unused_columns: columns with values in them that are not taken over.
    """

    delegates: tuple[Delegate, ...] = ()
    rows: tuple[int, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    left_out: tuple[LeftOutRow, ...] = ()
    unused_columns: tuple[ColumnUse, ...] = ()
