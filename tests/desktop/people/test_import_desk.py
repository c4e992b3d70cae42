from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from db.records import Delegate
from desktop.people.column_memory import ColumnMemory, memory_of
from desktop.people.columns import ColumnMapping, ColumnUse, FixedValue
from desktop.people.headings import Field
from desktop.people.import_desk import (
    ColumnPick,
    ImportChoices,
    ListSource,
    OpenedList,
    SheetName,
    WorkedList,
    import_desk,
    likely_group_id,
)
from desktop.people.mends import Mends
from tests.builders import a_delegate
from tests.desktop.people.list_files import Plan, write_csv, write_xlsx
from tests.desktop.people.lists import HEADING, a_target, the_groups
from tests.desktop.people.old_encoders import to_tcvn3

AN, BINH = (1, "Lê Văn An", 1975, "Thôn 1"), (2, "Hồ Thị Bình", 1980, "Thôn 2")
EXEMPLAR, GUEST = the_groups()


class Desk:
    """A desk in this process."""

    def __init__(
        self, source: ListSource, *listed: Delegate, memories: tuple[ColumnMemory, ...] = ()
    ) -> None:
        self._answer = import_desk(source, a_target(), msgspec.msgpack.encode(listed), memories)
        self.steps: list[tuple[int, int]] = []

    def _report(self, done: int, total: int) -> None:
        self.steps.append((done, total))

    def opened(self) -> OpenedList:
        found = self._answer(self._report, None)
        assert isinstance(found, OpenedList)
        return found

    def worked(self, choices: ImportChoices = ImportChoices()) -> WorkedList:  # noqa: B008
        found = self._answer(self._report, choices)
        assert isinstance(found, WorkedList)
        return found


def a_desk(folder: Path, *plans: Plan, listed: tuple[Delegate, ...] = ()) -> Desk:
    return Desk(ListSource(path=write_xlsx(folder, *plans)), *listed)


def fields(found: WorkedList) -> list[Field | None]:
    return [use.field for use in found.mapping.columns]


def test_a_file_is_opened_and_worked_out(tmp_path: Path) -> None:
    desk = a_desk(
        tmp_path, Plan(rows=[["x"]], name="Cũ", is_hidden=True), Plan(rows=[HEADING, AN, BINH])
    )
    opened = desk.opened()
    assert opened.sheets == (SheetName("Cũ", is_hidden=True), SheetName("Danh sách"))
    assert opened.likely == 1
    found = desk.worked(ImportChoices(sheet=1))
    assert [one.name for one in found.preview.delegates] == ["Lê Văn An", "Hồ Thị Bình"]
    assert found.examples[2] == "Lê Văn An"
    assert desk.steps[-1] == (3, 4)


def test_people_keep_their_ids_however_often_a_list_is_worked_out(tmp_path: Path) -> None:
    desk = a_desk(tmp_path, Plan(rows=[HEADING, AN, BINH]))
    first = desk.worked().preview.delegates
    left = desk.worked(ImportChoices(mends=Mends().leaving_out((2,)))).preview.delegates
    assert [one.id for one in left] == [first[1].id]


def test_every_choice_counts(tmp_path: Path) -> None:
    desk = a_desk(tmp_path, Plan(rows=[["x"], HEADING, AN, BINH], hidden_rows=(4,)))
    found = desk.worked(
        ImportChoices(
            heading=(2,),
            picks=(ColumnPick(4, Field.NOTE),),
            fixed=(FixedValue(Field.UNIT, "Xã A"),),
            group_id=GUEST.id,
            skips_hidden=True,
        )
    )
    (one,) = found.preview.delegates
    assert (one.unit, one.note, one.group_id) == ("Xã A", "Thôn 1", GUEST.id)
    assert found.hidden_rows == 1


def test_a_sure_old_font_is_converted_unless_it_is_not_wanted(tmp_path: Path) -> None:
    rows = [[to_tcvn3(str(cell)) for cell in row] for row in (HEADING, AN, BINH)]
    desk = a_desk(tmp_path, Plan(rows=rows, fonts={2: ".VnTime"}))
    found = desk.worked()
    assert found.preview.delegates[1].name == "Hồ Thị Bình"
    assert [each.column for each in found.encodings] == [2, 3, 4]
    raw = desk.worked(ImportChoices(encodings=()))
    assert raw.encodings == ()
    assert len(raw.proposals) == len(found.proposals) > 0
    assert "Hồ Thị Bình" not in [one.name for one in raw.preview.delegates]


def test_a_heading_in_unicode_over_an_old_column_is_known_as_it_was(tmp_path: Path) -> None:
    rows: list[list[object]] = [[*HEADING, "Ghi chú"]]
    rows.extend([*AN, to_tcvn3("Trưởng thôn")] for _ in range(4))
    found = a_desk(tmp_path, Plan(rows=rows)).worked()
    assert fields(found)[4] is Field.NOTE
    assert found.preview.delegates[0].note == "Trưởng thôn"


def test_a_list_like_one_before_is_taken_over_alike(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path, Plan(rows=[HEADING, AN]))
    mapping = Desk(ListSource(path=path)).worked().mapping.with_field(4, Field.POST)
    found = Desk(ListSource(path=path), memories=(memory_of(mapping, "Xã A"),)).worked()
    assert fields(found)[3] is Field.POST
    assert found.recalled_from == "Xã A"


def test_people_are_paired_with_those_listed_and_with_each_other(tmp_path: Path) -> None:
    listed = a_delegate(1, name="Lê Văn An", birth=None, unit="Thôn 1")
    desk = a_desk(tmp_path, Plan(rows=[HEADING, AN, BINH, (3, *BINH[1:])]), listed=(listed,))
    found = desk.worked()
    ids = [one.id for one in found.preview.delegates]
    assert [(pair.new_id, pair.listed_id) for pair in found.pairs] == [
        (ids[0], listed.id),
        (ids[2], ids[1]),
    ]
    assert found.preview.problems == (), "the pairs say it"


def test_a_text_file_is_read_as_it_is_said(tmp_path: Path) -> None:
    path = write_csv(tmp_path, Plan(rows=[HEADING, AN]))
    opened = Desk(ListSource(path=path, encoding="utf-8", delimiter="|")).opened()
    assert opened.text_form is not None
    assert (opened.text_form.encoding, opened.text_form.delimiter) == ("utf-8", "|")


def test_pasted_rows_are_a_list_too() -> None:
    source = ListSource(text="Họ tên\tNăm sinh\nLê An\t1980\n")
    assert [one.name for one in Desk(source).worked().preview.delegates] == ["Lê An"]
    assert source.folder == ""
    assert ListSource(path=Path("/a/b.xlsx")).folder == ListSource(path=Path("/a/c.xlsx")).folder


@pytest.mark.parametrize(
    ("names", "taken", "group"),
    [
        (("Khách mời", "ds"), (Field.NAME,), GUEST.id),
        (("Sheet1", "Khách mời"), (Field.NAME, Field.GROUP), GUEST.id),
        (("Sheet1", "ds"), (Field.NAME,), EXEMPLAR.id),
        (("Sheet1", "ds"), (Field.NAME, Field.GROUP), ""),
        (("Sheet1", "ds"), (Field.NAME, Field.GROUP_MARK), ""),
    ],
)
def test_the_group_of_a_list_is_guessed(
    names: tuple[str, ...], taken: tuple[Field, ...], group: str
) -> None:
    mapping = ColumnMapping(
        columns=tuple(ColumnUse(number, "", field) for number, field in enumerate(taken, 1))
    )
    assert likely_group_id(the_groups(), names, mapping) == group
    assert likely_group_id((), names, mapping) == ""
