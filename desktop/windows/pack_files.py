"""Files of rule packs: asked for, and said why one cannot be used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.language import tr
from desktop.widgets.file_choice import FileKind, choose_file, choose_target

_FILTER = " (*.toml)"


def ask_for_pack(parent: QWidget) -> Path | None:
    """Let the officer choose a rule pack."""
    return choose_file(parent, FileKind.PACK, tr("Open a rule pack"), tr("Rule packs") + _FILTER)


def ask_where_to_export(parent: QWidget, name: str) -> Path | None:
    """Let the officer choose where a rule pack goes."""
    kinds = tr("Rule packs") + _FILTER
    return choose_target(parent, FileKind.PACK, tr("Save as a rule pack"), name, kinds)


def unreadable_sentence(error: OSError, path: Path) -> str:
    """Say that a file could not be read, and that nothing was changed."""
    return tr(
        "{file} cannot be read ({detail}), and nothing was changed. Choose the file again.",
        file=path.name,
        detail=error.strerror or type(error).__name__,
    )
