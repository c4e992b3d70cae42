"""Open the bundle of an office in a process of its own, with caps on memory and time."""

from __future__ import annotations

from pathlib import Path

import pyrage
from msgspec import Struct

from desktop.handoff.bundle import OpenedBundle, Trust, open_bundle, read_bundle
from desktop.handoff.conference_content import read_conference
from desktop.handoff.down_content import read_reply, read_rules
from desktop.handoff.frame import BundleKind
from desktop.handoff.update_content import read_update
from desktop.jobs import Job, Report

OPEN_MEMORY_MB = 2048
OPEN_TIMEOUT_S = 60.0


class OpeningKeys(Struct, frozen=True):
    """Private keys of age on their way to the process; they never show themselves."""

    sealing: tuple[str, ...]

    def __repr__(self) -> str:
        """Say nothing of the keys."""
        return f"OpeningKeys({len(self.sealing)})"


def opening_job(path: Path, keys: OpeningKeys, trust: Trust) -> Job:
    """Prepare a job that gives an OpenedBundle whose content was read to its last line.

    Its result raises InputRefused for a bundle that is refused, JobFailed where a cap stopped it.
    """
    return Job(open_file, path, keys, trust, memory_mb=OPEN_MEMORY_MB, timeout_s=OPEN_TIMEOUT_S)


def open_file(report: Report, path: Path, keys: OpeningKeys, trust: Trust) -> OpenedBundle:
    """Open a bundle and read it to its last line; a job's function.

    Raises:
        InputRefused: it was refused; nothing of it was used.
    """
    report(0, 1)
    identities = [pyrage.x25519.Identity.from_str(one) for one in keys.sealing]
    opened = open_bundle(read_bundle(path), identities, trust)
    match opened.header.kind:
        case BundleKind.CONFERENCE:
            read_conference(opened.header, opened.content)
        case BundleKind.RULES:
            read_rules(opened.content)
        case BundleKind.REPLY:
            read_reply(opened.content, opened.header)
        case BundleKind.UPDATE:
            read_update(opened.content)
    report(1, 1)
    return opened
