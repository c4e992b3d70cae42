"""The check of a large conference against the largest pack, against a bare loop over its delegates.

The officer waits for it on each key. The bare loop only looks at the two fields of each delegate
that every rule of numbers needs, so that the ratio holds all that rules cost.

Run: python -m tests.benchmarks.rules
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, time
from statistics import median
from time import perf_counter

from db.records import BirthDate, Conference, Delegate, Gender, Session
from desktop.rules.check import check
from desktop.rules.load import shipped_packs
from desktop.rules.pack import Level, RulePack
from desktop.rules.proposal import propose
from desktop.rules.write import encode_pack
from tests.builders import a_delegate, an_office, ident

DELEGATES = 500
ROUNDS = 60
GOAL_MS = 5.0
HONOURS = (
    (),
    ("Chiến sĩ thi đua cơ sở", "Bằng khen của Thủ tướng Chính phủ"),
    ("Anh hùng Lao động",),
    ("CSTĐ toàn quốc", "Huân chương Lao động hạng Ba", "Giấy khen"),
)


def largest(packs: Sequence[RulePack]) -> RulePack:
    """Pick the pack that takes the most to write down."""
    return max(packs, key=lambda pack: len(encode_pack(pack)))


def a_large_conference(pack: RulePack, level: Level) -> tuple[Conference, list[Delegate]]:
    """Build a conference of a level with people of every kind."""
    bare = Conference(
        id=ident(10),
        office_id=ident(1),
        rule_pack_id=pack.id,
        rule_pack_version=pack.version,
        level_id=level.id,
        staff_count=850,
        venue="Hội trường lớn",
        sessions=(Session(id=ident(11), day=date(2020, 3, 20), start=time(7, 30)),),
    )
    ids = iter(range(5000, 10_000))
    conference = propose(bare, pack, an_office(), lambda: ident(next(ids)))
    groups = [group.id for group in conference.groups] or [""]
    units = [unit.name for unit in pack.units] or ["Thôn Một"]
    people = [
        a_delegate(
            number,
            group_id=groups[number % len(groups)],
            unit=units[number % len(units)],
            gender=Gender.FEMALE if number % 3 else Gender.MALE,
            birth=BirthDate(year=1950 + number % 50),
            ethnicity="Ê-đê" if number % 7 else "Kinh",
            is_direct_worker=number % 2 == 0,
            is_party_member=number % 5 == 0,
            honours=HONOURS[number % len(HONOURS)],
        )
        for number in range(DELEGATES)
    ]
    return conference, people


def bare_loop(people: Sequence[Delegate]) -> Counter[tuple[str, bool | None]]:
    """Count the delegates by group and one trait, as little as any rule could do."""
    return Counter((one.group_id, one.is_direct_worker) for one in people)


def compare(pack: RulePack, level: Level, rounds: int = ROUNDS) -> tuple[float, str]:
    """Time both in turns; give the time of ours in ms, and a line to read."""
    conference, people = a_large_conference(pack, level)
    office = an_office()
    works: dict[str, Callable[[], object]] = {
        "check": lambda: check(conference, people, pack, office),
        "bare": lambda: bare_loop(people),
    }
    times: dict[str, list[float]] = {key: [] for key in works}
    for _ in range(rounds + 5):
        for key, work in works.items():
            start = perf_counter()
            work()
            times[key].append(perf_counter() - start)
    ours, bare = (median(times[key][5:]) * 1000 for key in works)
    found = len(check(conference, people, pack, office))
    return ours, (
        f"rules: {len(people)} delegates against {pack.id}, {level.id}: check {ours:.2f} ms"
        f" ({found} findings), bare loop {bare:.3f} ms, ratio {ours / bare:.0f}"
        f" (goal {GOAL_MS:.0f} ms)"
    )


def slowest_level(pack: RulePack) -> str:
    """Measure every level and give the line of the slowest."""
    return max(compare(pack, level) for level in pack.levels)[1]


def figures() -> Iterator[str]:
    """Measure the largest pack that comes with the program."""
    yield slowest_level(largest(shipped_packs()))


def main() -> None:
    """Print the figures."""
    for line in figures():
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
