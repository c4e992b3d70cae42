from __future__ import annotations

import msgspec
from hypothesis import Phase, find, given, settings

from desktop.rules.load import decode_pack
from desktop.rules.pack import RulePack
from desktop.rules.pack_faults import faults
from desktop.rules.pack_types import struct_types
from desktop.rules.write import encode_pack
from tests.desktop.rules.any_pack import any_pack
from tests.desktop.rules.every_shape import records


@given(any_pack())
def test_every_pack_drawn_is_sound(pack: RulePack) -> None:
    assert list(faults(pack)) == []


def test_every_kind_of_record_is_drawn_sooner_or_later() -> None:
    missing = set(struct_types())

    def completes_them(pack: RulePack) -> bool:
        missing.difference_update(type(part) for part in records(pack))
        return not missing

    only_drawn = settings(phases=[Phase.generate], max_examples=1000, database=None)
    find(any_pack(), completes_them, settings=only_drawn)
    assert missing == set()


@given(any_pack())
def test_any_pack_survives_the_way_through_a_file(pack: RulePack) -> None:
    written = encode_pack(pack)
    again = decode_pack(written)
    assert again == pack
    assert encode_pack(again) == written


@given(any_pack())
def test_any_pack_survives_the_way_through_json(pack: RulePack) -> None:
    assert msgspec.json.decode(msgspec.json.encode(pack), type=RulePack) == pack
