"""The words lists are written with: column headings, totals, marks, participant groups."""

from __future__ import annotations

from functools import cache

import msgspec

from desktop.paths import resource


class ListWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Vocabulary of the lists that offices send, as people write it.

    Attributes:
        headings: for each field, the headings it goes under; `ignored` are known headings
            of columns that are never taken over.
        yes: marks and words that say yes; `no` says no.
        totals: words a line of totals begins with.
        after_the_list: words that begin the lines under a list (place and date, signatures).
        groups: for each kind of participant group, the words that mean it.
        units: words that the name of a unit begins with.
        holders: second words that make such a beginning the name of a post: Hội viên.
    """

    headings: dict[str, tuple[str, ...]]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    male: tuple[str, ...]
    female: tuple[str, ...]
    totals: tuple[str, ...]
    after_the_list: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]
    units: tuple[str, ...]
    holders: tuple[str, ...]


@cache
def list_words() -> ListWords:
    """Read the vocabulary that ships with the program."""
    text = resource("people", "list-words.toml").read_bytes()
    return msgspec.toml.decode(text, type=ListWords)
