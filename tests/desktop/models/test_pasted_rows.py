from __future__ import annotations

from desktop.models.pasted_rows import pasted_rows
from desktop.rules.pack import Unit
from desktop.rules.pack_names import Named
from desktop.rules.pack_part import Refers
from desktop.rules.pack_people import UnitQuota
from desktop.rules.pack_shapes import record_shape

LEVELS = [Named("cap-xa", "Cấp xã", ("levels", 0))]
UNITS = [Named("an-khe", "Xã An Khê", ("units", 0))]


def _offer(refers: Refers) -> list[Named]:
    return LEVELS if refers is Refers.LEVEL else UNITS


def test_each_line_is_a_record_and_each_cell_a_field() -> None:
    text = "Xã Bình Lộc\tcấp xã\tXã An Khê\nPhường Cầu Đá\tcap-xa\r\n\n"
    assert pasted_rows(text, record_shape(Unit), _offer) == [
        {"name": "Xã Bình Lộc", "level": "cap-xa", "parent": "an-khe"},
        {"name": "Phường Cầu Đá", "level": "cap-xa"},
    ]


def test_numbers_are_read_as_spreadsheets_write_them_and_unknown_names_stay() -> None:
    assert pasted_rows(
        "Xã An Khê\t41.000\nXã Lạ\t7 000\t\t\t9", record_shape(UnitQuota), _offer
    ) == [
        {"unit": "an-khe", "base": 41000},
        {"unit": "Xã Lạ", "base": 7000},
    ]
    assert pasted_rows("", record_shape(UnitQuota), _offer) == []
