"""Small disks to fail on: in memory, or a file as a stick; skipped where nothing may be mounted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_UNMOUNT_WITHIN_S = 10


@contextmanager
def memory_disk(folder: Path, size_kb: int, *options: str) -> Iterator[Path]:
    """Mount a disk of a few hundred kilobytes."""
    _need_root()
    folder.mkdir(exist_ok=True)
    chosen = ",".join((f"size={size_kb}k", *options))
    _mount_or_skip("mount", "-t", "tmpfs", "-o", chosen, "tmpfs", str(folder))
    try:
        yield folder
    finally:
        unmount(folder)


def make_exfat(image: Path, size_mb: int) -> None:
    """Lay out a file as an exFAT stick."""
    _need_root()
    if shutil.which("mkfs.exfat") is None:
        pytest.skip("exfatprogs is not installed")
    with image.open("wb") as stream:
        stream.truncate(size_mb * 1024 * 1024)
    subprocess.run(["mkfs.exfat", str(image)], check=True, capture_output=True)


@contextmanager
def exfat_stick(image: Path, folder: Path) -> Iterator[Path]:
    """Plug in a file that is laid out as an exFAT stick."""
    folder.mkdir(exist_ok=True)
    found = _run("losetup", "--find", "--show", str(image))
    if found.returncode:
        pytest.skip("this container has no loop devices")
    device = found.stdout.strip()
    try:
        # the system's own driver, else the one in user space
        if _run("mount", "-t", "exfat", device, str(folder)).returncode:
            if shutil.which("mount.exfat-fuse") is None:
                pytest.skip("exFAT does not mount here")
            _mount_or_skip("mount.exfat-fuse", device, str(folder))
        try:
            yield folder
        finally:
            unmount(folder)
    finally:
        _run("losetup", "--detach", device)


def unmount(folder: Path) -> None:
    """Let go of a disk; whoever was killed on it may hold it for a moment."""
    deadline = time.monotonic() + _UNMOUNT_WITHIN_S
    while _run("umount", str(folder)).returncode:
        if time.monotonic() > deadline:
            raise OSError(f"{folder} does not unmount")


def _need_root() -> None:
    if sys.platform != "linux" or os.geteuid():
        pytest.skip("mounting a small disk needs Linux and the rights of root")


def _mount_or_skip(*command: str) -> None:
    if _run(*command).returncode:
        pytest.skip("this container mounts nothing")


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, check=False, capture_output=True, text=True)
