"""Every ugly list is imported as it should be, or refused with a sentence a clerk understands."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desktop.errors import InputRefused
from desktop.people.import_desk import (
    ImportChoices,
    ListSource,
    OpenedList,
    WorkedList,
    import_desk,
)
from desktop.people.list_file import READ_MEMORY_MB, READ_TIMEOUT_S
from desktop.sentences.refusals import REFUSALS, refusal_sentence
from desktop.standing_jobs import StandingJob
from tests.desktop.people.lists import a_target
from tests.desktop.people.ugly_workbooks import UGLY, Ugly

PATIENCE_S = 4 * READ_TIMEOUT_S  # a loaded machine that also counts coverage is no fault of a list


def worked(path: Path) -> tuple[OpenedList, WorkedList]:
    """Read a list as the window does: in a process of its own, with its caps."""
    nobody = msgspec.msgpack.encode(())
    desk = StandingJob(
        import_desk, ListSource(path=path), a_target(), nobody, memory_mb=READ_MEMORY_MB
    )
    desk.start()
    try:
        desk.ask(None, PATIENCE_S)
        opened: OpenedList = desk.wait()
        desk.ask(ImportChoices(sheet=opened.likely), PATIENCE_S)
        return opened, desk.wait()
    finally:
        desk.cancel()


@pytest.mark.parametrize("name", [name for name, one in UGLY.items() if one.refusal is None])
def test_an_ugly_list_is_read_as_a_clerk_reads_it(name: str, tmp_path: Path) -> None:
    ugly: Ugly = UGLY[name]
    opened, found = worked(ugly.make(tmp_path))
    assert tuple(one.name for one in found.preview.delegates) == ugly.names
    if ugly.births is not None:
        births = [one.birth.year if one.birth else None for one in found.preview.delegates]
        assert tuple(births) == ugly.births
    assert ugly.problems <= {each.code for each in found.preview.problems}
    assert ugly.left_out <= {each.reason for each in found.preview.left_out}
    assert len(found.pairs) == ugly.pairs
    assert opened.remarks == ((ugly.remark,) if ugly.remark else ())


@pytest.mark.parametrize("name", [name for name, one in UGLY.items() if one.refusal is not None])
def test_what_cannot_be_read_is_refused_in_words(name: str, tmp_path: Path) -> None:
    ugly = UGLY[name]
    with pytest.raises(InputRefused) as caught:
        worked(ugly.make(tmp_path))
    assert caught.value.reason == ugly.refusal
    assert caught.value.reason in REFUSALS
    assert "was not used, and nothing was changed." in refusal_sentence(caught.value)


def test_there_are_enough_of_them() -> None:
    assert len(UGLY) >= 25
