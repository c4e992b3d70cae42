"""What goes to and comes from the process that reads photos; naming it loads no Pillow."""

from __future__ import annotations

from msgspec import Struct

from db.records import StoredImage


class Crop(Struct, frozen=True):
    """What is kept of an upright photo, as shares of its width and height, in the form 3:4."""

    left: float
    top: float
    width: float
    height: float


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
