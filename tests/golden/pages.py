"""First pages of the sample's papers and its badges as small grey pictures, the same each time.

PDFium draws them without the system's fonts or screen, so they are alike on every machine.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pypdfium2
from msgspec.structs import replace
from PIL import Image, ImageChops

from desktop.demo import SAMPLE_INSTANT, sample_file
from desktop.documents.badges.check import is_pair
from desktop.documents.badges.load import shipped_layout, shipped_names, shipped_sheet
from desktop.documents.badges.run import BadgeRun, card_run, render
from desktop.documents.papers import KEYS, PaperGroup, paper
from desktop.documents.snapshot import Snapshot
from desktop.rules.load import shipped_pack

FOLDER = Path(__file__).parent
_PAGE_DPI, _CARD_DPI = 60, 90
_LEVELS = 16  # of grey: enough to look at, and a third of the bytes
_FEW = 8  # people, where each has a page
_SEEN = 48  # of 255: a smaller difference is a matter of drawing
MOST_SHARE = 0.0002  # of the pixels: less than one short word


def pictures() -> dict[str, Callable[[], Image.Image]]:
    """Name every picture and how it is drawn."""
    found: dict[str, Callable[[], Image.Image]] = {
        f"paper-{key}": partial(_first_page, key) for key in KEYS
    }
    for name in shipped_names("badges"):
        for page in range(shipped_layout(name).sides):
            side = "back" if page else "front"
            found[f"badge-{name}-{side}"] = partial(_card, name, page)
    return found


def difference(one: Image.Image, other: Image.Image) -> float:
    """Tell how much of two pictures differs, as a share of the pixels; 1 for other sizes."""
    if one.size != other.size:
        return 1.0
    histogram = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
    return sum(histogram[_SEEN:]) / sum(histogram)


def approved(name: str) -> Path:
    """Name the file of an approved picture."""
    return FOLDER / f"{name}.png"


def write(picture: Image.Image, path: Path) -> None:
    """Save a picture as small as it goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(_LEVELS).save(path, optimize=True)


@cache
def _sample() -> Snapshot:
    file = sample_file()
    rules = shipped_pack(file.conference.rule_pack_id)
    return Snapshot(file=file, made_at=SAMPLE_INSTANT, rules=rules)


def _first_page(key: str) -> Image.Image:
    snapshot = _sample()
    if paper(key).group is PaperGroup.EACH_PERSON:
        few = replace(snapshot.file, delegates=snapshot.file.delegates[:_FEW])
        snapshot = replace(snapshot, file=few)
    return _drawn(paper(key).draw(snapshot).data, 0, _PAGE_DPI)


def _card(name: str, page: int) -> Image.Image:
    layout = shipped_layout(name)
    sheets = (shipped_sheet(one) for one in shipped_names("sheets"))
    sheet = next(one for one in sheets if is_pair(layout, one))
    person = next(one for one in _sample().file.delegates if one.photo_id)
    run = card_run(BadgeRun(layout=layout, sheet=sheet), person.id)
    return _drawn(render(_sample(), run=run).data, page, _CARD_DPI)


def _drawn(data: bytes, page: int, dpi: int) -> Image.Image:
    with pypdfium2.PdfDocument(data) as pdf:
        picture: Image.Image = pdf[page].render(scale=dpi / 72, grayscale=True).to_pil()
        step = 255 / (_LEVELS - 1)
        return picture.convert("L").point(lambda grey: round(round(grey / step) * step))
