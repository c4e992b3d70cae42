"""Photos of a folder, from the folder to the store."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.store import Store
from desktop.errors import InputRefused
from desktop.models.draft import Draft
from desktop.models.photo_rows import PERSON
from desktop.people.photo_parts import Crop, PhotoPreview
from desktop.wizard import crop_dialog, photo_session
from desktop.wizard.crop_dialog import CropDialog
from desktop.wizard.photo_folder_dialog import PhotoFolderDialog, ask_for_crop, ask_for_folder
from tests.builders import a_delegate, ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.pictures import a_picture, a_preview
from tests.desktop.wizard.hand_runner import HandRunner
from tests.hands import child, press

PEOPLE = (
    a_delegate(1, name="Lê Văn An", unit="Thôn 1"),
    a_delegate(2, name="Lê Văn An", unit="Thôn 2"),
    a_delegate(3, name="Nguyễn Thị Ước"),
    a_delegate(4, name="Hồ Thị Bình"),
)


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_session, "JobRunner", HandRunner)


def shown(qtbot: QtBot, draft: Draft) -> PhotoFolderDialog:
    dialog = PhotoFolderDialog(draft)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def _finder(dialog: PhotoFolderDialog) -> HandRunner:
    assert isinstance(dialog.session.finder, HandRunner)
    return dialog.session.finder


def _reader(dialog: PhotoFolderDialog) -> HandRunner:
    assert isinstance(dialog.session.reader, HandRunner)
    return dialog.session.reader


def _folder(tmp_path: Path) -> Path:
    for name in ("nguyen thi uoc.jpg", "Le Van An.jpg", "la.jpg"):
        a_picture(tmp_path / "ảnh" / name)
    (tmp_path / "ảnh" / "Hồ Thị Bình.jpg").write_bytes(b"no picture")
    return tmp_path / "ảnh"


def _photos(store: Store) -> list[bool]:
    return [bool(one.photo_id) for one in store.delegates.of(ident(10))]


def test_a_folder_is_read_and_stored_in_one_step_of_undo(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    draft = open_draft(*PEOPLE)
    dialog = shown(qtbot, draft)
    assert dialog.message.text().startswith("Choose the folder of the photos.")
    assert not dialog.store_button.isVisible()
    dialog.choose = lambda _: _folder(tmp_path)
    with qtbot.waitSignal(dialog.session.planned, timeout=20_000):
        dialog.folder_button.click()
    assert dialog.message.text() == (
        "To be stored: 2. To be decided: 1. Not used: 1. Left without a photo: 2."
    )
    assert dialog.tabs.tabText(1) == "Left without a photo (2)"
    assert _photos(store) == [False] * 4, "nothing is stored yet"
    assert dialog.store_button.text() == "&Store 2 photos"
    with qtbot.waitSignal(dialog.session.done, timeout=30_000):
        dialog.store_button.click()
    assert _photos(store) == [False, False, True, False]
    assert dialog.message.text() == "Stored: 1. “Undo” takes all of them back. Not used: 1."
    assert dialog.refused.rowCount() == 1
    told = str(dialog.refused.index(0, 0).data())
    assert told.startswith("Hồ Thị Bình.jpg was not used, and nothing was changed.")
    draft.undo()
    assert _photos(store) == [False] * 4
    draft.redo()
    assert _photos(store) == [False, False, True, False]


@pytest.mark.usefixtures("by_hand")
def test_of_two_people_of_one_name_the_officer_chooses(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shown(qtbot, open_draft(*PEOPLE))
    dialog.begin([_folder(tmp_path)])
    _finder(dialog).finish()
    dialog.files_table.edit(dialog.rows.index(0, PERSON))
    box = child(dialog.files_table.viewport(), QComboBox)
    assert [box.itemText(place) for place in range(box.count())][:3] == [
        "nobody",
        "Lê Văn An · Thôn 1 · no. 1",
        "Lê Văn An · Thôn 2 · no. 2",
    ]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert dialog.rows.index(0, 2).data() == "✓  Will be stored, as you chose"
    dialog.store_button.click()
    _reader(dialog).finish()
    assert _photos(store) == [False, True, True, False]
    assert dialog.session.stored == 2


@pytest.mark.usefixtures("by_hand")
def test_photos_that_people_have_stay_unless_they_are_to_be_replaced(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    draft = open_draft(*PEOPLE)
    dialog = shown(qtbot, draft)
    dialog.begin([a_picture(tmp_path / "Nguyen Thi Uoc.jpg", colour="red")])
    dialog.store_button.click()
    _reader(dialog).finish()
    assert dialog.message.property("role") == "fine"
    assert not dialog._outcome.isVisible()
    first = store.delegates.of(ident(10))[2].photo_id
    again = shown(qtbot, draft)
    again.begin([a_picture(tmp_path / "Nguyen Thi Uoc.jpg", colour="blue")])
    assert not again.store_button.isEnabled()
    again.replace_box.click()
    again.store_button.click()
    _reader(again).finish()
    assert store.delegates.of(ident(10))[2].photo_id not in ("", first)


@pytest.mark.usefixtures("by_hand")
def test_stopping_stores_nothing_and_goes_back_to_the_matches(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shown(qtbot, open_draft(*PEOPLE))
    dialog.begin([tmp_path])
    assert dialog.message.text().startswith("Looking through ")
    assert not dialog.folder_button.isVisible()
    dialog.stop_button.click()
    _finder(dialog).confirm_cancel()
    assert dialog.message.text() == "Stopped. Nothing was stored."
    dialog.begin([_folder(tmp_path)])
    _finder(dialog).finish()
    dialog.store_button.click()
    _reader(dialog).progress.emit(1, 2)
    assert dialog.message.text() == "Reading the photos: 1 of 2"
    assert dialog.busy_page.bar.value() == 1
    dialog.stop_button.click()
    _reader(dialog).confirm_cancel()
    assert dialog.message.text() == "Stopped. Nothing was stored."
    assert dialog.store_button.isVisible()
    assert _photos(store) == [False] * 4


@pytest.mark.usefixtures("by_hand")
def test_what_goes_wrong_is_said(
    open_draft: OpenDraft,
    store: Store,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = shown(qtbot, open_draft(*PEOPLE))
    dialog.begin([tmp_path])
    _finder(dialog).fail(InputRefused("file-unreadable", tmp_path))
    assert "cannot be opened" in dialog.message.text()
    assert dialog.message.property("role") == "binding"
    dialog.begin([_folder(tmp_path)])
    _finder(dialog).finish()

    def fail(*_: object) -> None:
        raise StoreFull(tmp_path, "full")

    monkeypatch.setattr(store.delegates, "save", fail)
    dialog.store_button.click()
    _reader(dialog).finish()
    assert dialog.message.text().startswith("The disk is full.")
    assert dialog.store_button.isVisible()


@pytest.mark.usefixtures("by_hand")
def test_what_is_kept_of_a_photo_can_be_chosen_before_it_is_stored(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shown(qtbot, open_draft(*PEOPLE))
    dialog.begin([_folder(tmp_path)])
    _finder(dialog).finish()
    assert not dialog.crop_button.isEnabled()
    row = next(r for r in range(4) if "uoc" in str(dialog.rows.index(r, 0).data()))
    dialog.files_table.selectRow(row)
    wanted = Crop(0.1, 0.1, 0.5, 0.5)
    asked: list[Crop | None] = []

    def adjust(_preview: PhotoPreview, crop: Crop | None, _parent: QWidget) -> Crop | None:
        asked.append(crop)
        return wanted if len(asked) == 1 else None

    dialog.adjust = adjust
    for _ in range(2):
        dialog.crop_button.click()
        previewer = dialog.session.previewer
        assert isinstance(previewer, HandRunner)
        previewer.finish()
    assert asked == [None, wanted]
    dialog.store_button.click()
    (photos,) = _reader(dialog).arguments
    assert wanted in {one.crop for one in photos}  # type: ignore[attr-defined]


@pytest.mark.usefixtures("by_hand")
@pytest.mark.parametrize("by_button", [True, False])
def test_closing_stops_what_is_under_way(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path, by_button: bool
) -> None:
    dialog = shown(qtbot, open_draft(*PEOPLE))
    dialog.begin([tmp_path])
    dialog.close_button.click() if by_button else dialog.close()
    assert _finder(dialog).dropped == 1


def test_enter_presses_only_the_button_with_the_focus(open_draft: OpenDraft, qtbot: QtBot) -> None:
    dialog = shown(qtbot, open_draft(*PEOPLE))
    asked: list[QWidget] = []
    dialog.choose = asked.append
    dialog.folder_button.setFocus()
    press(dialog, Qt.Key.Key_Return)
    assert asked == [dialog]
    dialog.replace_box.setFocus()
    press(dialog, Qt.Key.Key_Return)
    assert len(asked) == 1
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_nothing_dropped_is_nothing_begun(open_draft: OpenDraft, qtbot: QtBot) -> None:
    dialog = shown(qtbot, open_draft(*PEOPLE))
    dialog.begin([])
    dialog.session.store()
    dialog.session.choose("x", "y")
    dialog.session.replace_photos(True)
    assert dialog.session.plan is None
    assert dialog.rows.rowCount() == 0
    assert dialog.rows.choices(0) == []


@pytest.fixture
def crop(qtbot: QtBot, tmp_path: Path) -> CropDialog:
    dialog = CropDialog(a_preview(tmp_path), Crop(0.0, 0.0, 0.28125, 0.5))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def test_the_frame_begins_where_it_was_left_and_goes_back_on_demand(crop: CropDialog) -> None:
    assert crop.crop.width == 0.28125
    press(crop.view, Qt.Key.Key_Right)
    assert crop.crop.left == pytest.approx(0.02)
    crop.propose_button.click()
    assert crop.crop.height == 1.0


def test_enter_keeps_and_escape_gives_up(crop: CropDialog) -> None:
    press(crop.view, Qt.Key.Key_Return)
    assert crop.result() == 1
    crop.show()
    QTest.keyClick(crop, Qt.Key.Key_Escape)
    assert crop.result() == 0


def test_the_dialogs_behind_the_buttons(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answers = iter([str(tmp_path), ""])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(answers))
    assert ask_for_folder(window) == tmp_path
    assert ask_for_folder(window) is None
    for result, found in ((1, True), (0, False)):
        monkeypatch.setattr(crop_dialog.CropDialog, "exec", lambda _, result=result: result)
        assert (ask_for_crop(a_preview(tmp_path), None, window) is not None) is found


def test_a_photo_that_lies_on_its_side_is_turned(crop: CropDialog) -> None:
    crop.turn_button.click()
    assert crop.crop.quarter_turns == 1
    crop.propose_button.click()
    assert crop.crop.quarter_turns == 0
