"""What an officer may choose for each paper: its issue, its columns, and what only it knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from desktop.documents import (
    addressed,
    arranged_list,
    assignment_table,
    award_list,
    decision_paper,
    delegate_list,
    exemplar_lists,
    guest_list,
    invitations,
    mailing,
    make_up_report,
    minutes,
    name_cards,
    people_table,
    report_outline,
    result_report_frame,
    running_script,
    script_columns,
    seating_plan,
    sign_in,
    speech_list,
)
from desktop.documents.arrangement import ARRANGEMENT, Arrangement
from desktop.documents.blocks import Column
from desktop.documents.people_table import PersonColumn

C = TypeVar("C", bound=StrEnum)


class ChoiceKind(StrEnum):
    """How a choice is made."""

    TEXT = "text"
    DAY = "day"
    ONE_OF = "one-of"


class ColumnOption(Struct, frozen=True):
    """A column that a paper may have; its heading is the paper's own text."""

    key: str
    heading: str


class ChoiceOption(Struct, frozen=True, kw_only=True):
    """Something that only this paper knows.

    Attributes:
        values: to choose from; the first is the usual one.
    """

    name: str
    kind: ChoiceKind = ChoiceKind.TEXT
    values: tuple[str, ...] = ()


class PaperOptions(Struct, frozen=True, kw_only=True):
    """Everything to choose for one paper.

    Attributes:
        abbreviation: of a paper with a number, a day and a signer of its own; else empty.
        usual: keys of the columns it has unless others are chosen.
    """

    abbreviation: str = ""
    columns: tuple[ColumnOption, ...] = ()
    usual: tuple[str, ...] = ()
    choices: tuple[ChoiceOption, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to choose."""
        return self == PaperOptions()


def paper_options(key: str) -> PaperOptions:
    """Tell what can be chosen for a paper; nothing for those that the conference decides."""
    return _OPTIONS.get(key, PaperOptions())


def _columns(columns: Mapping[C, Column]) -> tuple[ColumnOption, ...]:
    return tuple(
        ColumnOption(key.value, _heading(column.group, column.heading))
        for key, column in columns.items()
    )


def _heading(group: str, heading: str) -> str:
    return f"{group}: {heading}" if group else heading


def _of_table(
    columns: Mapping[C, Column],
    usual: Sequence[C],
    *choices: ChoiceOption,
    abbreviation: str = "",
) -> PaperOptions:
    return PaperOptions(
        abbreviation=abbreviation,
        columns=_columns(columns),
        usual=tuple(one.value for one in usual),
        choices=choices,
    )


def _of_people(usual: Sequence[PersonColumn], *choices: ChoiceOption) -> PaperOptions:
    return _of_table(people_table.COLUMNS, usual, *choices)


def _one_of(name: str, *values: str) -> ChoiceOption:
    return ChoiceOption(name=name, kind=ChoiceKind.ONE_OF, values=values)


def _arranged(usual: Arrangement) -> ChoiceOption:
    others = [one for one in Arrangement if one is not usual]
    return _one_of(ARRANGEMENT, usual, *others)


_OPTIONS: Mapping[str, PaperOptions] = {
    decision_paper.KEY: _of_table(
        decision_paper.COLUMNS,
        decision_paper.USUAL_COLUMNS,
        ChoiceOption(name=decision_paper.PROPOSER),
        abbreviation=decision_paper.ABBREVIATION,
    ),
    invitations.KEY: PaperOptions(
        abbreviation=invitations.ABBREVIATION,
        choices=(
            _one_of(addressed.AUDIENCE, *addressed.Audience),
            _one_of(addressed.ADDRESS, *addressed.Address),
            ChoiceOption(name=invitations.DRESS),
            ChoiceOption(name=invitations.REPLY_BY, kind=ChoiceKind.DAY),
            ChoiceOption(name=invitations.PHONE),
            ChoiceOption(name=invitations.NOTE),
        ),
    ),
    mailing.ENVELOPES: PaperOptions(choices=(_one_of(mailing.SIZE, *mailing.ENVELOPE_SIZES),)),
    mailing.LABELS: PaperOptions(choices=(_one_of(mailing.SIZE, *mailing.LABEL_SHEETS),)),
    minutes.KEY: _of_table(
        minutes.COLUMNS, minutes.USUAL_COLUMNS, abbreviation=minutes.ABBREVIATION
    ),
    make_up_report.KEY: PaperOptions(abbreviation=make_up_report.ABBREVIATION),
    report_outline.KEY: PaperOptions(abbreviation=report_outline.ABBREVIATION),
    result_report_frame.KEY: PaperOptions(abbreviation=result_report_frame.ABBREVIATION),
    award_list.KEY: _of_table(award_list.COLUMNS, award_list.USUAL_COLUMNS),
    speech_list.KEY: _of_table(speech_list.COLUMNS, speech_list.USUAL_COLUMNS),
    assignment_table.KEY: _of_table(assignment_table.COLUMNS, assignment_table.USUAL_COLUMNS),
    script_columns.SCRIPT: _of_table(running_script.COLUMNS, script_columns.USUAL_COLUMNS),
    delegate_list.KEY: _of_table(delegate_list.COLUMNS, delegate_list.USUAL_COLUMNS),
    arranged_list.BY_UNIT: _of_people(arranged_list.COLUMNS),
    arranged_list.BY_RANK: _of_people(arranged_list.COLUMNS),
    exemplar_lists.EXEMPLARS: _of_people(
        exemplar_lists.EXEMPLAR_COLUMNS, _arranged(Arrangement.UNIT)
    ),
    exemplar_lists.COLLECTIVES: _of_people(
        exemplar_lists.COLLECTIVE_COLUMNS, _arranged(Arrangement.RANK)
    ),
    guest_list.GUESTS: _of_people(guest_list.COLUMNS),
    sign_in.ATTENDANCE: _of_people(
        sign_in.sheet_columns(sign_in.ATTENDANCE), _arranged(Arrangement.GROUP)
    ),
    sign_in.PAPERS: _of_people(sign_in.sheet_columns(sign_in.PAPERS), _arranged(Arrangement.GROUP)),
    sign_in.MONEY: _of_people(sign_in.sheet_columns(sign_in.MONEY), _arranged(Arrangement.GROUP)),
    seating_plan.SEAT_LIST: _of_people(seating_plan.LIST_COLUMNS, _arranged(Arrangement.UNIT)),
    name_cards.NAME_CARDS: PaperOptions(
        choices=(_one_of(name_cards.WHO, "guests", name_cards.EVERYBODY),)
    ),
}
