"""The consolidated data as SQL.

Each script is read by a parser of PostgreSQL's language and loaded into SQLite, which shares the
part of it that is used; that PostgreSQL 15 itself takes it was tried by hand.
"""

from __future__ import annotations

import io
import sqlite3
from datetime import date

import sqlglot
from hypothesis import given
from hypothesis import strategies as st
from sqlglot import exp

from desktop.documents.consolidation.data_table import DataTable, Value, day, flag, number, text
from desktop.documents.consolidation.sql import write_sql
from tests.desktop.documents.consolidation.a_desk import HOSTILE
from tests.desktop.documents.consolidation.test_data_package import every_table


def script(*tables: DataTable) -> str:
    stream = io.StringIO()
    write_sql(stream, tables)
    return stream.getvalue()


def a_table(*rows: tuple[Value, ...]) -> DataTable:
    columns = (number("n", "N", is_required=True), text("t", "T"), flag("f", "F"), day("d", "D"))
    return DataTable(
        name="t", title="T", columns=columns, rows=lambda: rows, key=("n",), of_office=False
    )


def loaded(sql: str) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.executescript(sql)
    return connection


def test_postgresql_reads_every_statement() -> None:
    statements = sqlglot.parse(script(*every_table()), read="postgres")
    kinds = [type(one) for one in statements if one is not None]
    assert kinds[0] is exp.Transaction
    assert kinds[-1] is exp.Commit
    assert set(kinds[1:-1]) == {exp.Create, exp.Insert}
    assert kinds.count(exp.Create) == len(every_table())


def test_every_row_arrives_with_its_references() -> None:
    connection = loaded(script(*every_table()))
    for table in every_table():
        sql = f'SELECT count(*) FROM "hoinghi_{table.name}"'  # noqa: S608 - our own names
        assert connection.execute(sql).fetchone() == (len(list(table.rows())),)
    assert not connection.execute("PRAGMA foreign_key_check").fetchall()
    notes = connection.execute('SELECT "note" FROM "hoinghi_people" LIMIT 1').fetchone()
    assert notes == (HOSTILE,)
    connection.close()


def test_many_rows_come_in_several_statements() -> None:
    sql = script(a_table(*((place, None, None, None) for place in range(1001))))
    assert sql.count("INSERT INTO") == 3
    assert "INSERT" not in script(a_table())


def test_the_same_tables_give_the_same_text() -> None:
    assert script(*every_table()) == script(*every_table())


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.sampled_from([True, False, None]),
    st.none() | st.dates(),
)
def test_whatever_is_written_comes_back(words: str, is_so: bool | None, when: date | None) -> None:
    connection = loaded(script(a_table((1, words, is_so, when))))
    row = connection.execute('SELECT "t", "f", "d" FROM "hoinghi_t"').fetchone()
    expected = words.replace("\0", "") if words else None
    assert row == (expected, is_so, when.isoformat() if when is not None else None)
    connection.close()
