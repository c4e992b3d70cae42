"""A newer version of the program from a stick, as its window needs it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject

from db.backups import Backup, Reason
from desktop.handoff.installer_copy import clear_installed
from desktop.handoff.key_ring import trust_of
from desktop.handoff.standing import Held
from desktop.handoff.update_content import Installer
from desktop.handoff.updates import Here, Offer, decode_held, encode_held
from desktop.models.beside import beside_the_windows
from desktop.models.workspace import Workspace
from desktop.program_form import Form, program_form
from desktop.shipped_parts import program_version

_FOLLOWED = "update-followed-"  # and the id of who gave it


class ReadyInstaller(Struct, frozen=True, kw_only=True):
    """A copy of an installer on this computer, which is to be started once the store is closed."""

    path: str
    installer: Installer


class Updates(QObject):
    """Says what a stick is held against, and makes all ready; it starts nothing.

    Args:
        workspace: the open store.
        form: in which the program runs; None from its sources.
        version: of the program that runs.
    """

    def __init__(
        self,
        workspace: Workspace,
        parent: QObject | None = None,
        *,
        form: Form | None = None,
        version: str = "",
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._store = workspace.store
        self.form = form or program_form()
        self.version = version or program_version()

    @property
    def folder(self) -> Path:
        """Where copies of installers go, on this computer's own disk."""
        return self._workspace.updates_folder

    @property
    def here(self) -> Here:
        """What a description is held against."""
        trust = trust_of(self._store)
        below = {one.office_id for one in self._store.reporting_offices.all()}
        above = {one for one in (*self._store.handoffs.receivers(), trust.me) if one} - below
        held = ((one, self._held(one)) for one in above)
        return Here(
            version=self.version,
            form=self.form,
            trust=trust,
            above=frozenset(above),
            held={one: known for one, known in held if known is not None},
        )

    def clear(self) -> None:
        """Throw away copies of installers that did their work."""
        clear_installed(self.folder, self.version)

    def back_up(self, offer: Offer) -> Backup:
        """Note what is followed, and make a backup of everything, which is checked.

        Raises:
            StoreError: there is none, so nothing may be installed.
        """
        held = Held(offer.number, offer.content_sha512)
        self._store.settings.set(f"{_FOLLOWED}{offer.sender.id}", encode_held(held))
        backups = self._store.backups
        with self._store.lent():
            return beside_the_windows(lambda: backups.make(Reason.UPDATE))

    def ready(self, offer: Offer, path: str) -> ReadyInstaller:
        """Name the copy that may be started."""
        return ReadyInstaller(path=path, installer=offer.installer)

    def _held(self, sender_id: str) -> Held | None:
        return decode_held(self._store.settings.get(f"{_FOLLOWED}{sender_id}"))
