"""Every paper that can be made: its key, title, file name and how it is drawn.

Naming the papers loads nothing that draws: that takes longer than a window may stand still.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from desktop.documents.rendered import RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.language import tr


class Paper(Struct, frozen=True, kw_only=True):
    """A paper of the registry.

    Attributes:
        title: looked up when it is shown.
        file_name: ASCII, for sticks and archives that know nothing else.
    """

    key: str
    title: Callable[[], str]
    file_name: str
    draw: Callable[[Snapshot], RenderedPaper]


def _plan(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.pdf import write_pdf  # noqa: PLC0415 - loads ReportLab and pikepdf
    from desktop.documents.plan import plan_document  # noqa: PLC0415

    return write_pdf(plan_document(snapshot), snapshot.made_at)


def _programme(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.pdf import write_pdf  # noqa: PLC0415
    from desktop.documents.programme import programme_document  # noqa: PLC0415

    return write_pdf(programme_document(snapshot), snapshot.made_at)


def _delegate_list(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.delegate_list import delegate_list_document  # noqa: PLC0415
    from desktop.documents.pdf import write_pdf  # noqa: PLC0415

    return write_pdf(delegate_list_document(snapshot), snapshot.made_at)


def _make_up(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.make_up_report import make_up_document  # noqa: PLC0415
    from desktop.documents.pdf import write_pdf  # noqa: PLC0415

    return write_pdf(make_up_document(snapshot), snapshot.made_at)


def _badges(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.badges import run  # noqa: PLC0415 - drags in the QR coder and Pillow

    return run.render(snapshot)


PAPERS = (
    Paper(
        key="plan",
        title=lambda: tr("Plan"),
        file_name="ke-hoach.pdf",
        draw=_plan,
    ),
    Paper(
        key="programme",
        title=lambda: tr("Programme"),
        file_name="chuong-trinh.pdf",
        draw=_programme,
    ),
    Paper(
        key="list",
        title=lambda: tr("List of delegates"),
        file_name="danh-sach-dai-bieu.pdf",
        draw=_delegate_list,
    ),
    Paper(
        key="make-up",
        title=lambda: tr("Make-up of the delegates"),
        file_name="bao-cao-co-cau-dai-bieu.pdf",
        draw=_make_up,
    ),
    Paper(
        key="badges",
        title=lambda: tr("Badges"),
        file_name="the-dai-bieu.pdf",
        draw=_badges,
    ),
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
