from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

import pytest

import desktop
from desktop.conference_file import ConferenceFileRefusal
from desktop.documents.added_papers import AddedRefusal
from desktop.errors import InputRefused
from desktop.handoff.consolidation.mergers import MergerRefusal
from desktop.handoff.down_content import DownRefusal
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.update_content import UpdateRefusal
from desktop.people.list_sheet import ListRefusal
from desktop.sentences.refusals import REFUSALS, refusal_sentence

SOURCES = Path(desktop.__file__).parent
# calls whose reason is computed; the reasons they compute are walked below
COMPUTED = {
    "conference_file.py",
    "errors.py",
    "handoff/checking.py",  # those of a bundle, handed on by the process that read it
    "people/list_file.py",
    "rules/load.py",
    "windows/hand_over_way.py",  # the same with the file's name
    "handoff/updates.py",  # those of a description, handed on by the job that read it
    "sentences/photos.py",  # those of a photo, handed on by the job that read it
}


class Raised(NamedTuple):
    """A refusal somewhere in the source."""

    file: str
    line: int
    reason: str
    facts: tuple[str, ...]


def raised() -> Iterator[Raised]:
    for path in sorted(SOURCES.rglob("*.py")):
        text = path.read_text("utf-8")
        if "InputRefused(" not in text:
            continue
        file = path.relative_to(SOURCES).as_posix()
        for node in ast.walk(ast.parse(text)):
            if not (isinstance(node, ast.Call) and ast.unparse(node.func) == "InputRefused"):
                continue
            facts = tuple(keyword.arg for keyword in node.keywords if keyword.arg)
            reason = reason_of(file, node.args[0])
            if reason is None:
                assert file in COMPUTED, f"{file}:{node.lineno} computes its reason: walk it here"
            else:
                yield Raised(file, node.lineno, reason, facts)


def reason_of(file: str, expression: ast.expr) -> str | None:
    if isinstance(expression, ast.Constant):
        return str(expression.value)
    if isinstance(expression, ast.Attribute) and isinstance(expression.value, ast.Name):
        module = importlib.import_module("desktop." + file.removesuffix(".py").replace("/", "."))
        owner = getattr(module, expression.value.id, None)
        if isinstance(owner, type) and issubclass(owner, Enum):
            return str(owner[expression.attr].value)
    return None


RAISED = tuple(raised())


@pytest.mark.parametrize("one", RAISED, ids=lambda one: f"{one.file}:{one.line}")
def test_every_refusal_in_the_source_has_a_sentence_with_the_facts_it_brings(one: Raised) -> None:
    assert one.reason in REFUSALS
    assert "{" not in REFUSALS[one.reason](dict.fromkeys(one.facts, 7_000_000))


def test_refusals_are_found_in_the_source() -> None:
    assert len(RAISED) > 50
    assert {one.file for one in RAISED} >= {"rules/load.py", "people/workbook.py"}


@pytest.mark.parametrize(
    "reason",
    [
        *AddedRefusal,
        *ListRefusal,
        *ConferenceFileRefusal,
        *BundleRefusal,
        *DownRefusal,
        *MergerRefusal,
        *UpdateRefusal,
    ],
)
def test_every_reason_that_is_named_has_a_sentence(reason: str) -> None:
    assert reason in REFUSALS


def test_every_computed_reason_of_a_pack_has_a_sentence() -> None:
    reasons = {
        node.value
        for name in ("load.py", "pack_faults.py")
        for node in ast.walk(ast.parse((SOURCES / "rules" / name).read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith("pack-")
        and " " not in node.value
    }
    assert len(reasons) > 15
    assert reasons <= REFUSALS.keys()


@pytest.mark.parametrize("reason", sorted(REFUSALS))
def test_a_sentence_names_no_fact_twice_and_ends(reason: str) -> None:
    names = ("limit", "value", "key", "detail", "byte", "line", "place", "text", "sheet", "layout")
    others = ("expected", "known", "size", "version", "member", "number", "what", "count")
    of_badges = ("start", "places", "file", "page", "pages")
    of_versions = ("current", "forms", "one", "other")
    more = (*of_badges, *of_versions, "name", "fingerprint")
    sentence = REFUSALS[reason](dict.fromkeys((*names, *others, *more), 7_000_000))
    assert sentence.endswith(".")
    assert ".." not in sentence


def test_a_refusal_names_the_file_and_says_that_nothing_was_changed() -> None:
    refusal = InputRefused("pack-too-big", Path("/home/x/plan.toml"), limit=300_000)
    assert refusal_sentence(refusal) == (
        "plan.toml was not used, and nothing was changed. A rule pack has at most 300 KB."
        " Choose a rule pack."
    )


def test_a_refusal_without_a_file_is_the_reason_alone() -> None:
    refusal = InputRefused("badge-code-check", text="<b>12</b>")
    assert refusal_sentence(refusal).startswith("“<b>12</b>” has a digit mistyped")


def test_a_reason_nobody_wrote_a_sentence_for_still_says_what_is_safe() -> None:
    refusal = InputRefused("from-the-future", Path("a.json"))
    assert refusal_sentence(refusal) == (
        "a.json was not used, and nothing was changed. Reason: from-the-future."
    )
