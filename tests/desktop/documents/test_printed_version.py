from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from desktop.documents.export import render
from desktop.documents.printed_version import content_version
from desktop.documents.snapshot import Snapshot
from tests.builders import NOON
from tests.desktop.documents.badges.people import a_crowd


def _version(snapshot: Snapshot, key: str, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(render(snapshot, key).data)
    return content_version(path)


def test_the_same_pages_drawn_later_are_the_same_version(tmp_path: Path) -> None:
    snapshot = Snapshot(file=a_crowd(5), made_at=NOON)
    later = replace(snapshot, made_at=NOON + timedelta(minutes=5))

    for key in ("programme", "badges", "list"):
        assert _version(snapshot, key, tmp_path) == _version(later, key, tmp_path)


def test_one_letter_makes_another_version(tmp_path: Path) -> None:
    file = a_crowd(5)
    first, *others = file.delegates
    changed = replace(file, delegates=(replace(first, name="Lê Thị Khác"), *others))
    before, after = (
        _version(Snapshot(file=each, made_at=NOON), "list", tmp_path) for each in (file, changed)
    )

    assert len(before) == 16
    assert before != after
