"""Photos made ready for print."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from desktop.documents.badges.portrait import Jpeg, PictureUnreadable, prepare
from tests.desktop.documents.badges.people import a_portrait, stored

BOX = (25.5, 34.0)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def opened(jpeg: Jpeg) -> Image.Image:
    image = Image.open(BytesIO(jpeg.data))
    image.load()
    assert image.format == "JPEG"
    assert image.mode == "RGB"
    assert image.size == (jpeg.width, jpeg.height)
    return image


def test_an_upright_jpeg_is_passed_through_byte_for_byte() -> None:
    portrait = a_portrait()

    assert prepare(portrait, *BOX) == Jpeg(portrait.id, portrait.data, 354, 472)


def test_a_grey_jpeg_is_passed_through() -> None:
    image = stored(saved(Image.new("L", (300, 400), 90), "JPEG"))

    assert prepare(image, *BOX) == Jpeg(image.id, image.data, 300, 400, is_grey=True)


def test_a_photo_taken_sideways_is_turned_upright() -> None:
    sideways = Image.new("RGB", (400, 300), "white")
    sideways.paste("black", (0, 0, 200, 300))
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(sideways, "JPEG", exif=exif)

    image = opened(prepare(stored(data), *BOX))

    assert image.width < image.height
    assert sum(image.getpixel((10, 10))) < 100  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "CMYK", "1"])
def test_any_kind_of_picture_becomes_an_rgb_jpeg(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    data = saved(Image.new(mode, (300, 400)), kind)

    opened(prepare(stored(data, "image/png"), *BOX))


def test_what_shows_through_is_white() -> None:
    data = saved(Image.new("RGBA", (300, 400), (200, 0, 0, 0)), "PNG")

    image = opened(prepare(stored(data, "image/png"), *BOX))

    assert image.getpixel((50, 50)) == (255, 255, 255)


def test_a_photo_from_a_camera_is_made_as_fine_as_print_needs() -> None:
    data = saved(Image.new("RGB", (3000, 4000), "navy"), "JPEG")

    image = opened(prepare(stored(data), *BOX))

    assert 400 <= image.height <= 1010


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        a_portrait().data[:2000],
        saved(Image.new("RGB", (300, 400)), "PNG")[:200],
        b"\x89PNG\r\n\x1a\n" + bytes(40),
        b"GIF89a" + bytes(4),
    ],
    ids=["empty", "text", "cut-jpeg", "cut-png", "broken-png", "broken-gif"],
)
def test_what_is_no_whole_picture_is_unreadable(data: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        prepare(stored(data), *BOX)


@pytest.mark.parametrize("size", [(9000, 9000), (20000, 20000)])
def test_a_picture_that_would_fill_the_memory_is_unreadable(size: tuple[int, int]) -> None:
    data = saved(Image.new("1", size), "PNG")

    with pytest.raises(PictureUnreadable):
        prepare(stored(data, "image/png"), *BOX)
