"""Every window and dialog of the program is among those that are looked at for cut text."""

from __future__ import annotations

import ast

from tests.access import walk  # noqa: F401 - fills the list
from tests.access.registry import BASES, EVERY_WINDOW
from tests.architecture.sources import program_files, tree_of

_FRAMES = frozenset(("QDialog", "QMainWindow", "QWizard", "QMessageBox"))


def test_every_window_is_looked_at() -> None:
    parents = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for name in program_files()
        for node in ast.walk(tree_of(name))
        if isinstance(node, ast.ClassDef)
    }
    windows = set(_FRAMES)
    while more := {name for name, bases in parents.items() if bases & windows} - windows:
        windows |= more
    assert len(windows) > len(_FRAMES) + len(BASES)
    assert windows - _FRAMES - BASES - EVERY_WINDOW.keys() == set()


def test_what_is_only_a_base_is_one() -> None:
    bases = {
        base.id
        for name in program_files()
        for node in ast.walk(tree_of(name))
        if isinstance(node, ast.ClassDef)
        for base in node.bases
        if isinstance(base, ast.Name)
    }
    assert bases >= BASES
