"""A real store in a temporary folder, and a draft on it, for everything above the store."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from db.records import Delegate
from db.store import Store
from desktop.models.draft import Draft
from desktop.models.workspace import Workspace
from desktop.rules.load import shipped_packs
from desktop.rules.pack import RulePack
from desktop.widgets import theme
from tests.builders import KEYS, NOON, a_conference, an_office, ident

OpenDraft = Callable[..., Draft]


@pytest.fixture(autouse=True)
def no_job_outlives_its_test() -> Iterator[None]:
    """A window that is closed leaves the stopping of its jobs to threads."""
    yield
    for thread in threading.enumerate():
        if thread.name.endswith("of a job"):
            thread.join()


@pytest.fixture
def new_id() -> Callable[[], str]:
    """Ids in order, far from those of the builders."""
    numbers = iter(range(10**6, 2 * 10**6))
    return lambda: ident(next(numbers))


@pytest.fixture(scope="session")
def packs() -> tuple[RulePack, ...]:
    return shipped_packs()


@pytest.fixture
def store(tmp_path: Path, new_id: Callable[[], str]) -> Iterator[Store]:
    opened = Store.open(tmp_path / "hoinghi.db", clock=lambda: NOON, new_id=new_id, keys=KEYS)
    yield opened
    opened.close()


@pytest.fixture
def open_draft(
    store: Store, packs: tuple[RulePack, ...], new_id: Callable[[], str], qapp: Any
) -> OpenDraft:
    """Store a conference under the first shipped pack, with these fields, and open it."""

    def open_it(*delegates: Delegate, **fields: Any) -> Draft:
        level = packs[0].levels[0]
        rules = {
            "rule_pack_id": packs[0].id,
            "rule_pack_version": packs[0].version,
            "level_id": level.id,
            "form_id": level.forms[0].id,
        }
        conference = a_conference(**(rules | fields))
        store.offices.save(an_office())
        store.conferences.add(conference)
        if delegates:
            store.delegates.add(delegates)
        return Draft(store, conference.id, packs, new_id)

    return open_it


@pytest.fixture
def workspace(
    store: Store, packs: tuple[RulePack, ...], new_id: Callable[[], str], qapp: Any
) -> Workspace:
    return Workspace(store, lambda: packs, lambda: NOON, new_id)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """Dress the application of the tests, and undress it again."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    theme.apply(qapp)
    yield
    theme.wear(theme.Look.SYSTEM, 100)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)
