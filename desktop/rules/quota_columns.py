"""The columns of the matrix of places: groups, traits, and what a plan's quotas are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from db.records import Conference, Delegate
from desktop.rules.built_in_traits import built_in_flag, every_trait
from desktop.rules.case import named
from desktop.rules.counting import Headcount, count_delegates
from desktop.rules.effective import level_of
from desktop.rules.pack import RulePack
from desktop.rules.pack_people import PersonFlag, QuotaRule, Trait
from desktop.rules.quotas import places_of
from desktop.rules.unit_names import unit_key


class ColumnKind(StrEnum):
    """Whom a column of the matrix counts."""

    WHOLE = "whole"  # everybody of the unit
    GROUP = "group"
    UNGROUPED = "ungrouped"
    TRAIT = "trait"
    RULE = "rule"  # several groups or traits that one quota of the plan is about


class QuotaColumn(Struct, frozen=True, kw_only=True):
    """A column of the matrix.

    Attributes:
        key: the group's id, the trait's key, or the names the plan's quota counts.
        name: as conference or plan have it; empty for everybody, and for those in no group.
        flag: what a trait is that has no name of its own.
        has_traits: whether it is about traits; such columns overlap each other.
        clause, words: of the plan's quota that stands in the column.
    """

    kind: ColumnKind
    key: str = ""
    name: str = ""
    flag: PersonFlag | None = None
    has_traits: bool = False
    clause: str = ""
    words: str = ""

    @property
    def can_be_given(self) -> bool:
        """Whether the office may give places of its own in it."""
        return self.kind in (ColumnKind.WHOLE, ColumnKind.GROUP, ColumnKind.TRAIT)


class CountedPlaces:
    """The columns, and the people counted in them."""

    def __init__(
        self, conference: Conference, delegates: Sequence[Delegate], pack: RulePack | None
    ) -> None:
        self._pack = pack
        self._level = level_of(conference, pack)
        self._traits = every_trait(pack)
        self._heads: Headcount = count_delegates(conference, delegates, self._traits)
        self._groups = {group.id: group for group in conference.groups}
        self._rules: list[tuple[QuotaRule, int]] = []
        self.columns = self._columns()
        self.used: dict[str, Counter[int]] = {}
        for person, places in self.placed():
            self.used.setdefault(unit_key(person.unit), Counter()).update(places)

    def _columns(self) -> tuple[QuotaColumn, ...]:
        columns = [QuotaColumn(kind=ColumnKind.WHOLE)]
        columns += [
            QuotaColumn(kind=ColumnKind.GROUP, key=group.id, name=group.name)
            for group in self._groups.values()
        ]
        if any(person.group_id not in self._groups for person, _ in self._heads.people):
            columns.append(QuotaColumn(kind=ColumnKind.UNGROUPED))
        columns += [
            _trait_column(trait) for trait in self._traits if trait.key not in self._heads.untold
        ]
        for rule in self._level.quotas if self._level is not None else ():
            if self._heads.can_count(rule.counts):
                self._place_rule(rule, columns)
        return tuple(columns)

    def _place_rule(self, rule: QuotaRule, columns: list[QuotaColumn]) -> None:
        """Find the column a quota of the plan is about, or give it one."""
        wanted = self._column_of(rule)
        for place, column in enumerate(columns):
            if (column.kind, column.key) == (wanted.kind, wanted.key):
                if not column.words:
                    columns[place] = wanted
                break
        else:
            place = len(columns)
            columns.append(wanted)
        self._rules.append((rule, place))

    def _column_of(self, rule: QuotaRule) -> QuotaColumn:
        counts = frozenset(rule.counts)
        traits = {trait.key: trait for trait in self._traits if trait.key in counts}
        fitting = [
            group
            for group in self._groups.values()
            if counts & {group.kind.value, *filter(None, (group.key,))}
        ]
        bare = QuotaColumn(
            kind=ColumnKind.WHOLE, clause=rule.clause, words=rule.words, has_traits=bool(traits)
        )
        if traits.keys() == counts and len(traits) == 1:
            (trait,) = traits.values()
            return replace(_trait_column(trait), clause=rule.clause, words=rule.words)
        if not traits and fitting and len(fitting) == len(self._groups):
            return bare
        if not traits and len(fitting) == 1:
            (group,) = fitting
            return replace(bare, kind=ColumnKind.GROUP, key=group.id, name=group.name)
        name = named(rule.counts, self._level, self._traits)
        return replace(bare, kind=ColumnKind.RULE, key=name, name=name)

    def place_of(self, group_id: str, trait: str) -> int:
        """Find the column of what the office gave; -1 for that of a group or trait that is gone."""
        kind = ColumnKind.GROUP if group_id else ColumnKind.TRAIT if trait else ColumnKind.WHOLE
        return next(
            (
                place
                for place, column in enumerate(self.columns)
                if (column.kind, column.key) == (kind, group_id or trait)
            ),
            -1,
        )

    def planned_places(self) -> dict[tuple[str, int], int]:
        """Give the plan's own numbers by unit and column; units of one name share theirs."""
        places: Counter[tuple[str, int]] = Counter()
        for rule, place in self._rules:
            for unit_id, own in places_of(rule).items():
                places[unit_key(unit_name(unit_id, self._pack)), place] += own
        return dict(places)

    def placed(self) -> Iterator[tuple[Delegate, tuple[int, ...]]]:
        """Give each person with the columns that count them."""
        by_group: dict[str, int] = {}
        by_name: dict[str, int] = {}
        ungrouped = -1
        rules: list[tuple[frozenset[str], int]] = []
        for place, column in enumerate(self.columns):
            if column.kind is ColumnKind.GROUP:
                by_group[column.key] = place
            elif column.kind is ColumnKind.TRAIT:
                by_name[column.key] = place
            elif column.kind is ColumnKind.UNGROUPED:
                ungrouped = place
        for rule, place in self._rules:
            if self.columns[place].kind is ColumnKind.RULE:
                rules.append((frozenset(rule.counts), place))
        for person, names in self._heads.people:
            group = by_group.get(person.group_id, ungrouped)
            traits = (by_name[name] for name in names if name in by_name)
            of_rules = {place for counts, place in rules if counts & names}
            yield person, (0, group, *traits, *of_rules)


def unit_name(unit_id: str, pack: RulePack | None) -> str:
    """Name a unit of the plan."""
    unit = pack.unit(unit_id) if pack is not None else None
    return unit.name if unit is not None else unit_id


def _trait_column(trait: Trait) -> QuotaColumn:
    flag = built_in_flag(trait)
    return QuotaColumn(
        kind=ColumnKind.TRAIT,
        key=trait.key,
        name="" if flag else trait.name,
        flag=flag,
        has_traits=True,
    )
