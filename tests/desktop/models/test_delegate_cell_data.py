"""What a cell of the register gives for each of Qt's roles."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.models.delegate_cell_data import cell_data
from desktop.models.delegate_columns import DelegateColumn, delegate_columns
from desktop.models.marks import MARK_ROLE, Mark
from tests.builders import a_conference, a_delegate, ident

ROLE = Qt.ItemDataRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
COLUMNS = {one.key: one for one in delegate_columns(a_conference().groups, 2025)}


def _column(key: str) -> DelegateColumn:
    return COLUMNS[key]


@pytest.mark.parametrize(
    ("key", "role", "given"),
    [
        ("name", ROLE.DisplayRole, "Nguyễn Thị Ước"),
        ("group_id", ROLE.DisplayRole, "Đại biểu điển hình tiên tiến"),
        ("group_id", ROLE.EditRole, ident(12)),
        ("gender", ROLE.EditRole, ""),
        ("is_party_member", ROLE.DisplayRole, ""),
        ("is_party_member", ROLE.CheckStateRole, Qt.CheckState.Checked),
        ("is_direct_worker", ROLE.CheckStateRole, Qt.CheckState.PartiallyChecked),
        ("name", ROLE.CheckStateRole, None),
        ("is_party_member", ROLE.AccessibleTextRole, "Party member: yes"),
        ("name", ROLE.AccessibleTextRole, "Full name: Nguyễn Thị Ước"),
        ("name", ROLE.TextAlignmentRole, None),
        ("badge_number", ROLE.TextAlignmentRole, RIGHT),
        ("name", ROLE.DecorationRole, None),
        ("name", MARK_ROLE, None),
    ],
)
def test_a_cell_gives_what_each_role_asks(key: str, role: Any, given: object) -> None:
    person = a_delegate(1, is_party_member=True)
    assert cell_data(_column(key), person, role) == given


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("id_number", "12345", "An ID number has 12 digits"),
        ("phone", "113", "A telephone number has 10 or 11 digits"),
        ("ethnicity", "Sao Hỏa", "This is none of the 54 ethnic groups"),
    ],
)
def test_an_odd_value_is_kept_and_pointed_out(key: str, text: str, told: str) -> None:
    person = a_delegate(1, **{key: text})
    column = _column(key)
    assert cell_data(column, person, ROLE.DisplayRole) == f"▲ {text}"
    assert cell_data(column, person, ROLE.EditRole) == text
    assert cell_data(column, person, MARK_ROLE) is Mark.DOUBT
    assert str(cell_data(column, person, ROLE.ToolTipRole)).startswith(told)
    assert told in str(cell_data(column, person, ROLE.AccessibleTextRole))


def test_a_missing_name_is_said_and_marked() -> None:
    person = a_delegate(1, name="")
    assert cell_data(_column("name"), person, ROLE.DisplayRole) == "name missing"
    assert cell_data(_column("name"), person, ROLE.EditRole) == ""
    assert cell_data(_column("name"), person, MARK_ROLE) is Mark.WRONG
    assert cell_data(_column("name"), person, ROLE.AccessibleTextRole) == "Full name: name missing"
