from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.errors import Cancelled, InputRefused
from desktop.handoff import installer_copy
from desktop.handoff.installer_copy import (
    check_beside,
    check_copy,
    clear_installed,
    copy_installer,
)
from desktop.handoff.update_content import UpdateRefusal
from desktop.program_form import Form, installer_name
from tests.desktop.handoff.updating import an_installer, bytes_of, put_update, quiet

FILE = an_installer().file


@pytest.fixture
def source(tmp_path: Path) -> Path:
    put_update(tmp_path / "stick")
    return tmp_path / "stick" / FILE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "updates"


def refused(source: Path, folder: Path) -> str:
    """Copy what is refused, and see that nothing stands in the folder."""
    with pytest.raises(InputRefused) as caught:
        copy_installer(quiet, str(source), str(folder), an_installer())
    assert list(folder.iterdir()) == []
    return caught.value.reason


def test_an_installer_is_copied_whole_and_only_for_us(source: Path, folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    path = Path(
        copy_installer(lambda *one: seen.append(one), str(source), str(folder), an_installer())
    )
    assert path == folder / FILE
    assert path.read_bytes() == bytes_of(Form.WINDOWS)
    assert [one.name for one in folder.iterdir()] == [FILE]
    total = 2 * an_installer().size
    assert seen[-1] == (total, total)
    assert seen == sorted(seen)
    if os.name != "nt":
        assert folder.stat().st_mode & 0o077 == 0


def test_what_is_not_the_one_that_was_signed_gets_no_name(source: Path, folder: Path) -> None:
    bent = bytearray(source.read_bytes())
    bent[5] ^= 1
    source.write_bytes(bytes(bent))
    assert refused(source, folder) == UpdateRefusal.HASH


@pytest.mark.parametrize("change", [-1, 1, -5000])
def test_a_cut_or_longer_installer_is_refused(source: Path, folder: Path, change: int) -> None:
    data = source.read_bytes()
    source.write_bytes(data[:change] if change < 0 else data + b"x")
    assert refused(source, folder) == UpdateRefusal.SIZE


def test_an_installer_that_is_cut_while_it_is_read_is_refused(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installer_copy, "_check", lambda *_: None)
    source.write_bytes(source.read_bytes()[:-1])
    assert refused(source, folder) == UpdateRefusal.SIZE


def test_one_that_grows_after_it_was_looked_at_is_read_no_further(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installer_copy, "check_beside", lambda *_: None)
    monkeypatch.setattr(installer_copy, "_check", lambda *_: None)
    source.write_bytes(source.read_bytes() + b"more")
    copy_installer(quiet, str(source), str(folder), an_installer())
    assert (folder / FILE).read_bytes() == bytes_of(Form.WINDOWS)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_not_followed_not_even_one_made_at_the_last_moment(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = source.rename(source.with_name("real"))
    source.symlink_to(real)
    assert refused(source, folder) == UpdateRefusal.LINK
    monkeypatch.setattr(installer_copy, "check_beside", lambda *_: None)
    assert refused(source, folder) == UpdateRefusal.UNREADABLE


def test_a_folder_or_nothing_under_the_name_is_refused(source: Path, folder: Path) -> None:
    source.unlink()
    assert refused(source, folder) == UpdateRefusal.MISSING
    source.mkdir()
    assert refused(source, folder) == UpdateRefusal.LINK


def test_a_path_through_a_file_is_refused(source: Path) -> None:
    with pytest.raises(InputRefused) as caught:
        check_beside(source / FILE, an_installer())
    assert caught.value.reason == UpdateRefusal.UNREADABLE


def test_without_room_nothing_is_begun(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(source.parent)._replace(free=an_installer().size)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    with pytest.raises(OSError, match="No space"):
        copy_installer(quiet, str(source), str(folder), an_installer())
    assert list(folder.iterdir()) == []


def test_who_stops_leaves_nothing_behind(source: Path, folder: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        copy_installer(stop, str(source), str(folder), an_installer())
    assert list(folder.iterdir()) == []


def test_what_a_killed_copy_left_is_cleared_and_an_earlier_copy_replaced(
    source: Path, folder: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / f".{FILE}.1.part").write_bytes(b"half")
    (folder / FILE).write_bytes(b"not this")
    copy_installer(quiet, str(source), str(folder), an_installer())
    assert [one.name for one in folder.iterdir()] == [FILE]
    check_copy(folder / FILE, an_installer())


def _bend(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(bytes(data))


def _swap_for_link(path: Path) -> None:
    real = path.rename(path.with_name("real"))
    path.symlink_to(real)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_bend, UpdateRefusal.HASH),
        (Path.unlink, UpdateRefusal.MISSING),
        (_swap_for_link, UpdateRefusal.LINK),
    ],
)
def test_a_copy_that_was_changed_before_it_is_started_is_refused(
    source: Path, spoil: Callable[[Path], object], reason: str
) -> None:
    check_copy(source, an_installer())
    spoil(source)
    with pytest.raises(InputRefused) as caught:
        check_copy(source, an_installer())
    assert caught.value.reason == reason


def test_a_disk_that_does_not_give_the_copy_back_is_told(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(installer_copy, "read_pieces", fail)
    with pytest.raises(InputRefused) as caught:
        check_copy(source, an_installer())
    assert caught.value.facts["detail"] == "Input/output error"


def test_copies_that_did_their_work_are_thrown_away_and_no_others(folder: Path) -> None:
    clear_installed(folder, "0.2.0")
    folder.mkdir(parents=True)
    kept = {installer_name(Form.DEBIAN, "0.10.0"), "ghi chú.txt"}
    gone = {installer_name(form, "0.2.0") for form in Form} | {".x.1.part"}
    for name in kept | gone:
        (folder / name).write_bytes(b"x")
    held = folder / installer_name(Form.WINDOWS, "0.1.0")
    held.mkdir()  # what cannot be taken away stays for the next time
    clear_installed(folder, "0.2.0")
    assert {one.name for one in folder.iterdir()} == {*kept, held.name}


def test_a_folder_that_nothing_is_left_in_goes_too(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / installer_name(Form.WINDOWS, "0.2.0")).write_bytes(b"x")
    clear_installed(folder, "0.2.0")
    assert not folder.exists()
