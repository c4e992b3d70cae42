"""What the windows need of Qt beside its libraries, and whether it came along."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QImageReader

from desktop.paths import resource

_PLATFORMS = {"win32": "qwindows", "linux": "libqxcb"}
_PICTURES = ("jpeg", "png", "svg")
WANTED = (_PLATFORMS.get(sys.platform, ""), *_PICTURES)


def missing_qt_parts() -> list[str]:
    """Name what is not there, or does not do its work; no window is opened for it."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    platform = _PLATFORMS.get(sys.platform, "")
    missing = []
    if not list((plugins / "platforms").glob(f"{platform}*")):
        missing.append(platform)
    known = {bytes(form.data()).decode() for form in QImageReader.supportedImageFormats()}
    missing += [form for form in _PICTURES if form not in known]
    if QImageReader(str(resource("icons", "hoinghi.svg"))).read().isNull():
        missing.append("hoinghi.svg")
    if not QTranslator().load(str(resource("translations", "qtbase_vi.qm"))):
        missing.append("qtbase_vi.qm")
    return missing
