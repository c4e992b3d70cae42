"""The frozen state of a conference that a set of papers is made from."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from db.records import ConferenceFile
from desktop.rules.pack import RulePack


class Snapshot(Struct, frozen=True, kw_only=True):
    """Everything the papers read; equal snapshots give equal bytes.

    Attributes:
        made_at: aware instant written into the PDF's metadata.
        rules: the pack the conference follows, for its limits and the words of its windows.
    """

    file: ConferenceFile
    made_at: datetime
    rules: RulePack | None = None
