"""Which item of an old list is which of a new one: records by their names, the rest by likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Mapping, Sequence

from msgspec import Struct

Pair = tuple[int, int]  # places in the old list and in the new one
_Items = Mapping[int, object]  # those of a list that are not paired yet, by their place
_NAMES = ("id", "key", "unit", "name")  # by which a record is known, the first it has
_LIKE = 0.5  # the share of words that two texts have in common, to be one text rewritten
_MOST_PAIRS = 40_000  # beyond this two lists are too unlike each other to look for likeness


def record_name(item: object) -> str:
    """Give what a record is known by among its like; empty for one without a name, and for text."""
    for name in _NAMES:
        if value := getattr(item, name, ""):
            return str(value)
    return ""


def matched(old: Sequence[object], new: Sequence[object]) -> list[Pair]:
    """Pair the items of two lists, in the order of the new one; what is left came or went."""
    shared = min(len(old), len(new))
    start = next((at for at in range(shared) if old[at] != new[at]), shared)
    rest = range(shared - start)
    end = next((at for at in rest if old[-1 - at] != new[-1 - at]), len(rest))
    pairs = [(at, at) for at in range(start)]
    pairs += [(len(old) - 1 - at, len(new) - 1 - at) for at in range(end)]
    left: _Items = {at: old[at] for at in range(start, len(old) - end)}
    right: _Items = {at: new[at] for at in range(start, len(new) - end)}
    for match in (_equal, _of_one_name, _alike, _of_one_place):
        found = match(left, right)
        pairs += found
        left = _without(left, {one for one, _ in found})
        right = _without(right, {one for _, one in found})
    return sorted(pairs, key=lambda pair: pair[1])


def moved(pairs: Sequence[Pair]) -> set[Pair]:
    """Pick the fewest pairs that changed their order among the others."""
    tails: list[int] = []  # the least old place that ends a run in order of each length
    ends: list[int] = []  # the number of the pair it belongs to
    before: list[int] = []  # for each pair, the number of the one before it in its run
    for number, (place, _) in enumerate(pairs):
        length = bisect_left(tails, place)
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [number]
        before.append(ends[length - 1] if length else -1)
    in_order = set()
    number = ends[-1] if ends else -1
    while number >= 0:
        in_order.add(number)
        number = before[number]
    return {pair for number, pair in enumerate(pairs) if number not in in_order}


def _equal(left: _Items, right: _Items) -> list[Pair]:
    return _by(lambda item: item, left, right)


def _of_one_name(left: _Items, right: _Items) -> list[Pair]:
    return _by(lambda item: record_name(item) or None, left, right)


def _by(key: Callable[[object], Hashable | None], left: _Items, right: _Items) -> list[Pair]:
    """Pair items of one key in their order; those without a key pair with none."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for at, item in left.items():
        waiting[key(item)].append(at)
    waiting.pop(None, None)
    return [(same.popleft(), at) for at, item in right.items() if (same := waiting.get(key(item)))]


def _alike(left: _Items, right: _Items) -> list[Pair]:
    """Pair what is alike, the likest first."""
    if len(left) * len(right) > _MOST_PAIRS:
        return []
    candidates = [
        (difference, abs(place - at), place, at)
        for place, old in left.items()
        for at, new in right.items()
        if (difference := _difference(old, new)) is not None
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, place, at in sorted(candidates):
        if place not in pairs and at not in taken:
            pairs[place] = at
            taken.add(at)
    return list(pairs.items())


def _of_one_place(left: _Items, right: _Items) -> list[Pair]:
    """Pair as many old texts as there are new ones: they were written anew."""
    are_texts = all(isinstance(item, str) for item in left.values())
    return list(zip(left, right, strict=True)) if are_texts and len(left) == len(right) else []


def _difference(old: object, new: object) -> float | None:
    """Tell how far two items differ; None where they are not alike.

    A record with a name of its own is another one under another name, unless nothing else changed.
    """
    if isinstance(old, Struct):
        if type(old) is not type(new):
            return None
        fields = old.__struct_fields__
        differing = sum(getattr(old, name) != getattr(new, name) for name in fields)
        are_named = record_name(old) and record_name(new)
        most = 1 if are_named else max(1, len(fields) // 2)
        return differing if differing <= most else None
    words, others = set(str(old).split()), set(str(new).split())
    shared = len(words & others) / max(1, len(words | others))
    return 1 - shared if shared >= _LIKE else None


def _without(items: _Items, gone: set[int]) -> _Items:
    return {at: item for at, item in items.items() if at not in gone}
