"""The steps that made the store what it is: append-only, one file each, the newest last.

sqlite-utils is imported only when a step has to run: it costs more than the whole start-up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Migrations

SET_NAME = "hoinghi"
TABLE = "_sqlite_migrations"
NAMES = (
    "m0001_first_tables",
    "m0002_rules_as_data",
    "m0003_pack_drafts",
    "m0004_register",
    "m0005_people",
    "m0006_badges_and_prints",
    "m0007_papers",
    "m0008_day",
    "m0009_handoff_office",
    "m0010_handoff_desk",
    "m0011_print_log",
)


def gather() -> Migrations:
    """Gather the steps."""
    from sqlite_utils import Migrations  # noqa: PLC0415 - see above

    from db.migrations import (  # noqa: PLC0415
        m0001_first_tables,
        m0002_rules_as_data,
        m0003_pack_drafts,
        m0004_register,
        m0005_people,
        m0006_badges_and_prints,
        m0007_papers,
        m0008_day,
        m0009_handoff_office,
        m0010_handoff_desk,
        m0011_print_log,
    )

    steps = Migrations(SET_NAME)
    for step in (
        m0001_first_tables,
        m0002_rules_as_data,
        m0003_pack_drafts,
        m0004_register,
        m0005_people,
        m0006_badges_and_prints,
        m0007_papers,
        m0008_day,
        m0009_handoff_office,
        m0010_handoff_desk,
        m0011_print_log,
    ):
        steps(name=step.__name__.rpartition(".")[2])(step.apply)
    return steps
