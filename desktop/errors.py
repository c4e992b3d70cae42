"""Failures, sorted by who can mend them: facts only, sentences are made in desktop.sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


class HoinghiError(Exception):
    """Anything this program raises on purpose."""


class InputRefused(HoinghiError):  # noqa: N818 - a refusal, named as one
    """A file handed to the program cannot be used; nothing was changed.

    Attributes:
        path: the file, where there is one.
        reason: a stable code; its sentence is in desktop.sentences.
        facts: what the sentence needs: place, key, limit, value.
    """

    def __init__(self, reason: str, path: Path | None = None, **facts: str | int) -> None:
        super().__init__(reason, str(path) if path else "", facts)
        self.reason = reason
        self.path = path
        self.facts = facts

    def of_file(self, path: Path) -> InputRefused:
        """Say the same of a named file."""
        return InputRefused(self.reason, path, **self.facts)

    def __reduce__(self) -> tuple[Callable[..., InputRefused], tuple[object, ...]]:
        """Let a refusal travel from the process of a long job as it is."""
        return _refused_again, (self.reason, self.path, self.facts)


def _refused_again(reason: str, path: Path | None, facts: dict[str, str | int]) -> InputRefused:
    return InputRefused(reason, path, **facts)


class Cancelled(HoinghiError):  # noqa: N818
    """The officer stopped a long job; the old file, or none, is in place."""
