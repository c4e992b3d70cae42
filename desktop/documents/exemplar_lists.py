"""Short biographies (trích ngang) of the exemplars, and the list of collectives."""

from __future__ import annotations

from collections.abc import Iterable

from db.records import Delegate, GroupKind
from desktop.documents.appendices import list_heading
from desktop.documents.arrangement import Arrangement, arrangement_of, gathered
from desktop.documents.blocks import Block, Document, Part, Role, paragraph
from desktop.documents.column_choice import chosen_columns
from desktop.documents.frame import event_name
from desktop.documents.list_totals import totals
from desktop.documents.people_table import PersonColumn, TableKind, people_table
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import numbered

EXEMPLARS, COLLECTIVES = "exemplars", "collectives"
KIND = "Danh sách trích ngang"
COLLECTIVES_KIND = "Danh sách"
EXEMPLAR_COLUMNS = (
    *(PersonColumn.NUMBER, PersonColumn.PHOTO, PersonColumn.NAME_BIRTH, PersonColumn.ETHNICITY),
    *(PersonColumn.HOME, PersonColumn.SCHOOLING, PersonColumn.POST_UNIT, PersonColumn.HONOURS),
    *(PersonColumn.ACHIEVEMENT, PersonColumn.PROPOSED),
)
COLLECTIVE_COLUMNS = (
    *(PersonColumn.NUMBER, PersonColumn.COLLECTIVE, PersonColumn.NAME, PersonColumn.POST_UNIT),
    *(PersonColumn.PHONE, PersonColumn.ACHIEVEMENT, PersonColumn.PROPOSED),
)


def exemplars_document(snapshot: Snapshot) -> Document:
    """Build the short biographies of the persons among the exemplars, by unit unless chosen."""
    people = [one for one in exemplars(snapshot) if not one.represents.strip()]
    return _document(
        snapshot,
        EXEMPLARS,
        (KIND, "cá nhân điển hình tiên tiến được tuyên dương tại"),
        people,
        chosen_columns(snapshot, EXEMPLARS, PersonColumn, EXEMPLAR_COLUMNS),
        TableKind(counted="cá nhân"),
    )


def collectives_document(snapshot: Snapshot) -> Document:
    """Build the list of the collectives with those who stand for them."""
    people = [one for one in snapshot.file.delegates if one.represents.strip()]
    return _document(
        snapshot,
        COLLECTIVES,
        (COLLECTIVES_KIND, "tập thể điển hình tiên tiến được tuyên dương tại"),
        people,
        chosen_columns(snapshot, COLLECTIVES, PersonColumn, COLLECTIVE_COLUMNS),
        TableKind(
            counted="tập thể",
            headings={
                PersonColumn.NAME: "Người đại diện",
                PersonColumn.POST_UNIT: "Chức vụ, đơn vị của người đại diện",
            },
        ),
    )


def exemplars(snapshot: Snapshot) -> list[Delegate]:
    """List who is honoured as an exemplar, in the order of the office."""
    kinds = {one.id: one.kind for one in snapshot.file.conference.groups}
    return [one for one in snapshot.file.delegates if kinds.get(one.group_id) is GroupKind.EXEMPLAR]


def _document(
    snapshot: Snapshot,
    paper: str,
    title: tuple[str, str],
    people: list[Delegate],
    columns: Iterable[PersonColumn],
    kind: TableKind,
) -> Document:
    name = event_name(snapshot.file.conference)
    word, subject = title[0], f"{title[1]} {name}"
    usual = Arrangement.UNIT if paper == EXEMPLARS else Arrangement.RANK
    groups = gathered(snapshot.file, people, arrangement_of(snapshot, paper, usual))
    closing = (
        totals(people)
        if paper == EXEMPLARS
        else [f"Tổng số: {numbered(len(people))} tập thể."] * bool(people)
    )
    blocks: tuple[Block, ...] = (
        list_heading(snapshot, word, subject),
        people_table(groups, tuple(columns), kind, snapshot.file.images),
        *(paragraph(Role.TOTAL, line) for line in closing),
    )
    return Document(
        title=f"{word} {subject}",
        author=snapshot.file.office.name,
        parts=(Part(blocks=blocks, is_landscape=True),),
    )
