"""What every test stands on: no screen, the interface in its source language."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

from desktop.language import Language, speak

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# a slow machine is no fault of what is tested
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _source_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave the process's language as the next test expects it."""
    monkeypatch.setenv("LANGUAGE", "en")  # of the standard library's own texts
    yield
    speak(Language.ENGLISH)
    if "PySide6.QtCore" in sys.modules:  # a program that ran in this process wrote as Vietnam does
        from PySide6.QtCore import QLocale

        QLocale.setDefault(QLocale.c())
    gettext.textdomain("messages")
