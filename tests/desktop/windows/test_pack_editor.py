"""The window of the pack editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QMessageBox, QTreeWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.store import Store
from desktop.models.pack_beginning import as_next_cycle, as_version, from_nothing
from desktop.models.pack_shelf import PackShelf
from desktop.models.workspace import Workspace
from desktop.rules.load import load_pack, shipped_packs
from desktop.rules.pack_tree import path_of
from desktop.rules.write import encode_pack
from desktop.windows.pack_editor import PackEditor
from tests.builders import a_conference, a_file, an_office
from tests.desktop.rules.every_shape import every_shape
from tests.desktop.windows.conftest import OpenEditor
from tests.desktop.windows.pack_author import Author, click
from tests.hands import press, type_text


def _texts(shown: QListWidget) -> list[str]:
    return [shown.item(row).text() for row in range(shown.count())]


def _whole(open_editor: OpenEditor, version: int = 4) -> PackEditor:
    return open_editor(as_version(every_shape(), version))


def test_a_fault_leads_to_its_field(open_editor: OpenEditor, qtbot: QtBot) -> None:
    editor = open_editor(from_nothing())
    rows = _texts(editor.edit.faults.list)
    row = next(row for row, text in enumerate(rows) if "Issued by" in text)
    editor.edit.faults.list.setCurrentRow(row)
    press(editor.edit.faults.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is Author(editor).field("plan.issuer"))
    assert editor.edit.page.node is not None
    assert editor.edit.page.node.path == ("plan",)


def test_an_unfinished_pack_is_kept_and_not_saved_as_a_version(
    open_editor: OpenEditor, workspace: Workspace, store: Store
) -> None:
    editor = open_editor(from_nothing())
    Author(editor).write("name", "Tỉnh Sông Mây (2030)")
    before = workspace.packs
    editor.tabs.setCurrentIndex(2)
    click(editor.save_button)
    assert "not whole yet" in editor.message.text
    assert editor.tabs.currentWidget() is editor.edit
    assert workspace.packs == before
    assert [one.name for one in store.pack_drafts.all()] == ["Tỉnh Sông Mây (2030)"]


def test_a_version_in_place_stays_and_the_next_number_is_offered(
    open_editor: OpenEditor, shelf: PackShelf, workspace: Workspace
) -> None:
    shelf.install(every_shape())
    editor = _whole(open_editor, version=3)
    Author(editor).write("name", "Tổng công ty Sông Mẫu (2031)")
    click(editor.save_button)
    assert "Version 3 is installed with other rules" in editor.message.text
    assert [pack for pack in workspace.packs if pack.id == "every-shape"] == [every_shape()]
    assert editor.message.action_button.text() == "Save as version 4"
    click(editor.message.action_button)
    assert "version 4 is installed" in editor.message.text
    versions = [pack.version for pack in workspace.packs if pack.id == "every-shape"]
    assert versions == [3, 4]
    assert editor.draft.value(("version",)) == 4


def test_a_saved_version_is_written_as_a_file(open_editor: OpenEditor, tmp_path: Path) -> None:
    editor = _whole(open_editor)
    path = tmp_path / "plan.toml"
    editor.choose_target = lambda _, name: path if name == "every-shape-4.toml" else None
    click(editor.save_button)
    click(editor.message.action_button)
    assert load_pack(path) == replace(every_shape(), version=4)
    assert str(path) in editor.message.text
    editor.choose_target = lambda *_: tmp_path / "nowhere" / "plan.toml"
    click(editor.save_button)
    click(editor.message.action_button)
    assert editor.message.isVisible()
    assert not (tmp_path / "nowhere").exists()
    editor.choose_target = lambda *_: None
    click(editor.save_button)
    click(editor.message.action_button)
    assert not editor.message.isVisible()


@pytest.mark.parametrize("error", [StoreFull(Path("hoinghi.db")), OSError(28, "no room")])
def test_where_a_version_cannot_be_stored_the_draft_is_kept(
    open_editor: OpenEditor, shelf: PackShelf, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    editor = _whole(open_editor)

    def refuse(_: object) -> None:
        raise error

    monkeypatch.setattr(shelf, "install", refuse)
    click(editor.save_button)
    assert editor.message.isVisible()
    assert len(shelf.drafts()) == 1


def test_undo_and_redo_lead_to_what_they_change(open_editor: OpenEditor) -> None:
    editor = _whole(open_editor)
    author = Author(editor)
    assert not editor.undo.isEnabled()
    author.write("levels[0].limits[0].value", "150")
    author.field("plan.issuer")
    editor.tabs.setCurrentIndex(1)
    editor.undo.trigger()
    assert editor.tabs.currentWidget() is editor.edit
    assert author.value("levels[0].limits[0].value") == 120
    assert editor.edit.page.node is not None
    assert editor.edit.page.node.path == path_of("levels[0].limits")
    assert author.field("levels[0].limits[0].value").text() == "120"  # type: ignore[attr-defined]
    assert editor.redo.isEnabled()
    editor.redo.trigger()
    assert author.value("levels[0].limits[0].value") == 150
    editor.redo.trigger()


def test_undo_stores_what_is_being_typed_before_it_steps_back(open_editor: OpenEditor) -> None:
    editor = _whole(open_editor)
    author = Author(editor)
    name = author.field("name")
    name.setFocus()
    type_text(name, "Khác")
    editor.undo.setEnabled(True)
    editor.undo.trigger()
    assert author.value("name") == every_shape().name
    editor.redo.trigger()
    assert author.value("name") == "Khác"


def test_a_page_whose_part_is_gone_gives_way_to_the_one_around_it(
    open_editor: OpenEditor,
) -> None:
    editor = open_editor(from_nothing())
    author = Author(editor)
    author.add("levels")
    author.write("levels[1].name", "Cấp tỉnh")
    author.field("levels[1].limits")
    while editor.draft.value(path_of("levels[1]")) is not None:
        editor.draft.undo()
    assert editor.edit.page.node is not None
    assert editor.edit.page.node.path == ("levels",)


def test_the_outline_names_what_there_is_and_marks_what_is_missing(
    open_editor: OpenEditor, qtbot: QtBot
) -> None:
    editor = open_editor(from_nothing())
    author = Author(editor)

    def names() -> list[str]:
        tree: QTreeWidget = editor.edit.outline
        return [item.text(0) for item in tree._items(tree.invisibleRootItem())]  # type: ignore[attr-defined]

    assert "Levels (1)  ○" in names()
    assert "Level 1  ○" in names()
    author.write("levels[0].name", "Cấp xã")
    assert "Cấp xã  ○" in names()
    author.add("levels[0].windows", "months")
    with qtbot.waitSignal(editor.draft.looked):
        author.write("levels[0].windows[0].first", "mùa xuân")
    assert any(name.endswith("✖") and "(1)" in name for name in names())


def test_texts_of_the_last_cycle_are_left_as_they_are_one_by_one(
    open_editor: OpenEditor,
) -> None:
    (binh_hoa,) = (pack for pack in shipped_packs() if pack.id == "binh-hoa-2024")
    editor = open_editor(as_next_cycle(binh_hoa, 5))
    panel = editor.edit.faults
    rows = panel.list.count()
    assert not panel.keep_button.isVisible()
    panel.list.setCurrentRow(0)
    assert panel.keep_button.isVisible()
    click(panel.keep_button)
    assert panel.list.count() == rows - 1
    Author(editor).write("levels[0].texts.budget.source", "Ngân sách xã năm 2030")
    editor.draft.look_now()
    assert panel.list.count() == rows - 2
    assert "To look at" in panel.summary.text()


def test_the_pack_is_read_out_level_by_level(open_editor: OpenEditor) -> None:
    editor = _whole(open_editor)
    editor.tabs.setCurrentWidget(editor.officer)
    assert "“khoảng 120 đại biểu” (plan, II.1.d" in editor.officer.reading.toPlainText()
    editor.officer.level.setFocus()
    press(editor.officer.level, Qt.Key.Key_Down)
    assert "Tổng công ty" in editor.officer.reading.toPlainText()
    assert "khoảng 120 đại biểu" not in editor.officer.reading.toPlainText()


def test_what_is_unfinished_cannot_be_looked_at_yet(open_editor: OpenEditor) -> None:
    editor = open_editor(from_nothing())
    for tab in (editor.officer, editor.try_out, editor.compare):
        editor.tabs.setCurrentWidget(tab)
        assert tab.unfinished.isVisible()
        assert not tab.body.isVisible()


def test_markup_in_a_plan_is_read_out_as_it_was_typed(open_editor: OpenEditor) -> None:
    editor = _whole(open_editor)
    Author(editor).write("levels[0].name", "<b>Cấp</b> & xã")
    editor.tabs.setCurrentWidget(editor.officer)
    assert "<b>Cấp</b> & xã" in editor.officer.reading.toPlainText()


def test_the_wizard_is_walked_on_a_store_that_is_gone_afterwards(
    open_editor: OpenEditor, store: Store, qtbot: QtBot
) -> None:
    editor = _whole(open_editor)
    editor.tabs.setCurrentWidget(editor.officer)
    click(editor.officer.try_button)
    trial = editor.trial
    assert trial is not None
    wizard = trial.wizard
    assert wizard.isVisible()
    assert "nothing is kept" in wizard.windowTitle()
    conference = wizard.draft.conference
    assert (conference.rule_pack_id, conference.level_id) == ("every-shape", "company")
    folder = trial.folder
    assert folder.exists()
    with qtbot.waitSignal(trial.ended):
        wizard.reject()
    assert not folder.exists()
    assert editor.trial is None
    assert store.conferences.summaries() == ()


def test_a_trial_without_room_is_said_and_loses_nothing(
    open_editor: OpenEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = _whole(open_editor)
    editor.tabs.setCurrentWidget(editor.officer)

    def refuse(*_: object, **__: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    monkeypatch.setattr(Store, "open", refuse)
    click(editor.officer.try_button)
    assert "no room for a trial" in editor.message.text
    assert editor.trial is None


def test_the_sample_is_tried_against_the_pack_as_it_stands(
    open_editor: OpenEditor, qtbot: QtBot
) -> None:
    editor = _whole(open_editor)
    editor.tabs.setCurrentWidget(editor.try_out)
    before = _texts(editor.try_out.findings._list)
    assert any("only for conferences" in text or "from" in text for text in before)
    editor.tabs.setCurrentWidget(editor.edit)
    Author(editor).write("levels[0].forms[0].name", "Hội nghị tuyên dương")
    editor.tabs.setCurrentWidget(editor.try_out)
    assert _texts(editor.try_out.findings._list) != before
    press(editor.try_out.level, Qt.Key.Key_Down)
    assert _texts(editor.try_out.findings._list) != before


def test_a_conference_of_the_office_and_one_from_a_file_are_tried(
    open_editor: OpenEditor, store: Store, workspace: Workspace, tmp_path: Path
) -> None:
    store.offices.save(an_office())
    store.conferences.add(a_conference(title="Hội nghị của xã"))
    editor = _whole(open_editor)
    editor.tabs.setCurrentWidget(editor.try_out)
    tab = editor.try_out
    sample = _texts(tab.findings._list)
    press(tab.conference, Qt.Key.Key_Down)
    assert tab.conference.currentText() == "Hội nghị của xã"
    assert _texts(tab.findings._list) != sample
    path = tmp_path / "hoi-nghi.json"
    workspace.write_file(store.conferences.summaries()[0].id, path)
    tab.choose_file = lambda _: path
    click(tab.open_button)
    assert tab.conference.currentText() == "hoi-nghi.json"
    path.write_text("no conference", encoding="utf-8")
    click(tab.open_button)
    assert "was not used" in tab.message.text
    tab.choose_file = lambda _: None
    click(tab.open_button)
    assert a_file().conference.title  # the file is read, never stored
    assert len(store.conferences.summaries()) == 1


def test_the_changed_rules_are_listed_beside_the_version_it_was_made_from(
    open_editor: OpenEditor, shelf: PackShelf, tmp_path: Path
) -> None:
    shelf.install(every_shape())
    editor = _whole(open_editor)
    Author(editor).write("levels[0].limits[0].value", "150")
    editor.tabs.setCurrentWidget(editor.compare)
    texts = _texts(editor.compare.changes.list)
    assert any("120 → 150" in text for text in texts)
    assert editor.compare.changes.summary.text() == f"Changed rules: {len(texts)}"
    path = tmp_path / "other.toml"
    path.write_bytes(encode_pack(replace(every_shape(), version=4)))
    editor.compare.choose_file = lambda _: path
    click(editor.compare.open_button)
    assert len(_texts(editor.compare.changes.list)) == 1
    path.write_text("no pack", encoding="utf-8")
    click(editor.compare.open_button)
    assert "was not used" in editor.compare.message.text
    path.unlink()
    click(editor.compare.open_button)
    assert "cannot be read" in editor.compare.message.text
    editor.compare.choose_file = lambda _: None
    click(editor.compare.open_button)


def test_a_pack_made_of_nothing_asks_what_to_compare_with(open_editor: OpenEditor) -> None:
    editor = open_editor(as_version(every_shape(), 4))
    editor.tabs.setCurrentWidget(editor.compare)
    assert editor.compare.changes.summary.text() == "Choose what to compare with."
    press(editor.compare.other, Qt.Key.Key_Down)
    assert editor.compare.changes.summary.text().startswith("Changed rules")


def test_closing_stores_what_was_typed_and_forgets_what_is_open(
    open_editor: OpenEditor, shelf: PackShelf, qtbot: QtBot
) -> None:
    editor = open_editor(from_nothing())
    assert shelf.open_draft_id == editor.draft.id
    name = Author(editor).field("name")
    name.setFocus()
    type_text(name, "Tỉnh")
    with qtbot.waitSignal(editor.closed):
        editor.close()
    assert [one.name for one in shelf.drafts()] == ["Tỉnh"]
    assert shelf.open_draft_id == ""


def test_a_draft_in_which_nothing_was_written_leaves_nothing(
    open_editor: OpenEditor, shelf: PackShelf
) -> None:
    _whole(open_editor).close()
    assert shelf.drafts() == ()
    editor = open_editor(from_nothing())
    Author(editor).write("name", "Tỉnh")
    editor.undo.trigger()
    editor.close()
    assert len(shelf.drafts()) == 1


def test_what_was_saved_as_a_version_is_no_longer_being_written(
    open_editor: OpenEditor, shelf: PackShelf
) -> None:
    editor = _whole(open_editor)
    click(editor.save_button)
    assert shelf.drafts() == ()
    assert editor.draft.base == ("every-shape", 4)
    Author(editor).write("name", "Khác")
    assert [one.name for one in shelf.drafts()] == ["Khác"]
    click(editor.save_button)
    assert editor.message.action_button.text() == "Save as version 5"


def test_a_version_with_texts_to_look_at_stays_among_those_being_written(
    open_editor: OpenEditor, shelf: PackShelf
) -> None:
    editor = open_editor(as_next_cycle(every_shape(), 5))
    click(editor.save_button)
    assert "is installed" in editor.message.text
    assert len(shelf.drafts()) == 1


def test_what_could_not_be_stored_is_asked_about_before_closing(
    open_editor: OpenEditor, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = open_editor(from_nothing())

    def refuse(_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    with monkeypatch.context() as patched:
        patched.setattr(store.pack_drafts, "keep", refuse)
        patched.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Retry)
        Author(editor).write("name", "Tỉnh")
        editor.close()
        assert editor.isVisible()
    editor.close()
    assert not editor.isVisible()
