"""No part of the program may ask for a library that neither comes along nor is Windows' own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from installers.steps import run

# of every Windows 10 from 1809 on
OF_WINDOWS = re.compile(
    r"api-ms-win-[a-z0-9-]+|"
    "advapi32|authz|bcrypt|bcryptprimitives|comctl32|comdlg32|crypt32|d2d1|d3d11|d3d12|d3d9|dnsapi|"
    "dwmapi|dwrite|dxgi|gdi32|icuuc|imm32|iphlpapi|kernel32|mpr|msvcrt|netapi32|ntdll|ole32|oleaut32|"
    "psapi|rpcrt4|secur32|setupapi|shcore|shell32|shlwapi|ucrtbase|uiautomationcore|user32|userenv|"
    "uxtheme|version|winmm|winspool.drv|ws2_32|wtsapi32"
)


def missing_libraries(asked: Mapping[str, Iterable[str]], shipped: Iterable[str]) -> list[str]:
    """Say who asks for what is not there.

    Args:
        asked: by file, the names of the libraries it loads.
        shipped: the names of the files that come along.
    """
    there = {name.lower() for name in shipped}
    return [
        f"{file} needs {library}"
        for file, libraries in sorted(asked.items())
        for library in sorted(set(libraries))
        if library.lower() not in there
        and not OF_WINDOWS.fullmatch(library.lower().removesuffix(".dll"))
    ]


def asked_libraries(stage: Path) -> dict[str, list[str]]:
    """Read from each compiled file which libraries it loads."""
    files = [one for one in sorted(stage.rglob("*")) if one.suffix in (".dll", ".exe", ".pyd")]
    asked: dict[str, list[str]] = {file.relative_to(stage).as_posix(): [] for file in files}
    told = run(["x86_64-w64-mingw32-objdump", "-p", *files])
    current = ""
    for line in told.splitlines():
        if (header := re.fullmatch(r"(.+):\s+file format pei-.*", line)) is not None:
            current = Path(header[1]).relative_to(stage).as_posix()
        elif (name := re.search(r"DLL Name: (\S+)", line)) is not None:
            asked[current].append(name[1])
    return asked
