"""What windows are shown with: the sample of an office, and a desk that received from communes."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from db.records import BirthDate, Candidate, ChoiceOutcome
from desktop.app import open_workspace
from desktop.handoff.consolidation.consolidate import Consolidation
from desktop.handoff.key_ring import UnlockedKeys
from desktop.handoff.parcels import Parcel
from desktop.models.draft import Draft
from desktop.models.pack_shelf import PackShelf
from desktop.models.province import Province
from desktop.models.workspace import Workspace
from desktop.rules.installed import to_store
from desktop.rules.pack import RulePack
from tests.builders import NOON, a_conference, an_office, ident
from tests.desktop.handoff.a_province import a_plan
from tests.desktop.handoff.parties import DESK
from tests.desktop.rules.every_shape import every_shape
from tests.desktop.windows.province.receiving import a_stick, desk_keys, sealed

_PATIENCE_S = 60.0
_SETTLE_MS, _ROUNDS = 10, 3
_CHOSEN = (
    Candidate(id=ident(901), name="Nguyễn Văn 1", outcome=ChoiceOutcome.OFFICIAL),
    Candidate(id=ident(902), name="Nguyễn Văn 2", outcome=ChoiceOutcome.ALTERNATE),
)

Shown = Iterator[tuple[str, QWidget]]
Show = Callable[["Stage"], Shown]


class Stage:
    """Opens stores as they are needed, and closes what was shown."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._workspaces: list[Workspace] = []
        self._shown: list[QWidget] = []
        self.consolidation: Consolidation | None = None
        self.parcels: Sequence[Parcel] = ()

    def workspace(self, name: str) -> Workspace:
        """Open a store of its own."""
        opened = open_workspace(self.folder / name, lambda: NOON, lambda: uuid.uuid4().hex)
        self._workspaces.append(opened)
        return opened

    @cached_property
    def office(self) -> Workspace:
        """The store of an office with the sample."""
        opened = self.workspace("office")
        self.sample = opened.add_sample()
        return opened

    @cached_property
    def draft(self) -> Draft:
        """The sample, opened."""
        return self.office.open_draft(self.sample)

    @cached_property
    def newest(self) -> RulePack:
        """A plan with everything that a plan can have, on the shelf."""
        pack = every_shape()
        self.shelf.install(pack)
        return pack

    @cached_property
    def shelf(self) -> PackShelf:
        """The plans of the office."""
        return PackShelf(self.office)

    @cached_property
    def keys(self) -> UnlockedKeys:
        """The keys of the desk, which knows those of two communes."""
        return desk_keys(self.province, 1, 2)

    @cached_property
    def province(self) -> Province:
        """The store of a desk, nothing received yet."""
        workspace = self.workspace("desk")
        workspace.store.offices.save(an_office(id=DESK, name="Sở Nội vụ tỉnh Đắk Lắk"))
        workspace.store.rule_packs.install(to_store(a_plan()))
        workspace.is_desk = True
        opened = Province(workspace)
        opened.choose_plan("binh-hoa-2024")
        congress = a_conference(
            id=ident(400), office_id=DESK, is_planned=True, rule_pack_id="", unit_id=""
        )
        workspace.store.conferences.add(congress)
        return opened

    @cached_property
    def stick(self) -> Path:
        """A stick with what three communes hand over: two known ones, a stranger, damage."""
        doubled = {"birth": BirthDate(year=1980, month=2, day=3), "proposed_award": "Bằng khen"}
        _ = self.keys
        bundles = (
            sealed(self.province, 1, first=doubled, candidates=_CHOSEN),
            sealed(self.province, 2, first=doubled),
            sealed(self.province, 3),
        )
        return a_stick(self.folder / "usb", *bundles, bundles[0][:-40])

    def show(self, window: QWidget) -> QWidget:
        """Show a window until the next one is asked for."""
        self._shown.append(window)
        window.show()
        window.activateWindow()
        settle()
        return window

    def strike(self) -> None:
        """Close what was shown."""
        for window in reversed(self._shown):
            window.close()
            window.deleteLater()
        self._shown.clear()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def end(self) -> None:
        """Close the stores."""
        self.strike()
        for workspace in self._workspaces:
            workspace.store.close()


def settle() -> None:
    """Let layouts and scroll bars come to rest; each may ask the next for another."""
    for _ in range(_ROUNDS):
        QTest.qWait(_SETTLE_MS)


def wait_until(what: Callable[[], object]) -> None:
    """Wait for processes that read, draw or write."""
    end = time.monotonic() + _PATIENCE_S
    while not what():
        if time.monotonic() > end:
            raise TimeoutError(what)
        QTest.qWait(10)


def each_tab(name: str, window: QWidget) -> Shown:
    """Show a window with each tab of it in turn."""
    yield name, window
    for number, tabs in enumerate(window.findChildren(QTabWidget)):
        if tabs.window() is not window or not tabs.isVisibleTo(window):
            continue
        before = tabs.currentIndex()
        for place in range(tabs.count()):
            if place != before and tabs.isTabVisible(place) and tabs.isTabEnabled(place):
                tabs.setCurrentIndex(place)
                settle()
                yield f"{name}, tab {number}.{place}", window
        tabs.setCurrentIndex(before)
