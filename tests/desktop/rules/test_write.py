from __future__ import annotations

import msgspec
import pytest
from hypothesis import given

from desktop.rules.load import decode_pack, shipped_packs
from desktop.rules.pack import RulePack
from desktop.rules.write import encode_pack
from tests.desktop.rules.any_pack import any_pack
from tests.desktop.rules.every_shape import every_shape

PACKS = [*shipped_packs(), every_shape()]


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_what_is_written_loads_as_the_same_pack(pack: RulePack) -> None:
    assert decode_pack(encode_pack(pack)) == pack


@given(any_pack())
def test_any_pack_survives_the_way_through_a_file(pack: RulePack) -> None:
    written = encode_pack(pack)
    again = decode_pack(written)
    assert again == pack
    assert encode_pack(again) == written


@given(any_pack())
def test_any_pack_survives_the_way_through_json(pack: RulePack) -> None:
    assert msgspec.json.decode(msgspec.json.encode(pack), type=RulePack) == pack


def test_what_stands_at_its_default_is_left_out() -> None:
    text = encode_pack(every_shape()).decode()
    assert "is_required = false" in text
    assert "is_required = true" not in text
