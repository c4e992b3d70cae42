"""A field of a form in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple


class FieldText(NamedTuple):
    """What stands beside a field: its label, and one sentence that says what to enter."""

    label: str
    hint: str


FieldTexts = Mapping[str, Callable[[], FieldText]]  # by the name of the field
