from __future__ import annotations

from pathlib import Path

import pytest

from db.errors import StoreMisplaced
from db.place import check_place


def test_a_folder_of_this_machine_is_good(tmp_path: Path) -> None:
    folder = tmp_path / "not made yet"
    check_place(folder)
    check_place(folder, tmp_path / "no list of mounts")
    assert not folder.exists()


@pytest.mark.parametrize(
    "name", ["OneDrive", "OneDrive - UBND xã Bình Hòa", "Dropbox", "Google Drive"]
)
def test_a_synchronised_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreMisplaced) as refused:
        check_place(tmp_path / name / "hoinghi")
    assert refused.value.cause == "synchronised"


@pytest.mark.parametrize(
    ("file_system", "cause"),
    [("nfs4", "network"), ("cifs", "network"), ("vfat", "removable"), ("exfat", "removable")],
)
@pytest.mark.parametrize("inner", ["", "/ổ cứng"])
def test_a_drive_that_may_be_gone_is_refused(
    tmp_path: Path, file_system: str, cause: str, inner: str
) -> None:
    point = f"{tmp_path}/a drive"
    mounts = tmp_path / "mounts"
    escaped = point.replace(" ", "\\040")
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\n/dev/sdb {escaped} {file_system} rw 0 0\n", "utf-8")
    with pytest.raises(StoreMisplaced) as refused:
        check_place(Path(point + inner), mounts)
    assert refused.value.cause == cause


def test_the_nearest_mount_decides(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"srv:/home / nfs rw 0 0\n/dev/sdb {tmp_path} ext4 rw 0 0\n", "utf-8")
    check_place(tmp_path / "hoinghi", mounts)
    with pytest.raises(StoreMisplaced):
        check_place(Path("/elsewhere"), mounts)
