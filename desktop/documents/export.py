"""Papers drawn for the screen, or written into a folder one after another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from desktop.atomic_file import write_atomically
from desktop.documents.papers import KEYS, paper
from desktop.documents.rendered import PaperProblem, RenderedPaper
from desktop.documents.snapshot import Snapshot


class ExportedFile(Struct, frozen=True, kw_only=True):
    """A paper in a folder."""

    key: str
    path: Path
    pages: int
    size_bytes: int
    problems: tuple[PaperProblem, ...] = ()


def render(snapshot: Snapshot, key: str) -> RenderedPaper:
    """Draw one paper.

    Raises:
        KeyError: no paper has this key.
    """
    return paper(key).draw(snapshot)


def draw(report: Callable[[int, int], None], snapshot: Snapshot, key: str) -> RenderedPaper:
    """Draw one paper for the screen; a job's function.

    Raises:
        KeyError: no paper has this key.
    """
    report(0, 1)
    return render(snapshot, key)


def export(
    report: Callable[[int, int], None],
    snapshot: Snapshot,
    folder: Path,
    only: tuple[str, ...] = (),
) -> tuple[ExportedFile, ...]:
    """Write papers into a folder, all of them or only those of some keys; a job's function.

    Every paper is drawn before the first is written, so a paper that cannot be drawn, or a
    cancel, leaves the folder as it was. Files of these names are replaced, each whole.

    Args:
        report: told the papers done and the papers wanted; may raise to stop.
        snapshot: what the papers are made from.
        folder: made when it is not there.
        only: keys in any order; none means all.

    Raises:
        KeyError: no paper has one of the keys.
        OSError: the folder cannot be written; files written before stay.
    """
    wanted = [paper(key) for key in KEYS if not only or key in only]
    for key in only:
        paper(key)
    report(0, len(wanted))
    drawn: list[RenderedPaper] = []
    for done, one in enumerate(wanted, start=1):
        drawn.append(one.draw(snapshot))
        report(done, len(wanted))
    folder.mkdir(parents=True, exist_ok=True)
    files: list[ExportedFile] = []
    for one, rendered in zip(wanted, drawn, strict=True):
        path = folder / one.pdf_name
        write_atomically(path, rendered.data)
        files.append(
            ExportedFile(
                key=one.key,
                path=path,
                pages=rendered.pages,
                size_bytes=len(rendered.data),
                problems=rendered.problems,
            )
        )
    return tuple(files)
