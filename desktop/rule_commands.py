"""The commands about rule packs: list, show, check, compare."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.console import complain, refuse, say, table
from desktop.errors import InputRefused
from desktop.exit_code import ExitCode
from desktop.language import tr
from desktop.rules.diff import changes
from desktop.rules.load import load_pack, shipped_packs
from desktop.rules.pack import RulePack
from desktop.rules.packs import newest_packs
from desktop.sentences.pack_changes import change_sentence
from desktop.sentences.pack_summary import Block, pack_summary


def find_pack(name: str) -> RulePack:
    """Read a pack: one that comes with the program by its id, any other by its file.

    Raises:
        InputRefused: `pack-*`
    """
    known = {pack.id: pack for pack in newest_packs(shipped_packs())}
    if name in known:
        return known[name]
    path = Path(name)
    try:
        return read_pack(path)
    except InputRefused as refusal:
        is_meant_as_an_id = path.name == name and path.suffix != ".toml"
        if refusal.reason == "pack-file-missing" and is_meant_as_an_id:
            ids = ", ".join(sorted(known))
            raise InputRefused("pack-unknown-id", value=name, known=ids) from refusal
        raise


def read_pack(path: Path) -> RulePack:
    """Read a pack from its file.

    Raises:
        InputRefused: `pack-*`
    """
    try:
        return load_pack(path)
    except FileNotFoundError as error:
        raise InputRefused("pack-file-missing", path) from error
    except (OSError, ValueError) as error:  # ValueError: a path that no system allows
        detail = getattr(error, "strerror", "") or type(error).__name__
        raise InputRefused("pack-file-unreadable", path, detail=detail) from error


def list_packs() -> int:
    """List the packs that come with the program."""
    rows = [(tr("id"), tr("version"), tr("rule pack"), tr("source"))]
    rows += [
        (pack.id, str(pack.version), pack.name, tr("with the program")) for pack in shipped_packs()
    ]
    say(table(rows, numbers=frozenset((1,))))
    return ExitCode.DONE


def show(name: str) -> int:
    """Say every rule of a pack with its clause, by level."""
    try:
        pack = find_pack(name)
    except InputRefused as refusal:
        return refuse(refusal)
    say("\n".join(_lines(pack_summary(pack))))
    return ExitCode.DONE


def check_pack(path: Path) -> int:
    """Say that a file is a sound pack, or where and why it is not."""
    try:
        pack = read_pack(path)
    except InputRefused as refusal:
        return refuse(refusal)
    facts = {"file": path.name, "name": pack.name, "id": pack.id, "version": pack.version}
    say(tr("{file} is a sound rule pack: {name} ({id}, version {version}).", **facts))
    for other in shipped_packs():
        if (other.id, other.version) == (pack.id, pack.version) and other != pack:
            complain(
                tr(
                    "But version {version} of “{id}” comes with the program with other rules, so"
                    " no office can install this one. Raise its version.",
                    **facts,
                )
            )
    return ExitCode.DONE


def compare(before: str, after: str) -> int:
    """List the rules that differ between two packs."""
    try:
        old, new = find_pack(before), find_pack(after)
    except InputRefused as refusal:
        return refuse(refusal)
    told = changes(old, new)
    facts = {"old": _version(old), "new": _version(new), "count": len(told)}
    if not told:
        say(tr("{old} and {new} say the same.", **facts))
        return ExitCode.DONE
    for change in told:
        say(change_sentence(change))
    say(tr("From {old} to {new}; differences: {count}", **facts))
    return ExitCode.DONE


def _version(pack: RulePack) -> str:
    return tr("{id}, version {version}", id=pack.id, version=pack.version)


def _lines(block: Block, depth: int = 0) -> Iterator[str]:
    indent = "  " * depth
    yield f"{indent}{block.heading}"
    for line in block.lines:
        first, *others = line.split("\n")
        yield f"{indent}  - {first}"
        yield from (f"{indent}    {other}" for other in others)
    for inner in block.blocks:
        yield from _lines(inner, depth + 1)
