"""A section in its frame."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop.widgets.labels import PlainLabel
from desktop.wizard.content import ContentSection
from desktop.wizard.section_view import SectionView
from tests.desktop.conftest import OpenDraft
from tests.hands import child


def test_a_section_is_built_when_it_is_first_shown(open_draft: OpenDraft, qtbot: QtBot) -> None:
    view = SectionView(ContentSection, open_draft())
    qtbot.addWidget(view)
    view.flush()
    assert not view.is_built
    assert view.section is view.section
    assert view.is_built


def test_the_field_with_the_focus_is_scrolled_into_sight(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    view = SectionView(ContentSection, open_draft(tasks=("một", "hai")))
    qtbot.addWidget(view)
    section = view.section
    view.resize(700, 300)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    section.focus_field("movements")
    scroll = child(view, QScrollArea)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().value() > 0)


def test_no_texts_are_promised_where_there_is_no_plan(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft()
    pack_id = draft.conference.rule_pack_id
    view = SectionView(ContentSection, draft)
    qtbot.addWidget(view)
    promise = ContentSection.subtitle()
    assert promise in [label.text() for label in view.findChildren(PlainLabel)]
    draft.change(rule_pack_id="")
    shown = [label.text() for label in view.findChildren(PlainLabel)]
    assert promise not in shown
    assert "No plan is chosen, so nothing is filled in; write what your office says." in shown
    draft.change(rule_pack_id=pack_id)
    assert promise in [label.text() for label in view.findChildren(PlainLabel)]
