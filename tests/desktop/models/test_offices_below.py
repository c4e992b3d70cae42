"""How the offices below stand, read while the windows live where they are many."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread, current_thread

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db.received import VerifiedBundle
from desktop.models import offices_below
from desktop.models.desk_overview import overview
from desktop.models.offices_below import OfficesBelow
from desktop.models.workspace import Workspace
from desktop.rules.installed import to_store
from tests.builders import an_office, ident
from tests.db.bundles import a_bundle
from tests.desktop.handoff.a_province import a_plan
from tests.desktop.handoff.parties import DESK
from tests.hands import delete_now


@pytest.fixture
def offices(workspace: Workspace, qapp: QApplication) -> Iterator[OfficesBelow]:
    """Open the store of a desk."""
    workspace.store.offices.save(an_office(id=DESK))
    workspace.store.rule_packs.install(to_store(a_plan()))
    opened = OfficesBelow(workspace)
    yield opened
    delete_now(opened)


def _bundle(unit: int) -> VerifiedBundle:
    return a_bundle(1, sender_id=ident(unit), subject_id=ident(50 + unit), unit=f"xa-{unit}")


def _looking(monkeypatch: pytest.MonkeyPatch) -> list[Thread]:
    """Note on which threads the offices are put into words."""
    threads = []

    def noted(*arguments: object) -> object:
        threads.append(current_thread())
        return overview(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(offices_below, "overview", noted)
    return threads


def test_many_are_read_on_another_thread_and_once(
    offices: OfficesBelow, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = _looking(monkeypatch)
    monkeypatch.setattr(offices_below, "_AT_ONCE", 1)
    offices.workspace.store.received.take((_bundle(1), _bundle(2)))
    shown = offices.overview()
    assert [line.cells[3] for line in shown.lines[:3]] == ["1", "1", ""]
    assert offices.overview() is shown
    assert threads
    assert current_thread() not in threads
    assert len(threads) == 1


def test_few_are_read_at_once(offices: OfficesBelow, monkeypatch: pytest.MonkeyPatch) -> None:
    threads = _looking(monkeypatch)
    offices.workspace.store.received.take((_bundle(1),))
    offices.overview()
    assert threads == [current_thread()]


def test_what_comes_while_they_are_read_is_shown_too(
    offices: OfficesBelow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offices_below, "_AT_ONCE", 1)
    store = offices.workspace.store
    store.received.take((_bundle(1), _bundle(2)))

    def arrive() -> None:
        store.received.take((_bundle(3),))
        offices.changed.emit()

    QTimer.singleShot(0, arrive)
    shown = offices.overview()
    assert [line.cells[3] for line in shown.lines] == ["1", "1", "1", ""]


def test_the_plan_that_most_bundles_follow_is_worked_by(offices: OfficesBelow) -> None:
    store = offices.workspace.store
    store.received.take((_bundle(1),))
    plan = offices.plan
    assert plan is not None
    assert plan.id == "binh-hoa-2024"
    others = [
        a_bundle(1, sender_id=ident(n), subject_id=ident(60 + n), pack_id="kon-tum-2019")
        for n in (5, 6)
    ]
    store.received.take(others)
    plan = offices.plan
    assert plan is not None
    assert plan.id == "kon-tum-2019"
