"""Scans and other PDFs that travel beside the papers of a conference."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.documents.added_papers import (
    AddedRefusal,
    member_name,
    read_added,
)
from desktop.documents.papers import PAPERS, Format
from desktop.errors import InputRefused
from desktop.handoff.conference_content import ConferenceContent, read_content, write_content
from tests.builders import a_delegate, a_file


def _quiet(_done: int, _total: int) -> None:
    """Nobody watches."""


def _refusal(path: Path, room: int = 100) -> InputRefused:
    with pytest.raises(InputRefused) as caught:
        read_added(_quiet, path, (), room)
    return caught.value


def test_a_pdf_is_read_whole_and_travels_under_an_ascii_name(tmp_path: Path) -> None:
    path = tmp_path / "Quyết định số 12 (đã ký).PDF"
    path.write_bytes(b"%PDF-1.7 " + b"x" * 91)
    paper = read_added(_quiet, path, (), 100)
    assert (paper.name, paper.title) == ("quyet-dinh-so-12-da-ky.pdf", path.name)
    content = ConferenceContent(file=a_file(a_delegate(1)), papers={paper.name: paper.data})
    assert read_content(write_content(content, ())).papers == {paper.name: path.read_bytes()}


def test_what_is_no_pdf_or_too_large_or_gone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"PK")
    assert _refusal(path).reason == AddedRefusal.NOT_PDF
    path.write_bytes(b"%PDF-" + b"x" * 96)
    assert _refusal(path).reason == AddedRefusal.TOO_BIG
    assert _refusal(tmp_path / "gone.pdf").reason == AddedRefusal.UNREADABLE
    assert _refusal(path, room=0).reason == AddedRefusal.TOO_BIG


@pytest.mark.parametrize(
    ("stem", "others", "expected"),
    [
        ("Biên bản họp", (), "bien-ban-hop.pdf"),
        ("scan", ("scan.pdf",), "scan-2.pdf"),
        ("scan", ("scan.pdf", "scan-2.pdf"), "scan-3.pdf"),
        ("《》", (), "van-ban.pdf"),
        ("a" * 80, ("a" * 56 + ".pdf",), "a" * 56 + "-2.pdf"),
    ],
)
def test_a_member_is_named_like_no_other(stem: str, others: tuple[str, ...], expected: str) -> None:
    assert member_name(stem, others) == expected


def test_no_added_paper_takes_the_place_of_one_that_is_drawn() -> None:
    names = {one.file_name(Format.PDF) for one in PAPERS}
    assert all(member_name(one.removesuffix(".pdf"), ()) not in names for one in names)
