"""What takes the pictures: of a widget once it has settled, and of a page of paper."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pypdfium2
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

PATIENCE_S = 60


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
