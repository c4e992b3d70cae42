from __future__ import annotations

import ast
import gettext
import re
import string
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from desktop.language import Language, speak, tr
from desktop.paths import resource
from installers.translations import (
    COMMAND_LINE_WORDS,
    QT_WORDS,
    VIETNAMESE,
    read_catalogue,
    source_texts,
    translated_calls,
)
from tests.access.words import is_bare
from tests.architecture.sources import program_files, tree_of

_KEY, _PLAIN_KEY = re.compile(r"&\w"), re.compile(r"&[A-Za-z0-9]")
CATALOGUES = (VIETNAMESE, COMMAND_LINE_WORDS)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_only_literal_texts_are_translated() -> None:
    computed = [
        (name, call.lineno)
        for name in program_files()
        for call in translated_calls(tree_of(name))
        if len(call.args) != 1
        or not isinstance(call.args[0], ast.Constant)
        or not isinstance(call.args[0].value, str)
    ]
    assert computed == []


def test_every_text_has_its_translation() -> None:
    catalogue = read_catalogue(VIETNAMESE)
    assert sorted(text for text in source_texts() if not catalogue.get(text)) == []


def test_no_translation_is_stale() -> None:
    assert sorted(read_catalogue(VIETNAMESE).keys() - source_texts()) == []


def test_a_translation_fills_the_same_fields() -> None:
    differing = [
        text
        for text, translation in read_catalogue(VIETNAMESE).items()
        if translation and fields(text) != fields(translation)
    ]
    assert differing == []


def test_a_call_gives_the_fields_its_text_names() -> None:
    wrong = []
    for name in program_files():
        for call in translated_calls(tree_of(name)):
            given = {keyword.arg for keyword in call.keywords}
            source = call.args[0]
            assert isinstance(source, ast.Constant)
            # with ** in the call, the test that makes the sentence finds a missing field
            if None not in given and given != fields(str(source.value)):
                wrong.append((name, call.lineno))
    assert wrong == []


def test_the_compiled_catalogue_says_what_its_source_says() -> None:
    speak(Language.VIETNAMESE)
    catalogue = read_catalogue(VIETNAMESE)
    assert {text: tr(text) for text in catalogue} == catalogue


def test_the_compiled_words_of_the_command_line_say_what_their_source_says() -> None:
    with COMMAND_LINE_WORDS.with_suffix(".mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    catalogue = read_catalogue(COMMAND_LINE_WORDS)
    assert {text: compiled.gettext(text) for text in catalogue} == catalogue


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_carries_neither_dates_nor_places(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#") and not line.startswith("#, ")]
    assert comments == []
    assert not any("-Date:" in line or "@" in line for line in lines)


def test_the_words_of_qt_are_compiled() -> None:
    assert resource("translations", "qtbase_vi.qm").stat().st_size > 1000


def test_vietnamese_is_written_with_its_marks() -> None:
    texts = [*read_catalogue(VIETNAMESE).values(), *_qt_words().values()]
    assert [text for text in texts if is_bare(text)] == []


def test_each_key_with_alt_has_its_letter_in_vietnamese_and_that_is_on_the_keyboard() -> None:
    wrong = [
        (source, translation)
        for source, translation in (read_catalogue(VIETNAMESE) | _qt_words()).items()
        if bool(_KEY.search(source)) != bool(_PLAIN_KEY.search(translation))
    ]
    assert wrong == []


def _qt_words() -> dict[str, str]:
    messages = ET.parse(QT_WORDS).iter("message")  # noqa: S314 - our own file
    return {
        message.findtext("source", ""): message.findtext("translation", "") for message in messages
    }
