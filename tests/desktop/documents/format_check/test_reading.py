"""What is read back is what an independent reader finds."""

from __future__ import annotations

import pytest

from desktop.documents.blocks import Document, Paragraph, Part, Role, paragraph, run
from desktop.documents.format_check.reading import Reading, Unreadable
from desktop.documents.papers import PAPERS
from desktop.documents.pdf import write_pdf
from tests.desktop.documents import measure
from tests.desktop.documents.binh_hoa import MADE_AT, a_snapshot


def read(*blocks: Paragraph) -> Reading:
    document = Document(title="", author="", parts=(Part(blocks=blocks),))
    return Reading(write_pdf(document, MADE_AT).data)


@pytest.mark.parametrize("key", ["plan", "list"])
def test_two_readers_agree_on_words_places_sizes_and_faces(key: str) -> None:
    paper = next(paper for paper in PAPERS if paper.key == key)
    data = paper.draw(a_snapshot(12)).data
    ours, theirs = Reading(data), measure.Reading(data)
    assert ours.fonts.keys() <= theirs.fonts().keys()
    for page, other in zip(ours.pages, theirs.pages, strict=True):
        assert [(line.text.replace(" ", ""), line.sizes_pt, line.faces) for line in page.lines] == [
            ("".join(line.text.split()), line.sizes, line.faces) for line in other.lines
        ]
        for line, same in zip(page.lines, other.lines, strict=True):
            assert line.left_pt == pytest.approx(same.left_pt, abs=0.1)
            assert line.right_pt == pytest.approx(same.right_pt, abs=0.5)
            assert line.baseline_pt == pytest.approx(same.baseline_pt, abs=0.11)


def test_a_mark_of_its_own_joins_its_letter() -> None:
    assert read(paragraph(Role.BODY, "Y Brơ\u0306k Niê\u0306")).text == "Y Brơ\u0306k Niê\u0306"


def test_faces_are_told_apart() -> None:
    runs = (run("đậm", is_bold=True), run(" "), run("nghiêng", is_italic=True))
    (line,) = read(Paragraph(role=Role.BODY, runs=runs)).pages[0].lines
    assert line.faces == {"LiberationSerif-Bold", "LiberationSerif-Italic"}
    assert (line.is_bold, line.is_italic, line.is_upright) == (False, False, False)


def test_what_is_no_pdf_cannot_be_read() -> None:
    with pytest.raises(Unreadable):
        Reading(b"%PDF-1.7 and nothing more")
