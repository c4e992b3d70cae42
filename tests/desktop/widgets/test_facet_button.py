"""A button that filters by one thing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.facet_button import FacetButton, FacetValue


@pytest.fixture
def button(qtbot: QtBot) -> FacetButton:
    made = FacetButton("Unit")
    qtbot.addWidget(made)
    made.show()
    return made


def _rows(button: FacetButton) -> list[str]:
    items = [button.popup.list.item(row) for row in range(button.popup.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_it_says_what_is_ticked(button: FacetButton) -> None:
    assert button.text() == "Unit ▾"
    assert button.accessibleName() == "Unit: all"
    button.show_values({"a": "Ban A & B"})
    assert button.text() == "Unit: Ban A && B ▾"
    assert button.property("state") == "on"
    button.show_values({"a": "Ban A", "b": "<b>Ban B</b>"})
    assert button.text() == "Unit: 2 ▾"
    assert button.toolTip() == "<qt>Ban A; &lt;b&gt;Ban B&lt;/b&gt;</qt>"
    assert button.accessibleName() == "Unit: Ban A; <b>Ban B</b>"
    assert button.values == {"a", "b"}
    button.show_values({}, 7)
    assert button.text() == "Unit (7) ▾"


def test_values_are_asked_for_when_it_opens_and_told_when_ticked(
    button: FacetButton, qtbot: QtBot
) -> None:
    button.show_values({"b": "Thôn Hai"})
    values = [FacetValue("a", "Thôn Một", 3), FacetValue("b", "Thôn Hai", 1)]
    button.opening.connect(lambda: button.offer(values))
    button.click()
    assert button.popup.isVisible()
    assert _rows(button) == ["Thôn Một  (3)", "Thôn Hai  (1)"]
    assert not button.popup.search_box.isVisible(), "of two values none has to be searched for"
    with qtbot.waitSignal(button.chosen) as told:
        button.popup.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert told.args == [frozenset(("a", "b"))]
    with qtbot.waitSignal(button.chosen) as told:
        button.popup.clear_button.click()
    assert told.args == [frozenset()]
    assert not button.popup.clear_button.isEnabled()


def test_of_many_values_those_are_shown_that_are_searched_for(button: FacetButton) -> None:
    button.offer([FacetValue(str(number), f"Thôn {number}", 1) for number in range(1, 30)])
    button.open()
    assert button.popup.search_box.isVisible()
    button.popup.search_box.setText("thon 12")
    assert _rows(button) == ["Thôn 12  (1)"]
    button.popup.search_box.clear()
    assert len(_rows(button)) == 29


def test_nothing_to_tick_is_an_empty_list(button: FacetButton) -> None:
    button.open()
    assert _rows(button) == []
    assert button.popup.isVisible()
