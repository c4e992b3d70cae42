"""What is done with the photos of a whole list, and pictures dropped on the register."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from db.records import Delegate, StoredImage
from desktop.models.draft import Draft
from desktop.wizard import photo_actions
from desktop.wizard.photo_actions import PhotoActions, ask_where_to_save
from desktop.wizard.photo_folder_dialog import PhotoFolderDialog
from desktop.wizard.register import Register
from tests.builders import a_delegate, ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.pictures import a_picture
from tests.desktop.wizard.hand_runner import HandRunner


def _shown(qtbot: QtBot, draft: Draft) -> tuple[Register, PhotoActions]:
    register = Register(draft, lambda: 2025)
    qtbot.addWidget(register)
    register.resize(900, 500)
    actions = PhotoActions(draft, register, QMenu(register))
    with qtbot.waitExposed(register):
        register.show()
    return register, actions


def _people() -> tuple[Delegate, ...]:
    return (a_delegate(1), a_delegate(2, name="Lê Ánh", unit="Thôn 2"))


def _drop(register: Register, place: QPoint, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(place, copy, data, left, none)
    entering.ignore()
    QApplication.sendEvent(register, entering)
    assert entering.isAccepted()
    register.dropEvent(QDropEvent(QPointF(place), copy, data, left, none))


def _row(register: Register, row: int) -> QPoint:
    table = register.table
    centre = table.visualRect(table.model().index(row, 1)).center()
    return table.viewport().mapTo(register, centre)


def test_a_picture_dropped_on_a_row_is_for_its_person(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register, _ = _shown(qtbot, open_draft(*_people()))
    taken: list[tuple[str, Path]] = []
    monkeypatch.setattr(register.photo_button, "take", lambda *both: taken.append(both))
    path = a_picture(tmp_path / "a.jpg")
    _drop(register, _row(register, 1), path)
    person = register.rows.delegate(1)
    assert taken == [(person.id, path)]
    assert register.table.selected_ids() == [person.id]
    _drop(register, QPoint(5, 5), path)
    assert len(taken) == 1
    assert register.status.text() == "Drop a picture on the row of its person."


def test_several_pictures_or_a_folder_are_matched_by_name(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register, _ = _shown(qtbot, open_draft(*_people()))
    begun: list[Sequence[Path]] = []
    monkeypatch.setattr(PhotoFolderDialog, "begin", lambda _, paths: begun.append(paths))
    monkeypatch.setattr(PhotoFolderDialog, "exec", lambda _: 0)
    pictures = [a_picture(tmp_path / name) for name in ("a.jpg", "b.png")]
    _drop(register, QPoint(5, 5), *pictures)
    _drop(register, QPoint(5, 5), tmp_path)
    assert begun == [pictures, [tmp_path]]


def test_people_without_a_photo_are_shown_alone(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(*_people())
    register, actions = _shown(qtbot, draft)
    image = StoredImage(id=sha256(b"x").hexdigest(), media_type="image/jpeg", data=b"x")
    draft.save_delegates((a_delegate(1, photo_id=image.id),), (image,))
    register.show_people()
    actions.without_action.trigger()
    assert register.rows.rowCount() == 1
    assert register.rows.delegate(0).id == ident(1002)
    assert register.only_button.text() == "Only: without a photo  ✕"
    register.only_button.click()
    assert register.rows.rowCount() == 2
    draft.save_delegates((a_delegate(2, photo_id=image.id),))
    actions.without_action.trigger()
    assert register.status.text() == "Everybody on the list has a photo."


def test_the_list_of_those_without_is_saved(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo_actions, "JobRunner", HandRunner)
    register, actions = _shown(qtbot, open_draft(*_people()))
    runner = actions.runner
    assert isinstance(runner, HandRunner)
    actions.choose_target = lambda *_: None
    actions.save_action.trigger()
    assert not runner.is_running
    target = tmp_path / "a.xlsx"
    actions.choose_target = lambda *_: target
    actions.save_action.trigger()
    runner.finish()
    assert target.stat().st_size > 0
    assert register.status.text() == f"Saved as {target}."
    actions.save_action.trigger()
    runner.fail(PermissionError(13, "no"))
    assert register.status.property("role") == "binding"
    assert str(target) in register.status.text() or target.name in register.status.text()
    actions.save_action.trigger()
    runner.fail(ValueError("no"))
    assert register.status.text()


def test_with_nobody_on_the_list_nothing_is_offered(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register, actions = _shown(qtbot, open_draft())
    menu = actions.folder_action.associatedObjects()[0]
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert not actions.folder_action.isEnabled()
    assert register.rows.rowCount() == 0


@pytest.mark.parametrize(
    ("chosen", "kind", "expected"),
    [
        ("", "", None),
        ("/a/b.pdf", "PDF (*.pdf)", "/a/b.pdf"),
        ("/a/b", "Excel (*.xlsx)", "/a/b.xlsx"),
        ("/a/b.c", "PDF (*.pdf)", "/a/b.c.pdf"),
    ],
)
def test_a_name_without_an_ending_gets_that_of_its_kind(
    qtbot: QtBot,
    open_draft: OpenDraft,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    kind: str,
    expected: str | None,
) -> None:
    register, _ = _shown(qtbot, open_draft())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, kind))
    target = ask_where_to_save(register, Path("x.pdf"))
    assert target == (Path(expected) if expected else None)
