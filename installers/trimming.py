"""What an installed program does without: decided by the path of a file alone.

A path is relative to the folder that packages are installed into, or to the standard library, with
forward slashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

# packages that only make the environment of a clone, or that another one asks for and never
# imports in this program
PACKAGES_LEFT_OUT = frozenset(
    (
        "editables",
        "hatchling",
        "packaging",
        "pathspec",
        "pip",
        "pycparser",
        "tomlkit",
        "trove-classifiers",
    )
)

QT_MODULES = ("Core", "Gui", "Widgets", "Svg", "PrintSupport")
QT_PLUGINS = (
    "platforms/qwindows",
    "platforms/qoffscreen",
    "platforms/libqxcb",
    "platforms/libqwayland",
    "platforms/libqoffscreen",
    "imageformats/qsvg",
    "imageformats/qjpeg",
    "imageformats/qico",
    "imageformats/libqsvg",
    "imageformats/libqjpeg",
    "imageformats/libqico",
    "iconengines/qsvgicon",
    "iconengines/libqsvgicon",
    "styles/qmodernwindowsstyle",
    "printsupport/windowsprintersupport",  # elsewhere papers go to CUPS as they are
    "platforminputcontexts/libcomposeplatforminputcontext",
    "platforminputcontexts/libibusplatforminputcontext",
    "platformthemes/libqxdgdesktopportal",
    "wayland-shell-integration/libxdg-shell",
    "wayland-decoration-client/",
)

_QT_FILES = (
    "__init__.py",
    "_config.py",
    "_git_pyside_version.py",
    "py.typed",
    "pyside6.abi3.dll",
    *(f"Qt{name}.pyd" for name in QT_MODULES),
    *(f"Qt6{name}.dll" for name in QT_MODULES),
    *(f"Qt{name}.abi3.so" for name in QT_MODULES),
)
_QT_LIBRARY = re.compile(
    r"lib/lib(Qt6(Core|Gui|Widgets|Svg|PrintSupport|DBus|XcbQpa|OpenGL|WaylandClient"
    r"|WlShellIntegration)|icu\w+)\.so"
)
# Microsoft's runtime, which comes with Qt's wheel and serves all the others too
RUNTIME_LIBRARIES = re.compile(r"(msvcp140|vcruntime140|concrt140)[^/]*\.dll")

_LEFT_OUT_OF_PACKAGES = (
    "bin/*",
    "*/__pycache__/*",
    "*.pyi",
    "*.pyx",
    "*.pxd",
    "*.lib",
    "*.h",
    "*.c",
    "*/tests/*",
    "*/test/*",
    "*.dist-info/RECORD",
    "*.dist-info/INSTALLER",
    "*.dist-info/REQUESTED",
    "*.dist-info/sboms/*",
    "*.dist-info/entry_points.txt",
    "PIL/_avif*",
    "PIL/_imagingtk*",
    "PIL/_webp*",
    "cffi/*",
    "holidays/locale/*",
    "lxml/includes/*",
    "lxml/isoschematron/*",
    "lxml/objectify*",
    "resources/pictures/*",
    "resources/translations/*.po",
    "resources/translations/*.ts",
    "reportlab/graphics/*",
    "reportlab/fonts/*",
    "shiboken6/concrt*.dll",  # the same as beside Qt
    "shiboken6/msvcp*.dll",
    "shiboken6/vc*.dll",
    "xlrd/examples/*",
)
_KEPT_ALL_THE_SAME = ("holidays/locale/vi/*", "holidays/locale/en_US/*")

_LEFT_OUT_OF_LIBRARY = (
    "__phello__*",
    "config-3*",
    "curses/*",
    "dbm/*",
    "distutils/*",
    "ensurepip/*",
    "idlelib/*",
    "lib-dynload/*",
    "lib2to3/*",
    "pydoc_data/*",
    "site-packages/*",
    "test/*",
    "*/test/*",
    "*/tests/*",
    "tkinter/*",
    "turtle*",
    "venv/*",
    "wsgiref/*",
    "xmlrpc/*",
    "_sysconfigdata*",
    "*/__pycache__/*",
    "__pycache__/*",
)

# compiled parts of the standard library: no sockets of TLS, no tests, no Tk
LIBRARY_PARTS_LEFT_OUT = (
    "_hashlib.pyd",
    "_msi.pyd",
    "_ssl.pyd",
    "_test*.pyd",
    "_ctypes_test.pyd",
    "_tkinter.pyd",
    "libcrypto-*.dll",
    "libssl-*.dll",
    "tcl*.dll",
    "tk*.dll",
    "winsound.pyd",
    "xxlimited*.pyd",
)


def keeps_package_file(path: str) -> bool:
    """Tell whether a file of the installed packages is shipped; compiled or as it is written."""
    if path.endswith(".pyc"):
        path = path.removesuffix("c")
    if path.startswith("PySide6/"):
        return _keeps_qt_file(path.removeprefix("PySide6/"))
    if any(fnmatchcase(path, one) for one in _KEPT_ALL_THE_SAME):
        return True
    if ".dist-info/" in path and path.split("-", 1)[0].replace("_", "-") in PACKAGES_LEFT_OUT:
        return False
    return not any(fnmatchcase(path, one) for one in _LEFT_OUT_OF_PACKAGES)


def _keeps_qt_file(path: str) -> bool:
    path = path.removeprefix("Qt/")  # where Linux has what lies at the top on Windows
    if path.startswith("lib/"):
        return _QT_LIBRARY.match(path) is not None
    if path.startswith("plugins/"):
        name = path.removeprefix("plugins/")
        return any(name.startswith(one) for one in QT_PLUGINS)
    if path.startswith("libpyside6.abi3.so"):
        return True
    return path in _QT_FILES or RUNTIME_LIBRARIES.fullmatch(path) is not None


def keeps_library_file(path: str) -> bool:
    """Tell whether a file of the standard library's Python part is shipped."""
    return not any(fnmatchcase(path, one) for one in _LEFT_OUT_OF_LIBRARY)


def keeps_library_part(name: str) -> bool:
    """Tell whether a compiled part of the standard library, or what it loads, is shipped."""
    is_of_system = name.lower().startswith("api-ms-win-")  # every Windows 10 has them
    return not is_of_system and not any(fnmatchcase(name, one) for one in LIBRARY_PARTS_LEFT_OUT)


def shipped_requirements(locked: Iterable[str]) -> list[str]:
    """Take the lines of a hashed list that belong to shipped packages, in their order."""
    shipped: list[str] = []
    keeps = True
    for line in locked:
        if not line.startswith((" ", "\t", "#")):
            name = re.split(r"[=<>;\[ ]", line.strip(), maxsplit=1)[0]
            keeps = name not in PACKAGES_LEFT_OUT
        if keeps:
            shipped.append(line)
    return shipped


def trim(folder: Path) -> None:
    """Take away from a folder of installed packages what is not shipped."""
    for file in sorted(folder.rglob("*"), reverse=True):
        if file.is_dir():
            if not any(file.iterdir()):
                file.rmdir()
        elif not keeps_package_file(file.relative_to(folder).as_posix()):
            file.unlink()
