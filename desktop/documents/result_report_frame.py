"""How the result report is issued; its appendices name it."""

from __future__ import annotations

from desktop.documents.paper_frame import Issue, issue
from desktop.documents.snapshot import Snapshot

KEY = "result-report"
KIND = "Báo cáo"
ABBREVIATION = "BC"


def report_issue(snapshot: Snapshot) -> Issue:
    """Settle number, day and signer of the report."""
    return issue(snapshot, KEY, ABBREVIATION)


def upper_body(snapshot: Snapshot) -> str:
    """Name whom the office reports to: the issuer of the plan above."""
    upper = snapshot.rules.upper_plan if snapshot.rules is not None else None
    return upper.issuer if upper is not None else ""
