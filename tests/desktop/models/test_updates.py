from __future__ import annotations

from pathlib import Path

import pytest

from db.backups import Reason
from db.errors import StoreFull
from db.known_keys import KeyOrigin
from db.reporting_offices import ReportingOffice
from desktop.handoff.key_ring import believe
from desktop.handoff.standing import Held
from desktop.handoff.updates import Offer, read_offer
from desktop.models.updates import Updates
from desktop.models.workspace import Workspace
from desktop.program_form import Form
from desktop.shipped_parts import program_version
from tests.desktop.handoff.offices import settled
from tests.desktop.handoff.parties import DESK, OFFICE, STRANGER, party
from tests.desktop.handoff.updating import CURRENT, put_update


@pytest.fixture
def updates(workspace: Workspace) -> Updates:
    settled(workspace.store)
    return Updates(workspace, form=Form.WINDOWS, version=CURRENT)


@pytest.fixture
def offer(updates: Updates, tmp_path: Path) -> Offer:
    return read_offer(put_update(tmp_path / "stick"), updates.here)


def test_an_office_follows_those_it_hands_over_to_and_itself(updates: Updates) -> None:
    assert updates.here.above == {DESK, OFFICE}
    assert updates.here.held == {}


def test_whom_it_only_receives_from_it_does_not_follow(
    updates: Updates, workspace: Workspace
) -> None:
    believe(workspace.store, party(STRANGER).card(), KeyOrigin.COMPARED)
    assert STRANGER not in updates.here.above
    # a desk may have typed the keys of an office in where those of its own desk belong
    workspace.store.handoffs.add_receiver(STRANGER)
    assert STRANGER in updates.here.above
    workspace.store.reporting_offices.save([ReportingOffice(office_id=STRANGER, name="Xã A")])
    assert STRANGER not in updates.here.above


def test_an_office_that_is_not_entered_follows_nobody(workspace: Workspace) -> None:
    updates = Updates(workspace)
    assert updates.here.above == frozenset()
    assert (updates.form, updates.version) == (None, program_version())


def test_before_anything_is_installed_all_is_backed_up(
    updates: Updates, offer: Offer, workspace: Workspace
) -> None:
    backup = updates.back_up(offer)
    assert backup.reason is Reason.UPDATE
    assert backup.content is not None
    assert backup in workspace.store.backups.list()
    assert updates.here.held == {DESK: Held(offer.number, offer.content_sha512)}
    assert updates.ready(offer, "/x").installer == offer.installer


def test_without_a_backup_there_is_nothing_to_install(
    updates: Updates, offer: Offer, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_reason: Reason) -> None:
        raise StoreFull(Path("/x"), "full")

    with monkeypatch.context() as full:
        full.setattr(workspace.store.backups, "make", fail)
        with pytest.raises(StoreFull):
            updates.back_up(offer)


def test_copies_lie_beside_the_store_and_go_when_they_are_done(updates: Updates) -> None:
    updates.folder.mkdir()
    done = updates.folder / f"Hoinghi-{CURRENT}-setup.exe"
    done.write_bytes(b"MZ")
    updates.clear()
    assert not done.exists()
