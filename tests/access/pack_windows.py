"""The windows of rule packs."""

from __future__ import annotations

from desktop.models.pack_beginning import as_next_cycle, as_version, from_nothing
from desktop.models.pack_outline import pages_in_order
from desktop.windows.new_pack_dialog import NewPackDialog
from desktop.windows.pack_compare_dialog import PackCompareDialog
from desktop.windows.pack_editor import PackEditor
from desktop.windows.packs_window import PacksWindow
from tests.access.registry import shows
from tests.access.stage import Shown, Stage, each_tab, settle
from tests.desktop.widgets.pack_form.pages import unfold


@shows(PacksWindow)
def packs(stage: Stage) -> Shown:
    _ = stage.newest
    window = PacksWindow(stage.shelf)
    stage.show(window)
    window.list.choose("binh-hoa-2024", 1)
    settle()
    yield from each_tab("packs", window)


@shows(NewPackDialog)
def new_pack(stage: Stage) -> Shown:
    yield "new", stage.show(NewPackDialog(stage.shelf, [stage.newest], stage.newest))


@shows(PackCompareDialog)
def compare(stage: Stage) -> Shown:
    packs = [stage.newest, *stage.office.packs]
    yield "two packs", stage.show(PackCompareDialog(packs, stage.newest))


@shows(PackEditor)
def editor(stage: Stage) -> Shown:
    newest, shelf = stage.newest, stage.shelf
    for name, beginning in (("nothing", from_nothing()), ("cycle", as_next_cycle(newest, 5))):
        yield name, stage.show(PackEditor(shelf, shelf.begin(beginning)))
    whole = PackEditor(shelf, shelf.begin(as_version(newest, newest.version + 1)))
    yield from each_tab("whole", stage.show(whole))
    for node in pages_in_order(whole.edit.outline.root):
        whole.edit.page.show_page(node)
        unfold(whole.edit.page.form)
        settle()
        yield f"page {'/'.join(map(str, node.path))}", whole
