"""The rule packs of this office: those installed, those being written, and who uses which."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from db.conferences import ConferenceSummary
from db.pack_drafts import StoredDraft
from desktop.atomic_file import write_atomically
from desktop.models.pack_beginning import Beginning, decoded
from desktop.models.pack_draft import PackDraft
from desktop.models.workspace import Workspace
from desktop.rules.pack import RulePack
from desktop.rules.write import encode_pack

_OPEN_DRAFT = "open-pack-draft"


class PackEntry(Struct, frozen=True, kw_only=True):
    """One version of a pack.

    Attributes:
        is_shipped: it comes with the program and cannot be removed.
        uses: the conferences held under it, the one touched last first.
    """

    pack: RulePack
    is_shipped: bool
    uses: tuple[ConferenceSummary, ...]

    @property
    def can_be_removed(self) -> bool:
        """Whether nothing would miss it."""
        return not self.is_shipped and not self.uses


class PackShelf(QObject):
    """What the windows do with rule packs; each action is durable when it returns."""

    drafts_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._store = workspace.store

    def entries(self) -> tuple[PackEntry, ...]:
        """List every version, by the name of its pack, the newest version first."""
        shipped = {(pack.id, pack.version) for pack in self.workspace.shipped_packs}
        summaries = {one.id: one for one in self.workspace.summaries()}
        entries = []
        for pack in self.workspace.packs:
            used_by = self._store.rule_packs.used_by(pack.id, pack.version)
            entries.append(
                PackEntry(
                    pack=pack,
                    is_shipped=(pack.id, pack.version) in shipped,
                    uses=tuple(summaries[one] for one in used_by if one in summaries),
                )
            )
        newest_name = {one.pack.id: one.pack.name for one in entries}  # they come by version
        return tuple(
            sorted(
                entries,
                key=lambda one: (newest_name[one.pack.id], one.pack.id, -one.pack.version),
            )
        )

    def free_version(self, pack_id: str) -> int:
        """Give the number that the next version of a pack will have."""
        taken = [pack.version for pack in self.workspace.packs if pack.id == pack_id]
        return max(taken, default=0) + 1

    def install(self, pack: RulePack) -> RulePack:
        """Install a pack that was written here, from the very bytes that a file of it has.

        Raises:
            InputRefused: its id and version stand for another pack already.
            OSError: there is no room for its file.
            StoreError: nothing was installed.
        """
        with tempfile.TemporaryDirectory(prefix="hoinghi-") as folder:
            path = Path(folder, f"{pack.id}.toml")
            write_atomically(path, encode_pack(pack))
            return self.workspace.install_pack(path)

    def export(self, pack: RulePack, path: Path) -> None:
        """Write a pack as a file whole, or leave the old one.

        Raises:
            OSError: it could not be written.
        """
        write_atomically(path, encode_pack(pack), read_back=True)

    def remove(self, entry: PackEntry) -> None:
        """Take a version out of the store that no conference uses."""
        if entry.can_be_removed:
            self._store.rule_packs.remove(entry.pack.id, entry.pack.version)
            self.workspace.forget_packs()

    def drafts(self) -> Sequence[StoredDraft]:
        """List the packs being written, the one changed last first."""
        return self._store.pack_drafts.all()

    def begin(self, beginning: Beginning) -> PackDraft:
        """Begin to write a pack; it is kept from the first moment on."""
        draft = PackDraft(self._store, self.workspace.new_id(), beginning, self)
        draft.keep()
        self.drafts_changed.emit()
        return draft

    def open_draft(self, draft_id: str) -> PackDraft | None:
        """Go on with a pack being written; None when it is not there any more."""
        stored = self._store.pack_drafts.get(draft_id)
        if stored is None:
            return None
        return PackDraft(self._store, draft_id, decoded(stored), self)

    def discard(self, draft_id: str) -> StoredDraft | None:
        """Put a pack being written away; what it was comes back, to be kept again by undo."""
        stored = self._store.pack_drafts.get(draft_id)
        self._store.pack_drafts.remove(draft_id)
        self.drafts_changed.emit()
        return stored

    def bring_back(self, stored: StoredDraft) -> None:
        """Keep again what was put away."""
        self._store.pack_drafts.keep(stored)
        self.drafts_changed.emit()

    @property
    def open_draft_id(self) -> str:
        """The pack that was being written when the program last stopped, if it is still there."""
        draft_id = self._store.settings.get(_OPEN_DRAFT, "")
        return draft_id if draft_id and self._store.pack_drafts.get(draft_id) else ""

    def remember_open(self, draft_id: str) -> None:
        """Remember which pack is being written, so that a power cut leads back to it."""
        self._store.settings.set(_OPEN_DRAFT, draft_id)
