from __future__ import annotations

from desktop.models.pack_outline import outline, page_of, pages_in_order
from desktop.rules.pack_tree import key_of, path_of, tree_of
from tests.desktop.rules.every_shape import every_shape

ROOT = outline(tree_of(every_shape()))


def test_every_level_has_a_page_for_each_kind_of_rule() -> None:
    keys = [key_of(page.path) for page in pages_in_order(ROOT)]
    assert keys[:3] == ["", "plan", "upper_plan"]
    assert {"levels[0]", "levels[0].limits", "levels[1].texts.duties", "units"} <= set(keys)
    assert len(keys) == len(set(keys))


def test_a_place_is_on_the_page_around_it() -> None:
    for key, page in (
        ("name", ""),
        ("plan.issued_on", "plan"),
        ("levels[0].name", "levels[0]"),
        ("levels[1].limits[0].value", "levels[1].limits"),
        ("levels[0].texts.title", "levels[0].texts"),
        ("levels[0].texts.bases.lines[1]", "levels[0].texts.bases"),
        ("levels[9].limits", "levels"),
    ):
        assert key_of(page_of(ROOT, path_of(key)).path) == page


def test_a_pack_without_levels_has_the_page_that_begins_one() -> None:
    keys = [key_of(page.path) for page in pages_in_order(outline({}))]
    assert "levels" in keys
    assert not any(key.startswith("levels[") for key in keys)
