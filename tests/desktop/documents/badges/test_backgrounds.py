"""Pictures and PDF pages under the cards: drawn once, out to the bleed, and refused by name."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.badges.layout import Background, Layout
from desktop.documents.badges.load import Design, encode, load_design, shipped_layout, shipped_sheet
from desktop.documents.badges.run import BadgeRun, files_of, render
from desktop.documents.rendered import RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from tests.builders import NOON
from tests.desktop.documents.badges.people import a_crowd, a_portrait

MM = 72 / 25.4
SKY = (120, 180, 230)


def a_pdf(pages: int = 1, rotation: int = 0) -> bytes:
    """Draw pages that show 96 × 136 mm in one colour, each with its number, perhaps turned."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(96 * MM, 136 * MM), invariant=1)
    for number in range(1, pages + 1):
        canvas.setFillColorRGB(*(part / 255 for part in SKY))
        canvas.rect(0, 0, 500, 500, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(20, 30, f"ground {number}")
        if rotation:
            canvas.setPageRotation(rotation)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def a_picture() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (960, 1360), SKY).save(buffer, "JPEG", quality=95)
    return buffer.getvalue()


def with_ground(data: bytes, page: int = 1) -> tuple[Layout, dict[str, bytes]]:
    layout = shipped_layout("90x130")
    return replace(layout, background=Background(file="nen", page=page)), {"nen": data}


def printed(data: bytes, page: int = 1) -> RenderedPaper:
    layout, files = with_ground(data, page)
    run = BadgeRun(layout=layout, sheet=shipped_sheet("a4-four-90x130"), files=files)
    return render(Snapshot(file=a_crowd(6), made_at=NOON), run=run)


def pixel(paper: RenderedPaper, x_mm: float, y_mm: float) -> tuple[int, ...]:
    picture = pypdfium2.PdfDocument(paper.data)[0].render(scale=2).to_pil().convert("RGB")
    found = picture.getpixel((round(x_mm * MM * 2), round(y_mm * MM * 2)))
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize(
    "data", [a_pdf(), a_pdf(rotation=90), a_picture()], ids=["pdf", "turned pdf", "picture"]
)
def test_a_background_lies_under_every_card_out_to_its_bleed(data: bytes) -> None:
    paper = printed(data)
    sheet = shipped_sheet("a4-four-90x130")

    for left in (12, 108):
        for top in (15.5, 151.5):
            inside = pixel(paper, left + 3, top + 60)
            assert inside == pytest.approx(SKY, abs=6)
            bled = pixel(paper, left + (-2 if left == 12 else 92), top + 60)
            assert bled == pytest.approx(SKY, abs=6)
    assert pixel(paper, sheet.left_mm - 4.5, 80) == (255, 255, 255)
    assert pixel(paper, 12 + 45, 15.5 + 2) != pytest.approx(SKY, abs=6)  # the strip on top


def test_a_background_is_in_the_file_once(tmp_path: Path) -> None:
    paper = printed(a_pdf())
    with pikepdf.open(BytesIO(paper.data)) as pdf:
        holding = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream)
            and each.get("/Subtype") == "/Form"
            and b"ground" in each.read_bytes()
        ]
        metadata = bytes(pdf.Root.Metadata.read_bytes())

    assert len(holding) == 1
    assert b"pdfaid" not in metadata.split(b"<rdf:Description")[1].split(b">", 1)[1]


def test_the_page_asked_for_is_taken() -> None:
    text = pypdfium2.PdfDocument(printed(a_pdf(3), page=2).data)[0].get_textpage()

    assert text.get_text_range().count("ground 2") == 4
    assert "ground 1" not in text.get_text_range()


def test_runs_with_a_background_give_the_same_bytes() -> None:
    assert printed(a_pdf()).data == printed(a_pdf()).data


def written(tmp_path: Path, name: str, data: bytes | None, page: int = 1) -> Path:
    layout = replace(shipped_layout(), background=Background(file=name, page=page))
    path = tmp_path / "design.toml"
    path.write_bytes(encode(layout))
    if data is not None:
        (tmp_path / name).write_bytes(data)
    return path


def test_a_design_brings_the_backgrounds_beside_its_file(tmp_path: Path) -> None:
    design: Design = load_design(written(tmp_path, "nen.pdf", a_pdf()))

    assert design.files == {"nen.pdf": a_pdf()}
    assert files_of(design.layout, {**design.files, "other": b""}) == design.files
    assert files_of(shipped_layout(), design.files) == {}


@pytest.mark.parametrize(
    ("name", "data", "page", "reason"),
    [
        ("nen.pdf", None, 1, "background-missing"),
        ("nen.pdf", a_pdf(), 2, "background-page"),
        ("nen.pdf", b"%PDF-1.4 and nothing", 1, "background-unreadable"),
        ("nen.jpg", b"no picture", 1, "background-unreadable"),
        ("nen.jpg", bytes(30_000_001), 1, "background-too-large"),
    ],
)
def test_a_background_that_cannot_be_used_is_refused_by_name(
    name: str, data: bytes | None, page: int, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(InputRefused) as refusal:
        load_design(written(tmp_path, name, data, page))

    assert (refusal.value.reason, refusal.value.facts["file"]) == (reason, name)


@pytest.mark.parametrize("name", ["../nen.pdf", "a/b.pdf", "..", "C:nen.pdf"])
def test_a_background_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refusal:
        load_design(written(tmp_path, name, None))

    assert (refusal.value.reason, refusal.value.facts["place"]) == (
        "layout-background",
        "background",
    )


def test_a_run_without_the_bytes_of_its_background_is_refused() -> None:
    layout, _ = with_ground(a_portrait().data)
    run = BadgeRun(layout=layout, sheet=shipped_sheet("a4-four-90x130"))

    with pytest.raises(InputRefused) as refusal:
        render(Snapshot(file=a_crowd(1), made_at=NOON), run=run)

    assert refusal.value.reason == "background-missing"
