"""What a check looks at, gathered once."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from db.records import Conference, Delegate, Office, Session, SessionKind
from desktop.rules.counting import Headcount
from desktop.rules.findings import Severity
from desktop.rules.pack import Level, RulePack, UnitException
from desktop.rules.pack_event import Form
from desktop.rules.pack_people import Trait

BETWEEN_NAMES = " + "


class Case(Struct, frozen=True, kw_only=True):
    """A conference beside what the plan says for it; None where there is nothing to hold it to.

    Attributes:
        level: with the exceptions of the unit worked in.
        planned: the targets of the groups, counted.
        listed: the delegates, counted.
        values: for the placeholders in the pack's texts.
    """

    conference: Conference
    delegates: tuple[Delegate, ...]
    pack: RulePack | None
    level: Level | None
    exceptions: tuple[UnitException, ...]
    form: Form | None
    office: Office | None
    planned: Headcount
    listed: Headcount
    values: dict[str, str]

    @property
    def main_sessions(self) -> tuple[Session, ...]:
        """The sessions that the plan's windows and lengths are about."""
        return tuple(
            session for session in self.conference.sessions if session.kind is SessionKind.MAIN
        )

    @property
    def preparatory_sessions(self) -> tuple[Session, ...]:
        """The sessions that prepare."""
        return tuple(
            session
            for session in self.conference.sessions
            if session.kind is SessionKind.PREPARATORY
        )

    @property
    def traits(self) -> tuple[Trait, ...]:
        """The traits that the plan's rules may count."""
        return self.pack.traits if self.pack is not None else ()

    def named(self, names: Iterable[str]) -> str:
        """Write whom a rule counts."""
        return named(names, self.level, self.traits)


def named(names: Iterable[str], level: Level | None, traits: Iterable[Trait]) -> str:
    """Write whom a rule counts: kinds by their key, groups and traits by their name."""
    known = {trait.key: trait.name for trait in traits}
    known |= {group.key: group.name for group in (level.groups if level is not None else ())}
    return BETWEEN_NAMES.join(known.get(name, name) for name in names)


def weight(*, is_binding: bool) -> Severity:
    """Name the severity of a broken rule."""
    return Severity.BINDING if is_binding else Severity.ADVISORY
