"""What goes to and comes from the process that reads photos; naming it loads no Pillow."""

from __future__ import annotations

from msgspec import Struct

from db.records import StoredImage

PORTRAIT_PX = (351, 468)  # 3:4, enough for 30 mm at 300 dpi
# a head stands above the middle: of a tall picture the lower part is cut off
_CENTRE = (0.5, 0.35)


class Crop(Struct, frozen=True):
    """What is kept of a photo, as shares of its width and height, in the form 3:4.

    Attributes:
        quarter_turns: clockwise, of what the camera took for upright, before anything is cut.
    """

    left: float
    top: float
    width: float
    height: float
    quarter_turns: int = 0


def default_crop(width: int, height: int, quarter_turns: int = 0) -> Crop:
    """Keep as much as the form allows, more of the upper part than of the lower.

    Args:
        width: of the photo as it is turned, in any unit.
        height: the same.
        quarter_turns: how it is turned.
    """
    across, down = PORTRAIT_PX
    kept_width = min(1.0, height * across / (width * down))
    kept_height = min(1.0, width * down / (height * across))
    middle, upper = _CENTRE
    left, top = (1 - kept_width) * middle, (1 - kept_height) * upper
    return Crop(left, top, kept_width, kept_height, quarter_turns)


class PhotoPreview(Struct, frozen=True, kw_only=True):
    """A photo made small enough to choose what to keep of it.

    Attributes:
        crop: what is kept unless somebody chooses otherwise.
        data: a JPEG of our own making.
    """

    crop: Crop
    data: bytes


class WantedPhoto(Struct, frozen=True):
    """A file to be read for somebody."""

    person_id: str
    path: str
    crop: Crop | None = None


class RefusedPhoto(Struct, frozen=True):
    """A file that could not be used, and why; the facts are those of the refusal."""

    path: str
    reason: str
    facts: dict[str, str | int] = {}


class PhotoBatch(Struct, frozen=True):
    """What came of many files: portraits with the people they are of, and refusals."""

    portraits: tuple[tuple[str, StoredImage], ...] = ()
    refused: tuple[RefusedPhoto, ...] = ()
