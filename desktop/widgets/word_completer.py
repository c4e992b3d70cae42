"""Words offered while typing: found without accents, and one after another where there are many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop.people.names import search_key

_SEPARATOR = ";"
_MOST_OFFERED = 40


class WordCompleter(QCompleter):
    """Offers the words that hold what was typed, whatever its accents and case."""

    def __init__(self, words: Sequence[str], editor: QLineEdit, *, many: bool = False) -> None:
        """Offer words to an editor.

        Args:
            words: in the order they are offered in.
            editor: that they are written into.
            many: whether several stand in the editor, with semicolons between; the last is typed.
        """
        self._offered = QStringListModel(editor)
        super().__init__(self._offered, editor)
        self._words = [(search_key(word), word) for word in dict.fromkeys(words)]
        self._editor = editor
        self._is_many = many
        # what is offered is filtered here, because Qt looks at accents
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    @property
    def offered(self) -> list[str]:
        """What is offered now."""
        return self._offered.stringList()

    def splitPath(self, path: str) -> list[str]:
        """Look for what is being typed; the popup shows what was found."""
        wanted = search_key(path.rpartition(_SEPARATOR)[2] if self._is_many else path)
        found = [word for key, word in self._words if wanted in key]
        found.sort(key=lambda word: not search_key(word).startswith(wanted))
        self._offered.setStringList(found[:_MOST_OFFERED])
        return [""]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Write the word picked in the place of what was typed."""
        word = str(index.data())
        if not self._is_many:
            return word
        before, separator, _ = self._editor.text().rpartition(_SEPARATOR)
        return f"{before}{separator} {word}" if separator else word
