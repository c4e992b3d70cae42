"""A newer version of the plan, shown before it is applied."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from db.records import Attendance
from desktop.models.pack_shelf import PackShelf
from desktop.models.workspace import Workspace
from desktop.rules.load import shipped_packs
from desktop.rules.pack import RulePack
from desktop.windows.conference_window import ConferenceWindow
from desktop.wizard.newer_pack_bar import NewerPackBar
from desktop.wizard.newer_pack_dialog import NewerPackDialog
from tests.desktop.conftest import OpenDraft
from tests.hands import delete_now


def _newer(pack: RulePack) -> RulePack:
    level = pack.levels[0]
    limits = tuple(replace(limit, value=100) for limit in level.limits)
    return replace(pack, version=pack.version + 1, levels=(replace(level, limits=limits),))


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> ConferenceWindow:
    (binh_hoa,) = (pack for pack in shipped_packs() if pack.id == "binh-hoa-2024")
    shelf = PackShelf(workspace)
    shelf.install(_newer(binh_hoa))
    delete_now(shelf)
    opened = ConferenceWindow(workspace, workspace.add_sample())
    qtbot.addWidget(opened)
    opened.show()
    return opened


def _texts(shown: QListWidget) -> list[str]:
    return [shown.item(row).text() for row in range(shown.count())]


def test_the_window_offers_a_newer_version_and_changes_nothing_by_itself(
    window: ConferenceWindow,
) -> None:
    assert window.newer_pack.isVisible()
    assert window._draft.conference.rule_pack_version == 1


def test_what_changes_is_listed_and_applied_in_one_step_that_undo_takes_back(
    window: ConferenceWindow,
) -> None:
    draft = window._draft
    before = draft.conference

    def apply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewerPackDialog)
        assert any("200 → 100" in text for text in _texts(dialog.rules))
        assert any("at most 100" in text for text in _texts(dialog.coming))
        assert _texts(dialog.going) == []
        assert not dialog.going.isVisible()
        dialog.apply_button.click()

    QTimer.singleShot(0, apply)
    window.newer_pack.button.click()
    assert draft.conference == replace(before, rule_pack_version=2)
    assert not window.newer_pack.isVisible()
    draft.undo()
    assert draft.conference == before
    assert window.newer_pack.isVisible()


def test_not_now_changes_nothing(window: ConferenceWindow) -> None:
    before = window._draft.conference

    def refuse() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewerPackDialog)
        dialog.reject()

    QTimer.singleShot(0, refuse)
    window.newer_pack.button.click()
    assert window._draft.conference == before
    assert window.newer_pack.isVisible()


def test_without_a_newer_version_nothing_is_offered(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(attendance=Attendance.DELEGATES)
    bar = NewerPackBar(draft)
    qtbot.addWidget(bar)
    bar.show()
    bar.refresh()
    assert not bar.isVisible()
    draft.change(venue="Hội trường")
    with pytest.raises(LookupError):
        NewerPackDialog(draft)
