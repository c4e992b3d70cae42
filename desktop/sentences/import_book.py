"""The report of an import as a workbook: what was left out and why, and all there is to check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from db.records import Delegate
from desktop.language import tr
from desktop.people.births import birth_text
from desktop.people.import_desk import WorkedList
from desktop.people.list_sheet import a1
from desktop.people.resolution import Resolution
from desktop.people.text_workbook import TextTable
from desktop.sentences.duplicates import match_kind_name, match_reasons, verdict_name
from desktop.sentences.encodings import conversion_doubt_sentence, encoding_name
from desktop.sentences.imports import import_problem_sentence, left_out_sentence


def import_tables(
    worked: WorkedList, resolution: Resolution, listed: Sequence[Delegate]
) -> tuple[TextTable, ...]:
    """Lay out what became of a list: sums, rows left out, doubts, duplicates, old encodings.

    Args:
        worked: the list as it is taken over.
        resolution: what becomes of its duplicates.
        listed: those in the conference before.
    """
    people = {one.id: one for one in (*listed, *worked.preview.delegates)}
    rows = dict(zip((one.id for one in worked.preview.delegates), worked.preview.rows, strict=True))
    return (
        _sums(worked, resolution),
        _left_out(worked),
        _to_check(worked, people),
        _twice(worked, resolution, people, rows),
        _conversions(worked),
    )


def _sums(worked: WorkedList, resolution: Resolution) -> TextTable:
    found = worked.preview
    lines = [
        (tr("People added"), len(resolution.added)),
        (tr("People of the conference that were added to"), len(resolution.merged)),
        (tr("Rows of people who are known already"), len(resolution.twins)),
        (tr("Rows left out"), len(found.left_out)),
        (tr("Cells to check"), len(found.problems)),
    ]
    texts = [(name, str(count)) for name, count in lines]
    unused = [
        (
            tr("Column not taken over"),
            f"{a1(1, use.column).rstrip('1')}: {use.heading or tr('no heading')}",
        )
        for use in found.unused_columns
    ]
    return TextTable(tr("Summary"), (tr("What"), tr("How many")), [*texts, *unused])


def _left_out(worked: WorkedList) -> TextTable:
    return TextTable(
        tr("Left out"),
        (tr("Row"), tr("Why"), tr("What the row holds")),
        [(str(row.row), left_out_sentence(row), row.text) for row in worked.preview.left_out],
    )


def _to_check(worked: WorkedList, people: Mapping[str, Delegate]) -> TextTable:
    rows = [
        (
            problem.cell,
            people[problem.delegate_id].name if problem.delegate_id in people else "",
            tr("taken over") if problem.is_taken else tr("not taken over"),
            problem.value,
            import_problem_sentence(problem),
        )
        for problem in worked.preview.problems
    ]
    headings = (tr("Cell"), tr("Person"), tr("Value"), tr("What stood there"), tr("What to check"))
    return TextTable(tr("To check"), headings, rows)


def _twice(
    worked: WorkedList,
    resolution: Resolution,
    people: Mapping[str, Delegate],
    rows: Mapping[str, int],
) -> TextTable:
    done = {twin.new.id: twin for twin in resolution.twins}
    lines = []
    for pair in worked.pairs:
        twin = done.get(pair.new_id)
        new, known = people[pair.new_id], people[pair.listed_id]
        place = rows.get(pair.listed_id)
        lines.append(
            (
                str(rows.get(pair.new_id, "")),
                _person(new),
                _person(known),
                tr("row {row}", row=place) if place else tr("on the list already"),
                f"{match_kind_name(pair.kind)}: {match_reasons(pair)}",
                verdict_name(twin.verdict) if twin else tr("add as different people"),
            )
        )
    headings = (
        *(tr("Row"), tr("In this list"), tr("Known already"), tr("Known from")),
        *(tr("How alike"), tr("Decision")),
    )
    return TextTable(tr("Perhaps twice"), headings, lines)


def _conversions(worked: WorkedList) -> TextTable:
    lines = []
    for proposal in worked.proposals:
        is_done = proposal.choice in worked.encodings
        column = a1(1, proposal.column).rstrip("1")
        name = encoding_name(proposal.encoding)
        done = tr("converted") if is_done else tr("left as it was")
        lines += [
            (column, name, done, a1(each.row, each.column), each.before, each.after, "")
            for each in proposal.examples
        ]
        lines += [
            (
                *(column, name, done, a1(cell.change.row, cell.change.column)),
                *(cell.change.before, cell.change.after, conversion_doubt_sentence(cell)),
            )
            for cell in proposal.doubtful
        ]
    headings = (
        *(tr("Column"), tr("Encoding"), tr("Done"), tr("Cell"), tr("Before"), tr("After")),
        tr("What to check"),
    )
    return TextTable(tr("Old fonts"), headings, lines)


def _person(person: Delegate) -> str:
    facts = (person.name, birth_text(person.birth), person.unit)
    return ", ".join(filter(None, facts))
