"""The pictures of the guide: each window as its page tells of it, small enough to be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from db.backups import Backup, Content, Reason
from db.errors import StoreDamaged
from db.records import WizardStep
from desktop.models.pack_beginning import as_version
from desktop.models.pack_shelf import PackShelf
from desktop.models.workspace import Workspace
from desktop.paths import resource
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.home_window import HomeWindow
from desktop.windows.pack_editor import PackEditor
from desktop.windows.packs_window import PacksWindow
from desktop.windows.rescue_dialog import RescueDialog
from desktop.wizard.import_dialog import ImportDialog
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.review import ReviewSection
from desktop.wizard.wizard import ConferenceWizard
from tests.builders import NOON
from tests.pictures.camera import picture_of, wait_until
from tests.pictures.desks import hand_over_pages, province_pages

# logical pixels: letters stay readable in a column of the guide, and the steps keep their names
_SIZE, _WITH_STEPS = (940, 560), (1064, 620)
_REGISTER_TAB = 1
# of the windows that `desks` walks through
_FROM_DESKS = {
    "hand-over-choice": "ban-giao",
    "hand-over-way": "dang-o-dau",
    "desk": "noi-tiep-nhan",
    "desk-receive": "nhan-tu-usb",
    "desk-view-0": "tong-hop",
}


def guide_pictures(workspace: Workspace, other: Workspace) -> Iterator[tuple[str, Image.Image]]:
    """Walk an office through its work, then a desk, which has a store of its own."""
    workspace.store.offices.save(workspace.sample_file().office)
    sample = workspace.add_sample()
    fresh = workspace.copy_conference(
        sample, "Hội nghị điển hình tiên tiến xã Bình Hòa", None, with_delegates=False
    )
    yield from _home(workspace)
    yield from _first_conference(workspace, fresh)
    yield from _list(workspace, fresh)
    window = ConferenceWindow(workspace, sample)
    _show(window, _WITH_STEPS)
    window.go_to(WizardStep.PARTICIPANTS)
    section = window.view(WizardStep.PARTICIPANTS).section
    if isinstance(section, ParticipantsSection):
        section.tabs.setCurrentIndex(_REGISTER_TAB)
    QTest.qWait(1000)  # who stands there twice is counted after the list is shown
    yield "danh-sach", picture_of(window)
    yield from _papers(window)
    yield from _badges(window)
    window.close()
    yield from _packs(workspace)
    yield from _rescue()
    for pages in (hand_over_pages(workspace), province_pages(other, _SIZE)):
        for name, picture in pages:
            if name in _FROM_DESKS:
                yield _FROM_DESKS[name], picture


def _show(window: QWidget, size: tuple[int, int] = _SIZE) -> None:
    window.show()
    window.resize(*size)


def _home(workspace: Workspace) -> Iterator[tuple[str, Image.Image]]:
    home = HomeWindow(workspace)
    _show(home, (_SIZE[0], 380))
    home.list.show_tasks()
    home.finish()
    yield "trang-dau", picture_of(home)
    home.close()


def _first_conference(
    workspace: Workspace, conference_id: str
) -> Iterator[tuple[str, Image.Image]]:
    wizard = ConferenceWizard(workspace, conference_id)
    wizard.start()
    _show(wizard, _WITH_STEPS)
    wizard.go_to(WizardStep.TYPE)
    yield "loai-hoi-nghi", picture_of(wizard)
    wizard.reject()


def _list(workspace: Workspace, conference_id: str) -> Iterator[tuple[str, Image.Image]]:
    path = resource("samples", "binh-hoa", "danh-sach-dai-bieu.xlsx")
    dialog = ImportDialog(workspace.open_draft(conference_id), NOON.year, path)
    _show(dialog)
    wait_until(dialog.import_button.isEnabled)
    yield "nap-danh-sach", picture_of(dialog)
    dialog.reject()


def _papers(window: ConferenceWindow) -> Iterator[tuple[str, Image.Image]]:
    window.go_to(WizardStep.REVIEW)
    section = window.view(WizardStep.REVIEW).section
    if isinstance(section, ReviewSection):
        wait_until(lambda: not section.drawing.is_at_work)
        wait_until(lambda: bool(section.view.pages.pictures))
        QTest.qWait(1500)  # all that is in sight is drawn sharp
    yield "van-ban", picture_of(window)


def _badges(window: ConferenceWindow) -> Iterator[tuple[str, Image.Image]]:
    printing = window.print_badges()
    _show(printing)
    wait_until(printing.save_button.isEnabled)
    QTest.qWait(1500)  # all that is in sight is drawn sharp
    yield "in-the", picture_of(printing)
    printing.reject()


def _packs(workspace: Workspace) -> Iterator[tuple[str, Image.Image]]:
    shelf = PackShelf(workspace, workspace)
    packs = PacksWindow(shelf)
    _show(packs)
    packs.list.choose("binh-hoa-2024", 1)
    yield "bo-quy-tac", picture_of(packs)
    packs.close()
    pack = next(one for one in workspace.packs if one.id == "binh-hoa-2024")
    editor = PackEditor(shelf, shelf.begin(as_version(pack, pack.version + 1)))
    _show(editor)
    yield "soan-bo-quy-tac", picture_of(editor)
    editor.close()


def _rescue() -> Iterator[tuple[str, Image.Image]]:
    backups = [
        Backup(
            path=Path(f"hoinghi-{number}.db"),
            made_at=NOON - timedelta(hours=3 * number),
            reason=Reason.PERIODIC,
            size_bytes=1,
            content=Content(migrations=(), revision=9 - number, conferences=2, delegates=200),
        )
        for number in range(4)
    ]
    place = Path(r"C:\Users\can-bo\AppData\Local\hoinghi\hoinghi.db")
    dialog = RescueDialog(StoreDamaged(place, "integrity_check"), backups)
    dialog.show()
    yield "khoi-phuc", picture_of(dialog)
    dialog.close()
