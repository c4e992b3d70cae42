"""The register with 10,000 people in the window of a conference: what the officer waits for.

Each time ends when the window has drawn what came of it. The bare peer is a table of the same
size whose texts are made, which Qt's own proxy filters and sorts.

Run: python -m tests.benchmarks.register
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from msgspec.structs import replace
from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from db.records import BirthDate, Delegate, Gender, ParticipantGroup, WizardStep
from desktop.app import dress, open_workspace
from desktop.demo import numbered_ids
from desktop.garbage import start_collecting
from desktop.models.workspace import Workspace
from desktop.widgets.theme import STYLE_ARGUMENTS
from desktop.windows.conference_window import ConferenceWindow
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.register import Register
from tests.benchmarks.bulk import bulk_figures
from tests.builders import ident
from tests.desktop.people.invented_people import addresses, vietnamese_names
from tests.hands import delete_now

PEOPLE = 10_000
GOAL_KEY_MS, GOAL_PAINT_MS = 50.0, 300.0
_POSTS = ("Chủ tịch UBND xã", "Trưởng thôn", "Giáo viên", "Bí thư chi bộ", "Nông dân", "")
_HONOURS = ((), ("Chiến sĩ thi đua cơ sở",), ("Bằng khen của Thủ tướng Chính phủ", "LĐTT"), ())
_TYPED = ("nguyen thi uoc", "ntu", "0042", "thon 5", "truong thon binh")
_ROUNDS = 9


def crowd(
    conference_id: str, groups: tuple[ParticipantGroup, ...], count: int = PEOPLE
) -> list[Delegate]:
    """Make up people of every kind, one in 20 with gaps."""
    names, places = vietnamese_names(count), addresses(count)
    return [
        Delegate(
            id=ident(10**7 + number),
            conference_id=conference_id,
            position=number,
            badge_number=number,
            name=name,
            group_id=groups[number % len(groups)].id if groups and number % 20 else "",
            post=_POSTS[number % len(_POSTS)],
            unit=f"Thôn {1 + number % 300}" if number % 4 else place,
            birth=BirthDate(year=1950 + number % 50, month=1 + number % 12, day=1 + number % 28),
            gender=Gender.FEMALE if number % 3 else Gender.MALE,
            ethnicity="Kinh" if number % 5 else "Ê-đê",
            honours=_HONOURS[number % len(_HONOURS)],
            is_party_member=number % 2 == 0,
            id_number=f"{1 + number % 96:03}{75_000_000 + number:09}",
            phone=f"09{number:08}",
        )
        for number, (name, place) in enumerate(zip(names, places, strict=True), start=1)
    ]


def crowded(workspace: Workspace) -> str:
    """Fill the sample's conference with the crowd; give its id."""
    conference_id = workspace.add_sample()
    groups = workspace.store.conferences.get(conference_id).groups
    delegates = workspace.store.delegates
    delegates.remove([one.id for one in delegates.of(conference_id)])
    delegates.add(crowd(conference_id, groups))
    return conference_id


def milliseconds(act: Callable[[], object]) -> float:
    """Time an act until the window has drawn it."""
    start = perf_counter()
    act()
    QApplication.processEvents()
    return (perf_counter() - start) * 1000


def typing(box: Callable[[str], object], texts: tuple[str, ...] = _TYPED) -> list[float]:
    """Time each key of each text, beginning with none."""
    times = []
    for text in texts:
        box("")
        QApplication.processEvents()
        times += [milliseconds(partial(box, text[:end])) for end in range(1, len(text) + 1)]
    return times


def told(name: str, times: list[float], goal: float = 0) -> str:
    """Write a line about times."""
    aim = f" (goal {goal:.0f} ms)" if goal else ""
    return f"register: {name}: median {median(times):.1f} ms, longest {max(times):.1f} ms{aim}"


def bare_figures() -> Iterator[str]:
    """Measure a plain table with Qt's proxy."""
    model = QStandardItemModel()
    for one in crowd("", ()):
        texts = (str(one.badge_number), one.name, one.post, one.unit, one.id_number, one.phone)
        model.appendRow([QStandardItem(text) for text in texts])
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setFilterKeyColumn(-1)
    table = QTableView()
    table.setModel(proxy)
    table.resize(1300, 500)
    yield told("bare table, first paint", [milliseconds(table.show)])
    yield told("bare table, a key", typing(proxy.setFilterFixedString))
    proxy.setFilterFixedString("")
    yield told("bare table, sorted", [milliseconds(lambda: proxy.sort(1))])
    delete_now(table)


def figures() -> Iterator[str]:
    """Measure the window, a line each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([sys.argv[0], *STYLE_ARGUMENTS])
    if isinstance(application, QApplication):
        dress(application)
    start_collecting()
    yield from bare_figures()
    with tempfile.TemporaryDirectory() as temporary:
        workspace = open_workspace(Path(temporary), lambda: datetime.now(UTC), numbered_ids())
        conference_id = crowded(workspace)
        windows: list[ConferenceWindow] = []

        def open_window() -> None:
            windows.append(ConferenceWindow(workspace, conference_id))
            windows[0].show()

        yield told("conference opened", [milliseconds(open_window)])
        window = windows[0]
        yield told("page opened", [milliseconds(lambda: window.go_to(WizardStep.PARTICIPANTS))])
        section = window.view(WizardStep.PARTICIPANTS).section
        if not isinstance(section, ParticipantsSection):
            raise TypeError(section)
        times = [milliseconds(lambda: section.tabs.setCurrentIndex(1))]
        yield told("first paint of the table", times, GOAL_PAINT_MS)
        yield from acts(section.register)
        group_id = workspace.store.conferences.get(conference_id).groups[0].id
        yield from bulk_figures(section.register, group_id)
        window.close()
        delete_now(windows.pop())
        workspace.store.close()


def acts(register: Register) -> Iterator[str]:
    """Measure what is done in the table, a line each."""
    rows, table = register.rows, register.table
    yield told("a key in the search", typing(register.search_box.setText), GOAL_KEY_MS)
    register.search_box.clear()
    QApplication.processEvents()
    header = table.horizontalHeader()
    up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    for key in ("name", "unit", "birth", "honours"):
        number = rows.column_of(key)
        times = [
            milliseconds(partial(header.setSortIndicator, number, order))
            for order in (up, down) * 3
        ]
        yield told(f"sorted by {key}", times)
    header.setSortIndicator(-1, up)
    QApplication.processEvents()
    for key, text in (("phone", "0900 000"), ("unit", "Thôn")):
        cells = [rows.index(number * 7, rows.column_of(key)) for number in range(_ROUNDS)]
        times = [milliseconds(partial(rows.setData, cell, text)) for cell in cells]
        yield told(f"a cell edited ({key})", times)
    yield told("undo", [milliseconds(register.undo) for _ in range(_ROUNDS)])
    yield told("redo", [milliseconds(register.redo) for _ in range(_ROUNDS)])
    table.selectAll()
    yield told("everybody's unit set", [milliseconds(lambda: everybodys_unit(register))])
    yield told("that undone", [milliseconds(register.undo)])
    yield told("everybody copied", [milliseconds(register.clipboard.copy)])
    QApplication.clipboard().clear()  # the platform without a screen crashes at its end over it
    table.clearSelection()
    QTest.qWait(400)
    bar = table.verticalScrollBar()
    places = range(0, bar.maximum(), bar.maximum() // 20)
    yield told("scrolled", [milliseconds(partial(bar.setValue, place)) for place in places])


def everybodys_unit(register: Register) -> None:
    """Write the same unit for everybody, in one step."""
    people = [replace(one, unit="Thôn Một") for one in register.rows.shown]
    register.edits.save(people)


def main() -> None:
    """Print the figures."""
    for line in figures():
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
