"""What takes the pictures: of a widget once it has settled, and of a page of paper; the screen."""

from __future__ import annotations

import io
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

PATIENCE_S = 60
_LAPTOP, _DESKTOP = (1366, 768), (1920, 1080)  # pixels


def use_the_screen_of_an_office(folder: Path, percent: int = 100) -> None:
    """Draw in memory, unless told otherwise; Qt's own screen there is 800 pixels square."""
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1")) * percent / 100
    width, height = _DESKTOP if scale > 1 else _LAPTOP
    screen = {"name": "office", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    description = folder / "screens.json"
    description.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={description}")


def picture_of(widget: QWidget) -> Image.Image:
    """Photograph a widget once it has settled."""
    QTest.qWait(80)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")


def page_picture(data: bytes, number: int, width: int) -> Image.Image:
    """Draw one page of a PDF."""
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[number]
        picture: Image.Image = page.render(scale=width / page.get_width()).to_pil()
        return picture.convert("RGB")


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait for what goes on in other processes.

    Raises:
        TimeoutError: it takes too long.
    """
    end = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(50)
