"""The keys that do a step again."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from desktop.widgets.redo_keys import redo_keys


@pytest.mark.usefixtures("qapp")
def test_a_step_is_done_again_by_the_key_of_excel_and_by_that_of_the_system() -> None:
    keys = [key.toString() for key in redo_keys()]
    assert "Ctrl+Y" in keys
    assert QKeySequence(QKeySequence.StandardKey.Redo) in redo_keys()
    assert len(set(keys)) == len(keys), "a key bound twice does nothing"
