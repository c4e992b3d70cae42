"""Why a mapping file, or what it asks of a list, cannot be followed."""

from __future__ import annotations

from desktop.language import tr
from desktop.list_mapping import MappingRefusal
from desktop.sentences.shown import Sentences

MAPPING_REFUSALS: Sentences = {
    MappingRefusal.UNREADABLE: lambda _: tr(
        "The mapping file is not there or is no TOML. Check its name and what is written in it."
    ),
    MappingRefusal.WRONG: lambda facts: tr(
        "The mapping file says something unknown: {text}. The guide of the command names what it"
        " may say.",
        **facts,
    ),
    MappingRefusal.NO_SUCH_SHEET: lambda facts: tr(
        "It has no sheet “{text}”. Give the name or the number of one.", **facts
    ),
    MappingRefusal.NO_SUCH_COLUMN: lambda facts: tr(
        "It has no column “{text}”. Give its letters or its heading.", **facts
    ),
    MappingRefusal.NO_SUCH_GROUP: lambda facts: tr(
        "The conference has no group “{text}”. Give the name of one.", **facts
    ),
}
