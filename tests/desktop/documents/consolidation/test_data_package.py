"""The consolidated data as a package that Frictionless finds sound."""

from __future__ import annotations

import csv
import io
import json
import warnings
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from desktop.documents.consolidation.data_package import DESCRIPTOR, write_data_package
from desktop.documents.consolidation.data_table import DataTable, day, flag, number, text
from desktop.documents.consolidation.people import people_tables
from desktop.documents.consolidation.tables import consolidated_tables
from desktop.people.formula_guard import unguarded
from tests.desktop.documents.consolidation.a_desk import (
    HOSTILE,
    MADE_AT,
    say,
    the_consolidation,
    the_received,
)


def every_table() -> tuple[DataTable, ...]:
    found, received = the_consolidation(), the_received()
    return (*consolidated_tables(found, say), *people_tables(found, received))


def packed(*tables: DataTable) -> bytes:
    stream = io.BytesIO()
    write_data_package(stream, tables, "Tổng hợp", MADE_AT)
    return stream.getvalue()


@cache
def the_package() -> bytes:
    return packed(*every_table())


def rows(name: str) -> list[dict[str, str]]:
    data = ZipFile(io.BytesIO(the_package())).read(f"{name}.csv").decode()
    return list(csv.DictReader(io.StringIO(data, newline="")))


def report_of(path: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own packages
        import frictionless

        return frictionless.validate(str(path))


def test_frictionless_finds_it_sound_with_keys_and_references(tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(the_package())
    report = report_of(path)
    assert report.valid, report.to_summary()
    assert [task.name for task in report.tasks] == [one.name for one in every_table()]


def test_frictionless_would_find_an_office_that_is_none(tmp_path: Path) -> None:
    offices, *others = every_table()
    path = tmp_path / "package.zip"
    nobody = DataTable(
        name="offices",
        title="",
        columns=offices.columns,
        rows=list,
        key=("office",),
        of_office=False,
    )
    path.write_bytes(packed(nobody, *others))
    assert {error for (error,) in report_of(path).flatten(["type"])} == {"foreign-key"}


def test_everybody_on_a_list_that_counts_is_in_it_once() -> None:
    assert [one["name"] for one in rows("people")] == [
        "Lê An",
        "Võ Ba",
        "Lê An",
        "Trần Thị Số 3 1",
        "Trần Thị Số 4 1",
    ]
    assert [one["outcome"] for one in rows("candidates")] == [
        "official",
        "alternate",
        "not-chosen",
    ]


def test_an_older_number_and_one_that_came_twice_are_left_out() -> None:
    first = the_received()[0]
    received = (replace(first, number=1), *the_received(), first)
    people, _ = people_tables(the_consolidation(), received)
    assert len(list(people.rows())) == 5


def test_what_could_be_a_formula_is_kept_from_being_one_and_can_be_had_back() -> None:
    note = rows("people")[0]["note"]
    assert note == f"'{HOSTILE}"
    assert unguarded(note) == HOSTILE


def test_values_are_written_as_table_schema_has_them() -> None:
    row = rows("offices")[1]
    assert (row["received_on"], row["is_fork"], row["places"], row["verdict"]) == (
        "2020-02-20",
        "false",
        "2",
        "",
    )


def test_every_column_has_its_type_and_words() -> None:
    table = DataTable(
        name="t",
        title="T",
        columns=(text("a", "A", {"x": "X"}), number("b", "B"), flag("c", "C"), day("d", "D")),
        rows=list,
        of_office=False,
    )
    archive = ZipFile(io.BytesIO(packed(table)))
    (resource,) = json.loads(archive.read(DESCRIPTOR))["resources"]
    assert resource["schema"] == {
        "fields": [
            {"name": "a", "title": "A", "type": "string", "description": "x: X"},
            {"name": "b", "title": "B", "type": "integer"},
            {"name": "c", "title": "C", "type": "boolean"},
            {"name": "d", "title": "D", "type": "date"},
        ],
        "missingValues": [""],
    }


def test_equal_tables_and_instants_give_equal_bytes() -> None:
    assert packed(*every_table()) == the_package()


def test_a_full_medium_is_told() -> None:
    class Full(io.BytesIO):
        def write(self, _: Any, /) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_data_package(Full(), every_table(), "", MADE_AT)
