from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest

from desktop import atomic_file
from desktop.atomic_file import NotWrittenBackError, write_atomically


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Kế hoạch số 15.pdf"
    path.write_bytes(b"old")
    return path


def only_file(path: Path) -> bytes:
    """Read the file and be sure that nothing else was left in the folder."""
    assert list(path.parent.iterdir()) == [path]
    return path.read_bytes()


def fail(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


class _Stream:
    """A file that passes everything on except one step, which fails."""

    def __init__(self, stream: Any, failing: str, failure: Callable[..., Any]) -> None:
        self._stream = stream
        self._failing = failing
        self._failure = failure

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
        if self._failing == "close":
            self._failure()

    def __getattr__(self, name: str) -> Any:
        return self._failure if name == self._failing else getattr(self._stream, name)


def fail_in_stream(
    patch: pytest.MonkeyPatch, step: str, failure: Callable[..., Any] = fail
) -> None:
    really_open = Path.open

    def opened(path: Path, mode: str = "r", *args: Any) -> Any:
        stream = really_open(path, mode, *args)
        return _Stream(stream, step, failure) if "w" in mode else stream

    patch.setattr(Path, "open", opened)


@pytest.mark.parametrize("data", [b"", b"new", bytes(3_000_000)])
@pytest.mark.parametrize("read_back", [True, False])
def test_the_bytes_stand_under_the_name(path: Path, data: bytes, read_back: bool) -> None:
    write_atomically(path, data, read_back=read_back)
    assert only_file(path) == data


def test_a_new_file_is_made(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new.pdf", b"new")
    assert only_file(tmp_path / "new.pdf") == b"new"


@pytest.mark.parametrize("step", ["write", "flush", "close"])
@pytest.mark.parametrize("is_new", [True, False])
def test_a_failing_step_of_the_stream_leaves_the_old_file_or_none(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, is_new: bool
) -> None:
    if is_new:
        path.unlink()
    with monkeypatch.context() as patch:
        fail_in_stream(patch, step)
        with pytest.raises(OSError, match="No space"):
            write_atomically(path, b"new")
    if is_new:
        assert list(path.parent.iterdir()) == []
    else:
        assert only_file(path) == b"old"


@pytest.mark.parametrize(
    ("owner", "step"),
    [(Path, "open"), (os, "fsync"), (Path, "replace"), (atomic_file, "_expect_size")],
)
def test_a_failing_step_of_the_system_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, step: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(owner, step, fail)
        with pytest.raises(OSError, match="No space"):
            write_atomically(path, b"new")
    assert only_file(path) == b"old"


def test_a_disk_that_swallows_bytes_in_silence_is_found_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        fail_in_stream(patch, "write", len)
        with pytest.raises(NotWrittenBackError):
            write_atomically(path, b"new")
    assert only_file(path) == b"old"


def test_a_cancelled_write_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            write_atomically(path, b"new")
    assert only_file(path) == b"old"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "nowhere" / "a.pdf", b"new")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no folder handle to flush")
def test_a_folder_that_cannot_be_flushed_is_told_and_the_file_is_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync, flushed = os.fsync, []

    def fail_second(handle: int) -> None:
        flushed.append(handle)
        fsync(handle)
        if len(flushed) == 2:
            fail()

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail_second)
        with pytest.raises(OSError, match="No space"):
            write_atomically(path, b"new")
    assert only_file(path) == b"new"


def test_a_medium_that_returns_other_bytes_is_found_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda _: b"nEw")
        with pytest.raises(NotWrittenBackError):
            write_atomically(path, b"new", read_back=True)
        write_atomically(path, b"new")


def hold(patch: pytest.MonkeyPatch, times: int) -> list[float]:
    """Play Windows with a scanner that holds the file for so many tries; list the pauses."""
    really_replace, tries, pauses = Path.replace, [], list[float]()

    def held(source: Path, target: Path) -> Path:
        tries.append(source)
        if len(tries) <= times:
            raise PermissionError(errno.EACCES, "held")
        return really_replace(source, target)

    patch.setattr(atomic_file, "_IS_WINDOWS", True)
    patch.setattr(Path, "replace", held)
    patch.setattr("time.sleep", pauses.append)
    return pauses


@pytest.mark.parametrize("times", [0, 1, 8])
def test_a_file_held_for_a_moment_on_windows_is_replaced_after_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    with monkeypatch.context() as patch:
        pauses = hold(patch, times)
        write_atomically(path, b"new")
    assert len(pauses) == times
    assert sum(pauses) < 3
    assert only_file(path) == b"new"


def test_a_file_held_for_long_on_windows_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        hold(patch, 100)
        with pytest.raises(PermissionError):
            write_atomically(path, b"new")
    assert only_file(path) == b"old"


def test_elsewhere_a_refused_replacement_is_told_at_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        pauses = hold(patch, 100)
        patch.setattr(atomic_file, "_IS_WINDOWS", False)
        with pytest.raises(PermissionError):
            write_atomically(path, b"new")
    assert pauses == []
    assert only_file(path) == b"old"
