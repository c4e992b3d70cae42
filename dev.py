"""Set up the project and run its tasks: from a fresh clone, with nothing but Python.

This file must be readable by older Pythons, so that they are told what is wanted of them:
no newer syntax here, and annotations that are evaluated only after the version was checked.
"""

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from installers.system_packages import (
    FOR_DEBIAN,
    FOR_TRYING,
    FOR_WINDOWS,
    LIBREOFFICE,
    OFFSCREEN,
    WINDOWS_ON_SCREEN,
)

EXIT_USAGE = 2
EXIT_SET_UP = 10  # something is missing that this user may not install, or an installer failed
EXIT_INTERRUPTED = 130

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets a sentence, not a traceback
    sys.stderr.write(
        "Hoinghi needs Python 3.11 or newer, and this is Python {}.{}. Debian 12 and Ubuntu 24.04 "
        "bring one as python3; on Ubuntu 22.04 install python3.11 and python3.11-venv, then "
        "start this with python3.11.\n".format(*sys.version_info[:2])
    )
    sys.exit(EXIT_SET_UP)

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
ON_WINDOWS = os.name == "nt"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")
# written last: an environment without it was left half made, and is made anew
STAMP = ENVIRONMENT / "hoinghi-set-up.json"
REQUIREMENTS = ROOT / "installers" / "requirements"

NOTHING: dict[str, str] = {}  # drawing papers needs no Qt


class SetUpStopped(Exception):  # noqa: N818 - a stop with a sentence, not a fault
    """The set-up cannot go on; the text says what to do."""


class Stamp(NamedTuple):
    """What the environment was last made from; kept in it."""

    python: str
    root: str
    lists: str  # SHA-256
    packages: str  # run or test
    libraries: list[str]  # found on this system

    def is_of_this_python(self) -> bool:
        """Tell whether the environment was made here, by a Python like the one running."""
        return self.python == _this_python() and self.root == str(ROOT) and PYTHON.exists()

    def holds(self, packages: str) -> bool:
        """Tell whether a list of packages is installed, as it reads now."""
        return self.packages in (packages, "test") and self.lists == _lists_digest()


def set_up(packages: str, libraries: dict[str, str]) -> None:
    """Make sure that an environment with these packages and the system's libraries are there.

    Args:
        packages: `run` or `test`, the list to install; `test` holds all of `run`.
        libraries: the shared libraries needed, each with its Debian package.

    Raises:
        SetUpStopped: something is missing that cannot be installed here.
    """
    if _is_ready(_read_stamp(), packages, libraries):
        return
    with _one_at_a_time():
        stamp = _read_stamp()
        if _is_ready(stamp, packages, libraries):
            return  # another call made it meanwhile
        _install_system_packages([*_missing_venv(), *_missing_libraries(libraries)])
        is_sound = stamp is not None and stamp.is_of_this_python()
        if stamp is not None and is_sound and stamp.holds(packages):
            packages = stamp.packages
        else:
            _make_environment(packages, is_sound=is_sound)
        known = stamp.libraries if stamp else []
        _write_stamp(
            Stamp(
                python=_this_python(),
                root=str(ROOT),
                lists=_lists_digest(),
                packages=packages,
                libraries=sorted({*known, *libraries}),
            )
        )


def _is_ready(stamp: Stamp | None, packages: str, libraries: dict[str, str]) -> bool:
    return (
        stamp is not None
        and stamp.is_of_this_python()
        and stamp.holds(packages)
        and set(libraries) <= set(stamp.libraries)
    )


def _read_stamp() -> Stamp | None:
    try:
        return Stamp(**json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _write_stamp(stamp: Stamp) -> None:
    unfinished = STAMP.with_suffix(".part")
    unfinished.write_text(json.dumps(stamp._asdict(), indent=1), encoding="utf-8")
    unfinished.replace(STAMP)


def _this_python() -> str:
    return "{}.{}".format(*sys.version_info[:2])


def _lists_digest() -> str:
    digest = hashlib.sha256()
    for source in (REQUIREMENTS / "run.txt", REQUIREMENTS / "test.txt", ROOT / "pyproject.toml"):
        digest.update(source.read_bytes())
    return digest.hexdigest()


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Keep a second set-up waiting; the lock goes with the process that holds it."""
    if ON_WINDOWS:
        yield  # a folder cannot be locked there; the stamp alone decides
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _missing_venv() -> list[str]:
    """Name Debian's package for making environments, where pip is left out of Python."""
    if shutil.which("uv") or importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{_this_python()}-venv"]


def _missing_libraries(libraries: dict[str, str]) -> list[str]:
    """Ask the system's loader for each library; give the packages of those it has not."""
    if not sys.platform.startswith("linux"):
        return []
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def _install_system_packages(packages: Sequence[str]) -> None:
    """Install packages of Debian or Ubuntu where this user may; name them where not."""
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise SetUpStopped(
            "Some of the system's libraries are missing. Install what your system calls these "
            f"packages of Debian, then try again: {names}"
        )
    as_root = _way_to_be_root()
    if as_root is None:
        raise SetUpStopped(
            "Some of the system's packages are missing, and only the administrator may install "
            f"them. Run this, then try again:\n    sudo apt-get install {names}"
        )
    _say(f"Installing the system's packages {names} …")
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes"]
    install = [*apt, "install", "--no-install-recommends", *packages]
    if subprocess.run(install, capture_output=True, check=False).returncode == 0:
        return
    # the lists of packages are missing or old
    subprocess.run([*apt, "update"], capture_output=True, check=False)
    if subprocess.run(install, stdout=sys.stderr, check=False).returncode != 0:
        raise SetUpStopped(
            f"The system's packages could not be installed: {names}. The lines above say why."
        )


def _way_to_be_root() -> list[str] | None:
    """Give the words before a command that make it the administrator's; None: may not."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        sudo = ["sudo", "--non-interactive"]
        if subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0:
            return sudo
    return None


def _make_environment(packages: str, *, is_sound: bool) -> None:
    """Bring the environment to a list; from nothing, unless a sound one of this Python is there."""
    if not is_sound and Path(sys.prefix) == ENVIRONMENT:
        raise SetUpStopped(f"Start it with the Python outside {ENVIRONMENT}, which is made anew.")
    _say("Making the environment in .venv; this takes a moment …")
    STAMP.unlink(missing_ok=True)
    if not is_sound and ENVIRONMENT.exists():
        shutil.rmtree(ENVIRONMENT)
    # The lists are whole. Left to follow what packages ask for, pip 23 takes an extra that a list
    # has without its brackets for a package of its own, at its newest version, and stops.
    whole_list = ["--no-deps", "--require-hashes", "--requirement"]
    locked = [*whole_list, str(REQUIREMENTS / f"{packages}.txt")]
    project = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    uv = shutil.which("uv")
    if uv:
        make = [uv, "venv", "--quiet", "--python", sys.executable, str(ENVIRONMENT)]
        install = [uv, "pip", "install", "--quiet", "--python", str(PYTHON)]
    else:
        make = [sys.executable, "-m", "venv", str(ENVIRONMENT)]
        pip = ["-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check"]
        install = [str(PYTHON), *pip, "install", "--no-warn-script-location"]
    steps = [[*install, *locked], [*install, *project]]
    for step in steps if is_sound else [make, *steps]:
        if subprocess.run(step, check=False).returncode != 0:
            raise SetUpStopped(
                "The environment could not be made; the lines above say why. "
                "Nothing half made is kept: the next call begins anew."
            )


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def run(arguments: Sequence[str]) -> int:
    """Open the program; words after it go to the program."""
    set_up("run", WINDOWS_ON_SCREEN)
    _become("-P", "-m", "desktop", *arguments)


def demo(arguments: Sequence[str]) -> int:
    """Do the main job without a screen: demo DIR gets the sample's papers."""
    set_up("run", NOTHING)
    _become("-P", "-m", "desktop", "demo", *arguments)


def test(arguments: Sequence[str]) -> int:
    """Check and test everything; with words after it, only run pytest with them."""
    set_up("test", OFFSCREEN)
    if arguments:
        return _call("pytest", *arguments)
    failed = [check for check in _CHECKS if _call(*check.split()) != 0]
    if subprocess.run([str(PYTHON.with_name("lint-imports"))], cwd=ROOT, check=False).returncode:
        failed.append("lint-imports")
    # the twins have a task of their own: LibreOffice is slow, and seldom there
    only = "--ignore=tests/twins"
    status = _call("pytest", "-p", "tests.coverage_gates", "--cov", *_COVERAGE, *_ALL_CORES, only)
    if failed:
        _say("Failed before the tests: " + ", ".join(failed))
    return status or len(failed)


_CHECKS = ("ruff check", "ruff format --check", "mypy")
_COVERAGE = ("--cov-report=", "--cov-report=json:.coverage-report.json")
_ALL_CORES = ("-n", "auto", "--dist", "worksteal")


def _tool(*command: str) -> Callable[[Sequence[str]], int]:
    def task(arguments: Sequence[str]) -> int:
        set_up("test", OFFSCREEN)
        return _call(*command, *arguments)

    return task


def twins(arguments: Sequence[str]) -> int:
    """Hold the DOCX twins against the PDFs in LibreOffice, installed here where that may be."""
    set_up("test", OFFSCREEN)
    if not shutil.which("soffice"):
        _install_system_packages([LIBREOFFICE])
    return _call("pytest", "tests/twins", *arguments)


def windows_installer(arguments: Sequence[str]) -> int:
    """Build the Windows installer and the portable form."""
    return _build("installers.windows", FOR_WINDOWS, arguments)


def deb(arguments: Sequence[str]) -> int:
    """Build the package for Debian and Ubuntu."""
    return _build("installers.linux", FOR_DEBIAN, arguments)


def installers_test(arguments: Sequence[str]) -> int:
    """Install, use, upgrade and remove what was built, under Wine and in a bare root."""
    return _build("installers.smoke", {**FOR_WINDOWS, **FOR_DEBIAN, **FOR_TRYING}, arguments)


def _build(module: str, tools: dict[str, str], arguments: Sequence[str]) -> int:
    set_up("run", OFFSCREEN)
    _install_system_packages([tools[one] for one in tools if not shutil.which(one)])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the icon is drawn in memory
    return _call(module, *arguments)


def lock(arguments: Sequence[str]) -> int:
    """Write the hashed lists of packages anew from pyproject.toml; --upgrade for newer ones."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetUpStopped("The lists are written by uv. Install it first: pip install uv")
    for name, group in (("run", "build"), ("installers", "installers"), ("test", "test")):
        compile_list = [
            *(uv, "pip", "compile", "pyproject.toml", "--group", group, "--universal"),
            *("--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"),
            *("--quiet", "--output-file", f"installers/requirements/{name}.txt", *arguments),
        ]
        status = subprocess.run(compile_list, cwd=ROOT, check=False).returncode
        if status != 0:
            return status
    return 0


def _call(*module_and_arguments: str) -> int:
    """Run a module of the environment at the top of the project; its exit code comes back."""
    command = [str(PYTHON), "-m", *module_and_arguments]
    return subprocess.run(command, cwd=ROOT, env=_surroundings(), check=False).returncode


def _become(*arguments: str) -> NoReturn:
    """Give this process over to the environment's Python."""
    command = [str(PYTHON), *arguments]
    if ON_WINDOWS:  # where exec returns to the shell at once
        sys.exit(subprocess.run(command, env=_surroundings(), check=False).returncode)
    os.execve(command[0], command, _surroundings())  # noqa: S606 - no shell is wanted


def _surroundings() -> dict[str, str]:
    # UTF-8 also for Windows, where a clone in a folder with Vietnamese letters is not found else
    return {**os.environ, "PYTHONUTF8": "1"}


TASKS: dict[str, tuple[Callable[[Sequence[str]], int], str]] = {
    "run": (run, "open the program"),
    "test": (test, "check and test everything; with words after it, only pytest with them"),
    "demo": (demo, "demo DIR: the main job without a screen, papers of the sample into DIR"),
    "bench": (_tool("tests.benchmarks"), "measure start-up, drawing and rules against bare peers"),
    "fuzz": (_tool("tests.fuzzing"), "feed damaged files to readers; fuzz [handoff] [SECONDS]"),
    "twins": (twins, "print the DOCX twins by LibreOffice and hold them against the PDFs"),
    "pictures": (_tool("tests.pictures"), "make the pictures of the README and the guide anew"),
    "golden": (_tool("tests.golden"), "write the approved pictures in tests/golden/ anew"),
    "sample": (_tool("tests.sample.make"), "write the sample in resources/ anew"),
    "schema": (_tool("desktop.schemas"), "write the JSON Schemas in resources/ anew"),
    "translations": (_tool("installers.translations"), "extract, update and compile the texts"),
    "windows-installer": (windows_installer, "build the installer for Windows"),
    "deb": (deb, "build the package for Debian and Ubuntu"),
    "installers-test": (installers_test, "try both from installation to removal"),
    "lock": (lock, "write the hashed lists of packages anew (needs uv)"),
}


def main(arguments: Sequence[str]) -> int:
    """Run the task named first."""
    name = arguments[0] if arguments else "--help"
    if name in TASKS:
        task, _ = TASKS[name]
        try:
            return task(arguments[1:])
        except SetUpStopped as stop:
            _say(str(stop))
            return EXIT_SET_UP
        except KeyboardInterrupt:
            return EXIT_INTERRUPTED
    print("python3 dev.py TASK\n")
    for known, (_, meaning) in TASKS.items():
        print(f"  {known:17} {meaning}")
    return 0 if name in ("-h", "--help") else EXIT_USAGE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
