"""The desk's home with a whole country below it: how long it keeps an officer waiting.

The store holds the heads of what every commune handed over, some of them twice. The bare peer is
Qt alone: a tree of as many items with as many texts, made at once.

Run: python -m tests.benchmarks.desk_home
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QTreeWidget, QTreeWidgetItem

from db.received import VerifiedBundle
from desktop.app import open_workspace
from desktop.models.province import Province
from desktop.rules.installed import to_store
from desktop.windows.province.desk_window import DeskWindow
from tests.benchmarks.consolidation import COMMUNES, country
from tests.benchmarks.pulse import Pulse
from tests.builders import NOON, an_office, ident
from tests.db.bundles import a_bundle

_AFTERWARDS_S = 0.5  # the last offices come a while after the first
_PLAN = "ca-nuoc"


def _bundles() -> Iterator[VerifiedBundle]:
    for commune in range(COMMUNES):
        for number in (1, 2) if commune % 3 == 0 else (1,):
            content = f"{commune} {number}".encode()
            yield a_bundle(
                number,
                content,
                sender_id=ident(commune + 1),
                subject_id=ident(10**6 + commune),
                content_sha512=hashlib.sha512(content).hexdigest(),
                sender_name=f"Ủy ban nhân dân xã Số {commune}",
                pack_id=_PLAN,
                unit=f"commune-{commune}",
                people=(),
            )


def figures() -> Iterator[str]:
    """Measure each act, a line each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    pulse = Pulse()

    def told(name: str, act: Callable[[], object]) -> str:
        return pulse.told(f"desk's home: {name}", act, _AFTERWARDS_S)

    with tempfile.TemporaryDirectory() as folder:
        workspace = open_workspace(Path(folder), lambda: NOON, lambda: uuid.uuid4().hex)
        store = workspace.store
        store.offices.save(an_office(id=ident(5_000_000)))
        store.rule_packs.install(to_store(replace(country(COMMUNES), id=_PLAN, version=1)))
        store.received.take(_bundles())
        province = Province(workspace)
        windows: list[DeskWindow] = []

        def open_home() -> None:
            windows.append(DeskWindow(province))
            windows[0].show()

        yield told(f"opened over {COMMUNES:,} communes", open_home)
        (window,) = windows
        bundle = next(one for one in store.received.current() if one.number == 1)
        yield told("everything looked at anew", province.changed.emit)
        yield told("one returned", lambda: province.return_with(bundle, "Thiếu biên bản."))
        yield told("it is accepted", lambda: province.accept(bundle))
        yield told("another plan chosen", lambda: province.choose_plan("kon-tum-2019"))
        yield told("and this one again", lambda: province.choose_plan(_PLAN))
        yield told("the missing alone", lambda: window.tree.filter_by("missing"))
        yield told("some by name", lambda: window.tree.filter_by("", "số 33"))
        yield told("all again", lambda: window.tree.filter_by("", ""))
        yield told("a tree of Qt alone, made at once", lambda: _bare(window.tree))
        window.close()
        store.close()
    application.processEvents()


def _bare(like: QTreeWidget) -> None:
    tree = QTreeWidget()
    tree.setColumnCount(like.columnCount())
    texts = [f"Xã Số {number}" for number in range(like.columnCount())]
    tree.addTopLevelItems([QTreeWidgetItem(texts) for _ in range(COMMUNES)])
    tree.show()


def main() -> None:
    """Print the figures, a line each, as they come."""
    for line in figures():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
