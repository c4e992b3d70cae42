"""What is odd about a value that a person has: taken as it is, and pointed out."""

from __future__ import annotations

from enum import StrEnum

from db.records import Delegate
from desktop.people.cell_values import read_id_number, read_phone
from desktop.people.ethnic_groups import match_ethnic_group


class CellDoubt(StrEnum):
    """Why a value may be wrong."""

    ID_NUMBER = "id-number"
    PHONE = "phone"
    ETHNICITY = "ethnicity"


def cell_doubt(key: str, one: Delegate) -> CellDoubt | None:
    """Tell what is odd about an attribute of a person; None when nothing is."""
    match key:
        case "id_number" if one.id_number:
            doubt = read_id_number(one.id_number, was_number=False).doubt
            return CellDoubt.ID_NUMBER if doubt else None
        case "phone" if one.phone:
            return CellDoubt.PHONE if read_phone(one.phone, was_number=False).doubt else None
        case "ethnicity" if one.ethnicity:
            return None if match_ethnic_group(one.ethnicity) else CellDoubt.ETHNICITY
        case _:
            return None
