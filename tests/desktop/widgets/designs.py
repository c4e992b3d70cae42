"""A design being changed, for the widgets that change it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from db.store import Store
from desktop.documents.badges.load import shipped_layout
from desktop.models.badge_draft import BadgeDraft, OpenDesign
from tests.hands import delete_now


@pytest.fixture
def design(store: Store, new_id: Callable[[], str], qapp: object) -> Iterator[BadgeDraft]:
    opened = BadgeDraft(store, OpenDesign(layout=shipped_layout()), new_id)
    yield opened
    delete_now(opened)


def part(design: BadgeDraft, **fields: object) -> int:
    """Find the first part with these values."""
    return next(
        index
        for index, each in enumerate(design.elements)
        if all(getattr(each, name, None) == value for name, value in fields.items())
    )
