"""No part may ask for a library that is not there."""

from __future__ import annotations

from installers.windows.imports import missing_libraries


def test_libraries_that_come_along_or_are_of_windows_are_there() -> None:
    asked = {"Hoinghi.exe": ["python311.dll", "KERNEL32.dll", "api-ms-win-crt-heap-l1-1-0.dll"]}
    assert missing_libraries(asked, ["Python311.dll"]) == []


def test_any_other_is_named_with_who_asks_for_it() -> None:
    asked = {"lib/a.pyd": ["libcrypto-3.dll", "libcrypto-3.dll"], "b.dll": ["kernel32x.dll"]}
    assert missing_libraries(asked, []) == [
        "b.dll needs kernel32x.dll",
        "lib/a.pyd needs libcrypto-3.dll",
    ]
