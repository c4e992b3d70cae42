"""A register on screen, and dialogs that answer themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db.records import Delegate
from desktop.models.draft import Draft
from desktop.wizard.register import Register
from tests.builders import a_delegate, ident


def a_register(qtbot: QtBot, draft: Draft) -> Register:
    """Show a register that follows its draft, as the page it stands on lets it."""
    register = Register(draft, lambda: 2025)
    qtbot.addWidget(register)
    register.resize(1200, 600)
    with qtbot.waitActive(register):
        register.show()
        register.activateWindow()
    draft.delegates_changed.connect(register.show_people)
    draft.changed.connect(register.show_people)
    return register


def people() -> tuple[Delegate, ...]:
    """Three people of two groups."""
    return (
        a_delegate(1, name="Lê Đạt", phone="0912345678"),
        a_delegate(2, name="Nguyễn Thị Ước", unit="Thôn 2"),
        a_delegate(3, name="Y Wang Niê", group_id=ident(13), unit="Thôn 3"),
    )


def shown_names(register: Register) -> list[str]:
    """Name the people shown, top first."""
    return [one.name for one in register.rows.shown]


def answer(
    monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], act: Callable[[Any], object]
) -> None:
    """Let dialogs of a kind be answered by a function instead of being shown."""

    def run(dialog: QDialog) -> int:
        act(dialog)
        return dialog.result()

    monkeypatch.setattr(kind, "exec", run)
