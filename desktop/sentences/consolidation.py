"""What a desk is told of the offices: how each stands, and what taking delegates over does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.handoff.consolidation.deliveries import DeliveryState
from desktop.handoff.consolidation.mergers import MergerRefusal
from desktop.language import tr
from desktop.sentences.shown import Sentences

_STATES: Mapping[DeliveryState, Callable[[], str]] = {
    DeliveryState.RETURNED: lambda: tr("returned to be mended"),
    DeliveryState.MISSING: lambda: tr("missing, overdue"),
    DeliveryState.INCOMPLETE: lambda: tr("incomplete, overdue"),
    DeliveryState.LATE: lambda: tr("received late"),
    DeliveryState.AWAITED: lambda: tr("awaited"),
    DeliveryState.ON_TIME: lambda: tr("received in time"),
    DeliveryState.RECEIVED: lambda: tr("received"),
}

MERGER_REFUSALS: Sentences = {
    MergerRefusal.UNREADABLE: lambda facts: tr(
        "The table of merged units cannot be read ({detail}).", **facts
    ),
    MergerRefusal.WRONG: lambda facts: tr(
        "It is no table of merged units ({detail}). Under [merged], write each old name and the"
        ' new one: "Xã A" = "Xã B".',
        **facts,
    ),
    MergerRefusal.IN_A_RING: lambda facts: tr(
        "The table of merged units leads from “{name}” back to itself. Take one of the lines out.",
        **facts,
    ),
}


def delivery_state_name(state: DeliveryState) -> str:
    """Name how an office, or one of its papers, stands."""
    return _STATES[state]()
