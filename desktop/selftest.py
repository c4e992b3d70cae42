"""The installed program tries itself: resources, store, rules, lists, papers, letters."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pypdfium2
from msgspec import Struct

from desktop.demo import (
    SAMPLE_INSTANT,
    read_sample_list,
    sample_file,
    sample_through_the_store,
)
from desktop.documents.export import render
from desktop.documents.fonts import Face, missing_glyphs
from desktop.documents.papers import PAPERS, Paper
from desktop.documents.snapshot import Snapshot
from desktop.language import tr
from desktop.rules.check import check_file
from desktop.rules.load import shipped_pack, shipped_packs

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"


class Outcome(Struct, frozen=True):
    """What one trial showed; the fault is empty where all is well."""

    what: str
    fault: str = ""


class Unsound(Exception):  # noqa: N818 - a verdict, not a fault of this code
    """A trial gave something else than it must."""


def run_self_test() -> Iterator[Outcome]:
    """Try every part on its own, so that one fault does not hide another."""
    for what, trial in _trials():
        try:
            trial()
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is asked for
            yield Outcome(what, f"{type(error).__name__}: {error}")
        else:
            yield Outcome(what)


def _trials() -> Iterator[tuple[str, Callable[[], None]]]:
    yield tr("rule packs are readable"), _try_rule_packs
    yield tr("a store is written, closed, reopened and unchanged"), _try_store
    yield tr("a list of people is read in a process of its own"), _try_list
    yield tr("the sample follows its plan"), _try_rules
    yield tr("every Vietnamese letter has its shape in every font"), _try_letters
    for paper in PAPERS:
        yield tr("paper: {title}", title=paper.title()), partial(_try_paper, paper)


def _try_rule_packs() -> None:
    _expect(bool(shipped_packs()), "there is none")


def _try_store() -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = sample_through_the_store(Path(folder))
    _expect(kept == sample_file(), "the conference came back changed")


def _try_list() -> None:
    read, stored = len(read_sample_list().delegates), len(sample_file().delegates)
    _expect(read == stored, f"{read} people were read, not {stored}")


def _try_rules() -> None:
    file = sample_file()
    findings = check_file(file, shipped_pack(file.conference.rule_pack_id))
    broken = [one.code for one in findings if one.is_binding]
    _expect(not broken, ", ".join(broken))


def _try_letters() -> None:
    letters = unicodedata.normalize(
        "NFC", "đĐ₫№–…“”" + "".join(vowel + tone for vowel in _VOWELS for tone in ("", *_TONES))
    )
    for face in Face:
        missing = missing_glyphs(letters, face)
        _expect(not missing, f"{face}: {missing}")


def _try_paper(paper: Paper) -> None:
    file = sample_file()
    rules = shipped_pack(file.conference.rule_pack_id)
    rendered = render(Snapshot(file=file, made_at=SAMPLE_INSTANT, rules=rules), paper.key)
    _expect(not rendered.problems, ", ".join(problem.code for problem in rendered.problems))
    with pypdfium2.PdfDocument(rendered.data) as pdf:
        _expect(len(pdf) == rendered.pages > 0, f"{len(pdf)} pages, not {rendered.pages}")
        text = pdf[0].get_textpage().get_text_range()
    _expect(bool(text.strip()), "the first page has no text")
    _expect(unicodedata.is_normalized("NFC", text), "the text is not in NFC")


def _expect(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - the claim itself
    if not holds:
        raise Unsound(otherwise)
