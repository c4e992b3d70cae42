"""Every measurement in turn: `python3 dev.py bench`, or only those named: `bench start plan`."""

from __future__ import annotations

import sys

from tests.benchmarks import (
    badges,
    consolidation,
    desk_home,
    handoff,
    imports,
    lists,
    plan,
    register,
    rules,
    start,
)

MEASUREMENTS = {
    "start": start.figures,
    "rules": rules.figures,
    "plan": plan.figures,
    "badges": badges.figures,
    "lists": lists.figures,
    "imports": imports.figures,
    "register": register.figures,
    "handoff": handoff.figures,
    "consolidation": consolidation.figures,
    "desk-home": desk_home.figures,
}


def main() -> int:
    """Print the figures, a line each, as they come."""
    wanted = sys.argv[1:] or list(MEASUREMENTS)
    for name in wanted:
        if name not in MEASUREMENTS:
            sys.stderr.write(f"There is no {name}; there are: {', '.join(MEASUREMENTS)}\n")
            return 2
        for line in MEASUREMENTS[name]():
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
