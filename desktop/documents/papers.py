"""Every paper that can be made: its key, title, file name and how it is made.

Naming the papers loads nothing that draws: that takes longer than a window may stand still.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from desktop.documents.blocks import Document
from desktop.documents.rendered import RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.language import tr


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
    def pdf_name(self) -> str:
        """Name the PDF's file."""
        return f"{self.stem}.pdf"


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


def _list_by_unit(snapshot: Snapshot) -> Document:
    from desktop.documents.arranged_list import list_by_unit_document  # noqa: PLC0415

    return list_by_unit_document(snapshot)


def _list_by_rank(snapshot: Snapshot) -> Document:
    from desktop.documents.arranged_list import list_by_rank_document  # noqa: PLC0415

    return list_by_rank_document(snapshot)


def _exemplars(snapshot: Snapshot) -> Document:
    from desktop.documents.exemplar_lists import exemplars_document  # noqa: PLC0415

    return exemplars_document(snapshot)


def _collectives(snapshot: Snapshot) -> Document:
    from desktop.documents.exemplar_lists import collectives_document  # noqa: PLC0415

    return collectives_document(snapshot)


def _sign_in(snapshot: Snapshot) -> Document:
    from desktop.documents.sign_in import attendance_document  # noqa: PLC0415

    return attendance_document(snapshot)


def _sign_papers(snapshot: Snapshot) -> Document:
    from desktop.documents.sign_in import papers_document  # noqa: PLC0415

    return papers_document(snapshot)


def _sign_money(snapshot: Snapshot) -> Document:
    from desktop.documents.sign_in import money_document  # noqa: PLC0415

    return money_document(snapshot)


def _guests(snapshot: Snapshot) -> Document:
    from desktop.documents.guest_list import guests_document  # noqa: PLC0415

    return guests_document(snapshot)


def _script(snapshot: Snapshot) -> Document:
    from desktop.documents.running_script import script_document  # noqa: PLC0415

    return script_document(snapshot)


def _budget(snapshot: Snapshot) -> Document:
    from desktop.documents.budget_estimate import budget_document  # noqa: PLC0415

    return budget_document(snapshot)


def _seat_list(snapshot: Snapshot) -> Document:
    from desktop.documents.seating_plan import seat_list_document  # noqa: PLC0415

    return seat_list_document(snapshot)


def _seating(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.seating_plan import seating_plan  # noqa: PLC0415 - as for the badges

    return seating_plan(snapshot)


def _seat_labels(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.seat_labels import seat_labels  # noqa: PLC0415

    return seat_labels(snapshot)


def _name_cards(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.name_cards import name_cards  # noqa: PLC0415

    return name_cards(snapshot)


def _backdrop(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.backdrop import backdrop  # noqa: PLC0415

    return backdrop(snapshot)


def _badges(snapshot: Snapshot) -> RenderedPaper:
    from desktop.documents.badges import run  # noqa: PLC0415 - drags in the QR coder and Pillow

    return run.render(snapshot)


PAPERS = (
    of_blocks("plan", lambda: tr("Plan"), "ke-hoach", _plan),
    of_blocks("programme", lambda: tr("Programme"), "chuong-trinh", _programme),
    of_blocks("list", lambda: tr("List of delegates"), "danh-sach-dai-bieu", _delegate_list),
    of_blocks(
        "list-by-unit",
        lambda: tr("List of delegates by unit"),
        "danh-sach-theo-don-vi",
        _list_by_unit,
    ),
    of_blocks(
        "list-by-rank",
        lambda: tr("List of delegates by rank"),
        "danh-sach-theo-thu-tu",
        _list_by_rank,
    ),
    of_blocks("exemplars", lambda: tr("Short biographies of exemplars"), "trich-ngang", _exemplars),
    of_blocks("collectives", lambda: tr("List of collectives"), "danh-sach-tap-the", _collectives),
    of_blocks("guests", lambda: tr("Guests to introduce"), "khach-moi-gioi-thieu", _guests),
    of_blocks("script", lambda: tr("Running script"), "kich-ban-dieu-hanh", _script),
    of_blocks("budget", lambda: tr("Budget estimate"), "du-toan", _budget),
    of_blocks("sign-in", lambda: tr("Attendance sheet"), "diem-danh", _sign_in, is_official=False),
    of_blocks(
        "sign-papers",
        lambda: tr("Sheet to sign for papers"),
        "ky-nhan-tai-lieu",
        _sign_papers,
        is_official=False,
    ),
    of_blocks(
        "sign-money",
        lambda: tr("Sheet to sign for money"),
        "ky-nhan-tien",
        _sign_money,
        is_official=False,
    ),
    Paper(key="seating", title=lambda: tr("Seating plan"), stem="so-do-cho-ngoi", draw=_seating),
    of_blocks(
        "seat-list",
        lambda: tr("List of seats"),
        "danh-sach-cho-ngoi",
        _seat_list,
        is_official=False,
    ),
    Paper(key="seat-labels", title=lambda: tr("Seat labels"), stem="nhan-ghe", draw=_seat_labels),
    Paper(
        key="name-cards", title=lambda: tr("Table name cards"), stem="bien-ten", draw=_name_cards
    ),
    Paper(key="backdrop", title=lambda: tr("Backdrop"), stem="ma-ket-phong", draw=_backdrop),
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
