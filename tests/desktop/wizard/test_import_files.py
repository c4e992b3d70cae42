"""Which files are offered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.wizard.import_files import choose_list
from desktop.wizard.photo_button import choose_photo


@pytest.mark.parametrize(("choose", "kind"), [(choose_list, "*.xlsx"), (choose_photo, "*.jpg")])
def test_the_officer_chooses_a_file_of_the_right_kind(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    choose: Callable[[QWidget], Path | None],
    kind: str,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answers = iter(["/srv/ds.xlsx", ""])

    def ask(parent: QWidget, title: str, folder: str, kinds: str) -> tuple[str, str]:
        assert kind in kinds
        return next(answers), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    assert choose(window) == Path("/srv/ds.xlsx")
    assert choose(window) is None
