from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.documents import print_set
from desktop.documents.papers import KEYS, Paper, paper
from desktop.documents.print_set import (
    is_one_sided,
    needs_other_stock,
    prepare,
    usual_copies,
)
from desktop.documents.rendered import RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from tests.builders import NOON
from tests.desktop.documents.badges.people import a_crowd


@pytest.fixture
def snapshot() -> Snapshot:
    return Snapshot(file=a_crowd(7), made_at=NOON)


def _nobody_listens(_done: int, _total: int) -> None:
    return


def test_papers_lie_ready_with_what_is_asked_about_them(snapshot: Snapshot, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    plan, labels = prepare(lambda *at: told.append(at), snapshot, ("plan", "labels"), tmp_path)

    assert plan.path == tmp_path / "ke-hoach.pdf"
    assert plan.path.stat().st_size > 1000
    assert plan.pages >= 1
    assert plan.page_mm == pytest.approx((210, 297), abs=0.1)
    assert plan.is_draft
    assert len(plan.version) == 16
    assert not labels.is_draft
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_paper_that_cannot_be_drawn_keeps_no_other_from_it(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Snapshot) -> RenderedPaper:
        raise InputRefused("sheet-start")

    whole: Callable[[str], Paper] = paper

    def broken(key: str) -> Paper:
        return replace(whole(key), draw=refuse) if key == "plan" else whole(key)

    monkeypatch.setattr(print_set, "paper", broken)

    plan, programme = prepare(_nobody_listens, snapshot, ("plan", "programme"), tmp_path)

    assert isinstance(plan.error, InputRefused)
    assert not plan.path.exists()
    assert programme.error is None


def test_copies_are_what_an_office_needs(snapshot: Snapshot) -> None:
    copies = {key: usual_copies(key, snapshot) for key in KEYS}

    assert copies["programme"] == 7
    assert copies["plan"] == copies["list"] == copies["sign-in"] == 1
    assert copies["script"] == 3
    assert copies["minutes"] == 2
    assert copies["list-by-unit"] == copies["envelopes"] == copies["backdrop"] == 0
    assert copies["assignment-table"] == max(1, len(snapshot.file.conference.committee))


def test_what_goes_to_one_person_each_is_printed_on_one_side() -> None:
    assert is_one_sided("invitations")
    assert is_one_sided("sign-in")
    assert not is_one_sided("plan")
    assert needs_other_stock("labels")
    assert not needs_other_stock("programme")
