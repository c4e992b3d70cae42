from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.atomic_file import NotWrittenBackError
from desktop.errors import Cancelled
from desktop.handoff import stick
from desktop.handoff.medium import read_pieces
from desktop.handoff.stick import copy_to_stick

DATA = b"sealed" * 1_000_000


def giving_back(
    monkeypatch: pytest.MonkeyPatch, given: Callable[[Path], bytes], nth: int = 1
) -> None:
    """Let the medium give back other bytes, from its nth reading on."""
    readings = 0

    def pieces(path: Path) -> Iterator[bytes]:
        nonlocal readings
        readings += 1
        yield path.read_bytes() if readings < nth else given(path)

    monkeypatch.setattr(stick, "read_pieces", pieces)


def pulled(_: Path) -> bytes:
    raise OSError(errno.ENODEV, "gone")


def test_a_bundle_is_on_the_stick_whole_and_alone(tmp_path: Path) -> None:
    copy_to_stick(tmp_path / "a.hoinghi", DATA)
    assert [one.name for one in tmp_path.iterdir()] == ["a.hoinghi"]
    assert b"".join(read_pieces(tmp_path / "a.hoinghi")) == DATA


def test_an_older_copy_of_the_name_is_replaced_and_a_cut_one_cleared(tmp_path: Path) -> None:
    (tmp_path / "a.hoinghi").write_bytes(b"older")
    (tmp_path / ".a.hoinghi.4711.part").write_bytes(b"cut")
    (tmp_path / ".b.hoinghi.4711.part").write_bytes(b"of another")
    copy_to_stick(tmp_path / "a.hoinghi", DATA)
    assert sorted(one.name for one in tmp_path.iterdir()) == [".b.hoinghi.4711.part", "a.hoinghi"]
    assert (tmp_path / "a.hoinghi").read_bytes() == DATA


def test_whoever_waits_is_told_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    copy_to_stick(tmp_path / "a.hoinghi", DATA, lambda done, total: told.append((done, total)))
    assert {total for _, total in told} == {3 * len(DATA)}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[0][0] == 0
    assert told[-1][0] == 3 * len(DATA)
    assert len(told) > 6


@pytest.mark.parametrize("share", [0, 0.5, 1.5])
def test_who_stops_it_leaves_nothing(tmp_path: Path, share: float) -> None:
    def stop(done: int, _: int) -> None:
        if done >= share * len(DATA):
            raise Cancelled

    with pytest.raises(Cancelled):
        copy_to_stick(tmp_path / "a.hoinghi", DATA, stop)
    assert list(tmp_path.iterdir()) == []


def test_a_stick_without_room_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=len(DATA)))
    with pytest.raises(OSError, match="space") as full:
        copy_to_stick(tmp_path / "a.hoinghi", DATA)
    assert full.value.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given_back", [b"", DATA[:-1], DATA[:-1] + b"x", DATA + b"x"])
@pytest.mark.parametrize("nth", [1, 2])
def test_a_file_that_does_not_read_back_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given_back: bytes, nth: int
) -> None:
    giving_back(monkeypatch, lambda _: given_back, nth)
    with pytest.raises(NotWrittenBackError):
        copy_to_stick(tmp_path / "a.hoinghi", DATA)
    assert list(tmp_path.iterdir()) == []


def test_what_does_not_read_back_never_bears_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.hoinghi").write_bytes(b"good copy")
    giving_back(monkeypatch, lambda _: b"bad")
    with pytest.raises(NotWrittenBackError):
        copy_to_stick(tmp_path / "a.hoinghi", DATA)
    assert (tmp_path / "a.hoinghi").read_bytes() == b"good copy"


@pytest.mark.parametrize("nth", [1, 2])
def test_a_stick_pulled_before_it_was_read_back_counts_as_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    giving_back(monkeypatch, pulled, nth)
    with pytest.raises(NotWrittenBackError):
        copy_to_stick(tmp_path / "a.hoinghi", DATA)


def test_a_stick_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        copy_to_stick(tmp_path / "gone" / "a.hoinghi", DATA)
