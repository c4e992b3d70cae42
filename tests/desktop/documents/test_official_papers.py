"""What all official papers have in common: they say what the data say, whole and in order."""

from __future__ import annotations

import re
from io import BytesIO

import docx
import msgspec
import pytest
from docx.oxml.ns import qn

from desktop.documents.blocks import Document
from desktop.documents.papers import paper
from desktop.documents.snapshot import Snapshot
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.measure import Reading
from tests.desktop.documents.official import (
    hard_snapshot,
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
def test_what_is_missing_is_left_to_the_pen(key: str) -> None:
    rendered = paper(key).draw(a_snapshot(0, signer_id=""))
    reading = Reading(rendered.data)
    if key not in {"assignment-table", "report-outline"}:  # their texts come from the plan
        assert rendered.problems
        assert "……" in reading.text
