"""Every paper that can be made: its key, title, file name and how it is made.

Naming the papers loads nothing that draws: that takes longer than a window may stand still.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from desktop.documents import paper_makers
from desktop.documents.blocks import Document
from desktop.documents.rendered import RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.language import tr

_WITHOUT_SETTINGS = frozenset(
    ("plan", "programme", "budget", "badges", "seating", "timeline", "seat-labels", "backdrop")
)


class Format(StrEnum):
    """A kind of file; the value is its ending."""

    PDF = "pdf"
    DOCX = "docx"


class PaperGroup(StrEnum):
    """When a paper is needed, or whom it is about."""

    PREPARING = "preparing"
    PEOPLE = "people"
    EACH_PERSON = "each-person"
    DAY = "day"
    AFTERWARDS = "afterwards"


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
    group: PaperGroup = PaperGroup.PREPARING
    is_official: bool = False

    @property
    def has_settings(self) -> bool:
        """Whether something about it can be chosen; `desktop.documents.paper_options` tells what.

        What cannot be is entered on the pages of the conference.
        """
        return self.key not in _WITHOUT_SETTINGS

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
    group: PaperGroup = PaperGroup.PREPARING,
    is_official: bool = True,
) -> Paper:
    """Make a paper that is set from blocks."""

    def draw(snapshot: Snapshot) -> RenderedPaper:
        from desktop.documents.pdf import write_pdf  # noqa: PLC0415 - loads ReportLab and pikepdf

        return write_pdf(build(snapshot), snapshot.made_at)

    return Paper(
        key=key,
        title=title,
        stem=stem,
        draw=draw,
        build=build,
        group=group,
        is_official=is_official,
    )


def of_drawing(
    key: str,
    title: Callable[[], str],
    stem: str,
    draw: Callable[[Snapshot], RenderedPaper],
    group: PaperGroup,
) -> Paper:
    """Make a paper that is drawn straight."""
    return Paper(key=key, title=title, stem=stem, draw=draw, group=group)


PAPERS = (
    # before the conference
    of_blocks("plan", lambda: tr("Plan"), "ke-hoach", paper_makers.plan),
    of_blocks(
        "decision",
        lambda: tr("Decision on the organising committee"),
        "quyet-dinh",
        paper_makers.decision,
    ),
    of_blocks("programme", lambda: tr("Programme"), "chuong-trinh", paper_makers.programme),
    of_blocks(
        "assignment-table",
        lambda: tr("Who does what by when"),
        "phan-cong-nhiem-vu",
        paper_makers.assignment_table,
    ),
    of_blocks("budget", lambda: tr("Budget estimate"), "du-toan", paper_makers.budget),
    of_blocks(
        "speeches", lambda: tr("List of speeches"), "danh-sach-tham-luan", paper_makers.speeches
    ),
    of_blocks(
        "report-outline",
        lambda: tr("Outline of the review report"),
        "de-cuong-bao-cao-tong-ket",
        paper_makers.report_outline,
    ),
    # the people
    of_blocks(
        "list",
        lambda: tr("List of delegates"),
        "danh-sach-dai-bieu",
        paper_makers.delegate_list,
        group=PaperGroup.PEOPLE,
    ),
    of_blocks(
        "list-by-unit",
        lambda: tr("List of delegates by unit"),
        "danh-sach-theo-don-vi",
        paper_makers.list_by_unit,
        group=PaperGroup.PEOPLE,
    ),
    of_blocks(
        "list-by-rank",
        lambda: tr("List of delegates by rank"),
        "danh-sach-theo-thu-tu",
        paper_makers.list_by_rank,
        group=PaperGroup.PEOPLE,
    ),
    of_blocks(
        "exemplars",
        lambda: tr("Short biographies of exemplars"),
        "trich-ngang",
        paper_makers.exemplars,
        group=PaperGroup.PEOPLE,
    ),
    of_blocks(
        "collectives",
        lambda: tr("List of collectives"),
        "danh-sach-tap-the",
        paper_makers.collectives,
        group=PaperGroup.PEOPLE,
    ),
    of_blocks(
        "make-up",
        lambda: tr("Make-up of the delegates"),
        "bao-cao-co-cau-dai-bieu",
        paper_makers.make_up,
        group=PaperGroup.PEOPLE,
    ),
    # to each of them
    of_blocks(
        "invitations",
        lambda: tr("Invitations"),
        "giay-moi",
        paper_makers.invitations,
        group=PaperGroup.EACH_PERSON,
    ),
    of_drawing(
        "envelopes",
        lambda: tr("Envelopes"),
        "phong-bi",
        paper_makers.envelopes,
        PaperGroup.EACH_PERSON,
    ),
    of_drawing(
        "labels",
        lambda: tr("Address labels"),
        "nhan-dia-chi",
        paper_makers.labels,
        PaperGroup.EACH_PERSON,
    ),
    of_drawing(
        "badges",
        lambda: tr("Badges"),
        "the-dai-bieu",
        paper_makers.badges,
        PaperGroup.EACH_PERSON,
    ),
    # on the day
    of_blocks(
        "script",
        lambda: tr("Running script"),
        "kich-ban-dieu-hanh",
        paper_makers.script,
        group=PaperGroup.DAY,
    ),
    of_blocks(
        "guests",
        lambda: tr("Guests to introduce"),
        "khach-moi-gioi-thieu",
        paper_makers.guests,
        group=PaperGroup.DAY,
    ),
    of_blocks(
        "sign-in",
        lambda: tr("Attendance sheet"),
        "diem-danh",
        paper_makers.sign_in,
        group=PaperGroup.DAY,
        is_official=False,
    ),
    of_blocks(
        "sign-papers",
        lambda: tr("Sheet to sign for papers"),
        "ky-nhan-tai-lieu",
        paper_makers.sign_papers,
        group=PaperGroup.DAY,
        is_official=False,
    ),
    of_blocks(
        "sign-money",
        lambda: tr("Sheet to sign for money"),
        "ky-nhan-tien",
        paper_makers.sign_money,
        group=PaperGroup.DAY,
        is_official=False,
    ),
    of_drawing(
        "timeline",
        lambda: tr("Programme as a timeline"),
        "bieu-do-thoi-gian",
        paper_makers.timeline,
        PaperGroup.DAY,
    ),
    of_drawing(
        "seating",
        lambda: tr("Seating plan"),
        "so-do-cho-ngoi",
        paper_makers.seating,
        PaperGroup.DAY,
    ),
    of_blocks(
        "seat-list",
        lambda: tr("List of seats"),
        "danh-sach-cho-ngoi",
        paper_makers.seat_list,
        group=PaperGroup.DAY,
        is_official=False,
    ),
    of_drawing(
        "seat-labels",
        lambda: tr("Seat labels"),
        "nhan-ghe",
        paper_makers.seat_labels,
        PaperGroup.DAY,
    ),
    of_drawing(
        "name-cards",
        lambda: tr("Table name cards"),
        "bien-ten",
        paper_makers.name_cards,
        PaperGroup.DAY,
    ),
    of_drawing(
        "backdrop",
        lambda: tr("Backdrop"),
        "ma-ket-phong",
        paper_makers.backdrop,
        PaperGroup.DAY,
    ),
    # what it came to
    of_blocks(
        "minutes",
        lambda: tr("Minutes of choosing delegates"),
        "bien-ban",
        paper_makers.minutes,
        group=PaperGroup.AFTERWARDS,
    ),
    of_blocks(
        "awards",
        lambda: tr("List of awards"),
        "danh-sach-khen-thuong",
        paper_makers.awards,
        group=PaperGroup.AFTERWARDS,
    ),
    of_blocks(
        "result-report",
        lambda: tr("Report on the results"),
        "bao-cao-ket-qua",
        paper_makers.result_report,
        group=PaperGroup.AFTERWARDS,
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
