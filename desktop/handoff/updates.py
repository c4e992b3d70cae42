"""Looks a stick through for a newer version of the program, and says whether it may be installed.

Nothing is copied or noted here. Whoever the office hands over to may give a version, and the
office itself; whoever hands over to it may not, however well known their keys are.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from desktop.errors import InputRefused
from desktop.handoff.bundle import OpenedBundle, Trust, open_bundle
from desktop.handoff.down_content import DownRefusal
from desktop.handoff.frame import MAGIC, BundleKind
from desktop.handoff.installer_copy import check_beside
from desktop.handoff.keys import Card
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.scan import Scan, scan
from desktop.handoff.standing import Held, Standing, standing_of
from desktop.handoff.update_content import (
    MAX_DESCRIPTION_BYTES,
    Installer,
    Update,
    UpdateRefusal,
    read_update,
    version_key,
)
from desktop.program_form import Form

Report = Callable[[int, int], None]

LOOK_MEMORY_MB = 1024
LOOK_TIMEOUT_S = 120.0


class Here(Struct, frozen=True, kw_only=True):
    """What a description is held against.

    Attributes:
        version, form: of the program that runs; no form where it was not installed.
        trust: whom the office knows.
        above: ids of those whose versions it installs.
        held: by sender, the newest description that was followed.
    """

    version: str
    form: Form | None
    trust: Trust
    above: frozenset[str]
    held: Mapping[str, Held] = {}


class Offer(Struct, frozen=True, kw_only=True):
    """A newer version that may be installed here, as far as one can tell before it is copied.

    Attributes:
        path: of the description.
        installer: the one for this form of the program, which lies at `source`.
    """

    path: str
    sender: Card
    number: int
    content_sha512: str
    sealed_on: date
    update: Update
    installer: Installer
    source: str


class RefusedUpdate(Struct, frozen=True, kw_only=True):
    """A description on the stick that is not followed, as InputRefused says it."""

    path: str
    reason: str
    facts: Mapping[str, str | int] = {}

    def error(self) -> InputRefused:
        """Give the refusal itself, for its sentence."""
        return InputRefused(self.reason, Path(self.path), **self.facts)


class Looked(Struct, frozen=True, kw_only=True):
    """What a stick has to offer.

    Attributes:
        offers: those that may be installed, the newest first.
        refused: what says it is one, or lies open and is damaged.
        scan: what else there is, installers without a description among it.
    """

    offers: tuple[Offer, ...]
    refused: tuple[RefusedUpdate, ...]
    scan: Scan


def look_job(report: Report, folder: str, here: Here) -> Looked:
    """Look a stick through; a job's function.

    Raises:
        OSError: the folder itself cannot be listed.
    """
    found = scan(Path(folder))
    offers: list[Offer] = []
    refused: list[RefusedUpdate] = []
    for place, bundle in enumerate(found.bundles):
        report(place, len(found.bundles))
        if not _lies_open(Path(bundle.path), bundle.size):
            continue
        try:
            offers.append(read_offer(Path(bundle.path), here))
        except InputRefused as refusal:
            if refusal.reason != UpdateRefusal.OTHER_KIND:
                refused.append(
                    RefusedUpdate(path=bundle.path, reason=refusal.reason, facts=refusal.facts)
                )
    offers.sort(key=lambda one: version_key(one.update.version), reverse=True)
    return Looked(offers=tuple(offers), refused=tuple(refused), scan=found)


def read_job(report: Report, path: str, here: Here) -> Offer:
    """Read one description; a job's function.

    Raises:
        InputRefused: it is not followed.
    """
    report(0, 1)
    return read_offer(Path(path), here)


def read_offer(path: Path, here: Here) -> Offer:
    """Read a description and hold it against what runs here.

    Raises:
        InputRefused: of a bundle, an UpdateRefusal, or OLDER or FORK of `down_content`.
    """
    opened = open_bundle(_description(path), [], here.trust)
    header = opened.header
    if header.kind is not BundleKind.UPDATE:
        raise InputRefused(UpdateRefusal.OTHER_KIND)
    _check_sender(opened, here)
    update = read_update(opened.content)
    _check_number(opened, here)
    installer = _installer(update, here)
    source = path.with_name(installer.file)
    check_beside(source, installer)
    return Offer(
        path=str(path),
        sender=header.sender,
        number=header.number,
        content_sha512=header.content_sha512,
        sealed_on=header.sealed_on,
        update=update,
        installer=installer,
        source=str(source),
    )


def _description(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise InputRefused(UpdateRefusal.LINK, file=path.name)
        with path.open("rb") as stream:
            data = stream.read(MAX_DESCRIPTION_BYTES + 1)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise InputRefused(BundleRefusal.UNREADABLE, detail=detail) from error
    if len(data) > MAX_DESCRIPTION_BYTES:
        limit = MAX_DESCRIPTION_BYTES
        raise InputRefused(UpdateRefusal.DESCRIPTION_TOO_BIG, limit=limit)
    return data


def _lies_open(path: Path, size: int) -> bool:
    if size > MAX_DESCRIPTION_BYTES:
        return False
    try:
        with path.open("rb") as stream:
            return stream.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def _check_sender(opened: OpenedBundle, here: Here) -> None:
    sender = opened.header.sender
    if not opened.is_known:
        raise InputRefused(
            UpdateRefusal.UNKNOWN_SENDER, name=sender.name, fingerprint=sender.fingerprint()
        )
    if sender.id not in here.above:
        raise InputRefused(UpdateRefusal.NOT_ABOVE, name=sender.name)


def _check_number(opened: OpenedBundle, here: Here) -> None:
    header = opened.header
    held = here.held.get(header.sender.id)
    if held is None:
        return
    standing = standing_of(header.number, header.content_sha512, (held,))
    if standing is Standing.OLDER:
        raise InputRefused(DownRefusal.OLDER, number=header.number, known=held.number)
    if standing is Standing.FORK:
        raise InputRefused(DownRefusal.FORK, number=header.number)


def _installer(update: Update, here: Here) -> Installer:
    brought, runs = version_key(update.version), version_key(here.version)
    if brought == runs:
        raise InputRefused(UpdateRefusal.SAME, version=update.version)
    if brought < runs:
        raise InputRefused(UpdateRefusal.OLDER, version=update.version, current=here.version)
    if here.form is None:
        raise InputRefused(UpdateRefusal.FROM_SOURCES, version=update.version)
    installer = update.installer(here.form)
    if installer is None:
        forms = ",".join(one.form for one in update.installers)
        raise InputRefused(UpdateRefusal.OTHER_FORM, version=update.version, forms=forms)
    return installer


def encode_held(held: Held) -> str:
    """Write what was followed, for the settings."""
    return msgspec.json.encode(held).decode()


def decode_held(text: str) -> Held | None:
    """Read what was followed; None for nothing."""
    return msgspec.json.decode(text, type=Held) if text else None
