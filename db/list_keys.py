"""What is derived from each person and kept beside them: how they are put in order and found."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from db.records import Delegate, ToneOrder


class ListKeys(Protocol):
    """Derives the keys; handed to the store, because it knows nothing of names.

    Attributes:
        version: of both functions; a store that was written with another one is put right when
            it is opened.
    """

    @property
    def version(self) -> str:
        """Name the version."""

    def sort_key(self, person: Delegate, tone_order: ToneOrder) -> bytes:
        """Give the key that puts people in the order of their names, compared as bytes."""

    def search_text(self, person: Delegate) -> str:
        """Give the text in which a person is searched for."""


class KeptKeys(Struct, frozen=True, gc=False):
    """The keys of one person, as they are stored."""

    sort_key: bytes
    search_text: str
