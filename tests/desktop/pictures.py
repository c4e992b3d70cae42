"""Pictures made for a test."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from desktop.people.photo import preview_photo_job
from desktop.people.photo_parts import PhotoPreview


def a_picture(path: Path, width: int = 300, height: int = 400, colour: str = "navy") -> Path:
    """Write a picture of one colour."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (width, height), colour).save(path)
    return path


def a_preview(folder: Path, width: int = 800, height: int = 600) -> PhotoPreview:
    """Make the preview of a picture; of a wide one the left and right are cut off."""
    path = a_picture(folder / "preview.png", width, height)
    return preview_photo_job(lambda _done, _total: None, path)
