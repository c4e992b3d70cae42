from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.language import Language, speak
from desktop.rules import pack_faults
from desktop.rules.pack_tree import path_of
from desktop.rules.unfinished import PackFault, unfinished_reasons
from desktop.sentences.pack_faults import PACK_FAULTS, fault_sentence

FOUND_BY_RULES = set(re.findall(r'"(pack-[a-z-]+)"', Path(pack_faults.__file__).read_text("utf-8")))


def test_every_fault_has_its_sentence_and_every_sentence_its_fault() -> None:
    assert set(PACK_FAULTS) == FOUND_BY_RULES | set(unfinished_reasons())


@pytest.mark.parametrize("reason", sorted(PACK_FAULTS))
@pytest.mark.parametrize("language", Language)
def test_a_sentence_says_what_to_do_and_names_no_place(reason: str, language: Language) -> None:
    speak(language)
    fault = PackFault(path_of("levels[0].limits[0].value"), reason, "a{b}", 1, 4000)
    sentence = fault_sentence(fault)
    assert sentence.endswith(".")
    assert "levels" not in sentence


def test_a_placeholder_is_named_as_it_is_written() -> None:
    sentence = fault_sentence(PackFault((), "pack-unknown-placeholder", "from"))
    assert "{from}" in sentence
