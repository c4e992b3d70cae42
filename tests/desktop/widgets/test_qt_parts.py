"""What the windows need of Qt beside its libraries."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from desktop.widgets import qt_parts
from desktop.widgets.qt_parts import WANTED, missing_qt_parts


def test_a_sound_program_lacks_nothing() -> None:
    assert missing_qt_parts() == []
    assert {"jpeg", "png", "svg"} <= set(WANTED)


def test_what_was_left_out_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QLibraryInfo, "path", lambda _place: str(tmp_path))
    monkeypatch.setattr(qt_parts, "resource", tmp_path.joinpath)
    assert missing_qt_parts() == [WANTED[0], "hoinghi.svg", "qtbase_vi.qm"]
