"""Why a table of merged units is not used."""

from __future__ import annotations

from desktop.handoff.consolidation.mergers import MergerRefusal
from desktop.language import tr
from desktop.sentences.shown import Sentences

MERGER_REFUSALS: Sentences = {
    MergerRefusal.UNREADABLE: lambda facts: tr(
        "The table of merged units cannot be read ({detail}). Use another copy.", **facts
    ),
    MergerRefusal.WRONG: lambda facts: tr(
        "It is no table of merged units ({detail}). Write [merged], and below it each old name"
        " with the new one.",
        **facts,
    ),
    MergerRefusal.IN_A_RING: lambda facts: tr(
        "By the table, “{name}” became itself again in the end. Take one of the lines out.", **facts
    ),
}
