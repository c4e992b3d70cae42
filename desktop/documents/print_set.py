"""Papers drawn into a folder to be printed, with all that is asked about before they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from desktop.documents.papers import Format, Paper, paper
from desktop.documents.rendered import PaperProblem
from desktop.documents.snapshot import Snapshot
from desktop.jobs import portable

_ONE_SIDED = frozenset(
    (
        # one to each person, or on stock that has one good side
        *("invitations", "envelopes", "labels", "seat-labels", "name-cards"),
        # hung up, or signed while others wait for the next sheet
        *("backdrop", "seating", "timeline", "sign-in", "sign-papers", "sign-money"),
    )
)
_OTHER_STOCK = frozenset(("envelopes", "labels", "seat-labels", "name-cards"))
# the same people in another order, or a picture for the sign maker: printed by those who want it
_SELDOM = frozenset(("list-by-unit", "list-by-rank", "backdrop"))
_FEW = {"script": 3, "guests": 2, "seating": 2, "timeline": 2, "minutes": 2}


class PreparedPaper(Struct, frozen=True, kw_only=True):
    """A paper that lies ready as a file, or the error that kept it from being drawn.

    Attributes:
        page_mm: width and height of its first page.
        version: tells its content from any other.
        is_draft: it still carries DỰ THẢO.
    """

    key: str
    path: Path
    pages: int = 0
    page_mm: tuple[float, float] = (210.0, 297.0)
    version: str = ""
    problems: tuple[PaperProblem, ...] = ()
    is_draft: bool = False
    error: Exception | None = None


def prepare(
    report: Callable[[int, int], None], snapshot: Snapshot, keys: tuple[str, ...], folder: Path
) -> tuple[PreparedPaper, ...]:
    """Draw papers into a folder, each as far as it can be; a job's function.

    Raises:
        KeyError: no paper has one of the keys.
        OSError: the folder cannot be written.
    """
    prepared = []
    report(0, len(keys))
    for done, key in enumerate(keys, start=1):
        prepared.append(_prepared(snapshot, paper(key), folder))
        report(done, len(keys))
    return tuple(prepared)


def is_one_sided(key: str) -> bool:
    """Tell whether a paper is printed on one side of its sheets even by a printer that turns."""
    return key in _ONE_SIDED


def needs_other_stock(key: str) -> bool:
    """Tell whether something else than plain paper is put into the printer first."""
    return key in _OTHER_STOCK


def usual_copies(key: str, snapshot: Snapshot) -> int:
    """Tell how often a paper is printed unless somebody says otherwise; 0 for not with the set."""
    conference, delegates = snapshot.file.conference, snapshot.file.delegates
    if needs_other_stock(key) or key in _SELDOM:
        return 0
    if key == "programme":
        return max(1, len(delegates))
    if key == "assignment-table":
        return max(1, len(conference.committee))
    return _FEW.get(key, 1)


def _prepared(snapshot: Snapshot, one: Paper, folder: Path) -> PreparedPaper:
    from desktop.documents.printed_version import content_version  # noqa: PLC0415 - pikepdf

    path = folder / one.file_name(Format.PDF)
    try:
        drawn = one.draw(snapshot)
        marked = one.is_official and one.build is not None and _is_draft(one, snapshot)
    except Exception as error:  # noqa: BLE001 - of one paper; the others are printed without it
        return PreparedPaper(key=one.key, path=path, error=portable(error))
    path.write_bytes(drawn.data)
    return PreparedPaper(
        key=one.key,
        path=path,
        pages=drawn.pages,
        page_mm=_page_mm(path),
        version=content_version(path),
        problems=drawn.problems,
        is_draft=marked,
    )


def _is_draft(one: Paper, snapshot: Snapshot) -> bool:
    from desktop.documents.drafts import is_draft  # noqa: PLC0415 - loads the wording

    return one.build is not None and is_draft(one.build(snapshot))


def _page_mm(path: Path) -> tuple[float, float]:
    import pikepdf  # noqa: PLC0415 - seldom needed, slow to load

    with pikepdf.open(path) as pdf:
        left, low, right, high = (float(each) for each in pdf.pages[0].mediabox)
    return (right - left) * 25.4 / 72, (high - low) * 25.4 / 72
