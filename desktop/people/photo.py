"""Photos of people: decoded once at import, kept as small upright portraits without metadata."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from db.records import StoredImage
from desktop.errors import InputRefused
from desktop.people.photo_parts import (
    PORTRAIT_PX,
    Crop,
    PhotoBatch,
    PhotoPreview,
    RefusedPhoto,
    WantedPhoto,
    default_crop,
)

MAX_PIXELS = 25_000_000
MAX_PHOTO_BYTES = 40 * 1024 * 1024
PREVIEW_PX = 900  # of the longer side
_QUALITY = 85
_LEAST_SHARE = 0.02
_FACTS = frozenset(("limit", "value"))
_FORMATS = ("JPEG", "PNG")
_TURNS = {
    1: Image.Transpose.ROTATE_270,  # Pillow turns against the clock
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}
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


def read_photo_job(
    report: Callable[[int, int], None], path: Path, crop: Crop | None = None
) -> StoredImage:
    """Read a photo from a file in a child process; see `make_portrait`."""
    report(0, 1)
    portrait = make_portrait(_read(path), path, crop)
    report(1, 1)
    return portrait


def read_photos_job(
    report: Callable[[int, int], None], wanted: Sequence[WantedPhoto]
) -> PhotoBatch:
    """Read many photos in one child process; one that cannot be used stops no other."""
    report(0, len(wanted))
    portraits: list[tuple[str, StoredImage]] = []
    refused: list[RefusedPhoto] = []
    for done, one in enumerate(wanted, start=1):
        path = Path(one.path)
        try:
            portraits.append((one.person_id, make_portrait(_read(path), path, one.crop)))
        except InputRefused as refusal:
            facts = {key: value for key, value in refusal.facts.items() if key in _FACTS}
            refused.append(RefusedPhoto(one.path, refusal.reason, facts))
        report(done, len(wanted))
    return PhotoBatch(tuple(portraits), tuple(refused))


def preview_photo_job(report: Callable[[int, int], None], path: Path) -> PhotoPreview:
    """Make a photo small and upright in a child process, to choose what to keep of it."""
    report(0, 1)
    photo = _upright(_read(path), path, (PREVIEW_PX, PREVIEW_PX))
    crop = default_crop(*photo.size)
    photo.thumbnail((PREVIEW_PX, PREVIEW_PX), Image.Resampling.LANCZOS)
    photo.info.clear()
    report(1, 1)
    return PhotoPreview(crop=crop, data=_as_jpeg(photo))


def make_portrait(data: bytes, path: Path | None = None, crop: Crop | None = None) -> StoredImage:
    """Turn a photo as its camera and the crop say, crop it to 3:4 and keep it small, in sRGB.

    The same photo gives the same bytes. A small photo is not enlarged. Without a crop,
    `default_crop` is taken.

    Raises:
        InputRefused: with a reason of PhotoRefusal.
    """
    enough = tuple(round(2 * side) for side in PORTRAIT_PX)
    if crop is not None:
        enough = tuple(
            round(side / max(share, _LEAST_SHARE))
            for side, share in zip(enough, (crop.width, crop.height), strict=True)
        )
    photo = _upright(data, path, (enough[0], enough[1]))
    turn = _TURNS.get(crop.quarter_turns % 4) if crop is not None else None
    photo = photo if turn is None else photo.transpose(turn)
    kept = _as_jpeg(_cropped(photo, crop or default_crop(*photo.size)))
    return StoredImage(id=hashlib.sha256(kept).hexdigest(), media_type="image/jpeg", data=kept)


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_PHOTO_BYTES:
            raise InputRefused(PhotoRefusal.TOO_BIG, path, limit=MAX_PHOTO_BYTES, value=size)
        return path.read_bytes()
    except OSError as error:
        raise InputRefused(PhotoRefusal.UNREADABLE, path) from error


def _upright(data: bytes, path: Path | None, enough: tuple[int, int]) -> Image.Image:
    """Decode a photo, turn it and bring it to sRGB; so many pixels are enough."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the pixels are counted here; odd metadata is dropped
            return _in_srgb(ImageOps.exif_transpose(_decoded(data, path, enough)))
    except InputRefused:
        raise
    except Image.DecompressionBombError as error:
        raise InputRefused(PhotoRefusal.TOO_MANY_PIXELS, path, limit=MAX_PIXELS) from error
    except _UNREADABLE as error:
        raise InputRefused(PhotoRefusal.UNREADABLE, path) from error


def _as_jpeg(photo: Image.Image) -> bytes:
    stream = io.BytesIO()
    photo.save(stream, "JPEG", quality=_QUALITY, optimize=True)
    return stream.getvalue()


def _decoded(data: bytes, path: Path | None, enough: tuple[int, int]) -> Image.Image:
    try:
        photo = Image.open(io.BytesIO(data), formats=_FORMATS)
    except UnidentifiedImageError as error:
        raise InputRefused(PhotoRefusal.FORMAT_UNKNOWN, path) from error
    pixels = photo.width * photo.height
    if pixels > MAX_PIXELS:
        raise InputRefused(PhotoRefusal.TOO_MANY_PIXELS, path, limit=MAX_PIXELS, value=pixels)
    # a JPEG is decoded at half or quarter size where that is enough
    photo.draft(None, (max(enough), max(enough)))  # it may lie on its side
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


def _cropped(photo: Image.Image, crop: Crop) -> Image.Image:
    width, height = PORTRAIT_PX
    box = (
        crop.left * photo.width,
        crop.top * photo.height,
        min(photo.width, (crop.left + crop.width) * photo.width),
        min(photo.height, (crop.top + crop.height) * photo.height),
    )
    scale = min(1.0, (box[2] - box[0]) / width, (box[3] - box[1]) / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    portrait = photo.resize(size, Image.Resampling.LANCZOS, box=box)
    portrait.info.clear()
    return portrait
