"""Files of rule packs: asked for, and said why one cannot be used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.language import tr

_FILTER = " (*.toml)"


def ask_for_pack(parent: QWidget) -> Path | None:
    """Let the officer choose a rule pack."""
    name, _ = QFileDialog.getOpenFileName(
        parent, tr("Open a rule pack"), "", tr("Rule packs") + _FILTER
    )
    return Path(name) if name else None


def ask_where_to_export(parent: QWidget, name: str) -> Path | None:
    """Let the officer choose where a rule pack goes."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, tr("Save as a rule pack"), name, tr("Rule packs") + _FILTER
    )
    return Path(chosen) if chosen else None


def unreadable_sentence(error: OSError, path: Path) -> str:
    """Say that a file could not be read, and that nothing was changed."""
    return tr(
        "{file} cannot be read ({detail}), and nothing was changed. Choose the file again.",
        file=path.name,
        detail=error.strerror or type(error).__name__,
    )
