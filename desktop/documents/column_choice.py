"""The columns of a paper's table: those the officer chose, in that order, or the usual ones."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from desktop.documents.paper_settings import chosen_settings
from desktop.documents.snapshot import Snapshot

C = TypeVar("C", bound=StrEnum)


def chosen_columns(
    snapshot: Snapshot, paper: str, known: type[C], usual: Sequence[C]
) -> tuple[C, ...]:
    """Give the columns chosen for a paper of this key; names it does not know are passed over."""
    chosen = chosen_settings(snapshot.file.conference, paper).columns
    names = {one.value: one for one in known}
    columns = tuple(dict.fromkeys(names[name] for name in chosen if name in names))
    return columns or tuple(usual)
