"""The project's own files, as the architecture tests look at them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def tracked_files() -> tuple[str, ...]:
    """List what is in the repository, as paths from its top."""
    command = ["git", "-c", "core.quotepath=off", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return tuple(name for name in listed.stdout.split("\0") if name and (ROOT / name).exists())


@cache
def program_files() -> tuple[str, ...]:
    """List the modules of the program itself."""
    return tuple(
        file.relative_to(ROOT).as_posix()
        for room in ("db", "desktop")
        for file in sorted((ROOT / room).rglob("*.py"))
    )


@cache
def tree_of(name: str) -> ast.Module:
    """Parse a module."""
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))


def imported_names(name: str) -> Iterator[str]:
    """Name everything that a module imports, wherever in it, in full: `a.b` for from a import b."""
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
