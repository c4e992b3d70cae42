"""A level that is itself below another hands up what it consolidated, as any conference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from db.records import ConferenceFile
from desktop.handoff.conference_content import ConferenceContent
from desktop.handoff.consolidation.mergers import Mergers
from desktop.handoff.consolidation.received import Received
from desktop.handoff.consolidation.sent_up import sent_up, with_sent_up
from desktop.rules.pack import RulePack

REPORT_NAME = "bao-cao-tong-hop.pdf"


def handed_up(
    own: ConferenceFile,
    received: Iterable[Received],
    pack: RulePack | None,
    *,
    mergers: Mergers | None = None,
    papers: Mapping[str, bytes] | None = None,
) -> ConferenceContent:
    """Make the content of the bundle: the level's own conference with all whom its offices chose.

    Args:
        own: the conference of the level.
        received: of the offices below it.
        pack: the rules that they follow.
        mergers: old units and what they became.
        papers: that go with it, such as the consolidated report under `REPORT_NAME`.
    """
    changes = sent_up(own, received, pack, mergers)
    return ConferenceContent(file=with_sent_up(own, changes), papers=papers or {})
