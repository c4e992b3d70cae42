from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from db.store import Store
from desktop.errors import InputRefused
from desktop.handoff import update_writing
from desktop.handoff.key_ring import trust_of
from desktop.handoff.update_content import UpdateRefusal
from desktop.handoff.update_writing import copy_installers, write_description
from desktop.handoff.updates import read_offer
from desktop.program_form import Form, installer_name
from tests.desktop.handoff.desks import a_desk
from tests.desktop.handoff.parties import DESK, TODAY
from tests.desktop.handoff.updating import NEWER, an_update, bytes_of, here, quiet


@pytest.fixture
def built(tmp_path: Path) -> list[str]:
    """Installers as they were built."""
    (tmp_path / "dist").mkdir()
    paths = [tmp_path / "dist" / installer_name(form, NEWER) for form in Form]
    for form, path in zip(Form, paths, strict=True):
        path.write_bytes(bytes_of(form))
    return [str(path) for path in paths]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "USB"
    folder.mkdir()
    return folder


def test_installers_go_to_the_stick_and_are_described(built: list[str], stick: Path) -> None:
    version, installers = copy_installers(quiet, built, str(stick))
    assert version == NEWER
    assert installers == an_update().installers
    for one in installers:
        assert (stick / one.file).read_bytes() == bytes_of(one.form)


def test_what_a_desk_wrote_is_what_its_office_is_offered(
    store: Store, built: list[str], stick: Path
) -> None:
    keys = a_desk(store)
    copy_installers(quiet, built, str(stick))
    written = write_description(store, keys, stick, an_update(), TODAY)
    assert (written.version, written.number, written.is_new) == (NEWER, 1, True)
    trust = replace(trust_of(store), me="")
    offer = read_offer(Path(written.path), here(trust=trust, above=frozenset((DESK,))))
    assert offer.update == an_update()


def test_the_same_has_the_same_number_and_another_the_next(store: Store, stick: Path) -> None:
    keys = a_desk(store)
    numbers = [
        write_description(store, keys, stick, update, TODAY).number
        for update in (an_update(), an_update(), an_update("0.3.0"), an_update("0.3.0"))
    ]
    assert numbers == [1, 1, 2, 2]
    assert not write_description(store, keys, stick, an_update("0.3.0"), TODAY).is_new


def test_what_is_no_installer_is_not_copied(
    built: list[str], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = Path(built[0]).with_name("notes.txt")
    notes.write_bytes(b"x")
    empty = Path(built[0])
    empty.write_bytes(b"")
    for files, reason in (
        ([str(notes)], UpdateRefusal.NO_INSTALLER),
        ([str(empty)], UpdateRefusal.SIZE),
        ([f"{built[1]}x/{Path(built[1]).name}"], UpdateRefusal.UNREADABLE),
    ):
        with pytest.raises(InputRefused) as caught:
            copy_installers(quiet, files, str(stick))
        assert caught.value.reason == reason
    monkeypatch.setattr(update_writing, "MAX_INSTALLER_BYTES", 10)
    with pytest.raises(InputRefused):
        copy_installers(quiet, built[1:], str(stick))
    assert list(stick.iterdir()) == []
