"""Who sits at this computer."""

from __future__ import annotations

import getpass


def account_name() -> str:
    """Name the account of this computer; empty where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # each system says it in its own way
        return ""
