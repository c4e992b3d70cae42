from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import InputRefused
from desktop.paths import resource
from desktop.rules.load import decode_pack, load_pack, shipped_pack, shipped_packs
from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_types import struct_types
from desktop.rules.write import encode_tree
from desktop.sentences.refusals import REFUSALS
from tests.desktop.rules.every_shape import EVERY_SHAPE

SHIPPED = resource("rulepacks", "binh-hoa-2024.toml").read_text("utf-8")
SOUND = [*sorted(resource("rulepacks").glob("*.toml")), EVERY_SHAPE]
WORDS = st.one_of(
    st.sampled_from(
        ["", "-", "event", "months", "kind", "guest", "1/0", "9" * 70, "{x}", "\0", "2020-13"]
    ),
    st.integers(-(2**64), 2**64),
    st.booleans(),
    st.floats(),
    st.dates(),
    st.times(),
)
NOBODY = '[[traits]]\nkind = "age"\nkey = "old"\nname = "-"\nat_least = 60\nat_most = 30'
DEADLINE = '[[levels.deadlines]]\nid = "plan"\nclause = "V"\nwords = "-"\npaper = "KH"'


def tables(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    names = sorted({name for struct in struct_types() for name in struct.__struct_fields__})
    return st.dictionaries(st.sampled_from(names), parts, max_size=4)


def changed(old: str, new: str) -> bytes:
    assert SHIPPED.count(old) >= 1, old
    return SHIPPED.replace(old, new, 1).encode()


def refused(data: bytes) -> InputRefused:
    with pytest.raises(InputRefused) as caught:
        decode_pack(data, Path("plan.toml"))
    return caught.value


def test_the_shipped_pack_is_found_by_its_id() -> None:
    pack = shipped_pack("binh-hoa-2024")
    assert pack is not None
    assert pack in shipped_packs()
    assert shipped_pack("unheard-of") is None


def test_a_pack_survives_the_way_through_json() -> None:
    pack = shipped_pack("binh-hoa-2024")
    assert msgspec.json.decode(msgspec.json.encode(pack), type=RulePack) == pack


def test_a_file_is_read_like_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_bytes(b"\xef\xbb\xbf" + SHIPPED.encode())
    assert load_pack(file) == shipped_pack("binh-hoa-2024")


def test_text_is_brought_to_nfc() -> None:
    pack = decode_pack(changed('name = "Cấp xã"', r'name = " Ca\u0302\u0301p xa\u0303 "'))
    assert pack.levels[0].name == "Cấp xã"


@pytest.mark.parametrize(
    ("old", "new", "reason", "key"),
    [
        ("version = 1\nname", 'version = "one"\nname', "pack-wrong-value", "version"),
        ("format_version = 1", "format_version = 2", "pack-wrong-value", "format_version"),
        ("value = 200", "value = -1", "pack-wrong-value", "levels[0].limits[0].value"),
        ("value = 200", "value = 200\nworth = 1", "pack-wrong-value", "levels[0].limits[0]"),
        ('share = "70%"', 'share = "seventy"', "pack-wrong-value", "levels[0].shares[0].share"),
        ('kind = "quarter"', 'kind = "moon"', "pack-wrong-value", "levels[0].windows[0].kind"),
        ("quarter = 1", "quarter = 5", "pack-wrong-value", "levels[0].windows[0].quarter"),
        ('id = "commune"', 'id = "Xã"', "pack-wrong-value", "levels[0].id"),
        ('share = "70%"', 'share = "101%"', "pack-share-over-one", "levels[0].shares[0].share"),
        (
            'base = ["exemplar", "guest"]',
            'base = ["guest", "strangers"]',
            "pack-unknown-key",
            "levels[0].shares[0].base",
        ),
        ("last_year = 2025 }", "last_year = 2019 }", "pack-reversed", "cycle.reviewed"),
        ("at_least = 1", "at_least = 2", "pack-reversed", "levels[0].sessions"),
        (
            'kind = "quarter"\nyear = 2025\nquarter = 1',
            'kind = "months"\nfirst = "2025-03"\nlast = "2025-02"',
            "pack-reversed",
            "levels[0].windows[0]",
        ),
        (
            'kind = "quarter"\nyear = 2025\nquarter = 1',
            'kind = "dates"',
            "pack-window-open",
            "levels[0].windows[0]",
        ),
        (
            'key = "opening"',
            'key = "flag-salute"',
            "pack-double-id",
            "levels[0].programme.items[1]",
        ),
        ('title = "{form}', 'title = "{from}', "pack-unknown-placeholder", "levels[0].texts.title"),
        (
            '"{place}, {date}"',
            '"{place}, {day}"',
            "pack-unknown-placeholder",
            "levels[0].texts.title_lines.lines[2]",
        ),
        (
            'title = "{form}',
            'title = "{fOrm}',
            "pack-unknown-placeholder",
            "levels[0].texts.title",
        ),
        (
            "[[levels.windows]]",
            f"{DEADLINE}\n[[levels.windows]]",
            "pack-deadline-day",
            "levels[0].deadlines[0]",
        ),
        (
            "[plan]",
            f"{NOBODY}\n[plan]",
            "pack-reversed",
            "traits[0]",
        ),
        ('"Cấp xã"', r'"Cấp\u0007 xã"', "pack-control-character", "levels[0].name"),
    ],
)
def test_a_wrong_pack_is_refused_with_key_and_reason(
    old: str, new: str, reason: str, key: str
) -> None:
    refusal = refused(changed(old, new))
    assert (refusal.reason, refusal.facts["key"]) == (reason, key)
    assert refusal.path == Path("plan.toml")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xff\xfe", "pack-not-utf8"),
        (b"= 1", "pack-not-toml"),
        (b"a = 0x" + b"f" * 990 + b"g", "pack-not-toml"),
        (b"a = " + b"1" * 10_000, "pack-long-line"),
        (b"a = [\n" * 1 + b"[" * 900 + b"\n" + b"[" * 900, "pack-too-deep"),
        (b"a = " + b"[" * 50 + b"]" * 50, "pack-too-deep"),
        (b"#" * 1_000_001, "pack-too-big"),
        (b"", "pack-wrong-value"),
    ],
)
def test_bytes_that_are_no_pack_are_refused(data: bytes, reason: str) -> None:
    assert refused(data).reason == reason


def test_a_level_needs_a_form() -> None:
    tree: dict[str, Any] = tomllib.loads(SHIPPED)
    tree["levels"][0]["forms"] = []
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(tree, RulePack)


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_pack_or_a_refusal(data: bytes) -> None:
    with pytest.raises(InputRefused):
        decode_pack(data)


@pytest.mark.parametrize("sound", SOUND, ids=lambda file: file.stem)
@given(st.data(), st.text(max_size=3), st.integers(0, 40))
def test_any_damage_ends_in_a_pack_or_a_refusal(
    sound: Path, data: st.DataObject, junk: str, cut: int
) -> None:
    text = sound.read_text("utf-8")
    place = data.draw(st.integers(0, len(text)))
    damaged = (text[:place] + junk + text[place + cut :]).encode("utf-8", "replace")
    assert ends_well(damaged)


@pytest.mark.parametrize("sound", SOUND, ids=lambda file: file.stem)
@given(st.data())
def test_any_exchanged_or_doubled_line_ends_in_a_pack_or_a_refusal(
    sound: Path, data: st.DataObject
) -> None:
    text = sound.read_text("utf-8").splitlines()
    at, other = (data.draw(st.integers(0, len(text) - 1)) for _ in range(2))
    text[at] = text[other]
    assert ends_well("\n".join(text).encode())


@given(
    st.sampled_from(["plan", "levels", "units", "cycle", "traits"])
    | st.sampled_from(Level.__struct_fields__).map("levels.{}".format),
    st.recursive(WORDS, lambda parts: st.lists(parts, max_size=3) | tables(parts), max_leaves=9),
)
def test_any_values_in_the_places_of_a_pack_end_in_a_pack_or_a_refusal(
    place: str, value: Any
) -> None:
    tree: dict[str, Any] = tomllib.loads(SHIPPED)
    part, _, name = place.partition(".")
    tree[part] = [tree[part][0] | {name: value}] if name else value
    assert ends_well(encode_tree(tree))


def ends_well(data: bytes) -> bool:
    """Read a file: a pack or a refusal, whose sentence can be said, is well; the rest raises."""
    try:
        return bool(decode_pack(data).format)
    except InputRefused as refusal:
        return bool(REFUSALS[refusal.reason](dict(refusal.facts)))
