"""Lists handed out: typed cells, no formulas, only the fields chosen, and back again whole."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace
from openpyxl.cell import Cell

from db.records import BirthDate, Delegate, Gender
from desktop.errors import Cancelled
from desktop.people.field_catalogue import FIELDS
from desktop.people.formula_guard import guarded, unguarded
from desktop.people.list_export import ListExport, ListForm, export_list_job, list_bytes
from tests.builders import a_conference, a_delegate, ident
from tests.desktop.people.lists import previewed, read_sheet
from tests.sample.names import OTHER_NAMES, kinh_names

GROUPS = a_conference().groups
ALL_FIELDS = tuple(field.key for field in FIELDS)
TYPED_BY_NOBODY = {"id", "position", "photo_id", "given_name", "protocol_rank"}


def quiet(done: int, total: int) -> None:
    """Nobody watches."""


def exported(people: list[Delegate], **fields: Any) -> ListExport:
    defaults: dict[str, Any] = {"groups": GROUPS, "fields": ALL_FIELDS}
    return ListExport(people=tuple(people), **(defaults | fields))


def sheet_of(people: list[Delegate], *fields: str) -> Any:
    data = list_bytes(exported(people, fields=fields or ALL_FIELDS), quiet)
    return openpyxl.load_workbook(io.BytesIO(data)).active


def column(people: list[Delegate], field: str) -> list[Cell]:
    sheet = sheet_of(people, field)
    return [sheet.cell(number, 1) for number in range(2, len(people) + 2)]


def crowd(count: int) -> list[Delegate]:
    chance = Random(2025)  # noqa: S311 - invented people
    names = kinh_names(chance, set())
    people = []
    for number in range(1, count + 1):
        named = OTHER_NAMES[number] if number < len(OTHER_NAMES) else next(names)
        births = (
            None,
            BirthDate(year=1950 + number % 50),
            BirthDate(year=1950 + number % 50, month=1 + number % 12),
            BirthDate(year=1950 + number % 50, month=1 + number % 12, day=1 + number % 28),
        )
        people.append(
            a_delegate(
                number,
                name=named.name,
                gender=(named.gender, None)[number % 7 == 0],
                birth=births[number % 4],
                ethnicity=named.ethnicity,
                religion=("", "Tin Lành")[number % 3 == 0],
                is_party_member=number % 3 == 0,
                is_direct_worker=number % 2 == 0,
                id_number=("", f"0{66_080_000_000 + number}")[number % 5 > 0],
                phone=("", f"09{number:08}")[number % 4 > 0],
                post=("Nông dân", "Phó Chủ tịch", "")[number % 3],
                unit=f"Thôn {1 + number % 9}",
                honours=((), ("CSTĐ cơ sở",), ("Bằng khen của Thủ tướng", "Giấy khen"))[number % 3],
                achievement=("", "Hiến 200 m2 đất; làm đường")[number % 2],
                represents=("", "Chi hội Nông dân thôn 3")[number % 5 == 0],
                group_id=(GROUPS[0].id, GROUPS[1].id, "")[number % 3],
                note=("", "=1+1", "-", "+84", "@a", "ăn chay")[number % 6],
            )
        )
    return people


def same_people(one: list[Delegate], other: list[Delegate]) -> bool:
    """Compare what people typed."""

    def typed(person: Delegate) -> dict[str, object]:
        return {key: value for key, value in asdict(person).items() if key not in TYPED_BY_NOBODY}

    return [typed(person) for person in one] == [typed(person) for person in other]


@pytest.mark.parametrize("form", ListForm)
def test_an_exported_list_comes_back_as_the_same_people(tmp_path: Path, form: ListForm) -> None:
    people = crowd(400)
    path = tmp_path / f"ds.{form}"
    export_list_job(quiet, exported(people, form=form), path)
    result = previewed(read_sheet(path), conference_id=ident(10))
    assert same_people(list(result.delegates), people)
    assert result.left_out == ()


def test_cells_have_the_type_of_what_they_hold() -> None:
    person = a_delegate(
        7,
        birth=BirthDate(year=1975, month=5, day=20),
        id_number="066080000001",
        phone="0912345678",
        gender=Gender.FEMALE,
        is_party_member=True,
        is_direct_worker=False,
        honours=("Bằng khen", "Giấy khen"),
        group_id=GROUPS[1].id,
    )
    cells = {key: column([person], key)[0] for key in ALL_FIELDS}
    assert cells["birth"].value == datetime(1975, 5, 20)  # noqa: DTZ001 - as openpyxl reads a date
    assert cells["birth"].number_format == "dd/mm/yyyy"
    assert (cells["badge_number"].value, cells["badge_number"].data_type) == (7, "n")
    for key, text in (("id_number", "066080000001"), ("phone", "0912345678")):
        assert (cells[key].value, cells[key].data_type) == (text, "s")
        assert cells[key].number_format == "@"
    assert cells["gender"].value == "Nữ"
    assert cells["is_party_member"].value == "x"
    assert cells["is_direct_worker"].value == "không"
    assert cells["honours"].value == "Bằng khen; Giấy khen"
    assert cells["group_id"].value == "Khách mời"
    assert cells["religion"].value is None


@pytest.mark.parametrize(
    ("birth", "value"),
    [
        (None, None),
        (BirthDate(year=1975), 1975),
        (BirthDate(year=1975, month=5), "05/1975"),
        (BirthDate(year=1900, month=2, day=3), "03/02/1900"),
    ],
)
def test_a_birth_date_is_no_more_exact_than_it_is_known(
    birth: BirthDate | None, value: object
) -> None:
    assert column([a_delegate(1, birth=birth)], "birth")[0].value == value


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("x")', "+84 912", "-", "@SUM(A1)", "'=1"])
def test_no_cell_is_a_formula_whatever_was_typed(text: str) -> None:
    (cell,) = column([a_delegate(1, note=text)], "note")
    assert (cell.value, cell.data_type) == (text, "s")
    csv_text = list_bytes(
        exported([a_delegate(1, note=text)], fields=("note",), form=ListForm.CSV), quiet
    ).decode("utf-8-sig")
    assert csv_text.splitlines()[1].strip('"')[0] == "'"


@given(st.text() | st.text("'=+-@a", max_size=4))
def test_a_guarded_text_comes_back_and_is_no_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@"))


def test_only_the_fields_chosen_leave_in_their_order() -> None:
    sheet = sheet_of([a_delegate(1, id_number="066080000001", note="kín")], "unit", "name")
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Đơn vị", "Họ và tên"],
        [None, "Nguyễn Thị Ước"],
    ]


def test_the_heading_stays_in_sight_and_can_filter() -> None:
    sheet = sheet_of([a_delegate(1), a_delegate(2)], "name", "unit")
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.column_dimensions["A"].width > len("Nguyễn Thị Ước")
    assert sheet["A1"].font.bold


def test_text_has_a_mark_by_which_excel_knows_its_encoding() -> None:
    person = a_delegate(1, birth=BirthDate(year=1975, month=5, day=2), badge_number=None)
    data = list_bytes(
        exported([person], fields=("name", "birth", "badge_number"), form=ListForm.CSV), quiet
    )
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines() == [
        "Họ và tên,Ngày sinh,Số thẻ",
        "Nguyễn Thị Ước,02/05/1975,",
    ]


def test_characters_that_no_workbook_may_hold_are_left_out() -> None:
    assert column([a_delegate(1, note="a\x0bb")], "note")[0].value == "ab"


def test_progress_is_told_and_a_cancel_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ds.xlsx"
    steps: list[tuple[int, int]] = []
    size = export_list_job(lambda *step: steps.append(step), exported(crowd(450)), path)
    assert steps == [(200, 450), (400, 450), (450, 450)]
    assert size == path.stat().st_size
    before = path.read_bytes()

    def stop(done: int, total: int) -> None:
        raise Cancelled

    for form in ListForm:
        with pytest.raises(Cancelled):
            export_list_job(stop, exported(crowd(450), form=form), path)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["ds.xlsx"]


def test_nobody_is_a_list_too() -> None:
    sheet = sheet_of([], "name")
    assert sheet.max_row == 1
    assert sheet.auto_filter.ref == "A1:A1"


def test_the_day_of_a_date_survives(tmp_path: Path) -> None:
    path = tmp_path / "ds.xlsx"
    born = BirthDate(year=1975, month=1, day=2)
    people = [replace(one, birth=born) for one in crowd(3)]
    export_list_job(quiet, exported(people, fields=("name", "birth")), path)
    result = previewed(read_sheet(path))
    assert {one.birth for one in result.delegates} == {born}
