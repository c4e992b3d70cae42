from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.handoff import scan as scanning
from desktop.handoff.scan import FoundBundle, Sign, SignKind, scan


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"12345")


def found(folder: Path) -> list[str]:
    return [Path(one.path).relative_to(folder).as_posix() for one in scan(folder).bundles]


def test_bundles_are_found_in_folders_and_nothing_else_is(tmp_path: Path) -> None:
    put(tmp_path, "a.hoinghi", "Xã Bình Hòa/B.HOINGHI", "list.xlsx", "hoinghi")
    assert found(tmp_path) == ["Xã Bình Hòa/B.HOINGHI", "a.hoinghi"]
    assert FoundBundle(str(tmp_path / "a.hoinghi"), 5) in scan(tmp_path).bundles


def test_hidden_folders_and_those_of_the_system_are_skipped(tmp_path: Path) -> None:
    put(tmp_path, ".Trash/a.hoinghi", ".b.hoinghi", "System Volume Information/c.hoinghi")
    assert found(tmp_path) == []


def test_links_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere", "a.hoinghi")
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "folder").symlink_to(tmp_path / "elsewhere")
    (stick / "b.hoinghi").symlink_to(tmp_path / "elsewhere" / "a.hoinghi")
    (stick / "loop").symlink_to(stick)
    assert found(stick) == []


@pytest.mark.parametrize(
    ("names", "odd", "kind"),
    [
        (("autorun.inf",), "autorun.inf", SignKind.AUTORUN),
        (("Tài liệu/a.txt", "Tài liệu.exe"), "Tài liệu.exe", SignKind.MIMIC),
        (("Ảnh/a.txt", "Ảnh.lnk"), "Ảnh.lnk", SignKind.MIMIC),
        (("a.hoinghi", "a.exe"), "a.exe", SignKind.MIMIC),
        (("danh-sach.pdf.scr",), "danh-sach.pdf.scr", SignKind.DOUBLE_ENDING),
    ],
)
def test_what_viruses_leave_behind_is_told(
    tmp_path: Path, names: tuple[str, ...], odd: str, kind: SignKind
) -> None:
    put(tmp_path, *names)
    assert scan(tmp_path).signs == (Sign(str(tmp_path / odd), kind),)


def test_an_honest_program_is_no_sign(tmp_path: Path) -> None:
    put(tmp_path, "setup.exe", "notes.txt")
    assert scan(tmp_path).signs == ()


def test_a_stick_of_many_files_or_storeys_is_cut_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "a.hoinghi", "b.hoinghi", "1/2/3/4/5/6/7/c.hoinghi")
    assert scan(tmp_path).is_cut
    assert found(tmp_path) == ["a.hoinghi", "b.hoinghi"]
    monkeypatch.setattr(scanning, "MAX_ENTRIES", 2)
    assert scan(tmp_path).is_cut
    assert found(tmp_path) == ["a.hoinghi"]


def test_a_folder_that_lets_nobody_in_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "a.hoinghi", "locked/b.hoinghi")
    real = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "locked":
            raise PermissionError
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert scan(tmp_path).unreadable == (str(tmp_path / "locked"),)
    assert found(tmp_path) == ["a.hoinghi"]
    with pytest.raises(PermissionError):
        scan(tmp_path / "locked")
