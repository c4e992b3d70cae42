"""The packs an office installed beside those of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.rule_packs import StoredPack
from desktop.errors import InputRefused
from desktop.rules.installed import installed_packs, read_to_install, to_store
from desktop.rules.pack import RulePack
from desktop.rules.write import encode_pack
from tests.desktop.rules.cases import a_plan, binh_hoa


def version(number: int, name: str = "Bình Hòa") -> RulePack:
    return a_plan(of={"version": number, "name": name})


def test_every_version_is_gathered_by_id_and_number() -> None:
    other = a_plan(of={"id": "an-giang"})
    packs = installed_packs([version(2), other], [to_store(version(3)), to_store(version(1))])
    assert packs == (other, version(1), version(2), version(3))
    assert installed_packs((), ()) == ()


def test_a_stored_version_stands_before_the_shipped_one() -> None:
    stored = version(1, "như khi hội nghị được soạn")
    assert installed_packs([version(1)], [to_store(stored)]) == (stored,)


@pytest.mark.parametrize("content", [b"", b"\xff", b"format = 1", b"kind = 'later'"])
def test_a_stored_pack_that_cannot_be_read_is_passed_over(content: bytes) -> None:
    unreadable = StoredPack(id="later", version=9, name="", content=content)
    assert installed_packs([version(1)], [unreadable]) == (version(1),)


def written(pack: RulePack, folder: Path) -> Path:
    file = folder / "plan.toml"
    file.write_bytes(encode_pack(pack))
    return file


def test_a_file_is_read_as_it_will_be_stored(tmp_path: Path) -> None:
    pack, stored = read_to_install(written(version(2), tmp_path), [binh_hoa()])
    assert pack == version(2)
    assert stored == StoredPack(
        id="binh-hoa-2024", version=2, name="Bình Hòa", content=encode_pack(pack)
    )


def test_comments_and_order_of_a_file_do_not_make_it_another_pack(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_bytes(b"# g\xe1\xbb\xadi c\xc3\xa1c x\xc3\xa3\n" + encode_pack(version(2)))
    assert read_to_install(file, [version(2)]) == (version(2), to_store(version(2)))


def test_other_rules_under_the_same_version_are_refused(tmp_path: Path) -> None:
    file = written(version(2), tmp_path)
    with pytest.raises(InputRefused) as refused:
        read_to_install(file, [version(1), version(2, "Khác")])
    assert refused.value.reason == "pack-version-taken"
    assert refused.value.facts == {"value": "binh-hoa-2024", "version": 2}
    assert refused.value.path == file


def test_what_is_no_pack_is_refused_and_what_is_not_there_is_missed(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    with pytest.raises(FileNotFoundError):
        read_to_install(file, ())
    file.write_bytes(b"PK\x03\x04\xff")
    with pytest.raises(InputRefused):
        read_to_install(file, ())
