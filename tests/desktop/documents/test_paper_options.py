"""What can be chosen for each paper."""

from __future__ import annotations

import pytest

from db.records import PaperSettings
from desktop.documents.blocks import Table
from desktop.documents.paper_options import ChoiceKind, paper_options
from desktop.documents.papers import KEYS, PAPERS, paper
from desktop.sentences.paper_options import choice_name, value_name
from tests.desktop.documents.official import sample_snapshot


@pytest.mark.parametrize("key", KEYS)
def test_a_paper_has_settings_if_something_can_be_chosen(key: str) -> None:
    assert paper(key).has_settings is not paper_options(key).is_empty


@pytest.mark.parametrize("key", KEYS)
def test_the_usual_columns_are_among_those_offered_and_each_is_named_once(key: str) -> None:
    options = paper_options(key)
    offered = [one.key for one in options.columns]
    assert set(options.usual) <= set(offered)
    assert len(set(offered)) == len(offered)
    assert all(one.heading for one in options.columns)


@pytest.mark.parametrize("key", KEYS)
def test_every_choice_and_its_values_have_names(key: str) -> None:
    for one in paper_options(key).choices:
        assert choice_name(one.name)
        assert (one.kind is ChoiceKind.ONE_OF) is bool(one.values)
        assert all(value_name(one.name, value) for value in one.values)


def test_a_key_without_options_has_none() -> None:
    assert paper_options("nothing").is_empty


def printed(key: str, *columns: str) -> list[str]:
    """List the headings of a paper's first table."""
    build = paper(key).build
    assert build is not None
    document = build(sample_snapshot(papers=(PaperSettings(key=key, columns=columns),)))
    blocks = [block for part in document.parts for block in part.blocks]
    table = next(block for block in blocks if isinstance(block, Table))
    return [column.heading for column in table.columns]


@pytest.mark.parametrize(
    "key", [one.key for one in PAPERS if one.build and paper_options(one.key).columns]
)
def test_columns_chosen_are_the_columns_printed(key: str) -> None:
    usual = paper_options(key).usual
    chosen = tuple(reversed(usual))
    assert printed(key) == printed(key, *usual)
    assert printed(key, *chosen) == printed(key)[::-1]
    assert len(printed(key, usual[1])) == 1
