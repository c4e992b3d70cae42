"""The windows of an office: home, wizard, conference, and the dialogs of both."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtWidgets import QWidget

from db.backups import Backup, Content, Reason
from db.errors import StoreDamaged, StoreFull
from db.records import Quota, WizardStep
from desktop.models.delegate_columns import delegate_columns
from desktop.models.delegate_rows import DelegateRows
from desktop.models.pack_shelf import PackShelf
from desktop.models.pasted_cells import plan_paste
from desktop.models.register_views import ColumnPlace
from desktop.paths import resource
from desktop.support_facts import known_of_store
from desktop.windows.about_dialog import AboutDialog
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.copy_dialog import CopyDialog
from desktop.windows.display_dialog import DisplayDialog
from desktop.windows.fault_dialog import FaultDialog
from desktop.windows.guide_window import GuideWindow
from desktop.windows.home_window import HomeWindow
from desktop.windows.office_dialog import OfficeDialog
from desktop.windows.rescue_dialog import RescueDialog
from desktop.windows.support_dialog import SupportDialog
from desktop.wizard.columns_dialog import ColumnsDialog
from desktop.wizard.crop_dialog import CropDialog
from desktop.wizard.decision_dialog import DecisionDialog
from desktop.wizard.directory_dialog import DirectoryDialog
from desktop.wizard.field_dialog import FieldDialog
from desktop.wizard.import_dialog import ImportDialog
from desktop.wizard.list_export_dialog import ListExportDialog
from desktop.wizard.newer_pack_dialog import NewerPackDialog
from desktop.wizard.numbers_dialog import NumbersDialog
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.paste_dialog import PasteDialog
from desktop.wizard.photo_folder_dialog import PhotoFolderDialog
from desktop.wizard.quota_panel import QuotaPanel
from desktop.wizard.review import ReviewSection
from desktop.wizard.schedule import ScheduleSection
from desktop.wizard.section_view import SectionView
from desktop.wizard.share_dialog import ShareDialog
from desktop.wizard.steps import SECTIONS
from desktop.wizard.units_dialog import UnitsDialog
from desktop.wizard.wizard import ConferenceWizard
from tests.access.registry import shows
from tests.access.stage import Shown, Stage, each_tab, settle, wait_until
from tests.builders import NOON
from tests.desktop.pictures import a_picture, a_preview

_LIST = resource("samples", "binh-hoa", "danh-sach-dai-bieu.xlsx")


@shows(HomeWindow)
def home(stage: Stage) -> Shown:
    yield "empty", stage.show(HomeWindow(stage.workspace("empty")))
    workspace = stage.office
    workspace.copy_conference(stage.sample, "Hội nghị tổng kết", None, with_delegates=False)
    workspace.is_desk = True
    window = HomeWindow(workspace)
    window.list.show_tasks()
    stage.show(window)
    window.list.selectRow(0)
    settle()
    yield "with conferences", window
    window.delete_current()
    settle()
    yield "after deleting", window
    workspace.is_desk = False


@shows(ConferenceWizard)
def wizard(stage: Stage) -> Shown:
    fresh = ConferenceWizard(stage.workspace("first"))
    fresh.start()
    yield "the office", stage.show(fresh)
    opened = ConferenceWizard(stage.office, stage.sample)
    opened.start()
    stage.show(opened)
    for step in [section.step for section in SECTIONS]:
        opened.go_to(step)
        yield from _section(str(step), opened, opened.view(step))


@shows(ConferenceWindow)
def conference(stage: Stage) -> Shown:
    window = ConferenceWindow(stage.office, stage.sample)
    stage.show(window)
    for step in WizardStep:
        window.go_to(step)
        yield from _section(str(step), window, window.view(step))


def _section(name: str, window: QWidget, view: SectionView) -> Shown:
    section = view.section
    if isinstance(section, ReviewSection) and isinstance(window, ConferenceWindow):
        wait_until(lambda: section.view.page_count)
    settle()
    yield from each_tab(name, window)
    if isinstance(section, ScheduleSection):
        section.focus_field("done_tasks")
        settle()
        yield f"{name}, tasks", window
    if isinstance(section, ParticipantsSection):
        section.tabs.setCurrentIndex(1)
        section.register.table.selectRow(0)
        settle()
        yield f"{name}, one person", window


@shows(ImportDialog)
def import_dialog(stage: Stage) -> Shown:
    workspace = stage.office
    bare = workspace.copy_conference(stage.sample, "Chưa ai", None, with_delegates=False)
    dialog = ImportDialog(workspace.open_draft(bare), 2025, None)
    yield "asking", stage.show(dialog)
    dialog.session.open(_LIST)
    settle()
    yield "reading", dialog
    wait_until(dialog.import_button.isEnabled)
    settle()
    yield from each_tab("read", dialog)
    dialog.reject()


@shows(DirectoryDialog)
def directory(stage: Stage) -> Shown:
    workspace = stage.office
    copy = workspace.copy_conference(stage.sample, "Hội nghị 2030", None, with_delegates=False)
    dialog = DirectoryDialog(workspace.open_draft(copy))
    stage.show(dialog)
    dialog.table.selectRow(0)
    settle()
    yield "people", dialog


@shows(FieldDialog)
def field(stage: Stage) -> Shown:
    rows = DelegateRows()
    rows.show(stage.draft.delegates, stage.draft.conference.groups, 2025)
    for key in ("", "unit", "birth", "group_id", "honours"):
        yield key, stage.show(FieldDialog(rows, stage.draft.delegates, key))


@shows(NumbersDialog)
def numbers(stage: Stage) -> Shown:
    people, groups = stage.draft.delegates, stage.draft.conference.groups
    yield "first", stage.show(NumbersDialog(people, groups, "theo vần tên"))
    made = "06/01/2025 12:00"
    yield "after printing", stage.show(NumbersDialog(people, groups, "theo vần tên", made))


@shows(ListExportDialog)
def list_export(stage: Stage) -> Shown:
    people = stage.draft.delegates
    dialog = ListExportDialog(stage.draft, people, people[:5], people[:1])
    yield from each_tab("fields", stage.show(dialog))


@shows(ColumnsDialog)
def columns(stage: Stage) -> Shown:
    titles = {one.key: one.title for one in delegate_columns(stage.draft.conference.groups, 2025)}
    places = [ColumnPlace(key, 100) for key in titles]
    yield "columns", stage.show(ColumnsDialog(places, titles))


@shows(PasteDialog)
def paste(stage: Stage) -> Shown:
    people = stage.draft.delegates
    shown = delegate_columns(stage.draft.conference.groups, 2025)
    plan = plan_paste("Thôn Bốn\t5/1975\nThôn Năm\tnăm ngoái", people, shown, (0, 2))
    yield "cells", stage.show(PasteDialog(plan))


@shows(PhotoFolderDialog)
def photos(stage: Stage) -> Shown:
    folder = stage.folder / "ảnh"
    for name in (stage.draft.delegates[0].name, "la"):
        a_picture(folder / f"{name}.jpg")
    (folder / f"{stage.draft.delegates[1].name}.jpg").write_bytes(b"no picture")
    dialog = PhotoFolderDialog(stage.draft)
    yield "asking", stage.show(dialog)
    dialog.begin([folder])
    wait_until(dialog.store_button.isEnabled)
    settle()
    yield from each_tab("found", dialog)
    dialog.reject()


@shows(CropDialog)
def crop(stage: Stage) -> Shown:
    yield "a photo", stage.show(CropDialog(a_preview(stage.folder)))


@shows(DecisionDialog)
def decision(stage: Stage) -> Shown:
    draft = stage.office.open_draft(
        stage.office.copy_conference(stage.sample, "Trễ hạn", None, with_delegates=False)
    )
    groups = tuple(msgspec.structs.replace(one, target=900) for one in draft.conference.groups)
    draft.change(groups=groups)
    for finding in draft.findings:
        yield str(finding.code), stage.show(DecisionDialog(finding, None, NOON.date()))


@shows(ShareDialog)
def share(stage: Stage) -> Shown:
    panel = QuotaPanel(stage.draft)
    stage.show(panel)
    matrix = panel._make_matrix()
    kept = (Quota(unit="Thôn 1", group_id=stage.draft.conference.groups[0].id, places=4, base=7),)
    yield "places", stage.show(ShareDialog(matrix, kept, matrix.columns[1]))


@shows(UnitsDialog)
def units(stage: Stage) -> Shown:
    yield "bare", stage.show(UnitsDialog(()))
    yield "offered", stage.show(UnitsDialog(("Buôn Krang", "Thôn 1")))


@shows(NewerPackDialog)
def newer_pack(stage: Stage) -> Shown:
    workspace = stage.workspace("newer")
    sample = workspace.add_sample()
    plan = workspace.open_draft(sample).pack
    if plan is None:
        raise LookupError(sample)
    level = plan.levels[0]
    limits = tuple(msgspec.structs.replace(limit, value=100) for limit in level.limits)
    levels = (msgspec.structs.replace(level, limits=limits),)
    newer = msgspec.structs.replace(plan, version=plan.version + 1, levels=levels)
    shelf = PackShelf(workspace)
    shelf.install(newer)
    shelf.deleteLater()
    window = ConferenceWindow(workspace, sample)
    window.go_to(WizardStep.TYPE)
    yield "offered", stage.show(window)
    yield "changes", stage.show(NewerPackDialog(workspace.open_draft(sample)))


@shows(CopyDialog)
def copy(stage: Stage) -> Shown:
    yield "copy", stage.show(CopyDialog("Hội nghị điển hình tiên tiến", NOON.date()))


@shows(OfficeDialog)
def office(stage: Stage) -> Shown:
    yield "office", stage.show(OfficeDialog(stage.office))


@shows(AboutDialog)
def about(stage: Stage) -> Shown:
    yield from each_tab("about", stage.show(AboutDialog(stage.folder)))


@shows(RescueDialog)
def rescue(stage: Stage) -> Shown:
    damage = StoreDamaged(Path("hoinghi.db"), "integrity_check")
    content = Content(migrations=("m1",), revision=7, conferences=2, delegates=200)
    backup = Backup(
        path=stage.folder / "b.db", made_at=NOON, reason=Reason.EXIT, size_bytes=1, content=content
    )
    yield "a backup", stage.show(RescueDialog(damage, [backup]))
    yield "none", stage.show(RescueDialog(damage, []))


@shows(DisplayDialog)
def display(stage: Stage) -> Shown:
    yield "colours and size", stage.show(DisplayDialog())


@shows(FaultDialog)
def fault(stage: Stage) -> Shown:
    yield "of ours", stage.show(FaultDialog(ValueError(), stage.office))
    yield "of the disk", stage.show(FaultDialog(StoreFull(Path("hoinghi.db")), stage.office))


@shows(SupportDialog)
def support(stage: Stage) -> Shown:
    known = known_of_store(stage.office.store)
    dialog = SupportDialog(stage.folder, known, lambda: NOON)
    yield "a report", stage.show(dialog)
    dialog.reject()


@shows(GuideWindow)
def guide(stage: Stage) -> Shown:
    yield "the index", stage.show(GuideWindow())
