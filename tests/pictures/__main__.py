"""Pictures of the program and its papers: `python3 dev.py pictures [DIR [LOOK [PERCENT]]]`.

Without a folder those of the README and of the guide are made anew, small; with one, every page of
every window goes there, at the scale of QT_SCALE_FACTOR, to be looked at, as on a usual screen of
that scale; in a look (light, dark, contrast) and with text so large as the officer may choose.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from desktop.app import dress, open_workspace
from desktop.demo import numbered_ids
from desktop.guide_pages import guide_folder
from desktop.models.workspace import Workspace
from desktop.paths import resource
from desktop.widgets.qt_words import translate_qt
from desktop.widgets.theme import STYLE_ARGUMENTS, Look, wear
from tests.builders import NOON
from tests.pictures.camera import use_the_screen_of_an_office
from tests.pictures.desks import hand_over_pages, province_pages
from tests.pictures.every_page import every_page
from tests.pictures.guide import guide_pictures
from tests.pictures.readme import readme_pictures

_README_COLOURS = 128
_GUIDE_COLOURS, _LARGEST_BYTES = (64, 40, 24), 40_000
_HOME = "/home/can-bo"  # where papers are to be saved stands on the screen


def main(arguments: list[str]) -> int:
    """Make the pictures."""
    folder_name, look, percent = (*arguments, "", "", "")[:3]
    with tempfile.TemporaryDirectory() as folder:
        use_the_screen_of_an_office(Path(folder), int(percent or 100))
        os.environ["HOME"] = _HOME
        application = QApplication([sys.argv[0], *STYLE_ARGUMENTS])
        dress(application)
        wear(Look(look), int(percent or 100))
        translate_qt()
        application.setCursorFlashTime(0)
        if folder_name:
            _look_at_everything(Path(folder), Path(folder_name))
        else:
            _make_small(Path(folder))
        application.closeAllWindows()
    return 0


def _look_at_everything(folder: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for make in (every_page, hand_over_pages, province_pages):
        for name, picture in make(_workspace(folder / make.__name__)):
            _write(picture, target / f"{name}.png")


def _make_small(folder: Path) -> None:
    for name, picture in readme_pictures(_workspace(folder / "readme")):
        _write(picture.quantize(_README_COLOURS), resource("pictures", f"{name}.png"))
    pictures = guide_pictures(_workspace(folder / "guide"), _workspace(folder / "desk"))
    for name, picture in pictures:
        path = guide_folder() / "pictures" / f"{name}.png"
        for colours in _GUIDE_COLOURS:
            # so that rare colours stay, as a green word, and letters are clean
            few = picture.quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
            few.save(path, optimize=True)
            if path.stat().st_size <= _LARGEST_BYTES:
                break
        sys.stdout.write(f"{path}\n")


def _workspace(folder: Path) -> Workspace:
    folder.mkdir()
    return open_workspace(folder, lambda: NOON, numbered_ids())


def _write(picture: Image.Image, path: Path) -> None:
    picture.save(path, optimize=True)
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
