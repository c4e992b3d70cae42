"""Slabs fill pages in order; what belongs together stays together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.flow import Page, Slab, paginate

_HEIGHT = 100.0


def heights(pages: list[Page]) -> list[list[float]]:
    return [[placed.slab.height_pt for placed in page] for page in pages]


def test_slabs_follow_each_other_down_the_page() -> None:
    page = paginate([Slab(height_pt=20), Slab(height_pt=30, before_pt=5)], _HEIGHT)[0]
    assert [placed.top_pt for placed in page] == [0, 25]


def test_space_above_is_dropped_at_the_top_of_a_page() -> None:
    pages = paginate([Slab(height_pt=90), Slab(height_pt=100, before_pt=7)], _HEIGHT)
    assert [page[0].top_pt for page in pages] == [0, 0]


def test_a_chain_moves_to_the_next_page_whole() -> None:
    chain = [Slab(height_pt=20, keeps_next=True), Slab(height_pt=21)]
    assert heights(paginate([Slab(height_pt=60), *chain], _HEIGHT)) == [[60], [20, 21]]


def test_a_chain_longer_than_a_page_is_broken_rather_than_lost() -> None:
    chain = [Slab(height_pt=40, keeps_next=True) for _ in range(4)]
    assert heights(paginate(chain, _HEIGHT)) == [[40, 40], [40, 40]]


def test_the_end_of_a_chain_longer_than_a_page_holds_together() -> None:
    chain = [Slab(height_pt=24, keeps_next=True) for _ in range(5)]
    assert heights(paginate(chain, _HEIGHT)) == [[24, 24], [24, 24, 24]]


def test_a_slab_taller_than_a_page_has_one_of_its_own() -> None:
    slabs = [Slab(height_pt=10), Slab(height_pt=150), Slab(height_pt=10)]
    assert heights(paginate(slabs, _HEIGHT)) == [[10], [150], [10]]


def test_the_head_of_a_table_is_repeated_on_every_page_but_its_own() -> None:
    head = Slab(height_pt=11, keeps_next=True)
    rows = [Slab(height_pt=40, repeat=head) for _ in range(4)]
    assert heights(paginate([head, *rows], _HEIGHT)) == [[11, 40, 40], [11, 40, 40]]


def test_nothing_gives_an_empty_page() -> None:
    assert paginate([], _HEIGHT) == [[]]


@given(
    st.lists(
        st.builds(
            Slab,
            height_pt=st.floats(min_value=1, max_value=100),
            before_pt=st.floats(min_value=0, max_value=20),
            keeps_next=st.booleans(),
        ),
        max_size=60,
    )
)
def test_every_slab_is_placed_once_in_order_and_inside_the_page(slabs: list[Slab]) -> None:
    pages = paginate(slabs, _HEIGHT)
    assert [placed.slab for page in pages for placed in page] == slabs
    for page in pages:
        bottoms = [placed.top_pt + placed.slab.height_pt for placed in page]
        assert max(bottoms, default=0) <= _HEIGHT + 0.1
        assert all(
            later.top_pt >= bottom - 0.001 for bottom, later in zip(bottoms, page[1:], strict=False)
        )
