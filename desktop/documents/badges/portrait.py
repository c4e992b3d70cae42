"""Photos and logos made ready for a PDF: JPEG data passed through wherever it can be."""

from __future__ import annotations

import warnings
from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageOps, UnidentifiedImageError

from db.records import StoredImage

_PIXELS_PER_MM = 300 / 25.4  # what an office printer shows
_TOO_FINE = 2.5  # resample a picture with more than this times the pixels a side needs
_MOST_PIXELS = 60_000_000
_ORIENTATION = 0x0112  # EXIF
_UPRIGHT = 1
_START_OF_IMAGE = b"\xff\xd8"
_MARKER = 0xFF
_FRAMES = frozenset((0xC0, 0xC2))  # baseline and progressive
_PASSED_OVER = frozenset((0xC4, 0xDB, 0xDD, 0xE0, 0xFE))  # tables, JFIF, comments
_BITS = 8
_COMPONENTS = frozenset((1, 3))
_LONGEST_FRAME = 10  # bytes of a frame's header that are looked at
_END_OF_IMAGE = b"\xff\xd9"


class PictureUnreadable(Exception):  # noqa: N818 - a state of the picture, not of the program
    """The bytes are not a whole picture."""


class Jpeg(Struct, frozen=True):
    """A JPEG as it goes into the PDF, grey or RGB."""

    id: str
    data: bytes
    width: int
    height: int
    is_grey: bool = False


def prepare(stored: StoredImage, width_mm: float, height_mm: float) -> Jpeg:
    """Make a stored picture ready for a box of this size.

    An upright grey or RGB JPEG of sensible size goes in as it is; anything else is decoded,
    turned as its camera says, flattened on white and encoded again.

    Raises:
        PictureUnreadable: the bytes are no picture, are cut off, or are far too large.
    """
    needed = _PIXELS_PER_MM * max(width_mm, height_mm)
    plain = _plain(stored)
    if plain is not None and max(plain.width, plain.height) <= needed * _TOO_FINE:
        return plain
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(stored.data))
        if image.width * image.height > _MOST_PIXELS:
            raise PictureUnreadable(stored.id)
        if _passes(image, stored.data, needed):
            is_grey = image.mode == "L"
            return Jpeg(stored.id, stored.data, image.width, image.height, is_grey)
        return _encoded(stored.id, image, needed)
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, EOFError) as error:
        raise PictureUnreadable(stored.id) from error
    except Image.DecompressionBombError as error:
        raise PictureUnreadable(stored.id) from error


def _plain(stored: StoredImage) -> Jpeg | None:
    """Read the header of a JPEG that needs no second look: grey or RGB, no EXIF, whole.

    Pillow reads every header in full, ten times as long; it is asked where anything is unusual.
    """
    data = stored.data
    if not data.startswith(_START_OF_IMAGE) or not data.rstrip(b"\0").endswith(_END_OF_IMAGE):
        return None
    place = len(_START_OF_IMAGE)
    while place + _LONGEST_FRAME <= len(data) and data[place] == _MARKER:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if marker in _FRAMES:
            height = int.from_bytes(data[place + 5 : place + 7], "big")
            width = int.from_bytes(data[place + 7 : place + 9], "big")
            components = data[place + 9]
            if data[place + 4] != _BITS or components not in _COMPONENTS or not width * height:
                return None
            return Jpeg(stored.id, data, width, height, components == 1)
        if marker not in _PASSED_OVER:
            return None
        place += 2 + length
    return None


def _passes(image: Image.Image, data: bytes, needed: float) -> bool:
    return (
        image.format == "JPEG"
        and image.mode in {"L", "RGB"}
        and max(image.size) <= needed * _TOO_FINE
        and image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
        and data.rstrip(b"\0").endswith(_END_OF_IMAGE)
    )


def _encoded(ident: str, image: Image.Image, needed: float) -> Jpeg:
    turned = ImageOps.exif_transpose(image)
    if "A" in turned.getbands() or "transparency" in turned.info:
        layered = turned.convert("RGBA")
        flat = Image.new("RGB", layered.size, "white")
        flat.paste(layered, mask=layered.getchannel("A"))
    else:
        flat = turned.convert("RGB")
    side = round(needed * _TOO_FINE / 2)
    flat.thumbnail((side, side), Image.Resampling.LANCZOS)
    buffer = BytesIO()
    flat.save(buffer, "JPEG", quality=88)
    return Jpeg(ident, buffer.getvalue(), flat.width, flat.height)
