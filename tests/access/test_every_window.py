"""Every window and dialog, in both languages, as large as officers may have set their screens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from desktop.language import Language
from tests.access.walk import Looked

_PATIENCE_S = 400
_ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
def test_nothing_is_cut_nameless_misplaced_or_in_another_language(
    scale: str, language: Language
) -> None:
    without = ("QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "LANGUAGE")
    environment = {name: text for name, text in os.environ.items() if name not in without}
    walk = subprocess.run(
        [sys.executable, "-m", "tests.access.walk", scale, language],
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    assert walk.returncode == 0, walk.stderr.decode()[-4000:]
    looked = msgspec.json.decode(walk.stdout, type=Looked)
    told = [f"{state} | {one.kind} | {one.where} | {one.what}" for state, one in looked.faults]
    assert told == []
    assert looked.missed == []
    assert looked.states > 200
