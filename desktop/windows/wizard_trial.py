"""A real wizard over a store that is thrown away: the province walks it as an officer would."""

from __future__ import annotations

import tempfile
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from db.errors import StoreError
from db.store import Store
from desktop.language import tr
from desktop.models.workspace import Workspace
from desktop.people.list_keys import NameKeys
from desktop.rules.pack import RulePack
from desktop.wizard.wizard import ConferenceWizard


class WizardTrial(QObject):
    """Lives as long as its wizard is open; then its folder is gone.

    Raises StoreError where there is no room for one.

    Attributes:
        folder: of the store.
        wizard: over it, with a conference of the level begun.
    """

    ended = Signal()

    def __init__(
        self, workspace: Workspace, pack: RulePack, level_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # on Windows a scanner may hold a file a moment longer; the system clears what is left
        self._folder = tempfile.TemporaryDirectory(
            prefix="hoinghi-trial-", ignore_cleanup_errors=True
        )
        self.folder = Path(self._folder.name)
        path = self.folder / "hoinghi.db"
        try:
            self._store = Store.open(
                path, clock=workspace.clock, new_id=workspace.new_id, keys=NameKeys()
            )
        except StoreError:
            self._folder.cleanup()
            raise
        self._workspace = Workspace(
            self._store, lambda: (pack,), workspace.clock, workspace.new_id, self
        )
        self.wizard = ConferenceWizard(
            self._workspace, self._begin(workspace, pack, level_id), parent
        )
        title = tr("Trial, nothing is kept: {pack}", pack=pack.name)
        self.wizard.setWindowTitle(title)
        self.wizard.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.wizard.finished.connect(self._end)

    def start(self) -> None:
        """Show the wizard."""
        self.wizard.start()
        self.wizard.show()

    def _begin(self, workspace: Workspace, pack: RulePack, level_id: str) -> str:
        """Begin a conference of the level, in this office's name or that of the sample."""
        office = workspace.office or workspace.sample_file().office
        self._store.offices.save(office)
        conference_id = self._workspace.add_conference(office)
        conference = self._store.conferences.get(conference_id)
        level = pack.level(level_id)
        forms = level.forms if level is not None else ()
        form_id = forms[0].id if len(forms) == 1 else ""
        self._store.conferences.save(replace(conference, level_id=level_id, form_id=form_id))
        return conference_id

    def _end(self) -> None:
        self.wizard.deleteLater()
        self._store.close()
        self._folder.cleanup()
        self.ended.emit()
