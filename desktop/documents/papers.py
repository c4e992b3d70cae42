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


def _decision(snapshot: Snapshot) -> Document:
    from desktop.documents.decision_paper import decision_document  # noqa: PLC0415

    return decision_document(snapshot)


def _invitations(snapshot: Snapshot) -> Document:
    from desktop.documents.invitations import invitations_document  # noqa: PLC0415

    return invitations_document(snapshot)


def _assignment_table(snapshot: Snapshot) -> Document:
    from desktop.documents.assignment_table import assignment_table_document  # noqa: PLC0415

    return assignment_table_document(snapshot)


def _speeches(snapshot: Snapshot) -> Document:
    from desktop.documents.speech_list import speech_list_document  # noqa: PLC0415

    return speech_list_document(snapshot)


def _report_outline(snapshot: Snapshot) -> Document:
    from desktop.documents.report_outline import report_outline_document  # noqa: PLC0415

    return report_outline_document(snapshot)


def _minutes(snapshot: Snapshot) -> Document:
    from desktop.documents.minutes import minutes_document  # noqa: PLC0415

    return minutes_document(snapshot)


def _awards(snapshot: Snapshot) -> Document:
    from desktop.documents.award_list import award_list_document  # noqa: PLC0415

    return award_list_document(snapshot)


def _result_report(snapshot: Snapshot) -> Document:
    from desktop.documents.result_report import result_report_document  # noqa: PLC0415

    return result_report_document(snapshot)


def _envelopes(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.mailing import render_envelopes  # noqa: PLC0415

    return render_envelopes(snapshot)


def _labels(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.mailing import render_labels  # noqa: PLC0415

    return render_labels(snapshot)


def _badges(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.badges import run  # noqa: PLC0415 - drags in the QR coder and Pillow

    return run.render(snapshot)


PAPERS = (
    of_blocks("plan", lambda: tr("Plan"), "ke-hoach", _plan),
    of_blocks("programme", lambda: tr("Programme"), "chuong-trinh", _programme),
    of_blocks("list", lambda: tr("List of delegates"), "danh-sach-dai-bieu", _delegate_list),
    of_blocks(
        "decision", lambda: tr("Decision on the organising committee"), "quyet-dinh", _decision
    ),
    of_blocks("invitations", lambda: tr("Invitations"), "giay-moi", _invitations),
    Paper(key="envelopes", title=lambda: tr("Envelopes"), stem="phong-bi", draw=_envelopes),
    Paper(key="labels", title=lambda: tr("Address labels"), stem="nhan-dia-chi", draw=_labels),
    of_blocks(
        "assignment-table",
        lambda: tr("Who does what by when"),
        "phan-cong-nhiem-vu",
        _assignment_table,
    ),
    of_blocks("speeches", lambda: tr("List of speeches"), "danh-sach-tham-luan", _speeches),
    of_blocks(
        "report-outline",
        lambda: tr("Outline of the review report"),
        "de-cuong-bao-cao-tong-ket",
        _report_outline,
    ),
    of_blocks("minutes", lambda: tr("Minutes of choosing delegates"), "bien-ban", _minutes),
    of_blocks("awards", lambda: tr("List of awards"), "danh-sach-khen-thuong", _awards),
    of_blocks(
        "result-report", lambda: tr("Report on the results"), "bao-cao-ket-qua", _result_report
    ),
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
