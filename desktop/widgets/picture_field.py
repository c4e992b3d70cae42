"""A small picture picked from a file: the office's emblem."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db.records import StoredImage
from desktop.errors import InputRefused
from desktop.language import tr
from desktop.widgets.file_choice import FileKind, choose_file

_LARGEST_BYTES = 10_000_000
_STORED_PX = 600
_SHOWN_PX = 72
_FORMATS = (b"png", b"jpeg", b"jpg")


def read_picture(path: Path) -> StoredImage:
    """Read a PNG or JPEG picture, scaled down to at most 600 pixels a side, without metadata.

    Raises:
        InputRefused: the file is too large, unreadable or no such picture.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise InputRefused("file-unreadable", path) from error
    if size > _LARGEST_BYTES:
        raise InputRefused("file-too-large", path, limit=_LARGEST_BYTES, size=size)
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        raise InputRefused("photo-format-unknown", path)
    full = reader.size()
    if max(full.width(), full.height()) > _STORED_PX:
        reader.setScaledSize(
            full.scaled(QSize(_STORED_PX, _STORED_PX), Qt.AspectRatioMode.KeepAspectRatio)
        )
    image = reader.read()
    if image.isNull():
        raise InputRefused("photo-unreadable", path)
    data = _as_png(image)
    return StoredImage(id=hashlib.sha256(data).hexdigest(), media_type="image/png", data=data)


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub wants bytes, Qt a str
    return bytes(QByteArray(buffer.data()).data())


def ask_for_picture(parent: QWidget) -> Path | None:
    """Let the officer choose a picture file."""
    kinds = tr("Pictures") + " (*.png *.jpg *.jpeg)"
    return choose_file(parent, FileKind.PICTURE, tr("Choose a picture"), kinds)


class PictureField(QWidget):
    """Shows a picture; lets the officer pick another, or none.

    Attributes:
        choose: asks for a file; replaceable.
    """

    committed = Signal(object)  # StoredImage | None
    refused = Signal(object)  # InputRefused

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose: Callable[[QWidget], Path | None] = ask_for_picture
        self._picture = QLabel(self)
        self._picture.setFixedSize(_SHOWN_PX, _SHOWN_PX)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pick_button = QPushButton(tr("Choose a picture…"), self)
        self.pick_button.clicked.connect(self._pick)
        self.clear_button = QPushButton(tr("No picture"), self)
        self.clear_button.clicked.connect(self._clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._picture)
        row.addWidget(self.pick_button)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        self.setFocusProxy(self.pick_button)
        self.show_value(None)

    def show_value(self, image: StoredImage | None) -> None:
        """Show a stored picture without committing it."""
        pixmap = QPixmap()
        if image is not None:
            pixmap.loadFromData(image.data)
            ratio = self.devicePixelRatioF()
            pixmap = pixmap.scaled(
                round(_SHOWN_PX * ratio),
                round(_SHOWN_PX * ratio),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)
        self._picture.setVisible(image is not None)
        self.clear_button.setVisible(image is not None)

    def commit(self) -> None:
        """Do nothing: a picture is committed when it is picked."""

    def _pick(self) -> None:
        path = self.choose(self)
        if path is None:
            return
        try:
            image = read_picture(path)
        except InputRefused as refusal:
            self.refused.emit(refusal)
            return
        self.show_value(image)
        self.committed.emit(image)

    def _clear(self) -> None:
        self.show_value(None)
        self.committed.emit(None)
