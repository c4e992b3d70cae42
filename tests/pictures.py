"""Pictures of the program and its papers: `python3 dev.py pictures [DIR [LOOK [PERCENT]]]`.

Without a folder the README's pictures are made anew, small; with one, every page of every window
goes there, at the scale of QT_SCALE_FACTOR, to be looked at, as on a usual screen of that scale;
in a look (light, dark, contrast) and with text so large as the officer may choose.
"""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pypdfium2
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.records import WizardStep
from desktop.app import dress, open_workspace
from desktop.documents.export import render
from desktop.models.pack_beginning import as_next_cycle, as_version, from_nothing
from desktop.models.pack_outline import pages_in_order
from desktop.models.pack_shelf import PackShelf
from desktop.models.workspace import Workspace
from desktop.paths import resource
from desktop.widgets.qt_words import translate_qt
from desktop.widgets.theme import STYLE_ARGUMENTS, Look, wear
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.copy_dialog import CopyDialog
from desktop.windows.home_window import HomeWindow
from desktop.windows.new_pack_dialog import NewPackDialog
from desktop.windows.office_dialog import OfficeDialog
from desktop.windows.pack_compare_dialog import PackCompareDialog
from desktop.windows.pack_editor import PackEditor
from desktop.windows.packs_window import PacksWindow
from desktop.wizard.import_dialog import ImportDialog
from desktop.wizard.newer_pack_dialog import NewerPackDialog
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.review import ReviewSection
from desktop.wizard.schedule import ScheduleSection
from desktop.wizard.steps import SECTIONS
from desktop.wizard.wizard import ConferenceWizard
from tests.builders import NOON
from tests.desktop.rules.every_shape import every_shape

README_FOLDER = resource("pictures")
_COLOURS = 128
_PAPER_WIDTH = 620
_BADGE_BOX = (0.0, 0.0, 0.5, 0.5)  # one badge of a sheet of four
_PATIENCE_S = 60
_LAPTOP, _DESKTOP = (1366, 768), (1920, 1080)  # pixels


def picture_of(widget: QWidget) -> Image.Image:
    """Photograph a widget once it has settled."""
    QTest.qWait(80)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")


def page_picture(data: bytes, number: int, width: int) -> Image.Image:
    """Draw one page of a PDF."""
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[number]
        picture: Image.Image = page.render(scale=width / page.get_width()).to_pil()
        return picture.convert("RGB")


def every_page(workspace: Workspace) -> Iterator[tuple[str, Image.Image]]:
    """Walk through every page of every window with the sample."""
    home = HomeWindow(workspace)
    home.show()
    yield "home-empty", picture_of(home)
    wizard = ConferenceWizard(workspace)
    wizard.start()
    wizard.show()
    yield "wizard-office", picture_of(wizard)
    sample = workspace.add_sample()
    workspace.copy_conference(sample, "Hội nghị điển hình tiên tiến", None, with_delegates=False)
    home.list.show_tasks()
    home.show_icons()
    yield "home", picture_of(home)
    copying = CopyDialog(workspace.summaries()[0].title, workspace.summaries()[0].day, home)
    copying.show()
    yield "copy", picture_of(copying)
    office = OfficeDialog(workspace, home)
    office.show()
    yield "office", picture_of(office)
    fresh = ConferenceWizard(workspace, sample)
    fresh.start()
    fresh.show()
    for step in [section_type.step for section_type in SECTIONS]:
        fresh.go_to(step)
        section = fresh.view(step).section
        yield f"wizard-{step}", _settled(fresh, section)
        if isinstance(section, ScheduleSection):
            section.focus_field("done_tasks")
            yield "wizard-tasks", picture_of(fresh)
        if isinstance(section, ParticipantsSection):
            section.tabs.setCurrentIndex(1)
            yield "wizard-participants-list", picture_of(fresh)
            yield "import", _import_picture(section)
    window = ConferenceWindow(workspace, sample)
    window.show()
    for step in WizardStep:
        window.go_to(step)
        section = window.view(step).section
        yield f"window-{step}", _settled(window, section)
        if isinstance(section, ScheduleSection):
            section.focus_field("done_tasks")
            yield "window-tasks", picture_of(window)
    yield from _badge_pictures(window)
    yield from _pack_pictures(workspace)


def _badge_pictures(window: ConferenceWindow) -> Iterator[tuple[str, Image.Image]]:
    """Print badges, and change their design."""
    printing = window.print_badges()
    _wait_until(printing.save_button.isEnabled)
    yield "badges", picture_of(printing)
    printing.change_design()
    designer = printing.designer
    if designer is None:
        return
    name = next(
        index
        for index, each in enumerate(designer.draft.elements)
        if getattr(each, "field", None) == "name"
    )
    designer.draft.select([name])
    _wait_until(lambda: designer.canvas.has_picture)
    for index in range(designer.tabs.count()):
        designer.tabs.setCurrentIndex(index)
        yield f"badge-designer-{index}", picture_of(designer)
    designer.close()
    printing.reject()


def _wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not is_so() and time.monotonic() < end:
        QTest.qWait(50)


def _pack_pictures(workspace: Workspace) -> Iterator[tuple[str, Image.Image]]:
    """Walk through the window of rule packs and every page of their editor."""
    shelf = PackShelf(workspace)
    newest = every_shape()
    shelf.install(newest)
    whole = shelf.begin(as_version(newest, newest.version + 1))
    moved = shelf.begin(as_next_cycle(newest, 5))
    empty = shelf.begin(from_nothing())
    packs = PacksWindow(shelf)
    packs.show()
    packs.list.choose("binh-hoa-2024", 1)
    yield "packs", picture_of(packs)
    for dialog, name in (
        (NewPackDialog(shelf, [newest], newest, packs), "packs-new"),
        (PackCompareDialog(list(workspace.packs), newest, packs), "packs-compare"),
    ):
        dialog.show()
        yield name, picture_of(dialog)
        dialog.close()
    yield from _newer_version_pictures(workspace, shelf)
    for draft, name in ((empty, "packs-empty"), (moved, "packs-next-cycle")):
        editor = PackEditor(shelf, draft)
        editor.show()
        yield name, picture_of(editor)
        editor.close()
    editor = PackEditor(shelf, whole)
    editor.show()
    for tab in range(1, editor.tabs.count()):
        editor.tabs.setCurrentIndex(tab)
        yield f"packs-tab-{tab}", picture_of(editor)
    editor.tabs.setCurrentIndex(0)
    for number, node in enumerate(pages_in_order(editor.edit.outline.root)):
        editor.edit.show_place(node.path)
        yield f"packs-page-{number:02}-{node.path[-1] if node.path else 'pack'}", picture_of(editor)
    editor.close()


def _newer_version_pictures(
    workspace: Workspace, shelf: PackShelf
) -> Iterator[tuple[str, Image.Image]]:
    """Offer the sample a newer version of its plan, with another limit."""
    sample = workspace.add_sample()
    plan = workspace.open_draft(sample).pack
    if plan is None:
        raise LookupError(sample)
    level = plan.levels[0]
    limits = tuple(msgspec.structs.replace(limit, value=150) for limit in level.limits)
    levels = (msgspec.structs.replace(level, limits=limits),)
    shelf.install(msgspec.structs.replace(plan, version=plan.version + 1, levels=levels))
    window = ConferenceWindow(workspace, sample)
    window.show()
    window.go_to(WizardStep.TYPE)
    yield "window-newer-version", picture_of(window)
    dialog = NewerPackDialog(workspace.open_draft(sample), window)
    dialog.show()
    yield "newer-version", picture_of(dialog)
    dialog.close()
    window.close()


def _settled(frame: QWidget, section: QWidget) -> Image.Image:
    if isinstance(section, ReviewSection):
        deadline = time.monotonic() + _PATIENCE_S
        while not section.view.page_count and time.monotonic() < deadline:
            QTest.qWait(50)
        QTest.qWait(1500)
    return picture_of(frame)


def _import_picture(section: ParticipantsSection) -> Image.Image:
    path = resource("samples", "binh-hoa", "danh-sach-dai-bieu.xlsx")
    dialog = ImportDialog(section.draft, 2025, path, section)
    dialog.show()
    deadline = time.monotonic() + _PATIENCE_S
    while not dialog.import_button.isEnabled() and time.monotonic() < deadline:
        QTest.qWait(50)
    picture = picture_of(dialog)
    dialog.reject()
    return picture


def readme_pictures(workspace: Workspace) -> Iterator[tuple[str, Image.Image]]:
    """Show the window, the plan and a badge."""
    sample = workspace.add_sample()
    window = ConferenceWindow(workspace, sample)
    window.show()
    window.go_to(WizardStep.PROGRAMME)
    yield "window", picture_of(window)
    draft = workspace.open_draft(sample)
    snapshot = draft.snapshot(NOON)
    yield "plan", page_picture(render(snapshot, "plan").data, 0, _PAPER_WIDTH)
    sheet = page_picture(render(snapshot, "badges").data, 0, 2 * _PAPER_WIDTH)
    left, top, right, bottom = _BADGE_BOX
    yield (
        "badge",
        sheet.crop(
            (
                int(sheet.width * left),
                int(sheet.height * top),
                int(sheet.width * right),
                int(sheet.height * bottom),
            )
        ),
    )


def use_the_screen_of_an_office(folder: Path, percent: int) -> None:
    """Draw in memory, unless told otherwise; Qt's own screen there is 800 pixels square."""
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1")) * percent / 100
    width, height = _DESKTOP if scale > 1 else _LAPTOP
    screen = {"name": "office", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    description = folder / "screens.json"
    description.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={description}")


def main(arguments: list[str]) -> int:
    """Make the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        percent = int(arguments[2]) if len(arguments) > 2 else 100
        use_the_screen_of_an_office(Path(folder), percent)
        return _make_pictures(arguments, Path(folder))


def _make_pictures(arguments: list[str], folder: Path) -> int:
    application = QApplication([sys.argv[0], *STYLE_ARGUMENTS])
    dress(application)
    folder_name, look, percent = (*arguments, "", "", "")[:3]
    wear(Look(look), int(percent or 100))
    translate_qt()
    target = Path(folder_name) if folder_name else README_FOLDER
    target.mkdir(parents=True, exist_ok=True)
    workspace = open_workspace(folder, lambda: NOON, lambda: uuid.uuid4().hex)
    pictures = every_page(workspace) if arguments else readme_pictures(workspace)
    for name, picture in pictures:
        path = target / f"{name}.png"
        if arguments:
            picture.save(path)
        else:
            picture.quantize(_COLOURS).save(path, optimize=True)
        sys.stdout.write(f"{path}\n")
    workspace.store.close()
    application.closeAllWindows()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
