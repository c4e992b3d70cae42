"""From an empty store to printed papers, through the real windows, by keyboard and mouse."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pdfplumber
import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Program, open_workspace
from desktop.conference_file import read_conference_file
from desktop.paths import resource
from desktop.rules.check import check_file
from desktop.rules.load import shipped_packs
from tests.builders import NOON
from tests.journeys.officer import PAPER_NAMES, Officer

pytestmark = pytest.mark.journey


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    workspace = open_workspace(tmp_path / "data", lambda: NOON, lambda: uuid.uuid4().hex)
    running = Program(workspace)
    qtbot.addWidget(running.home)
    with qtbot.waitActive(running.home):
        running.start()
        running.home.activateWindow()
    yield running
    running.end()
    workspace.store.close()


def _text(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def test_a_conference_is_planned_listed_and_printed(program: Program, tmp_path: Path) -> None:
    papers = tmp_path / "Văn bản hội nghị"
    Officer(program, papers, lambda _: None).work()

    summary = program.workspace.summaries()[0]
    stored = program.workspace.store.conferences.file(summary.id)
    assert summary.is_planned
    assert stored.conference.sessions[0].day == date(2025, 3, 20)
    assert stored.conference.sessions[0].start == time(7, 30)
    assert stored.conference.staff_count == 85
    assert stored.conference.presidium[0].name == "Nguyễn Văn Ước"
    assert stored.conference.committee[0].name == "H'Hen Niê"
    assert stored.conference.programme[0].presenter == "Ban Tổ chức"
    assert stored.office.signers[0].post == "CHỦ TỊCH"

    sample = read_conference_file(resource("samples", "binh-hoa", "conference.json"))
    assert [one.name for one in stored.delegates] == [one.name for one in sample.delegates]
    assert check_file(stored, shipped_packs()[0]) == ()

    assert {path.name for path in papers.iterdir()} == PAPER_NAMES
    plan = _text(papers / "ke-hoach.pdf")
    for words in ("Số: 96/KH-UBND", "ngày 16 tháng 12 năm 2024", "ngày 20 tháng 3 năm 2025"):
        assert words in plan
    assert "Y Wang Niê" in _text(papers / "danh-sach-dai-bieu.pdf")
    assert program.window is not None
