"""Which page F1 opens: every window, section and dialog has one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog, QMainWindow, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import desktop.windows
import desktop.wizard
from db.records import WizardStep
from desktop.guide_pages import INDEX, read_page
from desktop.models.workspace import Workspace
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.guide_places import PLACES, place_of
from desktop.windows.hand_over_dialog import HandOverDialog
from desktop.windows.home_window import HomeWindow
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.section import Section
from desktop.wizard.session_dialog import SessionDialog
from desktop.wizard.wizard import ConferenceWizard
from tests.builders import an_office

KINDS = (QDialog, QMainWindow, Section)
ONLY_BASES = {"Section", "SessionDialog"}


def own_classes() -> Iterator[type]:
    """Find every class of widget that the windows are made of."""
    for package in (desktop.windows, desktop.wizard):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for thing in vars(module).values():
                if isinstance(thing, type) and thing.__module__ == module.__name__:
                    yield thing


def test_every_window_dialog_and_section_has_its_place() -> None:
    without = [
        kind.__name__
        for kind in own_classes()
        if issubclass(kind, KINDS)
        and not kind.__name__.startswith("_")
        and kind.__name__ not in ONLY_BASES
        and not any(one.__name__ in PLACES for one in kind.__mro__)
    ]
    assert without == []
    assert issubclass(SessionDialog, QDialog)


def test_every_name_in_the_table_is_one_class() -> None:
    names = [kind.__name__ for kind in own_classes() if issubclass(kind, QWidget)]
    assert [name for name in PLACES if names.count(name) != 1] == [QMessageBox.__name__]


@pytest.mark.parametrize("place", sorted(set(PLACES.values())))
def test_every_place_is_in_the_guide(place: str) -> None:
    name, _, anchor = place.partition("#")
    assert anchor in {part.anchor for part in read_page(name).parts}


def test_a_section_counts_before_its_window_and_its_open_tab_before_it(
    qtbot: QtBot, workspace: Workspace
) -> None:
    window = ConferenceWindow(workspace, workspace.add_sample())
    qtbot.addWidget(window)
    window.show()
    window.go_to(WizardStep.REVIEW)
    assert place_of(window) == "van-ban.html"
    window.go_to(WizardStep.PARTICIPANTS)
    section = window.view(WizardStep.PARTICIPANTS).section
    assert isinstance(section, ParticipantsSection)
    assert place_of(section.tabs) == "hoi-nghi-dau-tien.html#tam-buoc"
    section.tabs.setCurrentIndex(1)
    assert place_of(window) == place_of(section.tabs) == "danh-sach.html"
    assert place_of(section.register.table) == "danh-sach.html"


def test_a_message_over_a_dialog_has_the_place_of_trouble(
    qtbot: QtBot, workspace: Workspace
) -> None:
    home = HomeWindow(workspace)
    qtbot.addWidget(home)
    home.show()
    assert place_of(home.new_button) == place_of(None) == INDEX
    assert place_of(QMessageBox(home)) == "su-co.html"
    assert place_of(QDialog(home)) == INDEX


def test_each_tab_of_the_hand_over_has_its_own(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.store.offices.save(an_office())
    dialog = HandOverDialog(workspace, workspace.add_sample())
    qtbot.addWidget(dialog)
    dialog.show()
    seen = []
    for index in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(index)
        seen.append(place_of(dialog.tabs.tabBar()))
    assert seen == ["ban-giao.html#gui", "ban-giao.html#chep", "ban-giao.html#chuan-bi"]


def test_the_wizard_has_the_place_of_its_page(qtbot: QtBot, workspace: Workspace) -> None:
    wizard = ConferenceWizard(workspace)
    qtbot.addWidget(wizard)
    wizard.start()
    wizard.show()
    assert place_of(wizard) == "hoi-nghi-dau-tien.html#co-quan"
