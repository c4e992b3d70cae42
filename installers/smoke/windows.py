"""The Windows installer from the first installation to its removal, under Wine."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from installers.program import NAME, version
from installers.smoke.screen import Screen, screen
from installers.smoke.trials import (
    HOME_WINDOW,
    OLDER_VERSION,
    SAMPLE,
    check_report,
    conferences_in,
    expect,
    trial,
)
from installers.smoke.wine import Wine
from installers.windows.__main__ import pack_installer
from installers.windows.launcher import CONSOLE_PROGRAM, WINDOW_PROGRAM

_DISPLAY = 93
_UNINSTALL = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{NAME}"
_OPEN_BUNDLE = rf"HKCU\Software\Classes\{NAME}.Bundle\shell\open\command"
_IN_USE, _NEWER = 3, 4
_OLD_PART = Path("program", "desktop", "part_of_the_older_version.pyc")


def try_installer(setup: Path, portable: Path, build: Path, work: Path, pictures: Path) -> None:
    """Try it all.

    Args:
        setup: the installer.
        portable: the portable form.
        build: the work folder of their build, from whose stage an older version is packed.
        work: an empty folder.
        pictures: where the photographs of the screen go.

    Raises:
        BuildStopped: something is not as it must be.
    """
    older = work / f"{NAME}-{OLDER_VERSION}-setup.exe"
    with trial("an older version, packed for the upgrade"):
        _pack_older(build, older)
    with screen(_DISPLAY) as shown:
        wine = Wine(work / "prefix", shown.display)
        with trial("a fresh Windows"):
            wine.make()
        try:
            _Walk(wine, shown, work, pictures).whole(setup, older, portable)
        finally:
            wine.end()


def _pack_older(build: Path, older: Path) -> None:
    """Pack the stage under a lower number, with a part that an upgrade must take away."""
    stage = build / NAME
    stage.joinpath(_OLD_PART).write_bytes(b"")
    try:
        pack_installer(stage, build, OLDER_VERSION, older, is_quick=True)
    finally:
        stage.joinpath(_OLD_PART).unlink()


class _Walk:
    """The steps of an office's PC, in their order; each leans on those before."""

    def __init__(self, wine: Wine, shown: Screen, work: Path, pictures: Path) -> None:
        self._wine = wine
        self._shown = shown
        self._work = work
        self._pictures = pictures
        self._folder = wine.local / "Programs" / NAME
        self._program = self._folder / WINDOW_PROGRAM
        self._store = wine.local / "hoinghi" / "hoinghi.db"
        self._shortcuts = wine.local.parent / "Roaming/Microsoft/Windows/Start Menu/Programs"

    def whole(self, setup: Path, older: Path, portable: Path) -> None:
        """Install, use, upgrade, repair, take along, remove."""
        with trial("installed silently for one account"):
            self._install(older, OLDER_VERSION)
            expect(self._folder.joinpath(_OLD_PART).is_file(), "the older version lacks a part")
            command = self._wine.registry_value(_OPEN_BUNDLE)
            expect(command.endswith('Hoinghi.exe" open "%1"'), f"bundles open with {command}")
        self._use_a_window("windows-installed")
        kept = conferences_in(self._store)
        expect(len(kept) == 1, f"the store holds {kept}")
        self._refuse_while_open(setup)
        with trial("upgraded over a store in use"):
            self._install(setup, version())
            expect(not self._folder.joinpath(_OLD_PART).exists(), "an old part was left")
            expect(conferences_in(self._store) == kept, "the store changed")
        with trial("an older installer is refused"):
            code = self._wine.run(older, "/S", "/LANG=vi")
            expect(code == _NEWER, f"it ended with {code}")
        with trial("repaired"):
            self._folder.joinpath("program", "desktop", "app.pyc").unlink()
            self._install(setup, version())
        self._test_itself(self._program, "windows")
        with trial("the store of the older version opens"):
            self._look("windows-upgraded")
            expect(conferences_in(self._store) == kept, "the store changed")
        self._take_along(portable)
        with trial("removed; data stayed"):
            before = self._store.read_bytes()
            code = self._wine.run(self._folder / "uninstall.exe", "/S", f"_?={_seen(self._folder)}")
            expect(code == 0, f"it ended with {code}")
            left = [one.name for one in self._folder.glob("*") if one.name != "uninstall.exe"]
            expect(not left, f"left behind: {left}")
            expect(not self._wine.registry_value(_UNINSTALL, "DisplayName"), "still registered")
            expect(not self._wine.registry_value(_OPEN_BUNDLE), "bundles still lead there")
            expect(not self._shortcuts.joinpath(f"{NAME}.lnk").exists(), "still in the menu")
            expect(self._store.read_bytes() == before, "the store changed")

    def _install(self, setup: Path, number: str) -> None:
        code = self._wine.run(setup, "/S", "/LANG=vi")
        expect(code == 0, f"{setup.name} ended with {code}")
        expect(self._program.is_file(), f"{self._program} is not there")
        found = self._wine.registry_value(_UNINSTALL, "DisplayVersion")
        expect(found == number, f"version {found} is registered, not {number}")
        expect(self._shortcuts.joinpath(f"{NAME}.lnk").is_file(), "not in the start menu")

    def _use_a_window(self, picture: str) -> None:
        with trial("a window opens with a conference file handed over"):
            self._look(picture, "open", _seen(SAMPLE))

    def _look(self, picture: str, *words: str) -> None:
        running = self._wine.start(self._program, *words)
        window = self._shown.wait_for_window(HOME_WINDOW)
        self._shown.photograph(self._pictures / f"{picture}.png")
        code = self._shown.close_window(window, running)
        expect(code == 0, f"the program ended with {code}")

    def _refuse_while_open(self, setup: Path) -> None:
        with trial("an installer waits for the program to be closed, and changes nothing"):
            running = self._wine.start(self._program)
            window = self._shown.wait_for_window(HOME_WINDOW)
            code = self._wine.run(setup, "/S", "/LANG=vi")
            expect(code == _IN_USE, f"it ended with {code}")
            expect(self._folder.joinpath(_OLD_PART).is_file(), "parts were taken away")
            code = self._shown.close_window(window, running)
            expect(code == 0, f"the program ended with {code}")

    def _test_itself(self, program: Path, name: str) -> None:
        report = self._work / f"{name}.txt"
        with trial("self-test of the program without a console, its report in a file"):
            code = self._wine.run(program, "self-test", "--lang", "en", "--report", _seen(report))
            expect(report.is_file(), f"there is no report; it ended with {code}")
            check_report(report)
            expect(code == 0, f"it ended with {code}")

    def _take_along(self, portable: Path) -> None:
        with trial("the portable form, in a folder with Vietnamese letters, its data beside it"):
            stick = self._wine.drive / "Tài liệu hội nghị"
            with zipfile.ZipFile(portable) as packed:
                packed.extractall(stick)
            beside = stick / NAME / "hoinghi-data"
            beside.mkdir()
            running = self._wine.start(stick / NAME / WINDOW_PROGRAM)
            window = self._shown.wait_for_window(HOME_WINDOW)
            code = self._shown.close_window(window, running)
            expect(code == 0, f"the program ended with {code}")
            expect(beside.joinpath("hoinghi.db").is_file(), "its data is not beside it")
            code = self._wine.run(stick / NAME / CONSOLE_PROGRAM, "rules", "list")
            expect(code == 0, f"the program with a console ended with {code}")
            shutil.rmtree(stick)


def _seen(path: Path) -> str:
    """Name a file of this machine as Wine does."""
    return "Z:" + str(path.resolve()).replace("/", "\\")
