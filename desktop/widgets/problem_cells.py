"""Mends a doubtful value where the doubt is told, with the editor of its own column."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from desktop.models.flat_table import AnyIndex
from desktop.models.import_problem_rows import ProblemRows
from desktop.widgets.delegate_cells import DelegateCells


class ProblemCells(DelegateCells):
    """Edits the person's cell behind the last column of the doubts."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """Make the editor of the person's cell."""
        return super().createEditor(parent, option, _cell(index))

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Show the person's value."""
        super().setEditorData(editor, _cell(index))

    def setModelData(
        self,
        editor: QWidget,
        model: Any,  # noqa: ANN401, ARG002 - Qt's signature
        index: AnyIndex,
    ) -> None:
        """Store what was typed or picked."""
        cell = _cell(index)
        super().setModelData(editor, cell.model(), cell)


def _cell(index: AnyIndex) -> AnyIndex:
    return cast("ProblemRows", index.model()).cell(index)
