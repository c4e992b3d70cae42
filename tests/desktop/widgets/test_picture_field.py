"""The emblem picked from a file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desktop.errors import InputRefused
from desktop.widgets import picture_field
from desktop.widgets.picture_field import PictureField, read_picture


def _picture(path: Path, size: tuple[int, int] = (900, 1200)) -> Path:
    Image.new("RGB", size, "crimson").save(path)
    return path


def test_a_picture_is_scaled_and_named_by_its_bytes(tmp_path: Path) -> None:
    image = read_picture(_picture(tmp_path / "biểu trưng.jpg"))
    with Image.open(BytesIO(image.data)) as stored:
        assert stored.format == "PNG"
        assert stored.size == (450, 600)
    assert image == read_picture(tmp_path / "biểu trưng.jpg")


def test_a_small_picture_keeps_its_size(tmp_path: Path) -> None:
    image = read_picture(_picture(tmp_path / "a.png", (40, 30)))
    with Image.open(BytesIO(image.data)) as stored:
        assert stored.size == (40, 30)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.png", b"not a picture", "photo-format-unknown"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "photo-unreadable"),
        ("missing.png", None, "file-unreadable"),
    ],
)
def test_what_is_no_picture_is_refused(
    tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputRefused) as refusal:
        read_picture(path)
    assert refusal.value.reason == reason


def test_a_huge_file_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_field, "_LARGEST_BYTES", 10)
    with pytest.raises(InputRefused) as refusal:
        read_picture(_picture(tmp_path / "a.png"))
    assert refusal.value.reason == "file-too-large"


def test_a_picked_picture_is_committed_and_can_be_taken_away(qtbot: QtBot, tmp_path: Path) -> None:
    field = PictureField()
    qtbot.addWidget(field)
    field.choose = lambda _: _picture(tmp_path / "a.png")
    with qtbot.waitSignal(field.committed) as signal:
        field.pick_button.click()
    assert signal.args[0].media_type == "image/png"
    with qtbot.waitSignal(field.committed) as signal:
        field.clear_button.click()
    assert signal.args == [None]
    field.commit()


def test_a_refused_picture_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    field = PictureField()
    qtbot.addWidget(field)
    field.choose = lambda _: tmp_path / "missing.png"
    with qtbot.waitSignal(field.refused), qtbot.assertNotEmitted(field.committed):
        field.pick_button.click()


def test_choosing_nothing_changes_nothing(qtbot: QtBot) -> None:
    field = PictureField()
    qtbot.addWidget(field)
    field.choose = lambda _: None
    with qtbot.assertNotEmitted(field.committed):
        field.pick_button.click()
