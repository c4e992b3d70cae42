"""One file per step, append-only."""
