"""Every paper of the day holds what it must, also when names, titles, units and lists are long."""

from __future__ import annotations

import pytest

from db.day_records import Hall
from desktop.documents.papers import paper
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.measure import PT_PER_MM, Reading, overlaps
from tests.desktop.documents.the_day import LONG_NAMES, LONG_TITLE, LONG_UNIT, the_day

BLOCKS = (
    *("list-by-unit", "list-by-rank", "exemplars", "collectives", "guests", "script", "budget"),
    *("sign-in", "sign-papers", "sign-money", "seat-list"),
)
DRAWN = ("timeline", "seating", "seat-labels", "name-cards", "backdrop")
NAMING_ALL = ("list-by-unit", "list-by-rank", "sign-in", "sign-papers", "sign-money", "seat-list")


def squeezed(text: str) -> str:
    return "".join(text.split())


def read(key: str, people: int = 30) -> Reading:
    snapshot = the_day(people, title=LONG_TITLE)
    return Reading(paper(key).draw(snapshot).data)


@pytest.mark.parametrize("key", BLOCKS)
def test_nothing_touches_and_nothing_leaves_the_margins(key: str) -> None:
    for page in read(key).pages:
        assert not overlaps(page)
        assert min(char["x0"] for char in page.ink) >= 30 * PT_PER_MM - 0.6
        assert max(char["x1"] for char in page.ink) <= page.width_pt - 15 * PT_PER_MM + 0.6
        assert max(char["bottom"] for char in page.ink) <= page.height_pt - 20 * PT_PER_MM + 0.6


@pytest.mark.parametrize("key", [*BLOCKS, *DRAWN])
def test_a_paper_is_drawn_alike_every_time_with_fonts_of_its_own(key: str) -> None:
    snapshot = the_day(12)
    first, second = paper(key).draw(snapshot), paper(key).draw(snapshot)
    assert first == second
    reading = Reading(first.data)
    assert reading.is_nfc
    assert all(reading.fonts().values())
    assert first.pages == len(reading.pages)


@pytest.mark.parametrize("key", NAMING_ALL)
def test_450_people_are_all_named_whole(key: str) -> None:
    snapshot = the_day(450)
    reading = Reading(paper(key).draw(snapshot).data)
    assert not any(overlaps(page) for page in reading.pages)
    text = squeezed(_by_column(reading))
    for one in snapshot.file.delegates:
        assert squeezed(one.name) in text
    assert squeezed(LONG_UNIT) in text


@pytest.mark.parametrize("key", [*BLOCKS, *DRAWN])
def test_a_conference_with_nobody_in_it_still_gives_the_paper(key: str) -> None:

    drawn = paper(key).draw(a_snapshot())
    assert drawn.pages >= 1


@pytest.mark.parametrize("key", [*BLOCKS, "timeline", "seating", "backdrop"])
def test_the_title_stands_whole_where_the_paper_names_the_conference(key: str) -> None:
    text = squeezed(read(key).pages[0].text).casefold()
    assert squeezed(LONG_TITLE).casefold() in text


@pytest.mark.parametrize("key", ["seat-labels", "seating"])
def test_long_names_are_drawn_whole(key: str) -> None:
    drawn = paper(key).draw(the_day(6, hall=Hall(rows=3, seats=6)))
    assert drawn.problems == ()
    text = squeezed(Reading(drawn.data).text)
    for name in LONG_NAMES:
        assert all(word in text for word in name.split())


def _by_column(reading: Reading) -> str:
    """Read each column of a table from top to bottom, so that wrapped cells come out whole."""
    texts: list[str] = []
    for page in reading.pages:
        edges = sorted(
            {round(float(line["x0"])) for line in page._page.lines if line["width"] == 0}
        )
        columns: dict[int, list[str]] = {}
        for line in page.lines:
            place = sum(edge <= line.left_pt for edge in edges)
            columns.setdefault(place, []).append(line.text)
        texts += [" ".join(lines) for lines in columns.values()]
    return " ".join(texts)
