"""Old names of units, read from a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import InputRefused
from desktop.handoff.consolidation.mergers import MergerRefusal, Mergers, read_mergers


def table(folder: Path, text: str) -> Path:
    path = folder / "mergers.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_name_is_followed_to_what_the_unit_is_called_now(tmp_path: Path) -> None:
    path = table(tmp_path, '[merged]\n"Xã A" = "Xã B"\n"xã b" = "Xã C"\n')
    mergers = read_mergers(path)
    assert [mergers.name_now(name) for name in ("XÃ A", "Xã B", " Xã D ")] == [
        "Xã C",
        "Xã C",
        "Xã D",
    ]


@pytest.mark.parametrize("text", ["merged = 1", "[merged]\nA = 1", "[other]", "not toml", '"'])
def test_a_table_of_another_form_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refusal:
        read_mergers(table(tmp_path, text))
    assert refusal.value.reason == MergerRefusal.WRONG


def test_a_table_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refusal:
        read_mergers(tmp_path / "missing.toml")
    assert refusal.value.reason == MergerRefusal.UNREADABLE


def test_names_that_lead_back_to_themselves_are_refused() -> None:
    with pytest.raises(InputRefused) as refusal:
        Mergers({"A": "B", "B": "C", "C": "B"})
    assert refusal.value.reason == MergerRefusal.IN_A_RING
