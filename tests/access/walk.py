"""Looks at every window in one language at one scale, in a process of its own.

`python -m tests.access.walk SCALE LANGUAGE [--pictures DIR] [NAME …]` writes the faults as JSON.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import dress
from desktop.language import Language, speak
from desktop.widgets.qt_words import translate_qt
from desktop.widgets.theme import STYLE_ARGUMENTS
from installers.translations import QT_WORDS, VIETNAMESE, read_catalogue
from tests.access import (  # noqa: F401 - they enter themselves into the list
    desk_windows,
    office_windows,
    pack_windows,
    paper_windows,
    qt_windows,
)
from tests.access.cut_text import combo_lists, cut_texts
from tests.access.fault import Fault
from tests.access.places import misplaced
from tests.access.registry import EVERY_WINDOW
from tests.access.spoken import doubled_keys, nameless, unreachable
from tests.access.stage import Stage
from tests.access.words import foreign_texts, is_of_qt
from tests.pictures.camera import picture_of, use_the_screen_of_an_office


class Looked(msgspec.Struct):
    """What a walk came to.

    Attributes:
        states: how many windows were looked at, each as often as it has states.
        missed: kinds of windows in the list that were never on screen.
        faults: what is wrong, each with its window and state.
    """

    states: int
    missed: list[str]
    faults: list[tuple[str, Fault]]


def english_texts() -> dict[str, str]:
    """Give what stands for what in Vietnamese, our words and Qt's."""
    texts = dict(read_catalogue(VIETNAMESE))
    for message in ET.parse(QT_WORDS).iter("message"):  # noqa: S314 - our own file
        source, translation = message.findtext("source"), message.findtext("translation")
        if source and translation:
            texts.setdefault(source.replace("&", ""), translation.replace("&", ""))
    return texts


def faults_of(window: QWidget, english: dict[str, str] | None) -> Iterator[Fault]:
    """Find everything that is wrong with a window."""
    if not is_of_qt(window):  # what Qt lays out is Qt's
        yield from cut_texts(window)
        yield from misplaced(window)
        yield from nameless(window)
        yield from unreachable(window)
        yield from combo_lists(window)
    yield from doubled_keys(window)
    if english is not None:
        yield from foreign_texts(window, english)


def walk(
    stage: Stage, english: dict[str, str] | None, names: list[str], pictures: Path | None
) -> Looked:
    """Look at every window in each of its states; a fault is told once for each window."""
    looked, kinds = Looked(states=0, missed=[], faults=[]), set()
    for name, show in EVERY_WINDOW.items():
        if names and name not in names:
            continue
        began, told = time.monotonic(), set()
        for state, window in show(stage):
            looked.states += 1
            kinds.add(type(window).__name__)
            if pictures is not None:
                safe = "".join(one if one.isalnum() else "-" for one in f"{name}-{state}")
                picture_of(window).save(pictures / f"{safe}.png")
            for fault in faults_of(window, english):
                if fault not in told:
                    told.add(fault)
                    looked.faults.append((f"{name}: {state}", fault))
        stage.strike()
        sys.stderr.write(f"{name} {time.monotonic() - began:.1f} s\n")
        if name not in kinds:
            looked.missed.append(name)
    return looked


def main(arguments: list[str]) -> int:
    """Walk, and write what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scale")
    parser.add_argument("language")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--pictures", type=Path)
    asked = parser.parse_args(arguments)
    os.environ["QT_SCALE_FACTOR"] = asked.scale
    if asked.pictures is not None:
        asked.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        use_the_screen_of_an_office(Path(folder), 100)
        application = QApplication([sys.argv[0], *STYLE_ARGUMENTS])
        dress(application)
        english = None
        if asked.language == Language.VIETNAMESE:
            translate_qt()
            english = english_texts()
        else:
            speak(Language.ENGLISH)
        stage = Stage(Path(folder))
        looked = walk(stage, english, asked.names, asked.pictures)
        stage.end()
    sys.stdout.buffer.write(msgspec.json.encode(looked))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
