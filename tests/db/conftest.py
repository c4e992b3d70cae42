"""A store in a temporary folder, a clock that ticks, ids that count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from db.store import Store
from tests.builders import KEYS, NOON, a_conference, an_office, ident

Opener = Callable[[], Store]


class Clock:
    """Time that moves a minute at each look, or as a test says."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office" / "hoinghi.db"


@pytest.fixture
def open_store(path: Path, clock: Clock) -> Iterator[Opener]:
    """Open the store as often as asked; close what a test leaves open."""
    numbers = count(900_000)
    opened: list[Store] = []

    def opener() -> Store:
        store = Store.open(path, clock=clock, new_id=lambda: ident(next(numbers)), keys=KEYS)
        opened.append(store)
        return store

    yield opener
    for store in opened:
        store._connection.sqlite.close()


@pytest.fixture
def store(open_store: Opener) -> Store:
    """An open store without content."""
    return open_store()


@pytest.fixture
def planned(store: Store) -> Store:
    """An open store with the office and one conference."""
    store.offices.save(an_office())
    store.conferences.add(a_conference())
    return store
