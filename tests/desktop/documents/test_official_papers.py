"""What all official papers have in common: they say what the data say, whole and in order."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO

import docx
import msgspec
import pytest
from docx.oxml.ns import qn

from desktop.documents.blocks import Document
from desktop.documents.format_check.check import format_departures
from desktop.documents.papers import paper
from desktop.documents.pdf import write_pdf
from desktop.documents.snapshot import Snapshot
from tests.desktop.documents.binh_hoa import MADE_AT, a_snapshot
from tests.desktop.documents.measure import Reading, overlaps
from tests.desktop.documents.official import (
    hard_snapshot,
    letters_of_tables,
    missing_texts,
    sample_snapshot,
    texts_of,
)

KEYS = (
    *("decision", "invitations", "assignment-table", "speeches", "report-outline"),
    *("minutes", "awards", "result-report"),
)
_COUNTED_BY_WORD = re.compile(r"^(?:(?:điều)?(?:[ivxlc]+|\d+)\.|-)")
_FEW = 4  # invitations, which are all alike


def built(key: str, snapshot: Snapshot) -> Document:
    build = paper(key).build
    assert build is not None
    return build(snapshot)


def packed(text: str) -> str:
    """Leave out spaces and case: Word sets capitals by style."""
    return "".join(text.split()).casefold()


def with_few(snapshot: Snapshot) -> Snapshot:
    file = msgspec.structs.replace(snapshot.file, delegates=snapshot.file.delegates[:_FEW])
    return msgspec.structs.replace(snapshot, file=file)


def the_sample(key: str) -> Snapshot:
    snapshot = sample_snapshot()
    return with_few(snapshot) if key == "invitations" else snapshot


def the_hard_one(key: str) -> Snapshot:
    return hard_snapshot(_FEW if key == "invitations" else 450)


@pytest.mark.parametrize("key", KEYS)
def test_the_pdf_of_the_sample_says_what_the_data_say(key: str) -> None:
    document = built(key, the_sample(key))
    rendered = write_pdf(document, MADE_AT)
    reading = Reading(rendered.data)
    assert missing_texts(document, reading) == []
    assert Counter("".join(reading.text.split())) >= letters_of_tables(document)
    assert reading.is_nfc
    assert rendered.problems == ()


@pytest.mark.parametrize("key", KEYS)
def test_long_names_titles_and_units_are_printed_whole_and_touch_nothing(key: str) -> None:
    document = built(key, the_hard_one(key))
    reading = Reading(write_pdf(document, MADE_AT).data)
    assert missing_texts(document, reading) == []
    assert [pair for page in reading.pages for pair in overlaps(page)] == []
    for page in reading.pages:
        assert max(char["x1"] for char in page.ink) <= page.width_pt - 42
        assert max(char["bottom"] for char in page.ink) <= page.height_pt - 56


@pytest.mark.parametrize("key", KEYS)
def test_every_paper_keeps_to_the_decree(key: str) -> None:
    for snapshot in (the_sample(key), the_hard_one(key), a_snapshot(0, signer_id="")):
        data = write_pdf(built(key, snapshot), MADE_AT).data
        assert format_departures(data) == ()


@pytest.mark.parametrize("key", KEYS)
def test_every_paper_has_a_twin_for_word(key: str) -> None:
    snapshot = with_few(the_hard_one(key))
    file = docx.Document(BytesIO(paper(key).write_docx(snapshot)))
    found = "".join(node.text or "" for node in file.element.iter(qn("w:t")))
    assert [
        text
        for text in map(packed, texts_of(built(key, snapshot)))
        if _COUNTED_BY_WORD.sub("", text) not in packed(found)
    ] == []


@pytest.mark.parametrize("key", KEYS)
def test_the_same_conference_gives_the_same_bytes(key: str) -> None:
    first = paper(key).draw(a_snapshot(3))
    assert first.data == paper(key).draw(a_snapshot(3)).data


@pytest.mark.parametrize("key", KEYS)
def test_what_is_missing_is_left_to_the_pen(key: str) -> None:
    rendered = paper(key).draw(a_snapshot(0, signer_id=""))
    reading = Reading(rendered.data)
    if key not in {"assignment-table", "report-outline"}:  # their texts come from the plan
        assert rendered.problems
        assert "……" in reading.text
