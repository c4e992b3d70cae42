from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.rules.make_up import listed
from desktop.widgets.gauge_line import GaugeLine
from tests.builders import a_conference, a_delegate


def test_the_line_says_what_the_gauge_says_and_opens_it(qtbot: QtBot) -> None:
    line = GaugeLine()
    qtbot.addWidget(line)
    line.show_make_up(listed(a_conference(), (a_delegate(1), a_delegate(2)), None, ()))
    assert line.words.whole_text == "2 people in all"
    opened: list[bool] = []
    line.toggled.connect(opened.append)
    assert line.button.text() == "▸ Make-up"
    line.button.click()
    assert (line.button.text(), line.is_open) == ("▾ Make-up", True)
    line.button.click()
    assert opened == [True, False]
