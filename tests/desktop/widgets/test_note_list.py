from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.widgets.note_list import NoteList


def test_it_is_as_high_as_its_wrapped_lines_and_gone_without_any(qtbot: QtBot) -> None:
    notes = NoteList(150)
    qtbot.addWidget(notes)
    notes.resize(300, 100)
    notes.show_notes(["ngắn"])
    short = notes.height()
    notes.show_notes(["rất dài " * 12])
    long = notes.height()
    notes.show_notes(["rất dài " * 12] * 20)

    assert short < long < 150
    assert notes.height() == 150
    assert notes.notes == ("rất dài " * 12,) * 20
    notes.show_notes(())
    assert notes.isHidden()
