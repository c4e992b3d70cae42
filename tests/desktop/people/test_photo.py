from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from desktop.errors import InputRefused
from desktop.people import photo
from desktop.people.photo import (
    PREVIEW_PX,
    PhotoRefusal,
    make_portrait,
    preview_photo_job,
    read_photo_job,
    read_photos_job,
)
from desktop.people.photo_parts import PORTRAIT_PX, Crop, WantedPhoto, default_crop

_ORIENTATION = 0x0112
_TURN_RIGHT = 6


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def red_above_blue(width: int, height: int) -> Image.Image:
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width, height // 2))
    return image


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(make_portrait(data).data))


def colour(image: Image.Image, x: float, y: float) -> str:
    red, green, blue = image.convert("RGB").getpixel(  # type: ignore[misc]
        (round(x * (image.width - 1)), round(y * (image.height - 1)))
    )
    if min(red, green, blue) > 200:
        return "white"
    return max((red, "red"), (green, "green"), (blue, "blue"))[1]


def reason(data: bytes) -> str:
    with pytest.raises(InputRefused) as caught:
        make_portrait(data)
    return caught.value.reason


def test_a_photo_becomes_a_small_portrait_named_by_its_bytes() -> None:
    stored = make_portrait(encoded(red_above_blue(1200, 1600)))
    assert stored.media_type == "image/jpeg"
    assert stored.id == hashlib.sha256(stored.data).hexdigest()
    image = Image.open(io.BytesIO(stored.data))
    assert (image.format, image.size, image.mode) == ("JPEG", PORTRAIT_PX, "RGB")
    assert (colour(image, 0.5, 0.1), colour(image, 0.5, 0.9)) == ("red", "blue")


def test_the_same_photo_gives_the_same_bytes() -> None:
    data = encoded(red_above_blue(900, 900), "PNG")
    assert make_portrait(data) == make_portrait(data)


@pytest.mark.parametrize("size", [(3000, 600), (600, 3000)])
def test_a_photo_is_cropped_and_not_stretched(size: tuple[int, int]) -> None:
    assert opened(encoded(red_above_blue(*size))).size == PORTRAIT_PX


def test_the_head_of_a_tall_picture_is_kept() -> None:
    image = opened(encoded(red_above_blue(300, 1600), "PNG"))
    assert [colour(image, 0.5, y) for y in (0.0, 0.5, 0.9)] == ["red", "red", "red"]


def test_a_photo_on_its_side_is_turned() -> None:
    upright = red_above_blue(600, 800)
    exif = Image.Exif()
    exif[_ORIENTATION] = _TURN_RIGHT
    sideways = upright.transpose(Image.Transpose.ROTATE_90)
    image = opened(encoded(sideways, exif=exif))
    assert (colour(image, 0.5, 0.1), colour(image, 0.5, 0.9)) == ("red", "blue")


def test_metadata_does_not_stay() -> None:
    exif = Image.Exif()
    exif[0x010F] = "máy ảnh của Hoa"
    stored = make_portrait(encoded(red_above_blue(600, 800), exif=exif, comment=b"secret"))
    image = Image.open(io.BytesIO(stored.data))
    assert not image.getexif()
    assert b"secret" not in stored.data
    assert "icc_profile" not in image.info


def test_colours_come_out_in_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = opened(encoded(red_above_blue(600, 800), icc_profile=profile))
    assert colour(image, 0.5, 0.1) == "red"


@pytest.mark.parametrize("mode", ["CMYK", "L", "1", "P", "LA", "RGBA", "I;16"])
def test_every_kind_of_picture_comes_out_in_colour(mode: str) -> None:
    source = (
        Image.new(mode, (400, 600)) if mode == "I;16" else red_above_blue(400, 600).convert(mode)
    )
    assert opened(encoded(source, "JPEG" if mode == "CMYK" else "PNG")).mode == "RGB"


def test_transparent_parts_become_white() -> None:
    assert colour(opened(encoded(Image.new("RGBA", (400, 600)), "PNG")), 0.5, 0.5) == "white"


def test_a_small_photo_is_not_enlarged() -> None:
    assert opened(encoded(red_above_blue(30, 200))).size == (30, 40)
    assert opened(encoded(red_above_blue(1, 1), "PNG")).size == (1, 1)


@pytest.mark.parametrize("data", [b"", b"not a picture", encoded(red_above_blue(9, 9), "GIF")])
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    assert reason(data) == PhotoRefusal.FORMAT_UNKNOWN


def test_a_cut_photo_is_refused() -> None:
    data = encoded(Image.effect_noise((400, 600), 90))
    assert reason(data[: len(data) // 2]) == PhotoRefusal.UNREADABLE


def test_a_photo_with_a_broken_colour_profile_is_refused() -> None:
    data = encoded(red_above_blue(400, 600), icc_profile=b"nonsense")
    assert reason(data) == PhotoRefusal.UNREADABLE


def test_too_many_pixels_are_refused_before_they_are_decoded() -> None:
    assert reason(encoded(Image.new("1", (5001, 5000)), "PNG")) == PhotoRefusal.TOO_MANY_PIXELS


def test_a_decompression_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = encoded(red_above_blue(400, 600), "PNG")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 10)
    assert reason(data) == PhotoRefusal.TOO_MANY_PIXELS


def test_a_photo_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "hoa.jpg"
    path.write_bytes(encoded(red_above_blue(600, 800)))
    steps: list[tuple[int, int]] = []
    stored = read_photo_job(lambda done, total: steps.append((done, total)), path)
    assert stored == make_portrait(path.read_bytes())
    assert steps == [(0, 1), (1, 1)]


def test_a_file_that_is_gone_or_too_big_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hoa.jpg"
    with pytest.raises(InputRefused) as caught:
        read_photo_job(lambda _done, _total: None, path)
    assert (caught.value.reason, caught.value.path) == (PhotoRefusal.UNREADABLE, path)
    path.write_bytes(b"12345")
    monkeypatch.setattr(photo, "MAX_PHOTO_BYTES", 4)
    with pytest.raises(InputRefused) as caught:
        read_photo_job(lambda _done, _total: None, path)
    assert caught.value.reason == PhotoRefusal.TOO_BIG
    assert caught.value.facts == {"limit": 4, "value": 5}


@pytest.mark.parametrize("size", [(3000, 600), (600, 3000), (900, 1200), (1, 1)])
def test_without_a_choice_as_much_as_the_form_allows_is_kept(size: tuple[int, int]) -> None:
    width, height = size
    crop = default_crop(width, height)
    assert crop.width * width / (crop.height * height) == pytest.approx(3 / 4, rel=1e-9)
    assert max(crop.width, crop.height) == 1
    data = encoded(red_above_blue(*size), "PNG")
    assert make_portrait(data, crop=crop) == make_portrait(data)


def test_what_is_chosen_is_kept_and_sharp_enough() -> None:
    image = Image.new("RGB", (4000, 3000), "white")
    image.paste("red", (2900, 300, 3200, 700))
    crop = Crop(2900 / 4000, 300 / 3000, 300 / 4000, 400 / 3000)
    kept = Image.open(io.BytesIO(make_portrait(encoded(image, quality=95), crop=crop).data))
    assert kept.size == (300, 400), "the file holds no more"
    assert [colour(kept, x, y) for x, y in ((0.1, 0.1), (0.9, 0.9))] == ["red", "red"]


@pytest.mark.parametrize(
    ("turns", "colours"),
    [
        (0, ("red", "red", "blue", "blue")),
        (1, ("blue", "red", "blue", "red")),
        (2, ("blue", "blue", "red", "red")),
        (3, ("red", "blue", "red", "blue")),
    ],
)
def test_a_photo_is_turned_clockwise_as_it_was_chosen(turns: int, colours: tuple[str, ...]) -> None:
    crop = default_crop(600, 800, turns) if turns % 2 == 0 else default_crop(800, 600, turns)
    portrait = make_portrait(encoded(red_above_blue(600, 800), "PNG"), crop=crop)
    kept = Image.open(io.BytesIO(portrait.data))
    corners = ((0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9))
    assert tuple(colour(kept, x, y) for x, y in corners) == colours
    assert kept.width * 4 == kept.height * 3


def test_a_crop_that_reaches_over_the_edge_stays_inside() -> None:
    data = encoded(red_above_blue(600, 800))
    assert (
        opened(data).size
        == Image.open(
            io.BytesIO(make_portrait(data, crop=Crop(0.0, 0.0, 1.0, 1.0000001)).data)
        ).size
    )


def test_a_preview_is_small_upright_and_free_of_metadata(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[_ORIENTATION] = _TURN_RIGHT
    sideways = red_above_blue(3000, 4000).transpose(Image.Transpose.ROTATE_90)
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded(sideways, exif=exif))
    preview = preview_photo_job(lambda _done, _total: None, path)
    image = Image.open(io.BytesIO(preview.data))
    assert image.size == (PREVIEW_PX * 3 // 4, PREVIEW_PX)
    assert (colour(image, 0.5, 0.1), colour(image, 0.5, 0.9)) == ("red", "blue")
    assert not image.getexif()
    assert preview.crop == Crop(0.0, 0.0, 1.0, 1.0)


def test_one_bad_photo_of_many_stops_no_other(tmp_path: Path) -> None:
    good, bad, big = (tmp_path / name for name in ("a.jpg", "b.jpg", "c.png"))
    good.write_bytes(encoded(red_above_blue(600, 800)))
    bad.write_bytes(b"nothing")
    big.write_bytes(encoded(Image.new("1", (5001, 5000)), "PNG"))
    crop = Crop(0.0, 0.0, 0.5, 0.5)
    wanted = (
        WantedPhoto("a", str(good), crop),
        WantedPhoto("b", str(bad)),
        WantedPhoto("c", str(big)),
        WantedPhoto("d", str(tmp_path / "gone.jpg")),
    )
    steps: list[tuple[int, int]] = []
    batch = read_photos_job(lambda done, total: steps.append((done, total)), wanted)
    assert batch.portraits == (("a", make_portrait(good.read_bytes(), crop=crop)),)
    assert [(Path(one.path).name, one.reason) for one in batch.refused] == [
        ("b.jpg", PhotoRefusal.FORMAT_UNKNOWN),
        ("c.png", PhotoRefusal.TOO_MANY_PIXELS),
        ("gone.jpg", PhotoRefusal.UNREADABLE),
    ]
    assert batch.refused[1].facts == {"limit": 25_000_000, "value": 25_005_000}
    assert steps == [(done, 4) for done in range(5)]
