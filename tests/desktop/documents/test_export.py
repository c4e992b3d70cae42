"""Papers by key: drawn for the screen, written into a folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.documents import papers
from desktop.documents.export import draw, export, render
from desktop.documents.papers import Format
from desktop.documents.rendered import RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.errors import Cancelled
from tests.desktop.documents.binh_hoa import a_snapshot


def ignore(_done: int, _total: int) -> None:
    """A report that nobody reads."""


def test_every_key_has_a_title_and_an_ascii_file_name() -> None:
    assert {"plan", "programme", "list", "badges"} <= set(papers.KEYS)
    assert all(paper.title() for paper in papers.PAPERS)
    assert len({paper.stem for paper in papers.PAPERS}) == len(papers.PAPERS)
    assert all(
        re.fullmatch(r"[a-z-]+\.pdf", paper.file_name(Format.PDF)) for paper in papers.PAPERS
    )


def test_official_papers_are_built_of_blocks() -> None:
    official = [paper for paper in papers.PAPERS if paper.is_official]
    assert {"plan", "programme", "list"} <= {paper.key for paper in official}
    for paper in official:
        assert paper.build is not None
        assert paper.build(a_snapshot(1)).parts


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
    count = len(papers.KEYS)
    assert steps == [(done, count) for done in range(count + 1)]
    assert {file.key: file.pages for file in files}["programme"] == 1


def test_only_the_papers_asked_for_are_written_in_the_usual_order(tmp_path: Path) -> None:
    files = export(ignore, a_snapshot(), tmp_path, only=("programme", "plan"))
    assert [file.key for file in files] == ["plan", "programme"]
    assert len(list(tmp_path.iterdir())) == 2


def test_official_papers_get_a_twin_for_word(tmp_path: Path) -> None:
    both = (Format.PDF, Format.DOCX)
    files = export(ignore, a_snapshot(2), tmp_path, only=("plan", "badges"), formats=both)
    assert [file.path.name for file in files] == [
        "ke-hoach.pdf",
        "ke-hoach.docx",
        "the-dai-bieu.pdf",
    ]
    twin = files[1]
    assert (twin.key, twin.pages, twin.problems) == ("plan", 0, ())
    assert twin.path.read_bytes() == papers.paper("plan").write_docx(a_snapshot(2))


def test_a_paper_that_has_none_of_the_kinds_wanted_is_left_out(tmp_path: Path) -> None:
    files = export(ignore, a_snapshot(), tmp_path, ("plan", "badges"), (Format.DOCX,))
    assert [file.path.name for file in files] == ["ke-hoach.docx"]


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

    broken = papers.Paper(key="list", title=str, stem="x", draw=fail)
    monkeypatch.setattr(papers, "PAPERS", (papers.PAPERS[0], broken, *papers.PAPERS[3:]))
    with pytest.raises(ZeroDivisionError):
        export(ignore, a_snapshot(), tmp_path / "b", only=("plan", "list"))
    assert not (tmp_path / "b").exists()


def test_an_unknown_key_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        export(ignore, a_snapshot(), tmp_path, only=("plan", "nothing"))
    assert list(tmp_path.iterdir()) == []
