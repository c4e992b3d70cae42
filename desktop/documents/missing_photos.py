"""The list of those who have no photo yet: as a paper to be handed on, or as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from db.records import Delegate
from desktop.atomic_file import write_atomically
from desktop.documents.blocks import Document, Heading, Part, Role, paragraph, run
from desktop.documents.delegate_list import ListColumn, delegate_table
from desktop.documents.frame import event_name, letterhead
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import title_phrases_kept
from desktop.people.person_order import in_order

KIND = "Danh sách"
_SUBJECT = "Đại biểu chưa có ảnh"
_COLUMNS = (ListColumn.NUMBER, ListColumn.NAME, ListColumn.POST_UNIT, ListColumn.NOTE)
_HEADINGS = ("STT", "Họ và tên", "Chức vụ, đơn vị", "Ghi chú", "Thành phần")


def write_missing_photos(
    report: Callable[[int, int], None], snapshot: Snapshot, path: Path
) -> None:
    """Write the list as the kind of file the path names, PDF or XLSX; a job's function.

    Raises:
        OSError: the file cannot be written; an older one is as it was.
    """
    report(0, 1)
    if path.suffix.lower() == ".xlsx":
        write_atomically(path, missing_photos_workbook(snapshot))
    else:
        from desktop.documents.pdf import write_pdf  # noqa: PLC0415 - loads ReportLab and pikepdf

        drawn = write_pdf(missing_photos_document(snapshot), snapshot.made_at)
        write_atomically(path, drawn.data)
    report(1, 1)


def missing_photos_document(snapshot: Snapshot) -> Document:
    """Build the list as a paper that is not issued."""
    conference, office = snapshot.file.conference, snapshot.file.office
    people = _without(snapshot)
    subject = f"{_SUBJECT} dự {event_name(conference)}"
    total = (
        f"Danh sách có {len(people)} người, trên tổng số {len(snapshot.file.delegates)} đại biểu."
    )
    return Document(
        title=f"{KIND}: {subject}",
        author=office.name,
        parts=(
            Part(
                blocks=(
                    letterhead(snapshot, is_issued=False),
                    Heading(kind=run(KIND), subject=run(title_phrases_kept(subject), "title")),
                    delegate_table(conference, people, _COLUMNS),
                    paragraph(Role.TOTAL, total, "delegates"),
                )
            ),
        ),
    )


def missing_photos_workbook(snapshot: Snapshot) -> bytes:
    """Write the same people as a workbook, their group in a column."""
    from desktop.people.text_workbook import TextTable, text_workbook  # noqa: PLC0415 - loads openpyxl

    rows: list[tuple[str, ...]] = []
    group = ""
    for row in delegate_table(snapshot.file.conference, _without(snapshot), _COLUMNS).rows:
        texts = ["".join(part.text for part in cell) for cell in row.cells]
        if row.is_group:
            group = texts[0].partition(". ")[2].rpartition(" (")[0]
        else:
            rows.append((*texts, group))
    return text_workbook((TextTable(_SUBJECT, _HEADINGS, rows),))


def slim(snapshot: Snapshot) -> Snapshot:
    """Leave out what this list does not need on its way to another process."""
    return replace(snapshot, file=replace(snapshot.file, images=()))


def _without(snapshot: Snapshot) -> tuple[Delegate, ...]:
    order, tones = snapshot.file.conference.list_order, snapshot.file.office.tone_order
    people = in_order(snapshot.file.delegates, order, tones)
    return tuple(one for one in people if not one.photo_id)
