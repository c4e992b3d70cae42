"""Slabs of drawn things put on pages: what stays together, what is repeated, where to break."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from desktop.documents.fonts import Face


class Piece(Struct, frozen=True):
    """Text at a place: x from the left margin, y down from the top of its slab to the baseline."""

    x_pt: float
    y_pt: float
    text: str
    face: Face
    size_pt: float
    stretch_pt: float = 0.0  # added to each space


class Stroke(Struct, frozen=True):
    """A straight line, placed as a piece is."""

    x1_pt: float
    y1_pt: float
    x2_pt: float
    y2_pt: float
    width_pt: float


class Fill(Struct, frozen=True):
    """A filled rectangle, its left top corner placed as a piece is; grey 0 is black."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    grey: float


class Photo(Struct, frozen=True):
    """A JPEG at a place: its left top corner, as a piece is placed."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    data: bytes


class Tally(Struct, frozen=True):
    """What slabs add up to."""

    people: int = 0
    money: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Add two."""
        return Tally(self.people + other.people, self.money + other.money)


class Foot(Struct, frozen=True):
    """What closes the slabs of one table on each page.

    Attributes:
        make: builds it, of this height, from what stands on the page and what stood so far.
    """

    height_pt: float
    make: Callable[[Tally, Tally], Slab]


class Slab(Struct, frozen=True, kw_only=True):
    """Something drawn that no page break divides, as wide as the text.

    Attributes:
        before_pt: space above, dropped at the top of a page.
        keeps_next: stands on the page of the slab that follows.
        repeat: drawn above when this slab is the first of a page.
        foot: closes the page after this slab or those of the same foot that follow.
        tally: what it adds to its foot.
    """

    height_pt: float
    pieces: tuple[Piece, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    photos: tuple[Photo, ...] = ()
    fills: tuple[Fill, ...] = ()
    before_pt: float = 0.0
    keeps_next: bool = False
    repeat: Slab | None = None
    foot: Foot | None = None
    tally: Tally = Tally()


class Placed(Struct, frozen=True):
    """A slab and the distance of its top from the top margin."""

    top_pt: float
    slab: Slab


Page = list[Placed]
_TOLERANCE_PT = 0.01  # sums of floats
_HELD_AT_THE_END = 3


def paginate(slabs: Sequence[Slab], height_pt: float) -> list[Page]:
    """Fill pages of a height from the top; of chains too long for any page only the end holds."""
    filler = _Filler(height_pt)
    for chain in _chains(slabs):
        for link in _links(chain, height_pt):
            if not filler.has_room_for(link):
                filler.turn()
            for slab in link:
                if not filler.has_room_for([slab]):
                    filler.turn()
                filler.put(slab)
    filler.close()
    return filler.pages


def _links(chain: Sequence[Slab], height_pt: float) -> Iterator[Sequence[Slab]]:
    """Divide a chain that no page holds: its end is the signature with the lines over it."""
    held = len(chain)
    while held > 1 and sum(one.before_pt + one.height_pt for one in chain[-held:]) > height_pt:
        held = min(held - 1, _HELD_AT_THE_END)
    for slab in chain[: len(chain) - held]:
        yield [slab]
    yield chain[len(chain) - held :]


def _chains(slabs: Sequence[Slab]) -> Iterator[list[Slab]]:
    chain: list[Slab] = []
    for slab in slabs:
        chain.append(slab)
        if not slab.keeps_next:
            yield chain
            chain = []
    if chain:
        yield chain


class _Filler:
    def __init__(self, height_pt: float) -> None:
        self.pages: list[Page] = [[]]
        self._height_pt = height_pt
        self._used_pt = 0.0
        self._foot: Foot | None = None  # open on this page
        self._last_foot: Foot | None = None
        self._on_page = Tally()
        self._so_far = Tally()

    def has_room_for(self, chain: Sequence[Slab]) -> bool:
        needed_pt = sum(slab.before_pt + slab.height_pt for slab in chain)
        if not self.pages[-1]:
            needed_pt -= chain[0].before_pt
        feet = {id(foot): foot for foot in (self._foot, *(slab.foot for slab in chain)) if foot}
        needed_pt += sum(foot.height_pt for foot in feet.values())
        return self._used_pt + needed_pt <= self._height_pt + _TOLERANCE_PT

    def close(self) -> None:
        """Put the foot under the slabs that have one."""
        if self._foot is None:
            return
        self.pages[-1].append(Placed(self._used_pt, self._foot.make(self._on_page, self._so_far)))
        self._used_pt += self._foot.height_pt
        self._foot, self._on_page = None, Tally()

    def turn(self) -> None:
        self.close()
        if self.pages[-1]:
            self.pages.append([])
            self._used_pt = 0.0

    def put(self, slab: Slab) -> None:
        if self._foot is not slab.foot:
            self.close()
        if slab.foot is not self._last_foot:  # another table begins to count
            self._last_foot, self._so_far = slab.foot, Tally()
        self._foot = slab.foot
        self._on_page += slab.tally
        self._so_far += slab.tally
        page = self.pages[-1]
        is_first_after_turn = not page and len(self.pages) > 1
        if page:
            self._used_pt += slab.before_pt
        elif is_first_after_turn and slab.repeat is not None:
            page.append(Placed(0.0, slab.repeat))
            self._used_pt = slab.repeat.height_pt
        page.append(Placed(self._used_pt, slab))
        self._used_pt += slab.height_pt
