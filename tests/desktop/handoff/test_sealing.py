from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from db.store import Store
from desktop.atomic_file import NotWrittenBackError
from desktop.errors import InputRefused
from desktop.handoff import sealing
from desktop.handoff.conference_content import read_content
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.sealing import read_sealed, seal_file
from tests.desktop.handoff.offices import an_order, desk_opens, noted, settled

PAPER = b"%PDF-1.7 plan"


def test_a_sealed_file_opens_for_the_desk_with_what_was_chosen(
    store: Store, tmp_path: Path
) -> None:
    settled(store)
    store.handoffs.folder.mkdir()
    path = store.handoffs.folder / "1.hoinghi"
    sealed = seal_file(an_order(store, path), {"ke-hoach.pdf": PAPER})
    content = read_content(desk_opens(store, noted(store, sealed, 1)).content)
    assert [one.id_number for one in content.file.delegates] == ["", ""], "it was not chosen"
    assert content.papers == {"ke-hoach.pdf": PAPER}
    data = path.read_bytes()
    assert (sealed.size_bytes, sealed.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert (sealed.people, sealed.pictures, sealed.papers) == (2, 0, ("ke-hoach.pdf",))
    assert read_sealed(path, sealed.sha256) == data


def test_the_same_conference_sealed_again_has_the_same_content(
    store: Store, tmp_path: Path
) -> None:
    settled(store)
    one, two = (seal_file(an_order(store, tmp_path / name), {}) for name in ("1", "2"))
    assert one.content_sha512 == two.content_sha512
    assert one.sha256 != two.sha256


@pytest.mark.parametrize("is_cut", [True, False])
def test_what_does_not_open_as_it_was_sealed_is_thrown_away(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_cut: bool
) -> None:
    settled(store)
    seal_file(an_order(store, tmp_path / "other"), {"ke-hoach.pdf": PAPER})
    other = (tmp_path / "other").read_bytes()

    def write(path: Path, data: bytes) -> None:
        path.write_bytes(data[:-1] if is_cut else other)

    monkeypatch.setattr(sealing, "write_atomically", write)
    with pytest.raises(NotWrittenBackError):
        seal_file(an_order(store, tmp_path / "a"), {})
    assert not (tmp_path / "a").exists()


def test_a_kept_file_that_changed_is_never_handed_over(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"changed")
    with pytest.raises(NotWrittenBackError):
        read_sealed(tmp_path / "a", hashlib.sha256(b"sealed").hexdigest())
    with pytest.raises(InputRefused) as refused:
        read_sealed(tmp_path / "gone", "")
    assert refused.value.reason == BundleRefusal.UNREADABLE
