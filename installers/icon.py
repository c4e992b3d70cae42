"""The program's icon in the sizes that Windows and Linux ask for, drawn from its one picture."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader

from installers.program import ROOT

PICTURE = ROOT / "resources" / "icons" / "hoinghi.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(size: int) -> QImage:
    """Draw the icon as a square of so many pixels."""
    reader = QImageReader(str(PICTURE))
    reader.setScaledSize(QSize(size, size))
    image = reader.read()
    if image.isNull():
        raise RuntimeError(reader.errorString())
    return image


def write_pictures(folder: Path) -> dict[int, Path]:
    """Write a PNG of each size into a folder; give them by size."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: folder / f"{size}.png" for size in SIZES}
    for size, path in pictures.items():
        if not draw(size).save(str(path)):
            raise OSError(f"{path} cannot be written")
    return pictures


def write_windows_icon(path: Path) -> None:
    """Write all sizes as one file for Windows."""
    pictures = write_pictures(path.with_suffix(".pictures"))
    images = [Image.open(pictures[size]) for size in SIZES]
    images[-1].save(path, sizes=[(size, size) for size in SIZES], append_images=images[:-1])
