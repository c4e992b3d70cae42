"""The fields of a rule pack in words: the labels of its forms, and of lists of changes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from desktop.sentences.field_text import FieldText, FieldTexts
from desktop.sentences.pack_event_fields import EVENT_FIELDS
from desktop.sentences.pack_frame_fields import FRAME_FIELDS, SHARED_FIELDS
from desktop.sentences.pack_people_fields import PEOPLE_FIELDS
from desktop.sentences.pack_text_fields import TEXT_FIELDS

_FIELDS: Mapping[type, FieldTexts] = {
    **FRAME_FIELDS,
    **EVENT_FIELDS,
    **PEOPLE_FIELDS,
    **TEXT_FIELDS,
}


def pack_field(struct: type[Struct], field: str) -> FieldText:
    """Give the label and the hint of a field of any record in a pack."""
    for kind in struct.__mro__:
        texts = _FIELDS.get(kind, {})
        if field in texts:
            return texts[field]()
    return SHARED_FIELDS[field]()
