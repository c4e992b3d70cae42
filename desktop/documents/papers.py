"""Every paper that can be made: its key, title, file name and how it is made.

Naming the papers loads nothing that draws: that takes longer than a window may stand still.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from desktop.documents.blocks import Document
from desktop.documents.rendered import RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.language import tr


class Format(StrEnum):
    """A kind of file; the value is its ending."""

    PDF = "pdf"
    DOCX = "docx"


class Paper(Struct, frozen=True, kw_only=True):
    """A paper of the registry.

    Attributes:
        title: looked up when it is shown.
        stem: the file name without its ending; ASCII, for sticks that know nothing else.
        draw: makes the PDF.
        build: makes the blocks that the PDF is drawn from; None where it is drawn straight.
        is_official: of the form of Nghị định 30/2020, so offices edit it: it has a DOCX twin.
    """

    key: str
    title: Callable[[], str]
    stem: str
    draw: Callable[[Snapshot], RenderedPaper]
    build: Callable[[Snapshot], Document] | None = None
    is_official: bool = False

    @property
    def formats(self) -> tuple[Format, ...]:
        """List the kinds of file that it can be written as."""
        return tuple(Format) if self.is_official and self.build else (Format.PDF,)

    def file_name(self, form: Format) -> str:
        """Name the file of a kind."""
        return f"{self.stem}.{form}"

    def write_docx(self, snapshot: Snapshot) -> bytes:
        """Make the DOCX twin.

        Raises:
            ValueError: it has none.
        """
        from desktop.documents.docx.write import write_docx  # noqa: PLC0415 - loads python-docx

        if self.build is None:
            raise ValueError(self.key)
        return write_docx(self.build(snapshot), snapshot.made_at)


def of_blocks(
    key: str,
    title: Callable[[], str],
    stem: str,
    build: Callable[[Snapshot], Document],
    *,
    is_official: bool = True,
) -> Paper:
    """Make a paper that is set from blocks."""

    def draw(snapshot: Snapshot) -> RenderedPaper:
        from desktop.documents.pdf import write_pdf  # noqa: PLC0415 - loads ReportLab and pikepdf

        return write_pdf(build(snapshot), snapshot.made_at)

    return Paper(key=key, title=title, stem=stem, draw=draw, build=build, is_official=is_official)


def _plan(snapshot: Snapshot) -> Document:
    from desktop.documents.plan import plan_document  # noqa: PLC0415

    return plan_document(snapshot)


def _programme(snapshot: Snapshot) -> Document:
    from desktop.documents.programme import programme_document  # noqa: PLC0415

    return programme_document(snapshot)


def _delegate_list(snapshot: Snapshot) -> Document:
    from desktop.documents.delegate_list import delegate_list_document  # noqa: PLC0415

    return delegate_list_document(snapshot)


def _badges(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.badges import run  # noqa: PLC0415 - drags in the QR coder and Pillow

    return run.render(snapshot)


PAPERS = (
    of_blocks("plan", lambda: tr("Plan"), "ke-hoach", _plan),
    of_blocks("programme", lambda: tr("Programme"), "chuong-trinh", _programme),
    of_blocks("list", lambda: tr("List of delegates"), "danh-sach-dai-bieu", _delegate_list),
    Paper(key="badges", title=lambda: tr("Badges"), stem="the-dai-bieu", draw=_badges),
)
KEYS = tuple(paper.key for paper in PAPERS)


def paper(key: str) -> Paper:
    """Find a paper by its key.

    Raises:
        KeyError: no paper has this key.
    """
    for one in PAPERS:
        if one.key == key:
            return one
    raise KeyError(key)
