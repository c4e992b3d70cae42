"""Papers by key: drawn for the screen, written into a folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.documents import papers
from desktop.documents.export import draw, export, render
from desktop.documents.rendered import RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.errors import Cancelled
from tests.desktop.documents.binh_hoa import a_snapshot


def ignore(_done: int, _total: int) -> None:
    """A report that nobody reads."""


def test_every_key_has_a_title_and_an_ascii_file_name() -> None:
    assert papers.KEYS == ("plan", "programme", "list", "make-up", "badges")
    assert [paper.title() for paper in papers.PAPERS] == [
        "Plan",
        "Programme",
        "List of delegates",
        "Make-up of the delegates",
        "Badges",
    ]
    assert all(re.fullmatch(r"[a-z-]+\.pdf", paper.file_name) for paper in papers.PAPERS)


@pytest.mark.parametrize("key", papers.KEYS)
def test_every_paper_can_be_drawn(key: str) -> None:
    assert render(a_snapshot(3), key).data.startswith(b"%PDF")


def test_drawing_as_a_job_gives_the_same_paper() -> None:
    snapshot = a_snapshot()
    assert draw(ignore, snapshot, "programme") == render(snapshot, "programme")


def test_an_unknown_key_is_our_mistake() -> None:
    with pytest.raises(KeyError, match="nothing"):
        render(a_snapshot(), "nothing")


def test_all_papers_are_written_and_counted(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    files = export(lambda done, total: steps.append((done, total)), a_snapshot(5), tmp_path / "a")
    assert [file.key for file in files] == list(papers.KEYS)
    assert all(file.path.stat().st_size == file.size_bytes for file in files)
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == sorted(
        file.path.name for file in files
    )
    assert steps == [(done, 5) for done in range(6)]
    assert [file.pages for file in files][1:2] == [1]


def test_only_the_papers_asked_for_are_written_in_the_usual_order(tmp_path: Path) -> None:
    files = export(ignore, a_snapshot(), tmp_path, only=("programme", "plan"))
    assert [file.key for file in files] == ["plan", "programme"]
    assert len(list(tmp_path.iterdir())) == 2


def test_a_cancel_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    old = tmp_path / "ke-hoach.pdf"
    old.write_bytes(b"old")

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(stop, a_snapshot(), tmp_path)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_paper_that_fails_leaves_the_folder_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_snapshot: Snapshot) -> RenderedPaper:
        raise ZeroDivisionError

    broken = papers.Paper(key="list", title=str, file_name="x.pdf", draw=fail)
    monkeypatch.setattr(papers, "PAPERS", (papers.PAPERS[0], broken, *papers.PAPERS[3:]))
    with pytest.raises(ZeroDivisionError):
        export(ignore, a_snapshot(), tmp_path / "b", only=("plan", "list"))
    assert not (tmp_path / "b").exists()


def test_an_unknown_key_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        export(ignore, a_snapshot(), tmp_path, only=("plan", "nothing"))
    assert list(tmp_path.iterdir()) == []
