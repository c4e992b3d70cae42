"""Pages and badges look as they were approved; what does not is put aside to be looked at.

When a change is meant: look at the pictures under .golden-new/, then `python3 dev.py golden`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.golden.pages import FOLDER, MOST_SHARE, approved, difference, pictures, write

ASIDE = Path(__file__).resolve().parents[2] / ".golden-new"
_MOST_BYTES = 3_000_000


@pytest.mark.parametrize(("name", "draw"), pictures().items(), ids=pictures())
def test_it_looks_as_it_was_approved(name: str, draw: Callable[[], Image.Image]) -> None:
    picture, path, new = draw(), approved(name), ASIDE / f"{name}.png"
    if not path.exists():
        write(picture, new)
        pytest.fail(f"{name} was never approved: look at {new}, then python3 dev.py golden")
    with Image.open(path) as before:
        share = difference(picture, before)
    if share > MOST_SHARE:
        write(picture, new)
        pytest.fail(
            f"{share:.2%} of {name} differs from the approved picture: look at {new}; "
            "if it is meant, python3 dev.py golden"
        )
    new.unlink(missing_ok=True)


def test_the_approved_pictures_are_those_drawn_and_small() -> None:
    kept = {path.stem for path in FOLDER.glob("*.png")}
    assert kept - set(pictures()) == set()
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < _MOST_BYTES


def test_a_picture_drawn_twice_is_the_same() -> None:
    for name in ("paper-plan", "badge-a6-portrait-front"):
        draw = pictures()[name]
        assert draw().tobytes() == draw().tobytes()


def test_one_short_word_more_is_a_difference_and_another_size_too() -> None:
    picture = pictures()["paper-plan"]()
    changed = picture.copy()
    ImageDraw.Draw(changed).text((200, 300), "khác", fill=0)
    assert difference(picture, picture) == 0
    assert difference(picture, changed) > MOST_SHARE
    assert difference(picture, picture.resize((10, 10))) == 1
