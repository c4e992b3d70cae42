"""The window of rule packs."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.pack_drafts import StoredDraft
from db.store import Store
from desktop.models.pack_beginning import from_nothing
from desktop.models.pack_shelf import PackEntry, PackShelf
from desktop.models.workspace import Workspace
from desktop.rules.load import load_pack
from desktop.rules.pack_tree import tree_of
from desktop.rules.write import encode_pack
from desktop.windows.new_pack_dialog import NewPackDialog, Start
from desktop.windows.pack_compare_dialog import PackCompareDialog
from desktop.windows.packs_window import PacksWindow
from tests.builders import a_conference, an_office, ident
from tests.desktop.rules.every_shape import every_shape
from tests.hands import press, type_text


@pytest.fixture
def window(qtbot: QtBot, shelf: PackShelf) -> PacksWindow:
    shelf.install(every_shape())
    opened = PacksWindow(shelf)
    qtbot.addWidget(opened)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    return opened


def _row(window: PacksWindow, row: int) -> list[str]:
    cells = [window.list.item(row, column) for column in range(window.list.columnCount())]
    return [cell.text() for cell in cells if cell is not None]


def _answer(kind: type[QDialog], act: object) -> None:
    """Do something in the dialog that opens next."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        act(dialog)  # type: ignore[operator]

    QTimer.singleShot(0, look)


def _pack_file(tmp_path: Path, **fields: object) -> Path:
    path = tmp_path / "plan.toml"
    path.write_bytes(encode_pack(replace(every_shape(), **fields)))
    return path


def test_drafts_stand_first_then_every_version_with_its_origin(
    window: PacksWindow, shelf: PackShelf
) -> None:
    shelf.begin(from_nothing())
    assert _row(window, 0)[0] == "Rule pack without a name"
    assert _row(window, 0)[2].startswith("being written, last on 06/01/2025")
    rows = [_row(window, row) for row in range(window.list.rowCount())]
    assert [every_shape().name, "3", "installed here", ""] in rows
    assert any(row[2] == "comes with the program" for row in rows)


def test_the_conferences_of_a_version_are_listed_and_opened(
    window: PacksWindow, store: Store, workspace: Workspace, qtbot: QtBot
) -> None:
    store.offices.save(an_office())
    store.conferences.add(
        a_conference(title="Hội nghị", rule_pack_id="every-shape", rule_pack_version=3)
    )
    workspace.conferences_changed.emit()
    window.list.choose("every-shape", 3)
    assert window.uses.isVisible()
    assert not window.remove_button.isEnabled()
    assert window.remove_button.toolTip() != ""
    window.uses.setCurrentRow(0)
    with qtbot.waitSignal(window.open_wanted) as signal:
        press(window.uses, Qt.Key.Key_Return)
    assert signal.args == [ident(10)]


def test_a_pack_is_installed_from_a_file_once(
    window: PacksWindow, workspace: Workspace, tmp_path: Path
) -> None:
    path = _pack_file(tmp_path, version=5)
    window.choose_file = lambda _: path
    for _ in range(2):
        window.install_button.click()
    assert [pack.version for pack in workspace.packs if pack.id == "every-shape"] == [3, 5]
    chosen = window.list.chosen
    assert isinstance(chosen, PackEntry)
    assert chosen.pack.version == 5
    assert "version 5 is installed" in window.message.text
    window.choose_file = lambda _: None
    window.install_button.click()


def test_a_file_that_is_no_pack_is_refused_and_nothing_changed(
    window: PacksWindow, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = workspace.packs
    for data in (b"\xff\xfe", b"a = 1", encode_pack(replace(every_shape(), name="Khác"))):
        path = tmp_path / "bad.toml"
        path.write_bytes(data)
        window.install(path)
        assert "bad.toml was not used" in window.message.text
    window.install(tmp_path / "nowhere.toml")
    assert "cannot be read" in window.message.text

    def refuse(_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    monkeypatch.setattr(workspace.store.rule_packs, "install", refuse)
    window.install(_pack_file(tmp_path, version=6))
    assert window.message.isVisible()
    workspace.forget_packs()
    assert workspace.packs == before


def test_a_dropped_file_is_installed(
    window: PacksWindow, workspace: Workspace, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(_pack_file(tmp_path, version=7)))])
    no_button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, no_button, no_key)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, no_button, no_key)
    window.dropEvent(drop)
    assert 7 in [pack.version for pack in workspace.packs]
    data.setUrls([QUrl("https://example.test/plan.toml")])
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, no_button, no_key)
    enter.ignore()
    window.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_a_pack_is_exported(window: PacksWindow, tmp_path: Path) -> None:
    window.list.choose("every-shape", 3)
    path = tmp_path / "out.toml"
    window.choose_target = lambda _, name: path if name == "every-shape-3.toml" else None
    window.export_button.click()
    assert load_pack(path) == every_shape()
    window.choose_target = lambda *_: tmp_path / "nowhere" / "x.toml"
    window.export_button.click()
    assert window.message.isVisible()
    window.choose_target = lambda *_: None
    window.export_button.click()


def test_an_unused_version_is_removed_and_comes_back_by_undo(
    window: PacksWindow, workspace: Workspace
) -> None:
    window.list.choose("every-shape", 3)
    window.remove_button.click()
    assert "every-shape" not in {pack.id for pack in workspace.packs}
    window.message.action_button.click()
    assert every_shape() in workspace.packs


def test_a_draft_is_put_away_and_comes_back_by_undo(window: PacksWindow, shelf: PackShelf) -> None:
    draft = shelf.begin(from_nothing())
    window.list.selectRow(0)
    assert isinstance(window.list.chosen, StoredDraft)
    assert not window.export_button.isEnabled()
    assert window.edit_button.text() == "&Go on writing"
    window.remove_button.click()
    assert shelf.drafts() == ()
    window.message.action_button.click()
    assert [one.id for one in shelf.drafts()] == [draft.id]


def test_editing_begins_the_next_version_or_goes_on_with_a_draft(
    window: PacksWindow, shelf: PackShelf, qtbot: QtBot
) -> None:
    window.list.choose("every-shape", 3)
    with qtbot.waitSignal(window.edit_wanted) as signal:
        window.edit_button.click()
    draft = shelf.open_draft(signal.args[0])
    assert draft is not None
    assert draft.tree == {**tree_of(every_shape()), "version": 4}
    window.list.selectRow(0)
    with qtbot.waitSignal(window.edit_wanted) as signal:
        press(window.list, Qt.Key.Key_Return)
    assert signal.args == [draft.id]


@pytest.mark.parametrize("start", Start)
def test_a_new_pack_begins_as_it_was_chosen(
    window: PacksWindow, shelf: PackShelf, qtbot: QtBot, start: Start
) -> None:
    window.list.choose("every-shape", 3)

    def begin(dialog: NewPackDialog) -> None:
        dialog.starts[start].click()
        assert dialog.years.isEnabled() is (start is Start.CYCLE)
        assert dialog.pack.isEnabled() is (start is not Start.NOTHING)
        type_text(dialog.years, "4")
        dialog.accept()

    _answer(NewPackDialog, begin)
    with qtbot.waitSignal(window.edit_wanted) as signal:
        window.new_button.click()
    draft = shelf.open_draft(signal.args[0])
    assert draft is not None
    first_year = draft.tree["cycle"]["reviewed"].get("first_year")
    expected = {Start.NOTHING: (1, None), Start.VERSION: (4, 2025), Start.CYCLE: (1, 2029)}
    assert (draft.tree["version"], first_year) == expected[start]


def test_a_new_pack_that_is_not_begun_after_all_leaves_nothing(
    window: PacksWindow, shelf: PackShelf
) -> None:
    _answer(NewPackDialog, lambda dialog: dialog.reject())
    window.new_button.click()
    assert shelf.drafts() == ()


def test_without_any_pack_only_an_empty_one_can_be_begun(shelf: PackShelf, qtbot: QtBot) -> None:
    dialog = NewPackDialog(shelf, ())
    qtbot.addWidget(dialog)
    assert dialog.starts[Start.NOTHING].isChecked()
    assert not dialog.starts[Start.CYCLE].isEnabled()
    assert dialog.beginning == from_nothing()


def test_two_versions_are_compared(window: PacksWindow, shelf: PackShelf, qtbot: QtBot) -> None:
    level = every_shape().levels[0]
    limits = (replace(level.limits[0], value=150), *level.limits[1:])
    levels = (replace(level, limits=limits), *every_shape().levels[1:])
    shelf.install(replace(every_shape(), version=4, levels=levels))
    window.list.choose("every-shape", 4)
    seen: list[list[str]] = []

    def look(dialog: PackCompareDialog) -> None:
        shown = dialog.changes.list
        seen.append([shown.item(row).text() for row in range(shown.count())])
        dialog.reject()

    _answer(PackCompareDialog, look)
    window.compare_button.click()
    assert any("120 → 150" in text for text in seen[0])
    dialog = PackCompareDialog(window._packs(), None, window)
    assert dialog.changes.summary.text() == "Choose what to compare with."


def test_closing_leads_back(window: PacksWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        window.home_button.click()
