"""The stick when it fails: full, read-only, killed or pulled at any instant, or lying."""

from __future__ import annotations

import errno
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from db.errors import StoreFull
from db.handoffs import SentState
from db.store import Store
from desktop import atomic_file
from desktop.atomic_file import NotWrittenBackError
from desktop.handoff.stick import copy_sealed, copy_to_stick
from tests.builders import a_conference, an_office
from tests.db.keys import sent_bundle
from tests.faults.disks import exfat_stick, make_exfat, memory_disk
from tests.faults.killed_copies import NAME, Seen
from tests.faults.test_store_faults import opened, small_disk

_ROOT = Path(__file__).parents[2]
DATA = bytes(range(256)) * 4000
KILLS, PULLS = 100, 30
Disk = Callable[[Path], AbstractContextManager[Path]]


@contextmanager
def in_memory(folder: Path) -> Iterator[Path]:
    with memory_disk(folder / "stick", 16 * 1024) as disk:
        yield disk


@contextmanager
def on_exfat(folder: Path) -> Iterator[Path]:
    make_exfat(folder / "stick.img", 16)
    with exfat_stick(folder / "stick.img", folder / "stick") as disk:
        yield disk


DISKS = pytest.mark.parametrize("disk", [in_memory, on_exfat])


@DISKS
def test_a_copy_is_whole_on_every_kind_of_stick(tmp_path: Path, disk: Disk) -> None:
    with disk(tmp_path) as stick:
        copy_to_stick(stick / NAME, DATA)
        assert [one.name for one in stick.iterdir()] == [NAME]
        assert (stick / NAME).read_bytes() == DATA


def test_a_full_stick_gets_nothing(tmp_path: Path) -> None:
    with memory_disk(tmp_path / "stick", 900) as stick:
        with pytest.raises(OSError, match="space") as full:
            copy_to_stick(stick / NAME, DATA)
        assert full.value.errno == errno.ENOSPC
        assert list(stick.iterdir()) == []


@pytest.mark.parametrize("has_older", [True, False])
def test_a_stick_that_is_full_before_it_said_so_gets_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_older: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=10**9))
    with memory_disk(tmp_path / "stick", 900) as stick:
        if has_older:
            (stick / NAME).write_bytes(b"older")
        with pytest.raises(OSError, match="space"):
            copy_to_stick(stick / NAME, DATA)
        assert [one.read_bytes() for one in stick.iterdir()] == [b"older"] * has_older


def test_a_stick_that_may_not_be_written_is_left_as_it_is(tmp_path: Path) -> None:
    with memory_disk(tmp_path / "stick", 2000) as stick:
        (stick / NAME).write_bytes(b"older")
        subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
        with pytest.raises(OSError, match="Read-only") as refused:
            copy_to_stick(stick / NAME, DATA)
        assert refused.value.errno == errno.EROFS
        assert [one.read_bytes() for one in stick.iterdir()] == [b"older"]


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def with_zeros(data: bytes) -> bytes:
    return data[:-4096] + bytes(4096)


def with_one_bit_changed(data: bytes) -> bytes:
    return data[:1000] + bytes((data[1000] ^ 1,)) + data[1001:]


@pytest.mark.parametrize("kept", [cut, with_zeros, with_one_bit_changed])
def test_a_stick_that_keeps_something_else_without_a_word_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: Callable[[bytes], bytes]
) -> None:
    def lie(path: Path, _: int) -> None:
        path.write_bytes(kept(path.read_bytes()))

    store = opened(tmp_path / "office" / "hoinghi.db")
    bundle = kept_bundle(store)
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(atomic_file, "_expect_size", lie)
    with pytest.raises(NotWrittenBackError):
        copied(store, bundle, stick / NAME)
    assert list(stick.iterdir()) == []
    assert store.handoffs.get(bundle).state is SentState.SEALED, "“đã kiểm” is not shown"
    monkeypatch.undo()
    copied(store, bundle, stick / NAME)
    assert store.handoffs.get(bundle).state is SentState.COPIED
    store.close()


def kept_bundle(store: Store) -> str:
    """Keep a sealed file beside the store and note it."""
    store.offices.save(an_office())
    store.conferences.add(a_conference())
    store.handoffs.folder.mkdir()
    bundle = sent_bundle(sealed_sha256=hashlib.sha256(DATA).hexdigest())
    (store.handoffs.folder / bundle.sealed_name).write_bytes(DATA)
    store.handoffs.add(bundle)
    return bundle.id


def copied(store: Store, bundle_id: str, target: Path) -> None:
    """Copy as the window does: noted only after the job has come to its end."""
    bundle = store.handoffs.get(bundle_id)
    source = store.handoffs.folder / bundle.sealed_name
    copy_sealed(lambda _done, _total: None, source, bundle.sealed_sha256, target)
    store.handoffs.add_copy(bundle_id, "USB", str(target))


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as stream, suppress(OSError):
        while stream.write(bytes(4096)):
            pass


def test_a_store_on_a_full_disk_does_not_call_a_copy_checked(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4000) as disk:
        store = opened(disk / "hoinghi.db")
        bundle = kept_bundle(store)
        fill(disk / "filler")
        with pytest.raises(StoreFull):
            copied(store, bundle, tmp_path / NAME)
        (disk / "filler").unlink()
        assert store.handoffs.get(bundle).state is SentState.SEALED
        store.close()


def cut_off(stick: Path, times: int, *image: Path) -> Seen:
    """Cut copies off at random instants; nothing half, and nothing called checked that is not."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.faults.killed_copies", stick, str(times), "5", *image],
        capture_output=True,
        text=True,
        cwd=_ROOT,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return msgspec.json.decode(run.stdout, type=Seen)


@DISKS
def test_a_copy_killed_at_any_instant_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, disk: Disk
) -> None:
    with disk(tmp_path) as stick:
        seen = cut_off(stick, KILLS)
    assert seen.cut_off >= KILLS
    assert (seen.half, seen.gone, seen.lies, seen.left_over) == (0, 0, 0, 0)
    assert seen.old > 0


def test_a_stick_pulled_at_any_instant_never_holds_half_a_file_under_the_name(
    tmp_path: Path,
) -> None:
    with on_exfat(tmp_path) as stick:
        seen = cut_off(stick, PULLS, tmp_path / "stick.img")
    assert seen.cut_off + seen.checked == PULLS
    assert (seen.half, seen.lies) == (0, 0)
    assert seen.old > 0
