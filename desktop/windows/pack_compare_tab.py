"""What the pack as it stands changes, beside an installed version or one from a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.errors import InputRefused
from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.models.workspace import Workspace
from desktop.rules.load import load_pack
from desktop.rules.pack import RulePack
from desktop.sentences.refusals import refusal_sentence
from desktop.widgets.changes_view import ChangesView
from desktop.widgets.fields import ChoiceField
from desktop.widgets.message_bar import MessageBar
from desktop.windows.pack_files import ask_for_pack, unreadable_sentence
from desktop.windows.pack_tab import PackTab


class PackCompareTab(PackTab):
    """Lists the changed rules.

    Attributes:
        choose_file: asks for a rule pack; replaceable.
    """

    def __init__(
        self, draft: PackDraft, workspace: Workspace, parent: QWidget | None = None
    ) -> None:
        super().__init__(draft, parent)
        self._workspace = workspace
        self._pack: RulePack | None = None
        self._others: dict[object, RulePack] = {}
        self.choose_file: Callable[[QWidget], Path | None] = ask_for_pack
        self.message = MessageBar(self)
        self.other = ChoiceField()
        self.other.setAccessibleName(tr("Compare with"))
        self.other.committed.connect(self._compare)
        self.open_button = QPushButton(tr("Open a f&ile…"))
        self.open_button.clicked.connect(self._open_file)
        self.changes = ChangesView()
        head = QHBoxLayout()
        caption = QLabel(tr("Compare with"))
        caption.setBuddy(self.other)
        head.addWidget(caption)
        head.addWidget(self.other, 1)
        head.addWidget(self.open_button)
        self.column.addLayout(head)
        self.column.addWidget(self.message)
        self.column.addWidget(self.changes, 1)

    def show_pack(self, pack: RulePack) -> None:
        """Compare with the pack it was made from, or the one chosen before."""
        self._pack = pack
        chosen = self.other.value
        self._others |= {(one.id, one.version): one for one in self._workspace.packs}
        self._offer()
        if chosen is None:
            self.other.show_value(self.draft.base)
        self._compare()

    def _offer(self) -> None:
        self.other.offer([(key, version_name(pack)) for key, pack in self._others.items()])

    def _open_file(self) -> None:
        path = self.choose_file(self)
        if path is None:
            return
        try:
            pack = load_pack(path)
        except InputRefused as refusal:
            self.message.warn(refusal_sentence(refusal))
            return
        except OSError as error:
            self.message.warn(unreadable_sentence(error, path))
            return
        self.message.hide()
        self._others[path] = pack
        self._offer()
        self.other.show_value(path)
        self._compare()

    def _compare(self) -> None:
        other = self._others.get(self.other.value)
        if self._pack is not None and other is not None:
            self.changes.show_between(other, self._pack)
        else:
            self.changes.ask()


def version_name(pack: RulePack) -> str:
    """Name one version of a pack."""
    return tr("{name}, version {version}", name=pack.name, version=pack.version)
