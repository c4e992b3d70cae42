"""What the tests of the hand-off share."""

from __future__ import annotations

import pyrage
import pytest

from tests.desktop.handoff import quick_keys


@pytest.fixture
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a passphrase cost no seconds; the real ones are tried in `test_keys.py`."""
    monkeypatch.setattr(pyrage.passphrase, "encrypt", quick_keys.encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", quick_keys.decrypt)
