"""What is left to Debian itself."""

from __future__ import annotations

from installers.linux.system_libraries import is_of_system, missing_libraries, needed_packages


def test_the_libraries_of_a_desktop_are_left_to_the_system() -> None:
    for name in ("libX11.so.6", "libstdc++.so.6", "libdbus-1.so.3", "libfontconfig.so.1"):
        assert is_of_system(name)
    for name in ("libQt6Core.so.6", "libicuuc.so.73", "libsqlite3.so.0", "libpython3.11.so.1.0"):
        assert not is_of_system(name)


def test_who_asks_for_what_is_nowhere_is_named() -> None:
    asked = {"lib/a.so": ["libc.so.6", "libb.so.1", "libnowhere.so.2"]}
    assert missing_libraries(asked, ["libb.so.1"]) == ["lib/a.so needs libnowhere.so.2"]


def test_the_package_depends_on_what_its_parts_load_and_qt_asks_for_later() -> None:
    needed = needed_packages({"a": ["libz.so.1", "libc.so.6", "libb.so.1"]}, ["libb.so.1"])
    assert needed[0].startswith("libc6 (>= 2.")
    assert {"zlib1g", "libgl1", "libxcb-cursor0"} <= set(needed)
    assert needed[1:] == sorted(set(needed[1:]))
