"""What the installers call the program, and where its sources are."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "Hoinghi"
BUNDLE_ENDING = ".hoinghi"
PACK_ENDING = ".toml"


def version() -> str:
    """Read the version of the sources, three numbers with dots between."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])
