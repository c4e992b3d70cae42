"""The DOCX twins, opened and printed by LibreOffice: the same text, pages and form as the PDF.

`python3 dev.py twins` installs LibreOffice where it may; without one these tests are skipped.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop.demo import SAMPLE_INSTANT, sample_file
from desktop.documents.format_check.appendix import appendix_end_pt
from desktop.documents.format_check.check import format_departures
from desktop.documents.format_check.flow import find_foot, flow
from desktop.documents.format_check.head import read_head
from desktop.documents.format_check.parts import parts
from desktop.documents.format_check.reading import Reading
from desktop.documents.papers import PAPERS, Format, Paper
from desktop.documents.snapshot import Snapshot
from desktop.paths import resource
from desktop.rules.load import shipped_pack

OFFICIAL = [paper for paper in PAPERS if paper.is_official]
SOFFICE = shutil.which("soffice")
# the widths of Times New Roman, which may not be shipped
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Times New Roman</family>
<prefer><family>Liberation Serif</family></prefer></alias></fontconfig>"""


class Printed(NamedTuple):
    """A paper as our PDF, and its twin as LibreOffice prints it."""

    ours: bytes
    theirs: bytes


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed: python3 dev.py twins")
    folder = tmp_path_factory.mktemp("twins")
    file = sample_file()
    rules = shipped_pack(file.conference.rule_pack_id)
    snapshot = Snapshot(file=file, made_at=SAMPLE_INSTANT, rules=rules)
    for paper in OFFICIAL:
        (folder / paper.file_name(Format.DOCX)).write_bytes(paper.write_docx(snapshot))
    _convert(folder)
    return {
        paper.key: Printed(
            paper.draw(snapshot).data, (folder / paper.file_name(Format.PDF)).read_bytes()
        )
        for paper in OFFICIAL
    }


def _convert(folder: Path) -> None:
    assert SOFFICE is not None
    settings = folder / "fonts.conf"
    settings.write_text(FONTS.format(fonts=resource("fonts"), cache=folder / "cache"), "utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    subprocess.run(
        [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files],
        env={**os.environ, "FONTCONFIG_FILE": str(settings)},
        check=True,
        capture_output=True,
    )


def running_text(data: bytes) -> str:
    """Join what stands in no head, table or signature, without spaces: lines break elsewhere."""
    texts: list[str] = []
    for part in parts(Reading(data)):
        end_pt = appendix_end_pt(part) if part.is_appendix else read_head(part).end_pt
        texts += [one.line.text for one in flow(part, end_pt, find_foot(part, end_pt))]
    return "".join("".join(texts).split())


def words(data: bytes) -> Counter[str]:
    """Count the words of all pages: heads of tables stand on every page of theirs."""
    return Counter(re.findall(r"\w+", Reading(data).text))


@pytest.mark.parametrize("paper", OFFICIAL, ids=lambda paper: paper.key)
def test_the_twin_says_the_same(paper: Paper, printed: dict[str, Printed]) -> None:
    ours, theirs = printed[paper.key]
    assert running_text(theirs) == running_text(ours)
    assert words(theirs).keys() - {str(len(Reading(theirs).pages))} <= words(ours).keys()
    assert words(ours).keys() - {str(len(Reading(ours).pages))} <= words(theirs).keys()


@pytest.mark.parametrize("paper", OFFICIAL, ids=lambda paper: paper.key)
def test_the_twin_has_as_many_pages_or_one_more_or_less(
    paper: Paper, printed: dict[str, Printed]
) -> None:
    counts = [len(Reading(data).pages) for data in printed[paper.key]]
    assert abs(counts[0] - counts[1]) <= 1


@pytest.mark.parametrize("paper", OFFICIAL, ids=lambda paper: paper.key)
def test_the_twin_is_as_the_decree_has_it(paper: Paper, printed: dict[str, Printed]) -> None:
    assert format_departures(printed[paper.key].theirs) == ()
