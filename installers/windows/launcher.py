"""The programs that start Python, and what Windows reads from them: version, icon, manifest."""

from __future__ import annotations

from pathlib import Path

from installers.program import NAME
from installers.steps import run
from installers.windows.runtime import LIBRARY

HERE = Path(__file__).resolve().parent
WINDOW_PROGRAM = f"{NAME}.exe"
CONSOLE_PROGRAM = "hoinghi-cli.exe"

_PREFIX = "x86_64-w64-mingw32-"
_VIETNAMESE, _UNICODE = 0x042A, 1200


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """Give a version as Windows counts it: four numbers."""
    numbers = [int(part) for part in version.split(".")]
    first, second, third, fourth = [*numbers, 0, 0, 0, 0][:4]
    return first, second, third, fourth


def resource_script(version: str, file: str, icon: Path, manifest: Path) -> str:
    """Write what windres compiles into a program."""
    numbers = ",".join(map(str, version_numbers(version)))
    told = {
        "CompanyName": NAME,
        "FileDescription": "Hoinghi – hội nghị điển hình tiên tiến",
        "FileVersion": version,
        "InternalName": file.removesuffix(".exe"),
        "LegalCopyright": "Apache License 2.0",
        "OriginalFilename": file,
        "ProductName": NAME,
        "ProductVersion": version,
    }
    values = "\n".join(f'      VALUE "{key}", "{value}"' for key, value in told.items())
    return f"""#pragma code_page(65001)
1 ICON "{icon.as_posix()}"
1 24 "{manifest.as_posix()}"
1 VERSIONINFO
FILEVERSION {numbers}
PRODUCTVERSION {numbers}
FILEOS 0x40004
FILETYPE 1
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "{_VIETNAMESE:04X}{_UNICODE:04X}"
    BEGIN
{values}
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", {_VIETNAMESE:#x}, {_UNICODE}
  END
END
"""


def add_launchers(stage: Path, work: Path, version: str, icon: Path) -> None:
    """Build both programs into a folder that has Python's library already."""
    exported = _exported_names(stage / LIBRARY)
    importing = _import_library(work, exported)
    if not (stage / "python3.dll").exists():
        _build_forwarder(stage, work, exported)
    for file, options in ((WINDOW_PROGRAM, ["-mwindows"]), (CONSOLE_PROGRAM, ["-DWITH_CONSOLE"])):
        script = work / f"{file}.rc"
        script.write_text(
            resource_script(version, file, icon, HERE / "program.manifest"), encoding="utf-8"
        )
        compiled = work / f"{file}.res.o"
        run([f"{_PREFIX}windres", "--codepage=65001", script, compiled])
        build = ["-Os", "-s", "-Wall", "-Wextra", "-Werror", "-municode", *options]
        sources: list[str | Path] = [HERE / "launcher.c", compiled, importing, "-lshell32"]
        run([f"{_PREFIX}gcc", *build, "-o", stage / file, *sources])


def _exported_names(library: Path) -> list[str]:
    names: list[str] = []
    is_table = False
    for line in run([f"{_PREFIX}objdump", "-p", library]).splitlines():
        if "[Ordinal/Name Pointer] Table" in line:
            is_table = True
        elif is_table and line.startswith("\t["):
            names.append(line.split()[-1])
        elif is_table:
            break
    return sorted(set(names))


def _import_library(work: Path, exported: list[str]) -> Path:
    definition = work / "python.def"
    definition.write_text("\n".join([f"LIBRARY {LIBRARY}", "EXPORTS", *exported, ""]))
    made = work / "libpython.a"
    run([f"{_PREFIX}dlltool", "-d", definition, "-l", made, "-D", LIBRARY])
    return made


def _build_forwarder(stage: Path, work: Path, exported: list[str]) -> None:
    """Build python3.dll, which hands everything on; packages for every Python 3 ask for it."""
    stem = LIBRARY.removesuffix(".dll")
    definition = work / "python3.def"
    forwards = [f"{name}={stem}.{name}" for name in exported]
    definition.write_text("\n".join(["LIBRARY python3.dll", "EXPORTS", *forwards, ""]))
    source = work / "python3.c"
    source.write_text("int __stdcall begin(void *a, unsigned b, void *c)\n{ return 1; }\n")
    build: list[str | Path] = [
        "-Os",
        "-s",
        "-shared",
        "-nostdlib",
        "-e",
        "begin",
        "-o",
        stage / "python3.dll",
    ]
    run([f"{_PREFIX}gcc", *build, source, definition])
