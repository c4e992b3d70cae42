"""Two lists of the same commune, with people in both: in, put right, undone, and done again."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db.records import Delegate, WizardStep
from desktop.app import Program, open_workspace
from desktop.people.person_order import in_order
from desktop.people.resolution import Verdict
from desktop.rules.make_up import listed
from desktop.rules.pack_people import ShareRule
from desktop.wizard.import_dialog import ImportDialog
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.register import Register
from tests.builders import NOON
from tests.desktop.lists import write_list
from tests.hands import press, type_text
from tests.journeys.officer import click, wait_until

pytestmark = pytest.mark.journey

_HEADING = ("STT", "Họ và tên", "Năm sinh", "Đơn vị", "Số CCCD", "Điện thoại")
_FIRST = (
    (1, "Nguyễn Thị Ước", 1980, "Thôn 1", "066080000001", None),
    (2, "Y Wang Niê", 1975, "Thôn 2", "066075000002", None),
    (3, "Trần Văn Đường", 1969, "Thôn 3", None, None),
    (4, "H'Hen Niê", 1991, "Thôn 2", None, None),
    (5, "Lê Quốc Trưởng", "không rõ", "Thôn 1", None, None),
    (6, "Phạm Thị Hạnh", 1985, "Thôn 4", None, None),
)
_SECOND = (
    (1, "Nguyễn Thị Ước", 1980, "Thôn Đông", "066080000001", "0912345671"),  # the same card
    (2, "TRẦN VĂN ĐƯỜNG", 1969, "Thôn 3", None, "0912345672"),  # the same name, year and unit
    (3, "H'Hem Niê", 1991, "Thôn 2", None, None),  # near: a slip of the hand
    (4, "Phạm Thị Hằng", 1985, "Thôn 4", None, None),  # near, but her sister
    (5, "Đỗ Văn Sáu", 1970, "Thôn 5", None, None),
    (6, "Võ Thị Bảy", 1972, "Thôn 5", None, None),
    (7, "Ngô Văn Tám", 1974, "Thôn 5", None, None),
)


class Desk:
    """The program on one data folder, over as many starts as it takes."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self._folder = folder
        self._qtbot = qtbot
        self.conference_id = ""
        self.program: Program
        self.start()

    def start(self) -> None:
        workspace = open_workspace(self._folder, lambda: NOON, lambda: uuid.uuid4().hex)
        if not self.conference_id:
            sample = workspace.add_sample()
            self.conference_id = workspace.copy_conference(
                sample, "Hội nghị hai danh sách", None, with_delegates=False
            )
        self.program = Program(workspace)
        self._qtbot.addWidget(self.program.home)
        self.program.start()
        self.program.open_conference(self.conference_id)
        window: Any = self.program.wizard or self.program.window
        window.go_to(WizardStep.PARTICIPANTS)
        section = window.view(WizardStep.PARTICIPANTS).section
        assert isinstance(section, ParticipantsSection)
        self.section = section
        section.tabs.setCurrentIndex(1)
        QTest.qWait(0)

    def end(self) -> None:
        self.program.end()
        self.program.workspace.store.close()

    @property
    def register(self) -> Register:
        return self.section.register

    def stored(self) -> tuple[Delegate, ...]:
        return self.program.workspace.store.delegates.of(self.conference_id)

    def shown(self) -> list[tuple[str, ...]]:
        """Read the register as it stands on screen."""
        rows = self.register.rows
        keys = ("name", "birth", "unit", "phone", "group_id")
        return [
            tuple(str(rows.index(row, rows.column_of(key)).data() or "") for key in keys)
            for row in range(rows.rowCount())
        ]

    def expect_the_store_to_hold_what_is_shown(self) -> None:
        store = self.program.workspace.store
        conference = store.conferences.get(self.conference_id)
        office = store.offices.by_id(conference.office_id)
        groups = {group.id: group.name for group in conference.groups}
        people = in_order(self.stored(), conference.list_order, office.tone_order)
        held = [
            (
                one.name,
                str(one.birth.year) if one.birth else "",
                one.unit,
                one.phone,
                groups[one.group_id],
            )
            for one in people
        ]
        assert self.shown() == held

    def bring(self, path: Path, look: Callable[[ImportDialog], None]) -> None:
        """Import a list through its dialog, which runs its own event loop."""

        def act() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, ImportDialog):
                QTimer.singleShot(5, act)
                return
            dialog.choose = lambda _: path
            click(dialog.first_pick_button)
            wait_until(dialog.import_button.isEnabled)
            look(dialog)
            click(dialog.import_button)

        QTimer.singleShot(0, act)
        click(self.register.import_button)


def _mend_the_birth(dialog: ImportDialog) -> None:
    table, rows = dialog.preview.problems_table, dialog.preview.problems
    dialog.preview.tabs.setCurrentIndex(1)
    cell = rows.index(0, 2)
    assert cell.data() == "✖ không rõ"
    table.setCurrentIndex(cell)
    press(table, Qt.Key.Key_F2)
    editor = table.findChildren(QLineEdit)[-1]
    editor.selectAll()
    type_text(editor, "1966")
    press(editor, Qt.Key.Key_Return)
    wait_until(lambda: dialog.session.plan is not None and not dialog.session.plan.preview.problems)


def _decide_the_pairs(dialog: ImportDialog) -> None:
    pairs = dialog.preview.duplicates
    dialog.preview.tabs.setCurrentWidget(pairs)
    names = [str(pairs.pairs.index(row, 0).data()).splitlines()[0] for row in range(4)]
    verdicts = {"H'Hem Niê": Verdict.SKIP, "Phạm Thị Hằng": Verdict.DIFFERENT}
    for name, verdict in verdicts.items():
        pairs.table.selectRow(names.index(name))
        press(pairs.verdicts[verdict], Qt.Key.Key_Space)
    assert dialog.message.text() == ""
    plan = dialog.session.plan
    assert plan is not None
    assert [one.name for one in plan.resolution.added] == [
        "Phạm Thị Hằng",
        "Đỗ Văn Sáu",
        "Võ Thị Bảy",
        "Ngô Văn Tám",
    ]
    assert len(plan.resolution.merged) == 2


def _is_amiss(desk: Desk) -> bool:
    """Tell whether the share of exemplars among those listed is not the plan's."""
    conference, people = desk.section.draft.conference, desk.section.draft.delegates
    make_up = listed(conference, people, desk.section.draft.pack, desk.section.draft.findings)
    shares = [each for each in make_up.measures if isinstance(each.rule, ShareRule)]
    assert shares
    return any(each.severity is not None for each in shares)


def test_two_lists_with_people_in_both(tmp_path: Path, qtbot: QtBot) -> None:
    first = write_list(tmp_path, ("Danh sách", (_HEADING, *_FIRST)), name="đợt 1.xlsx")
    second = write_list(tmp_path, ("Danh sách", (_HEADING, *_SECOND)), name="đợt 2.xlsx")
    desk = Desk(tmp_path / "data", qtbot)
    desk.bring(first, _mend_the_birth)
    after_first = desk.stored()
    assert [one.name for one in after_first] == [row[1] for row in _FIRST]
    assert after_first[4].birth is not None

    desk.bring(second, _decide_the_pairs)
    after_second = desk.stored()
    assert len(after_second) == len(_FIRST) + 4
    assert (after_second[0].unit, after_second[0].phone) == ("Thôn 1", "0912345671")
    assert (after_second[2].name, after_second[2].phone) == ("Trần Văn Đường", "0912345672")
    desk.expect_the_store_to_hold_what_is_shown()

    exemplars, guests = desk.section.draft.conference.groups[:2]
    assert {one.group_id for one in after_second} == {exemplars.id}
    assert _is_amiss(desk), "everybody is an exemplar"
    desk.register.table.select([one.id for one in after_second[-3:]])
    desk.register.group_button.menu().actions()[1].trigger()
    put_right = desk.stored()
    assert [one.group_id for one in put_right].count(guests.id) == 3, (
        "two thirds, as near as can be"
    )
    desk.expect_the_store_to_hold_what_is_shown()

    click(desk.register.undo_button)
    assert desk.stored() == after_second
    click(desk.register.undo_button)
    assert desk.stored() == after_first
    desk.expect_the_store_to_hold_what_is_shown()

    desk.end()
    desk.start()
    assert desk.stored() == after_first
    click(desk.register.redo_button)
    assert desk.stored() == after_second
    click(desk.register.redo_button)
    assert desk.stored() == put_right
    desk.expect_the_store_to_hold_what_is_shown()
    desk.end()
