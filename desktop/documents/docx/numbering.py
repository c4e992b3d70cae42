"""Numbers that Word counts by itself: parts, clauses, dashes.

Blocks bring their numbers as text. What Word would count to the same is left to Word; where it
would not, a list of its own starts at the number wanted. Points stay typed: Word's letters go
a, b, c, d, e, and the decree's a, b, c, d, đ, e (Mục II.6 Phần I).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement
from msgspec import Struct
from msgspec.structs import replace

from desktop.documents.blocks import Role, Run
from desktop.documents.decree30 import STYLES
from desktop.documents.docx.ooxml import twips, w
from desktop.rules.texts import roman

_ROMAN = {roman(number): number for number in range(1, 100)}


class Level(Struct, frozen=True, kw_only=True):
    """How a role is counted.

    Attributes:
        list_number: which list of levels it belongs to.
        text: with %1 for the count of the first level, %2 of the second.
    """

    list_number: int
    depth: int
    form: str
    text: str
    prefix: re.Pattern[str]


LEVELS = {
    Role.SECTION: Level(
        list_number=1, depth=0, form="upperRoman", text="%1.", prefix=re.compile(r"([IVXLC]+)\. ")
    ),
    Role.CLAUSE: Level(
        list_number=1, depth=1, form="decimal", text="%2.", prefix=re.compile(r"(\d+)\. ")
    ),
    Role.ARTICLE: Level(
        list_number=3,
        depth=0,
        form="decimal",
        text="Điều %1.",
        prefix=re.compile(r"Điều (\d+)\. "),
    ),
    Role.DASH: Level(list_number=2, depth=0, form="bullet", text="-", prefix=re.compile(r"(-) ")),
}
_LISTS = sorted({level.list_number for level in LEVELS.values()})


def style_numbering(role: Role) -> BaseOxmlElement:
    """Make what a style says of its list."""
    return _numbering(LEVELS[role].list_number, LEVELS[role].depth)


def _numbering(number: int, depth: int) -> BaseOxmlElement:
    return w("numPr", w("ilvl", val=depth), w("numId", val=number))


class Counted(Struct, frozen=True):
    """The runs left when Word counts, and what the paragraph says of its list beside its style."""

    runs: tuple[Run, ...]
    numbering: BaseOxmlElement | None


class Lists:
    """Counts along with Word through one paper, and keeps the lists that had to be started."""

    def __init__(self) -> None:
        self._added: list[BaseOxmlElement] = []
        self._number = dict.fromkeys(_LISTS, 0)  # of the list in use; 0 is the style's own
        self._counts: dict[tuple[int, int], int] = {}
        self._starts: dict[tuple[int, int], int] = {}

    def count(self, role: Role, runs: Sequence[Run]) -> Counted:
        """Take a number off the runs of a paragraph and have Word count it."""
        level = LEVELS.get(role)
        if level is None:
            return Counted(tuple(runs), None)
        whole = "".join(run.text for run in runs)
        found = level.prefix.match(whole)
        value = _value(found[1], level) if found else None
        if found is None or value is None:
            return Counted(tuple(runs), _numbering(0, 0))
        rest = _without(runs, found.end())
        if level.form != "bullet":
            self._reach(level, value)
        used = self._number[level.list_number]
        return Counted(rest, _numbering(used, level.depth) if used else None)

    def elements(self) -> list[BaseOxmlElement]:
        """Give the lists: first their levels, then each list in use."""
        return [
            *(_levels(number) for number in _LISTS),
            *(w("num", w("abstractNumId", val=number), numId=number) for number in _LISTS),
            *self._added,
        ]

    def _reach(self, level: Level, value: int) -> None:
        place = (level.list_number, level.depth)
        start = self._starts.get(place, 1)
        if value != self._counts.get(place, start - 1) + 1:
            self._start(level, value)
        self._counts[place] = value
        for deeper in [one for one in self._counts if one[0] == place[0] and one[1] > place[1]]:
            del self._counts[deeper]

    def _start(self, level: Level, value: int) -> None:
        """Start another list whose levels go on where they stand, this one from a value."""
        number = len(_LISTS) + len(self._added) + 1
        self._number[level.list_number] = number
        overrides: list[BaseOxmlElement] = []
        for other in LEVELS.values():
            if other.list_number == level.list_number:
                place = (other.list_number, other.depth)
                start = 1 if other.depth > level.depth else self._counts.get(place, 0) + 1
                self._starts[place] = value if other is level else start
                start_override = w("startOverride", val=self._starts[place])
                overrides.append(w("lvlOverride", start_override, ilvl=other.depth))
        self._added.append(
            w("num", w("abstractNumId", val=level.list_number), *overrides, numId=number)
        )


def _value(text: str, level: Level) -> int | None:
    if level.form == "bullet":
        return 1
    return _ROMAN.get(text) if level.form == "upperRoman" else int(text)


def _without(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    rest: list[Run] = []
    for run in runs:
        kept = run.text[length:]
        length = max(length - len(run.text), 0)
        if kept:
            rest.append(replace(run, text=kept))
    return tuple(rest)


def _levels(list_number: int) -> BaseOxmlElement:
    members = [(role, one) for role, one in LEVELS.items() if one.list_number == list_number]
    kind = "singleLevel" if len(members) == 1 else "multilevel"
    return w(
        "abstractNum",
        w("multiLevelType", val=kind),
        *(_level(role, one) for role, one in members),
        abstractNumId=list_number,
    )


def _level(role: Role, level: Level) -> BaseOxmlElement:
    indent = w("ind", left=0, firstLine=twips(STYLES[role].indent_pt))
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=level.form),
        w("pStyle", val=role.value),
        w("suff", val="space"),
        w("lvlText", val=level.text),
        w("lvlJc", val="left"),
        w("pPr", indent),
        ilvl=level.depth,
    )
