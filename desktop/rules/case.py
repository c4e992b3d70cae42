"""What a check looks at, gathered once."""

from __future__ import annotations

from msgspec import Struct

from db.records import Conference, Delegate, Office, Session, SessionKind
from desktop.rules.findings import Severity
from desktop.rules.pack import Form, Level


class Case(Struct, frozen=True, kw_only=True):
    """A conference beside what the plan says for it; None where there is nothing to hold it to."""

    conference: Conference
    delegates: tuple[Delegate, ...]
    level: Level | None
    form: Form | None
    office: Office | None
    values: dict[str, str]  # for the placeholders in the pack's texts

    @property
    def main_sessions(self) -> tuple[Session, ...]:
        """The sessions that the plan's windows and lengths are about."""
        return tuple(
            session for session in self.conference.sessions if session.kind is SessionKind.MAIN
        )


def weight(*, is_binding: bool) -> Severity:
    """Name the severity of a broken rule."""
    return Severity.BINDING if is_binding else Severity.ADVISORY
