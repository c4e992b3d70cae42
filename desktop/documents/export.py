"""Papers drawn for the screen, or written into a folder one after another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from desktop.atomic_file import write_atomically
from desktop.documents.papers import KEYS, Format, Paper, paper
from desktop.documents.rendered import PaperProblem, RenderedPaper
from desktop.documents.snapshot import Snapshot


class ExportedFile(Struct, frozen=True, kw_only=True):
    """A paper in a folder.

    Attributes:
        pages: 0 where they are not counted: only Word knows how it breaks a DOCX.
    """

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
    formats: tuple[Format, ...] = (Format.PDF,),
) -> tuple[ExportedFile, ...]:
    """Write papers into a folder, all of them or only those of some keys; a job's function.

    Every paper is drawn before the first is written, so a paper that cannot be drawn, or a
    cancel, leaves the folder as it was. Files of these names are replaced, each whole.

    Args:
        report: told the papers done and the papers wanted; may raise to stop.
        snapshot: what the papers are made from.
        folder: made when it is not there.
        only: keys in any order; none means all.
        formats: kinds of file; a paper that has none of them is left out.

    Raises:
        KeyError: no paper has one of the keys.
        OSError: the folder cannot be written; files written before stay.
    """
    for key in only:
        paper(key)
    asked = [paper(key) for key in KEYS if not only or key in only]
    wanted = [one for one in asked if set(formats) & set(one.formats)]
    report(0, len(wanted))
    made: list[_Made] = []
    for done, one in enumerate(wanted, start=1):
        made += [_make(one, form, snapshot) for form in one.formats if form in formats]
        report(done, len(wanted))
    folder.mkdir(parents=True, exist_ok=True)
    files: list[ExportedFile] = []
    for file in made:
        path = folder / file.paper.file_name(file.form)
        write_atomically(path, file.data)
        files.append(
            ExportedFile(
                key=file.paper.key,
                path=path,
                pages=file.pages,
                size_bytes=len(file.data),
                problems=file.problems,
            )
        )
    return tuple(files)


class _Made(Struct, frozen=True, kw_only=True):
    paper: Paper
    form: Format
    data: bytes
    pages: int = 0
    problems: tuple[PaperProblem, ...] = ()


def _make(one: Paper, form: Format, snapshot: Snapshot) -> _Made:
    if form is Format.DOCX:
        return _Made(paper=one, form=form, data=one.write_docx(snapshot))
    drawn = one.draw(snapshot)
    return _Made(paper=one, form=form, data=drawn.data, pages=drawn.pages, problems=drawn.problems)
