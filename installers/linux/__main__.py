"""Build the package for Debian and Ubuntu: `python3 dev.py deb`."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from installers.icon import PICTURE, write_pictures
from installers.linux.system_libraries import (
    asked_libraries,
    is_of_system,
    missing_libraries,
    needed_packages,
)
from installers.packages import build_wheel
from installers.program import ROOT, version
from installers.steps import BuildStopped, run, size_mb, step
from installers.trimming import trim

HERE = Path(__file__).resolve().parent
LOCKED = ROOT / "installers" / "requirements" / "installers.txt"
NAME = "hoinghi"
_PACKING_S = 3600.0  # half a minute on an idle machine
_EXCLUDED = (
    "_hashlib",
    "_ssl",
    "ssl",
    "tkinter",
    "pip",
    "setuptools",
    "lib2to3",
    "pydoc",
    "readline",
)


def main(words: list[str]) -> int:
    """Build into the folder asked for; 0 when it is built."""
    asked = _parser().parse_args(words)
    asked.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="hoinghi-deb-") as folder:
        work = asked.work or Path(folder)
        try:
            package = build(asked.into, work, is_quick=asked.quick)
        except BuildStopped as stop:
            print(stop, file=sys.stderr)
            return 1
    print(f"{size_mb(package):7.1f} MB  {package}")
    return 0


def build(into: Path, work: Path, *, is_quick: bool) -> Path:
    """Build the package; the work folder keeps what it is made of."""
    program = lay_out(work)
    with step("package"):
        tree = work / "tree"
        fill_tree(tree, program, work, version())
        package = into / f"{NAME}_{version()}_{_architecture()}.deb"
        pack(tree, package, is_quick=is_quick)
    return package


def lay_out(work: Path) -> Path:
    """Lay the program out with a Python of its own; give the folder."""
    with step("a clean environment"):
        environment = work / "environment"
        shutil.rmtree(environment, ignore_errors=True)
        venv.create(environment, with_pip=True)
        python = environment / "bin" / "python"
        pip: list[str | Path] = [
            python,
            "-m",
            "pip",
            "--disable-pip-version-check",
            "install",
            "--quiet",
        ]
        run([*pip, "--no-deps", "--require-hashes", "--requirement", LOCKED])
        run([*pip, "--no-deps", "--force-reinstall", build_wheel(work)])
    with step("PyInstaller"):
        run([python, "-m", "PyInstaller", *_pyinstaller_words(work, python)], folder=work)
    program = work / "dist" / NAME
    with step("trimmed"):
        inside = program / "lib"
        trim(inside)
        for file in sorted(inside.iterdir()):
            if file.is_file() and is_of_system(file.name):
                file.unlink()
        # python-docx finds its templates by way of this folder
        inside.joinpath("docx", "parts").mkdir(parents=True, exist_ok=True)
        _remove_broken_links(inside)
        _remove_orphans(program)
        # what was built here; packages from elsewhere are left as they were signed off
        own = [*inside.glob("libpython*"), *inside.glob("python3*/lib-dynload/*.so")]
        run(["strip", "--strip-unneeded", *own])
    with step("libraries that parts ask for"):
        if missing := missing_libraries(asked_libraries(program), _names(program)):
            raise BuildStopped("\n".join(missing))
    return program


def _pyinstaller_words(work: Path, python: Path) -> list[str]:
    site = run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip()
    return [
        *("--noconfirm", "--clean", "--onedir", "--name", NAME, "--contents-directory", "lib"),
        # modules as files of their own: found by Python itself, and faster than in an archive
        *("--log-level", "WARN", "--debug", "noarchive"),
        *("--distpath", str(work / "dist"), "--workpath", str(work / "pyinstaller")),
        *("--specpath", str(work)),
        *("--collect-submodules", "desktop", "--collect-submodules", "db"),
        *("--hidden-import", "_cffi_backend"),
        *("--hidden-import", "holidays.countries", "--collect-data", "holidays"),
        *("--recursive-copy-metadata", NAME),
        *("--add-data", f"{site}/resources:resources"),
        *(word for name in _EXCLUDED for word in ("--exclude-module", name)),
        str(HERE / "start.py"),
    ]


def _remove_broken_links(folder: Path) -> None:
    for link in folder.rglob("*"):
        if link.is_symlink() and not link.exists():
            link.unlink()


def _remove_orphans(program: Path) -> None:
    """Take away libraries that only parts asked for which were trimmed away themselves."""
    inside = program / "lib"
    while True:
        asked = {name for names in asked_libraries(program).values() for name in names}
        orphans = [
            file
            for file in (*inside.glob("lib*.so*"), *inside.glob("*.libs/*.so*"))
            if file.name not in asked and not file.name.startswith("libpython")
        ]
        if not orphans:
            return
        for file in orphans:
            file.unlink()


def _names(folder: Path) -> list[str]:
    return [file.name for file in folder.rglob("*") if not file.is_dir()]


def fill_tree(tree: Path, program: Path, work: Path, number: str) -> None:
    """Put everything where it is installed, with what dpkg reads of it."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(program, tree / "usr" / "lib" / NAME, symlinks=True)
    commands = tree / "usr" / "bin"
    commands.mkdir(parents=True)
    commands.joinpath(NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    share = tree / "usr" / "share"
    _copy(HERE / "hoinghi.desktop", share / "applications" / "hoinghi.desktop")
    _copy(HERE / "hoinghi-types.xml", share / "mime" / "packages" / "hoinghi.xml")
    icons = share / "icons" / "hicolor"
    for size, picture in write_pictures(work / "icons").items():
        _copy(picture, icons / f"{size}x{size}" / "apps" / "hoinghi.png")
    _copy(PICTURE, icons / "scalable" / "apps" / "hoinghi.svg")
    _pack_text(HERE / "hoinghi.1", share / "man" / "man1" / "hoinghi.1.gz")
    _pack_text(HERE / "hoinghi.vi.1", share / "man" / "vi" / "man1" / "hoinghi.1.gz")
    _pack_text(ROOT / "CHANGELOG.md", share / "doc" / NAME / "changelog.gz")
    licences = run([program / NAME, "licences"])
    share.joinpath("doc", NAME, "copyright").write_text(licences, encoding="utf-8")
    _set_modes(tree)
    asked = asked_libraries(tree)
    depends = needed_packages(asked, _names(tree))
    about = tree / "DEBIAN"
    about.mkdir()
    control = control_text(number, _architecture(), int(size_mb(tree) * 1000), depends)
    about.joinpath("control").write_text(control, encoding="utf-8")
    about.joinpath("md5sums").write_text(_sums(tree), encoding="utf-8")


def control_text(number: str, architecture: str, size_kb: int, depends: list[str]) -> str:
    """Write what dpkg reads of a package."""
    return f"""Package: {NAME}
Version: {number}
Architecture: {architecture}
Maintainer: Hoinghi <hoinghi@localhost>
Section: misc
Priority: optional
Installed-Size: {size_kb}
Depends: {", ".join(depends)}
Recommends: cups-client
Description: plan a conference or congress of emulation, offline
 Takes the officer of a commune, department or company from the order of the
 level above to the badges of the delegates: a wizard, rules, papers in the form
 of Decree 30/2020, lists and badges. It carries everything it needs and uses no
 network. Data stays in the home folder when the package is removed.
"""


def pack(tree: Path, package: Path, *, is_quick: bool) -> None:
    """Pack a tree as a package; quickly, or small."""
    compression = ["-Zgzip", "-z1"] if is_quick else ["-Zxz"]
    run(
        ["dpkg-deb", "--root-owner-group", *compression, "--build", tree, package],
        timeout_s=_PACKING_S,
    )


def _architecture() -> str:
    told = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, encoding="ascii", check=True
    )
    return told.stdout.strip()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _pack_text(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(source.read_bytes(), mtime=0))


def _set_modes(tree: Path) -> None:
    for path in tree.rglob("*"):
        if path.is_symlink():
            continue
        is_program = path.is_dir() or os.access(path, os.X_OK)
        path.chmod(0o755 if is_program else 0o644)


def _sums(tree: Path) -> str:
    files = sorted(path for path in (tree / "usr").rglob("*") if path.is_file())
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {path.relative_to(tree).as_posix()}\n"
        for path in files
        if not path.is_symlink()
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py deb", description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / "dist", help="where the file goes")
    parser.add_argument("--work", type=Path, help="a folder to work in that is kept")
    parser.add_argument("--quick", action="store_true", help="pack quickly, for trying")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
