"""Whom a rule counts, in words."""

from __future__ import annotations

import pytest

from desktop.language import Language, speak
from desktop.rules.case import named
from desktop.rules.pack_people import CountedKind, FlagTrait, PersonFlag
from desktop.sentences.counted import counted_words, kind_name
from tests.desktop.rules.cases import a_pack

WOMEN = FlagTrait(key="women", name="Nữ", flag=PersonFlag.WOMAN)


def test_every_kind_has_a_name_of_its_own() -> None:
    names = [kind_name(kind) for kind in CountedKind]
    assert names == ["exemplars", "guests", "others", "in no group"]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("exemplar",), "exemplars"),
        (("exemplar", "guest", "ungrouped"), "exemplars + guests + in no group"),
        (("women", "guest"), "Nữ + guests"),
        (("unheard-of",), "unheard-of"),
        ((), ""),
    ],
)
def test_those_counted_are_named_by_kind_and_by_the_plans_own_names(
    names: tuple[str, ...], words: str
) -> None:
    assert counted_words(named(names, a_pack().levels[0], [WOMEN])) == words


def test_without_a_level_groups_have_their_keys() -> None:
    assert counted_words(named(("heroes", "women"), None, [WOMEN])) == "heroes + Nữ"


def test_kinds_are_named_in_the_language_of_the_window() -> None:
    speak(Language.VIETNAMESE)
    assert counted_words(named(("exemplar", "guest"), None, ())) == "điển hình + khách mời"
