from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from desktop.rules.load import shipped_packs
from desktop.rules.pack import RulePack
from desktop.rules.windows import DatesWindow
from desktop.sentences.pack_reading import level_reading
from tests.desktop.rules.any_pack import any_pack
from tests.desktop.rules.every_shape import every_shape

PACK = every_shape()
LINES = [line.text for line in level_reading(PACK, PACK.levels[0])]


def test_every_rule_is_read_with_its_words_and_its_clause() -> None:
    level = PACK.levels[0]
    rules = [*level.limits, *level.shares, *level.windows, *level.presence, *level.quotas]
    for rule in rules:
        assert f"– {rule.words} (plan, {rule.clause})" in LINES


def test_windows_are_read_as_days() -> None:
    assert "from 01/01/2030 to 31/03/2030" in LINES
    window = DatesWindow(clause="", words="", last=date(2030, 3, 31))
    for changed, words in (
        (window, "up to 31/03/2030"),
        (replace(window, first=date(2030, 1, 1), last=None), "from 01/01/2030 on"),
    ):
        level = replace(PACK.levels[0], windows=(changed,))
        assert words in [line.text for line in level_reading(PACK, level)]


def test_places_are_read_as_they_are_shared_out() -> None:
    assert "– Công ty Miền Bắc: 43, alternates 2" in LINES
    assert "– Công ty Hải đảo: 15" in LINES


def test_keys_are_read_as_names() -> None:
    text = "\n".join(LINES)
    assert "Event: đại hội Đảng bộ công ty" in text
    assert "Only these units: Công ty Miền Bắc" in text
    assert "nửa cuối các tháng 12/2029 đến 3/2030" in text


def test_what_the_plan_leaves_out_is_left_out() -> None:
    (binh_hoa,) = (pack for pack in shipped_packs() if pack.id == "binh-hoa-2024")
    labels = [line.text for line in level_reading(binh_hoa, binh_hoa.levels[0])]
    assert "Deadlines" not in labels
    assert not any("None" in text for text in labels)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(any_pack())
def test_any_pack_can_be_read_out(pack: RulePack) -> None:
    for level in pack.levels:
        lines = level_reading(pack, level)
        assert lines[0].depth == 0
        assert all(line.text for line in lines)
        steps = [after.depth - before.depth for before, after in pairwise(lines)]
        assert all(step <= 2 for step in steps)
