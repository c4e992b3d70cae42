"""What a Debian or Ubuntu brings itself: never carried along, always asked for by name."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from installers.steps import run
from installers.system_packages import WINDOWS_ON_SCREEN

# by the name a library is loaded by; what draws windows is listed in dev.py
PACKAGES = {
    **WINDOWS_ON_SCREEN,
    "ld-linux-x86-64.so.2": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libdrm.so.2": "libdrm2",
    "libgbm.so.1": "libgbm1",
    "libudev.so.1": "libudev1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
}
_ALSO_OF_SYSTEM = re.compile(
    r"lib(X11|Xau|Xdmcp|Xext|GL|GLX|GLdispatch|OpenGL|EGL|bsd|md|dbus|expat|gcrypt|gpg-error|lz4|"
    r"cap|systemd|pcre2?-8|png16|brotli\w+|mount|blkid|selinux|resolv)[-.\w]*\.so[.\d]*"
)


def is_of_system(name: str) -> bool:
    """Tell whether a library file is left to the system."""
    return name in PACKAGES or _ALSO_OF_SYSTEM.fullmatch(name) is not None


def asked_libraries(folder: Path) -> dict[str, list[str]]:
    """Read from each compiled file which libraries it loads."""
    files = [one for one in sorted(folder.rglob("*")) if _is_compiled(one)]
    asked: dict[str, list[str]] = {}
    current = ""
    for line in run(["objdump", "-p", *files]).splitlines():
        if (header := re.fullmatch(r"(.+):\s+file format elf.*", line)) is not None:
            current = Path(header[1]).relative_to(folder).as_posix()
            asked[current] = []
        elif (name := re.fullmatch(r"\s+NEEDED\s+(\S+)", line)) is not None:
            asked[current].append(name[1])
    return asked


def missing_libraries(asked: Mapping[str, Iterable[str]], shipped: Iterable[str]) -> list[str]:
    """Say who asks for what is neither carried along nor of the system."""
    there = set(shipped)
    return [
        f"{file} needs {library}"
        for file, libraries in sorted(asked.items())
        for library in sorted(set(libraries))
        if library not in there and library not in PACKAGES
    ]


def needed_packages(asked: Mapping[str, Iterable[str]], shipped: Iterable[str]) -> list[str]:
    """Name the packages for a dependency line; that of the C library with its least version."""
    there = set(shipped)
    loaded = {one for libraries in asked.values() for one in libraries} - there
    # Qt loads these by name when it needs them
    packages = {PACKAGES[one] for one in loaded | set(WINDOWS_ON_SCREEN)}
    packages.discard("libc6")
    return [f"libc6 (>= {platform.libc_ver()[1]})", *sorted(packages)]


def _is_compiled(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"
