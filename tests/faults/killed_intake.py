"""Take a stick in, saying each bundle that is stored; it is killed on its way.

Run: python -m tests.faults.killed_intake STORE STICK
"""

from __future__ import annotations

import sys
from pathlib import Path

from db.store import Store
from desktop.handoff import stick_reader
from desktop.handoff.intake import Intake
from desktop.handoff.key_ring import unlock_own
from desktop.people.list_keys import NameKeys
from tests.builders import NOON


def main(store_path: str, stick: str) -> None:
    """Take in, a transaction for every two bundles."""
    stick_reader._AT_ONCE = 2
    store = Store.open(
        Path(store_path), clock=lambda: NOON, new_id=lambda: "f" * 32, keys=NameKeys()
    )
    intake = Intake(store, unlock_own(store), takes=True)
    intake.read_folder(stick)
    while not intake.is_over:
        for row in intake.wait():
            sys.stdout.write(f"{row.bundle_id}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
