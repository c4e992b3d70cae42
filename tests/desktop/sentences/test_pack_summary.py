from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from msgspec import Struct

from desktop.language import Language, speak
from desktop.rules.load import shipped_packs
from desktop.rules.pack import RulePack
from desktop.rules.pack_part import Bound, Rule
from desktop.rules.pack_people import PresenceNeed
from desktop.rules.windows import DatesWindow, EventWindow, Side, Window
from desktop.sentences.pack_summary import Block, level_summary, pack_summary
from tests.desktop.rules.any_pack import any_pack
from tests.desktop.rules.every_shape import every_shape, records

PACKS = [*shipped_packs(), every_shape()]
# keys that are said by what they stand for, or as part of a sentence
BY_NAME = {"id", "key", "level", "parent", "unit", "event", "lifts", "units", "base", "method"}
BY_NAME |= {"counts", "of", "any_of", "format", "format_version", "is_binding", "usage"}


def text(block: Block) -> str:
    return "\n".join((block.heading, *block.lines, *map(text, block.blocks)))


def block_named(block: Block, heading: str) -> Block:
    return next(one for one in blocks(block) if one.heading.startswith(heading))


def blocks(block: Block) -> Iterator[Block]:
    yield block
    for inner in block.blocks:
        yield from blocks(inner)


def texts(record: Struct) -> Iterator[str]:
    for field in msgspec.structs.fields(record):
        value = getattr(record, field.name)
        if field.name in BY_NAME or (not field.required and value == field.default):
            continue
        yield from (
            one for one in (value if isinstance(value, tuple) else (value,)) if is_text(one)
        )


def is_text(one: object) -> bool:
    """Tell text from choices, and from months, which are said as days."""
    return type(one) is str and not re.fullmatch("[0-9]{4}-[0-9]{2}", one)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
@pytest.mark.parametrize("language", Language)
def test_every_text_and_every_clause_of_a_pack_is_said(pack: RulePack, language: Language) -> None:
    speak(language)
    said = text(pack_summary(pack))
    for record in records(pack):
        missing = [one for one in texts(record) if one not in said]
        assert missing == [], type(record)


@settings(max_examples=40)
@given(any_pack())
def test_any_pack_can_be_said(pack: RulePack) -> None:
    said = text(pack_summary(pack))
    assert all(one.words in said for one in records(pack) if isinstance(one, Rule))


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        (
            "Plenary or delegates",
            "below 120 người lao động: plenary; exactly 120: chosen delegates",
        ),
        ("Who holds", "units with at least 20 people; only Công ty Miền Bắc, Công ty Miền Nam,"),
        ("Length — “1 đến 2 buổi”", "half-day sessions: 1 to 2, of 210 minutes each"),
        ("Length — “1 ngày”", "half-day sessions: 2, of 240 minutes each"),
        ("When it is held", "from 01/01/2030 to 31/03/2030 — “quý I/2030” (plan, II.2; advice)"),
        ("When it is held", "10 to 60 days before đại hội Đảng bộ công ty — "),
        ("Numbers", "about 120, give or take 10: exemplars + guests + in no group;"),
        ("Numbers", "only for: chosen delegates; decided by giám đốc, theo đề nghị"),
        ("Numbers", "left to the unit: others — "),
        ("Shares", "at most 1/3 of Đại biểu chính thức: Khách mời; only for: chosen delegates"),
        ("Shares", "about 70% of exemplars + guests, give or take 5%: người lao động trực tiếp"),
        ("Who has to be there", "if there are any: Anh hùng — “Anh hùng, nếu có” (plan, II.1.g;"),
        ("Who has to be there", "at least 5: người trẻ"),
        ("What participants", "each of Đại biểu chính thức is one of these at least: người lao"),
        ("Places per unit", "90 places of Đại biểu chính thức, shared out by đoàn viên, at least"),
        ("Places per unit", "Công ty Miền Bắc 43 (alternates: 2); Công ty Miền Nam 32"),
        ("Places per unit", "9 places of Khách mời: Công ty Miền Bắc 5; Công ty Miền Nam 4"),
        (
            "Papers and their",
            "qua Văn phòng, by 14/11/2029 — “trước ngày 15/11/2029” (plan,",
        ),
        ("Papers and their", "Danh sách đại biểu, 20 days before đại hội Đảng bộ công ty"),
        ("Exception — ", "Rules that do not hold: “nửa cuối các tháng 12/2029 đến 3/2030”; “khách"),
        ("Cycle", "Years reviewed: 2025-2030; Years launched: 2030-2035"),
        ("Units", "Công ty Miền Bắc; Level: Công ty thành viên; Unit above: Tổng công ty Sông Mẫu"),
    ],
)
def test_a_rule_is_said_as_an_officer_reads_it(heading: str, line: str) -> None:
    block = block_named(pack_summary(every_shape()), heading)
    assert any(line in one for one in block.lines), block.lines


def an_event_window(side: Side, most: int | None = None) -> EventWindow:
    return EventWindow(clause="", words="", event="party-congress", side=side, at_most_days=most)


def a_pack_with(name: str, **fields: Any) -> RulePack:
    """Change the first rule of a field of the first level."""
    pack = every_shape()
    level = pack.levels[0]
    value = getattr(level, name)
    first = value[0] if isinstance(value, tuple) else value
    changed = msgspec.structs.replace(first, **fields)
    level = msgspec.structs.replace(
        level, **{name: (changed,) if isinstance(value, tuple) else changed}
    )
    return msgspec.structs.replace(pack, levels=(level,))


@pytest.mark.parametrize(
    ("name", "fields", "line"),
    [
        ("attendance", {"at": None}, "exactly 120: the plan does not say, so the officer is asked"),
        ("holding", {"at_least": 0, "units": ()}, "every unit"),
        ("limits", {"bound": "at-most"}, "at most 120: exemplars"),
        ("limits", {"bound": "at-least"}, "at least 120: exemplars"),
        ("limits", {"bound": "exactly"}, "exactly 120: exemplars"),
        ("limits", {"tolerance": 0}, "about 120: exemplars"),
        ("shares", {"bound": "at-least"}, "at least 1/3 of Đại biểu chính thức: Khách mời"),
        ("shares", {"bound": "exactly"}, "exactly 1/3 of Đại biểu chính thức: Khách mời"),
        ("shares", {"bound": "about"}, "about 1/3 of Đại biểu chính thức: Khách mời"),
        ("presence", {"need": "stressed"}, "to be stressed: Anh hùng"),
        ("deadlines", {"day": None, "days": 0}, "on the day of the conference"),
        ("deadlines", {"day": None, "days": 5}, "5 days after the conference"),
    ],
)
def test_each_way_of_a_rule_is_said_in_its_own_words(
    name: str, fields: dict[str, Any], line: str
) -> None:
    plain = {"bound": Bound, "need": PresenceNeed}
    fields = {key: plain[key](value) if key in plain else value for key, value in fields.items()}
    assert line in text(pack_summary(a_pack_with(name, **fields)))


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (DatesWindow(clause="", words="", last=date(2030, 1, 24)), "up to 24/01/2030"),
        (DatesWindow(clause="", words="", first=date(2030, 1, 24)), "from 24/01/2030 on"),
        (an_event_window(Side.BEFORE), "at least 1 days before đại hội Đảng bộ công ty"),
        (an_event_window(Side.AFTER), "at least 1 days after đại hội Đảng bộ công ty"),
        (an_event_window(Side.AFTER, 9), "1 to 9 days after đại hội Đảng bộ công ty"),
    ],
)
def test_each_kind_of_window_is_said(window: Window, words: str) -> None:
    pack = every_shape()
    level = msgspec.structs.replace(pack.levels[0], windows=(window,))
    said = text(pack_summary(msgspec.structs.replace(pack, levels=(level,))))
    assert f"\n{words} (binding)\n" in said


def test_what_stands_at_its_default_is_left_out() -> None:
    said = text(pack_summary(every_shape()))
    assert "Required: yes" not in said
    assert "Format" not in said


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_one_level_is_laid_out_as_in_the_whole_pack(pack: RulePack) -> None:
    whole = text(pack_summary(pack))
    for level in pack.levels:
        alone = level_summary(pack, level)
        assert alone.heading == level.name
        assert all(text(block) in whole for block in alone.blocks)
