"""Words offered while typing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.widgets.word_completer import WordCompleter

WORDS = ("Thôn Hai", "Hải Châu", "Thôn Ba", "Thôn Hai")


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("hai", ["Hải Châu", "Thôn Hai"]),
        ("THÔN", ["Thôn Hai", "Thôn Ba"]),
        ("thon b", ["Thôn Ba"]),
        ("xyz", []),
    ],
)
def test_words_are_found_without_accents_beginnings_first(
    line: QLineEdit, typed: str, offered: list[str]
) -> None:
    completer = WordCompleter(WORDS, line)
    completer.splitPath(typed)
    assert completer.offered == offered


def test_a_word_takes_the_place_of_what_was_typed(line: QLineEdit) -> None:
    completer = WordCompleter(WORDS, line)
    line.setText("thon")
    completer.splitPath("thon")
    assert completer.pathFromIndex(completer.model().index(1, 0)) == "Thôn Ba"


def test_of_several_words_only_the_last_is_typed(line: QLineEdit) -> None:
    completer = WordCompleter(("Giấy khen", "Bằng khen"), line, many=True)
    line.setText("Giấy khen; bang")
    completer.splitPath(line.text())
    assert completer.offered == ["Bằng khen"]
    assert completer.pathFromIndex(completer.model().index(0, 0)) == "Giấy khen; Bằng khen"
    line.setText("bang")
    assert completer.pathFromIndex(completer.model().index(0, 0)) == "Bằng khen"


def test_only_so_many_are_offered_as_can_be_looked_through(line: QLineEdit) -> None:
    completer = WordCompleter([f"Thôn {number}" for number in range(100)], line)
    completer.splitPath("thon")
    assert len(completer.offered) == 40
