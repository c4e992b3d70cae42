from __future__ import annotations

import errno
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.atomic_file import NotWrittenBackError
from desktop.handoff import stick
from desktop.handoff.stick import copy_to_stick

DATA = b"sealed" * 1000


def test_a_bundle_is_on_the_stick_whole_and_alone(tmp_path: Path) -> None:
    copy_to_stick(tmp_path / "a.hoinghi", DATA)
    assert [one.name for one in tmp_path.iterdir()] == ["a.hoinghi"]
    assert (tmp_path / "a.hoinghi").read_bytes() == DATA


def test_a_stick_without_room_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=len(DATA)))
    with pytest.raises(OSError, match="space") as full:
        copy_to_stick(tmp_path / "a.hoinghi", DATA)
    assert full.value.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given_back", [b"", DATA[:-1], DATA[:-1] + b"x"])
def test_a_file_that_does_not_read_back_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given_back: bytes
) -> None:
    monkeypatch.setattr(stick, "_read_from_medium", lambda _: given_back)
    with pytest.raises(NotWrittenBackError):
        copy_to_stick(tmp_path / "a.hoinghi", DATA)
    assert list(tmp_path.iterdir()) == []


def test_a_stick_pulled_before_it_was_read_back_counts_as_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(_: Path) -> bytes:
        raise OSError(errno.ENODEV, "gone")

    monkeypatch.setattr(stick, "_read_from_medium", pulled)
    with pytest.raises(NotWrittenBackError):
        copy_to_stick(tmp_path / "a.hoinghi", DATA)


def test_a_stick_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        copy_to_stick(tmp_path / "gone" / "a.hoinghi", DATA)
