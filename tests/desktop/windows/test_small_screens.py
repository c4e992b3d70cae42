"""A screen of 1920 x 1080 pixels at twice the size, the smallest that offices work on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from db.records import WizardStep
from desktop.app import dress
from desktop.documents.badges.layout import Text
from desktop.models.pack_beginning import as_version
from desktop.models.pack_outline import pages_in_order
from desktop.models.pack_shelf import PackShelf
from desktop.models.updates import Updates
from desktop.models.workspace import Workspace
from desktop.program_form import Form
from desktop.widgets.findings_panel import FindingsPanel
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.hand_over_dialog import HandOverDialog
from desktop.windows.home_window import HomeWindow
from desktop.windows.pack_editor import PackEditor
from desktop.windows.packs_window import PacksWindow
from desktop.windows.update_dialog import UpdateDialog
from desktop.wizard.import_dialog import ImportDialog
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.section_view import SectionView
from desktop.wizard.step_list import StepList
from desktop.wizard.steps import SECTIONS
from desktop.wizard.wizard import ConferenceWizard
from tests.builders import an_office
from tests.desktop.handoff.offices import settled
from tests.desktop.handoff.updating import CURRENT, an_update, put_update
from tests.desktop.rules.every_shape import every_shape
from tests.desktop.widgets.pack_form.pages import unfold
from tests.hands import child

WIDTH, HEIGHT = 960, 500  # logical pixels, the system's own bars taken off


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    """Dress as officers see it: their widths depend on the words, the font and the sheet."""
    plain = qapp.font(), qapp.palette()
    dress(qapp)
    yield
    qapp.setStyleSheet("")
    qapp.setFont(plain[0])
    qapp.setPalette(plain[1])
    QLocale.setDefault(QLocale.c())


def _shown(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.show()
    window.resize(WIDTH, HEIGHT)
    qtbot.waitUntil(lambda: window.width() == WIDTH)


def _sideways(view: SectionView) -> int:
    return child(view, QScrollArea).horizontalScrollBar().maximum()


@pytest.mark.parametrize("step", [section.step for section in SECTIONS])
def test_no_page_of_the_wizard_has_to_be_scrolled_sideways(
    qtbot: QtBot, workspace: Workspace, step: WizardStep
) -> None:
    wizard = ConferenceWizard(workspace, workspace.add_sample())
    wizard.start()
    _shown(qtbot, wizard)
    wizard.go_to(step)
    qtbot.wait(50)
    assert _sideways(wizard.view(step)) == 0


@pytest.mark.parametrize("step", WizardStep)
def test_no_section_of_the_window_has_to_be_scrolled_sideways(
    qtbot: QtBot, workspace: Workspace, step: WizardStep
) -> None:
    window = ConferenceWindow(workspace, workspace.add_sample())
    _shown(qtbot, window)
    window.go_to(step)
    qtbot.wait(50)
    assert _sideways(window.view(step)) == 0


def test_the_steps_are_numbers_where_their_names_have_no_room(
    qtbot: QtBot, workspace: Workspace
) -> None:
    wizard = ConferenceWizard(workspace, workspace.add_sample())
    wizard.start()
    _shown(qtbot, wizard)
    steps = child(wizard, StepList)
    assert [steps.item(row).text() for row in range(3)] == ["1", "2", "3"]
    assert steps.item(4).toolTip() == "5. Chương trình"
    wizard.resize(1180, 720)
    qtbot.waitUntil(lambda: steps.item(4).text() == "5. Chương trình")


def test_the_list_of_conferences_keeps_titles_readable(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.add_sample()
    home = HomeWindow(workspace)
    _shown(qtbot, home)
    qtbot.waitUntil(lambda: home.list.isColumnHidden(5))
    assert home.list.columnWidth(0) >= 260
    home.resize(1400, 700)
    qtbot.waitUntil(lambda: not home.list.isColumnHidden(5))
    assert home.list.horizontalHeader().length() == home.list.viewport().width()


def test_the_hand_over_fits(qtbot: QtBot, workspace: Workspace) -> None:
    dialog = HandOverDialog(workspace, workspace.add_sample())
    _shown(qtbot, dialog)
    for tab in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(tab)
        assert dialog.minimumSizeHint().width() <= WIDTH
        assert dialog.minimumSizeHint().height() <= HEIGHT
    dialog.close()


def test_the_import_fits(qtbot: QtBot, workspace: Workspace) -> None:
    dialog = ImportDialog(workspace.open_draft(workspace.add_sample()), 2025, None)
    _shown(qtbot, dialog)
    assert dialog.minimumSizeHint().width() <= WIDTH


def _page_sideways(editor: PackEditor) -> int:
    bar: QScrollArea = child(editor.edit.page, QScrollArea)
    return bar.horizontalScrollBar().maximum()


def test_no_page_of_the_pack_editor_has_to_be_scrolled_sideways(
    qtbot: QtBot, shelf: PackShelf
) -> None:
    editor = PackEditor(shelf, shelf.begin(as_version(every_shape(), 4)))
    _shown(qtbot, editor)
    wide = []
    for node in pages_in_order(editor.edit.outline.root):
        editor.edit.page.show_page(node)
        unfold(editor.edit.page.form)
        qtbot.wait(20)
        if _page_sideways(editor):
            wide.append((node.path, _page_sideways(editor)))
    assert wide == []


def test_the_tabs_of_the_pack_editor_fit(qtbot: QtBot, shelf: PackShelf) -> None:
    editor = PackEditor(shelf, shelf.begin(as_version(every_shape(), 4)))
    _shown(qtbot, editor)
    for place in range(editor.tabs.count()):
        editor.tabs.setCurrentIndex(place)
        qtbot.wait(20)
        assert editor.width() == WIDTH
        assert editor.minimumSizeHint().width() <= WIDTH
        assert editor.minimumSizeHint().height() <= HEIGHT


def test_the_window_of_rule_packs_fits(qtbot: QtBot, shelf: PackShelf) -> None:
    window = PacksWindow(shelf)
    _shown(qtbot, window)
    assert window.minimumSizeHint().width() <= WIDTH
    assert window.minimumSizeHint().height() <= HEIGHT
    assert window.list.horizontalScrollBar().maximum() == 0


def test_the_home_window_keeps_its_width(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.store.offices.save(an_office())
    home = HomeWindow(workspace)
    _shown(qtbot, home)
    assert home.minimumSizeHint().width() <= WIDTH


def test_badges_are_printed_and_designed_on_a_small_screen(
    qtbot: QtBot, workspace: Workspace
) -> None:
    window = ConferenceWindow(workspace, workspace.add_sample())
    qtbot.addWidget(window)
    printing = window.print_badges()
    _shown(qtbot, printing)
    assert printing.height() <= HEIGHT
    printing.change_design()
    designer = printing.designer
    assert designer is not None
    _shown(qtbot, designer)
    assert designer.height() <= HEIGHT
    texts = [isinstance(each, Text) for each in designer.draft.elements]
    designer.draft.select([texts.index(True)])
    for area in (*printing.findChildren(QScrollArea), *designer.findChildren(QScrollArea)):
        page = area.widget()
        if page is not None and area.isVisible():
            assert page.minimumSizeHint().width() <= area.viewport().width()
    designer.close()


def _register_rows(qtbot: QtBot, workspace: Workspace, size: tuple[int, int]) -> float:
    """Open the list of delegates of the sample in a window, and count the rows in sight."""
    window = ConferenceWindow(workspace, workspace.add_sample())
    qtbot.addWidget(window)
    window.show()
    window.resize(*size)
    window.go_to(WizardStep.PARTICIPANTS)
    section = window.view(WizardStep.PARTICIPANTS).section
    assert isinstance(section, ParticipantsSection)
    section.tabs.setCurrentIndex(1)
    qtbot.wait(50)
    table = section.register.table
    assert window.size().toTuple() == size
    page = child(window.view(WizardStep.PARTICIPANTS), QScrollArea)
    assert page.verticalScrollBar().maximum() == 0
    assert page.horizontalScrollBar().maximum() == 0
    return table.viewport().height() / table.rowHeight(0)


def test_six_people_are_seen_on_an_old_laptop_twice_as_large(
    qtbot: QtBot, workspace: Workspace
) -> None:
    assert _register_rows(qtbot, workspace, (683, 344)) >= 6


def test_ten_people_are_seen_on_an_old_laptop(qtbot: QtBot, workspace: Workspace) -> None:
    assert _register_rows(qtbot, workspace, (1280, 688)) >= 10


def test_a_narrow_window_shows_the_findings_when_they_are_asked_for(
    qtbot: QtBot, workspace: Workspace
) -> None:
    window = ConferenceWindow(workspace, workspace.add_sample())
    _shown(qtbot, window)
    window.go_to(WizardStep.PARTICIPANTS)
    panel = child(window, FindingsPanel)
    assert panel.isVisible()
    assert not window.findings_action.isVisible()
    window.resize(683, 344)
    qtbot.waitUntil(lambda: not panel.isVisible())
    assert window.findings_action.text() == "Cần xem (0)"
    window.findings_action.trigger()
    assert panel.isVisible()


def test_a_list_is_imported_on_an_old_laptop_twice_as_large(
    qtbot: QtBot, workspace: Workspace
) -> None:
    dialog = ImportDialog(workspace.open_draft(workspace.add_sample()), 2025, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.session.paste("Họ và tên\tNăm sinh\nNguyễn Thị Ước\t1980\nY Wang Niê\t1975\n", "")
    qtbot.waitUntil(lambda: dialog.session.plan is not None, timeout=20_000)
    tabs, columns = dialog.preview.tabs, dialog.columns
    whole = tabs.count()
    dialog.resize(683, 344)
    qtbot.waitUntil(lambda: tabs.count() == whole + 2)
    assert dialog.size().toTuple() == (683, 344)
    tabs.setCurrentIndex(0)
    assert columns.isVisible()
    assert dialog.head.sender_field.isVisible()
    tabs.setCurrentIndex(tabs.count() - 1)
    assert dialog.preview.groups.isVisible()
    tabs.setCurrentIndex(1)
    table = dialog.preview.people_table
    qtbot.waitUntil(lambda: table.viewport().height() >= 2 * table.rowHeight(0))
    dialog.resize(1240, 720)
    qtbot.waitUntil(lambda: tabs.count() == whole)
    assert columns.isVisible()
    assert dialog.head.sender_field.isVisible()
    assert dialog.preview.groups.isVisible()
    dialog.reject()


@pytest.mark.parametrize("tab", range(4))
def test_no_part_of_the_participants_is_scrolled_sideways_on_an_old_laptop(
    qtbot: QtBot, workspace: Workspace, tab: int
) -> None:
    window = ConferenceWindow(workspace, workspace.add_sample())
    qtbot.addWidget(window)
    window.show()
    window.resize(683, 344)
    window.go_to(WizardStep.PARTICIPANTS)
    section = window.view(WizardStep.PARTICIPANTS).section
    assert isinstance(section, ParticipantsSection)
    section.tabs.setCurrentIndex(tab)
    qtbot.wait(50)
    assert window.width() == 683
    assert _sideways(window.view(WizardStep.PARTICIPANTS)) == 0


def test_a_newer_version_is_read_to_its_end_on_a_small_screen(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    settled(workspace.store)
    news = tuple(f"Điểm mới thứ {number} của bản này." for number in range(1, 41))
    path = put_update(tmp_path, an_update(news=news))
    dialog = UpdateDialog(Updates(workspace, form=Form.WINDOWS, version=CURRENT))
    _shown(qtbot, dialog)
    dialog.read(path)
    qtbot.waitUntil(dialog.shown.isVisible, timeout=30_000)
    dialog.resize(WIDTH, HEIGHT)
    assert (dialog.width(), dialog.height()) == (WIDTH, HEIGHT)
    assert dialog.shown.verticalScrollBar().maximum() > 0
    assert dialog.shown.horizontalScrollBar().maximum() == 0
    assert dialog.rect().contains(dialog.press_button.geometry())
    dialog.reject()
