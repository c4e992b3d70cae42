"""Every page of every window with the sample, to be looked at."""

from __future__ import annotations

import time
from collections.abc import Iterator

import msgspec
from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from db.records import WizardStep
from desktop.guide_pages import pages
from desktop.models.pack_beginning import as_next_cycle, as_version, from_nothing
from desktop.models.pack_outline import pages_in_order
from desktop.models.pack_shelf import PackShelf
from desktop.models.workspace import Workspace
from desktop.paths import resource
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.copy_dialog import CopyDialog
from desktop.windows.guide_window import GuideWindow
from desktop.windows.home_window import HomeWindow
from desktop.windows.new_pack_dialog import NewPackDialog
from desktop.windows.office_dialog import OfficeDialog
from desktop.windows.pack_compare_dialog import PackCompareDialog
from desktop.windows.pack_editor import PackEditor
from desktop.windows.packs_window import PacksWindow
from desktop.windows.tour import Tour, stops
from desktop.wizard.import_dialog import ImportDialog
from desktop.wizard.newer_pack_dialog import NewerPackDialog
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.review import ReviewSection
from desktop.wizard.schedule import ScheduleSection
from desktop.wizard.steps import SECTIONS
from desktop.wizard.wizard import ConferenceWizard
from tests.desktop.rules.every_shape import every_shape
from tests.pictures.camera import PATIENCE_S, picture_of, wait_until


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
    home.finish()
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
    yield from _help_pictures(window)
    yield from _pack_pictures(workspace)


def _badge_pictures(window: ConferenceWindow) -> Iterator[tuple[str, Image.Image]]:
    """Print badges, and change their design."""
    printing = window.print_badges()
    wait_until(printing.save_button.isEnabled)
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
    wait_until(lambda: designer.canvas.has_picture)
    for index in range(designer.tabs.count()):
        designer.tabs.setCurrentIndex(index)
        yield f"badge-designer-{index}", picture_of(designer)
    designer.close()
    printing.reject()


def _help_pictures(window: ConferenceWindow) -> Iterator[tuple[str, Image.Image]]:
    """Open every page of the guide, search it, and walk through the tour."""
    guide = GuideWindow()
    guide.show()
    for page in pages():
        guide.show_place(page.name)
        yield f"guide-{page.name.removesuffix('.html')}", picture_of(guide)
    guide.search_field.setText("in the")
    yield "guide-search", picture_of(guide)
    guide.close()
    tour = Tour(window)
    for number in range(len(stops())):
        yield f"tour-{number + 1}", picture_of(window)
        tour.go_on()


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
        deadline = time.monotonic() + PATIENCE_S
        while not section.view.page_count and time.monotonic() < deadline:
            QTest.qWait(50)
        QTest.qWait(1500)
    return picture_of(frame)


def _import_picture(section: ParticipantsSection) -> Image.Image:
    path = resource("samples", "binh-hoa", "danh-sach-dai-bieu.xlsx")
    dialog = ImportDialog(section.draft, 2025, path, section)
    dialog.show()
    deadline = time.monotonic() + PATIENCE_S
    while not dialog.import_button.isEnabled() and time.monotonic() < deadline:
        QTest.qWait(50)
    picture = picture_of(dialog)
    dialog.reject()
    return picture
