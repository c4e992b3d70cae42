"""Photos of people: decoded once at import, kept as small upright portraits without metadata."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from db.records import StoredImage
from desktop.errors import InputRefused

MAX_PIXELS = 25_000_000
MAX_PHOTO_BYTES = 40 * 1024 * 1024
PORTRAIT_PX = (351, 468)  # 3:4, enough for 30 mm at 300 dpi
_QUALITY = 85
_FORMATS = ("JPEG", "PNG")
# a head stands above the middle: of a tall picture the lower part is cut off
_CENTRE = (0.5, 0.35)
_UNREADABLE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    KeyError,
    IndexError,
    ImageCms.PyCMSError,
)


class PhotoRefusal(StrEnum):
    """Reasons of InputRefused for a photo."""

    FORMAT_UNKNOWN = "photo-format-unknown"
    UNREADABLE = "photo-unreadable"
    TOO_MANY_PIXELS = "photo-too-many-pixels"  # facts: limit
    TOO_BIG = "file-too-large"  # facts: limit, value (bytes)


def read_photo_job(report: Callable[[int, int], None], path: Path) -> StoredImage:
    """Read a photo from a file in a child process; see `make_portrait`."""
    report(0, 1)
    try:
        size = path.stat().st_size
        if size > MAX_PHOTO_BYTES:
            raise InputRefused(PhotoRefusal.TOO_BIG, path, limit=MAX_PHOTO_BYTES, value=size)
        data = path.read_bytes()
    except OSError as error:
        raise InputRefused(PhotoRefusal.UNREADABLE, path) from error
    portrait = make_portrait(data, path)
    report(1, 1)
    return portrait


def make_portrait(data: bytes, path: Path | None = None) -> StoredImage:
    """Turn a photo as its camera says, crop it to 3:4 and keep it small, in sRGB.

    The same photo gives the same bytes. A small photo is not enlarged.

    Raises:
        InputRefused: with a reason of PhotoRefusal.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the pixels are counted here; odd metadata is dropped
            photo = _decoded(data, path)
            portrait = _cropped(_in_srgb(ImageOps.exif_transpose(photo)))
    except InputRefused:
        raise
    except Image.DecompressionBombError as error:
        raise InputRefused(PhotoRefusal.TOO_MANY_PIXELS, path, limit=MAX_PIXELS) from error
    except _UNREADABLE as error:
        raise InputRefused(PhotoRefusal.UNREADABLE, path) from error
    stream = io.BytesIO()
    portrait.save(stream, "JPEG", quality=_QUALITY, optimize=True)
    kept = stream.getvalue()
    return StoredImage(id=hashlib.sha256(kept).hexdigest(), media_type="image/jpeg", data=kept)


def _decoded(data: bytes, path: Path | None) -> Image.Image:
    try:
        photo = Image.open(io.BytesIO(data), formats=_FORMATS)
    except UnidentifiedImageError as error:
        raise InputRefused(PhotoRefusal.FORMAT_UNKNOWN, path) from error
    pixels = photo.width * photo.height
    if pixels > MAX_PIXELS:
        raise InputRefused(PhotoRefusal.TOO_MANY_PIXELS, path, limit=MAX_PIXELS, value=pixels)
    # a JPEG is decoded at half or quarter size where that is enough
    photo.draft(None, (PORTRAIT_PX[0] * 2, PORTRAIT_PX[1] * 2))
    photo.load()
    return photo


def _in_srgb(photo: Image.Image) -> Image.Image:
    """Convert to sRGB, transparent parts on white."""
    profile = photo.info.get("icc_profile")
    if profile and photo.mode in ("RGB", "CMYK", "L"):
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(
            photo, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
        return converted or photo.convert("RGB")
    if photo.has_transparency_data:
        layer = photo.convert("RGBA")
        white = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(white, layer).convert("RGB")
    return photo.convert("RGB")


def _cropped(photo: Image.Image) -> Image.Image:
    width, height = PORTRAIT_PX
    scale = min(1.0, photo.width / width, photo.height / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    portrait = ImageOps.fit(photo, size, Image.Resampling.LANCZOS, centering=_CENTRE)
    portrait.info.clear()
    return portrait
