from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.widgets.busy_page import BusyPage


def test_it_begins_not_knowing_how_much_there_is_and_then_counts(qtbot: QtBot) -> None:
    page = BusyPage("Photos read")
    qtbot.addWidget(page)
    assert (page.bar.minimum(), page.bar.maximum()) == (0, 0)
    assert page.bar.accessibleName() == "Photos read"
    page.count(3, 10)
    assert (page.bar.value(), page.bar.maximum()) == (3, 10)
    page.count()
    assert page.bar.maximum() == 0


def test_its_words_are_there_only_when_there_is_something_to_say(qtbot: QtBot) -> None:
    page = BusyPage("Photos read", stop="Stop reading")
    qtbot.addWidget(page)
    assert page.label.isHidden()
    page.say("<b>ds.xlsx</b>")
    assert not page.label.isHidden()
    assert page.label.text() == "<b>ds.xlsx</b>"
    assert page.stop_button.text() == "Stop reading"
