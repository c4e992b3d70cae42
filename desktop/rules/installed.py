"""The packs that an office installed beside those that come with the program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from db.rule_packs import StoredPack
from desktop.errors import InputRefused
from desktop.rules.load import decode_pack, load_pack
from desktop.rules.pack import RulePack
from desktop.rules.write import encode_pack


def installed_packs(
    shipped: Iterable[RulePack], stored: Iterable[StoredPack]
) -> tuple[RulePack, ...]:
    """Gather every version, by id and version; a stored one stands before a shipped one.

    A stored pack that this version of the program cannot read is passed over: its conferences
    say that their plan is not installed.
    """
    packs = {(pack.id, pack.version): pack for pack in shipped}
    for one in stored:
        try:
            packs[one.id, one.version] = decode_pack(one.content)
        except InputRefused:
            continue
    return tuple(packs[key] for key in sorted(packs))


def read_to_install(path: Path, known: Iterable[RulePack]) -> tuple[RulePack, StoredPack]:
    """Read a file as it will be stored.

    Raises:
        InputRefused: `pack-*`: it is no pack, or its id and version stand for another one.
        OSError: the file cannot be read.
    """
    pack = load_pack(path)
    for other in known:
        if (other.id, other.version) == (pack.id, pack.version) and other != pack:
            raise InputRefused("pack-version-taken", path, value=pack.id, version=pack.version)
    return pack, to_store(pack)


def to_store(pack: RulePack) -> StoredPack:
    """Lay a pack out as the store keeps it."""
    return StoredPack(id=pack.id, version=pack.version, name=pack.name, content=encode_pack(pack))
