"""The package from the first installation to its removal, in a bare Debian without a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installers.linux.__main__ import NAME, pack
from installers.smoke.screen import Screen, screen
from installers.smoke.start_times import compare_starts
from installers.smoke.trials import (
    HOME_WINDOW,
    OLDER_VERSION,
    SAMPLE,
    check_report,
    conferences_in,
    expect,
    trial,
)
from installers.steps import BuildStopped, run, start

_DISPLAY = 94
_SOURCES = Path("/etc/apt/sources.list.d/debian.sources"), Path("/etc/apt/sources.list")
_OLD_PART = "lib/part_of_the_older_version"
_OFFICER = 1000  # no administrator


def try_package(package: Path, build: Path, work: Path, pictures: Path, release: str) -> None:
    """Try it all; see `installers.smoke.windows.try_installer`.

    Args:
        package: the package to try.
        build: the folder it was built in.
        work: a folder for what the trial makes.
        pictures: where photographs go.
        release: the code name of a Debian; empty for the one that this machine has.

    Raises:
        BuildStopped: something is not as it must be.
    """
    older = work / f"{NAME}_{OLDER_VERSION}.deb"
    with trial("an older version, packed for the upgrade"):
        _pack_older(build / "tree", older)
    root = work / "root"
    with trial("a bare Debian with what the package depends on"):
        make_root(root, needed_by(package), release or _own_release())
    with screen(_DISPLAY) as shown:
        with _mounted(root):
            _Walk(root, shown, pictures).whole(package, older)
        with trial("starts as fast as from a clone"):
            installed = [str(build / "tree" / "usr" / "lib" / NAME / NAME)]
            clone = [sys.executable, "-P", "-m", "desktop"]
            print(compare_starts(installed, clone, shown), file=sys.stderr)


def needed_by(package: Path) -> list[str]:
    """Read which packages a package depends on."""
    line = run(["dpkg-deb", "--field", package, "Depends"])
    return [one.split()[0] for one in line.strip().split(",")]


def make_root(root: Path, packages: list[str], release: str) -> None:
    """Make a Debian, bare but for these packages; apt finds those that were renamed since."""
    run(["debootstrap", "--variant=minbase", release, root, _mirror()], timeout_s=1800.0)
    for words in (
        ["update"],
        ["install", "--quiet", "--yes", "--no-install-recommends", *packages],
        ["clean"],
    ):
        quietly = ["env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", "apt-get"]
        run(["chroot", root, *quietly, *words], timeout_s=1800.0)


def _own_release() -> str:
    release = re.search(r"VERSION_CODENAME=(\w+)", Path("/etc/os-release").read_text())
    if release is None:
        raise BuildStopped("This is no Debian, and such a root is made on one only.")
    return release[1]


def _mirror() -> str:
    """Take the mirror that this machine uses."""
    for source in _SOURCES:
        text = source.read_text() if source.is_file() else ""
        found = re.search(r"^(?:URIs:|deb(?: \[[^]]*\])?) *(\S+)", text, re.MULTILINE)
        if found is not None:
            return found[1]
    return ""  # the one that debootstrap knows


@contextmanager
def _mounted(root: Path) -> Iterator[None]:
    """Show the root the screen's socket and what every running system has."""
    socket = root / "tmp" / ".X11-unix"
    socket.mkdir(parents=True, exist_ok=True)
    mounts = [
        (["--bind", "/tmp/.X11-unix"], socket),  # noqa: S108 - where X keeps it
        (["-t", "proc", "proc"], root / "proc"),
        (["--bind", "/dev"], root / "dev"),
        (["-t", "tmpfs", "tmpfs"], root / "dev" / "shm"),
    ]
    done: list[Path] = []
    try:
        for words, place in mounts:
            run(["mount", *words, place])
            done.append(place)
        yield
    finally:
        for place in reversed(done):
            run(["umount", "--lazy", place])


def _pack_older(tree: Path, older: Path) -> None:
    """Pack the tree under a lower number, with a part that an upgrade must take away."""
    part = tree / "usr" / "lib" / NAME / _OLD_PART
    control = tree / "DEBIAN" / "control"
    kept = control.read_text(encoding="utf-8")
    part.write_bytes(b"")
    control.write_text(
        re.sub("(?m)^Version: .*", f"Version: {OLDER_VERSION}", kept), encoding="utf-8"
    )
    try:
        pack(tree, older, is_quick=True)
    finally:
        part.unlink()
        control.write_text(kept, encoding="utf-8")


class _Walk:
    """The steps of an office's PC, in their order; each leans on those before."""

    def __init__(self, root: Path, shown: Screen, pictures: Path) -> None:
        self._root = root
        self._shown = shown
        self._pictures = pictures
        self._home = root / "home" / "officer"
        self._store = self._home / ".local" / "share" / "hoinghi" / "hoinghi.db"
        self._folder = root / "usr" / "lib" / NAME

    def whole(self, package: Path, older: Path) -> None:
        """Install, use, upgrade, try itself, remove."""
        self._home.mkdir(parents=True)
        os.chown(self._home, _OFFICER, _OFFICER)
        shutil.copyfile(SAMPLE, self._home / "conference.json")
        with trial("there is no network and no Python inside"):
            expect(not list(self._root.glob("usr/bin/python3*")), "there is a Python")
            devices = self._run("cat", "/proc/net/dev").splitlines()[2:]
            expect(all("lo:" in line for line in devices), f"there is a network: {devices}")
        with trial("installed"):
            self._install(older)
            expect(self._folder.joinpath(_OLD_PART).is_file(), "the older version lacks a part")
        with trial("a window opens with a conference file handed over"):
            self._look("linux-installed", "open", "/home/officer/conference.json")
        kept = conferences_in(self._store)
        expect(len(kept) == 1, f"the store holds {kept}")
        with trial("upgraded while the program is open, its store in use"):
            running, window = self._open()
            self._install(package)
            self._close(running, window)
            expect(not self._folder.joinpath(_OLD_PART).exists(), "an old part was left")
            expect(conferences_in(self._store) == kept, "the store changed")
        with trial("self-test"):
            self._run("hoinghi", "self-test", "--lang", "en", "--report", "/home/officer/r.txt")
            check_report(self._home / "r.txt")
        with trial("the store of the older version opens"):
            self._look("linux-upgraded")
            expect(conferences_in(self._store) == kept, "the store changed")
        with trial("manual, menu entry and file types are in their places"):
            share = self._root / "usr" / "share"
            for name in (
                "applications/hoinghi.desktop",
                "mime/packages/hoinghi.xml",
                "icons/hicolor/48x48/apps/hoinghi.png",
                "man/man1/hoinghi.1.gz",
                "man/vi/man1/hoinghi.1.gz",
                "doc/hoinghi/copyright",
            ):
                is_left_out = name.startswith(("man/", "doc/")) and self._drops_documents()
                expect(is_left_out or share.joinpath(name).is_file(), f"{name} is missing")
        with trial("removed; data stayed"):
            before = self._store.read_bytes()
            self._as_root("dpkg", "--purge", NAME)
            expect(not self._folder.exists(), "something was left behind")
            expect(not self._root.joinpath("usr/bin/hoinghi").is_symlink(), "the command is left")
            expect(self._store.read_bytes() == before, "the store changed")

    def _drops_documents(self) -> bool:
        return any(self._root.glob("etc/dpkg/dpkg.cfg.d/*nodoc*"))

    def _install(self, package: Path) -> None:
        shutil.copyfile(package, self._root / "tmp" / "package.deb")
        self._as_root("dpkg", "--install", "/tmp/package.deb")  # noqa: S108 - in the root

    def _look(self, picture: str, *words: str) -> None:
        running, window = self._open(*words)
        self._shown.photograph(self._pictures / f"{picture}.png")
        self._close(running, window)

    def _open(self, *words: str) -> tuple[subprocess.Popen[bytes], str]:
        command = self._command(_OFFICER, "hoinghi", *words)
        running = start(command)
        return running, self._shown.wait_for_window(HOME_WINDOW)

    def _close(self, running: subprocess.Popen[bytes], window: str) -> None:
        code = self._shown.close_window(window, running)
        expect(code == 0, f"the program ended with {code}")

    def _run(self, *words: str) -> str:
        return run(self._command(_OFFICER, *words))

    def _as_root(self, *words: str) -> str:
        return run(self._command(0, *words))

    def _command(self, user: int, *words: str) -> list[str]:
        told = {
            "HOME": "/home/officer" if user else "/root",
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "LC_ALL": "C.UTF-8",
            "DISPLAY": self._shown.display,
            "XAUTHORITY": "",
        }
        inside = ["chroot", f"--userspec={user}:{user}", str(self._root), "env", "-i"]
        given = [f"{key}={value}" for key, value in told.items()]
        return ["unshare", "--net", *inside, *given, *words]
