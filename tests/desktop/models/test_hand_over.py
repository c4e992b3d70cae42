from __future__ import annotations

from pathlib import Path

import pytest

from db.errors import StoreFull
from db.known_keys import KeyOrigin
from desktop.handoff.key_ring import make_own_keys
from desktop.handoff.keys import make_keys
from desktop.handoff.sealing import seal_file
from desktop.models.hand_over import HandOverDesk, volume_label
from desktop.models.workspace import Workspace
from tests.builders import an_office
from tests.desktop.handoff.parties import DESK, party
from tests.hands import delete_now


@pytest.fixture
def desk(workspace: Workspace) -> HandOverDesk:
    workspace.store.offices.save(an_office(name="Ủy ban nhân dân xã Đắk Hà"))
    return HandOverDesk(workspace)


def test_an_office_without_keys_has_no_papers_of_them(desk: HandOverDesk) -> None:
    assert desk.card is None
    assert desk.form() is None
    assert desk.recovery_paper("x") is None
    assert desk.next_key_number() == 1
    delete_now(desk)


def test_new_keys_are_used_at_once_and_the_older_ones_still_open(desk: HandOverDesk) -> None:
    for number in (1, 2):
        desk.note_made(make_keys(number=number))
    assert desk.unlocked is not None
    assert desk.unlocked.sender.keys.number == 2
    assert set(desk.unlocked.identities) == set(desk.unlock_plain().identities)
    desk.note_rested(desk.pairs)
    assert repr(desk.opening_keys) == "OpeningKeys(0)", "they are locked again"
    delete_now(desk)


def test_a_bundle_that_cannot_be_noted_leaves_no_sealed_file(
    desk: HandOverDesk, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    conference = workspace.add_sample()
    make_own_keys(workspace.store)
    desk.believe(party(DESK).card(), KeyOrigin.COMPARED)
    (receiver,) = desk.desks()
    asked = desk.ask(conference, receiver, ("post",), (), desk.unlock_plain())
    sealed = seal_file(asked.order, {})
    with monkeypatch.context() as patch:

        def full(_: object) -> None:
            raise StoreFull(Path("hoinghi.db"))

        patch.setattr(workspace.store.handoffs, "add", full)
        with pytest.raises(StoreFull):
            desk.note_sealed(asked, sealed)
    assert list(workspace.store.handoffs.folder.iterdir()) == []
    assert desk.bundles(conference) == ()
    seal_file(asked.order, {})
    bundle = desk.note_sealed(asked, sealed)
    assert desk.receiver_name(bundle) == party(DESK).name
    assert desk.kept_file(bundle) is not None
    Path(sealed.path).unlink()
    assert desk.kept_file(bundle) is None
    target = desk.target(bundle, Path("/media/usb"))
    assert target.name == f"uy-ban-nhan-dan-xa-dak-ha-{conference[-6:]}-1.hoinghi"
    delete_now(desk)


def test_what_a_cut_off_sealing_left_is_thrown_out_before_the_next(
    desk: HandOverDesk, workspace: Workspace
) -> None:
    conference = workspace.add_sample()
    make_own_keys(workspace.store)
    desk.believe(party(DESK).card(), KeyOrigin.COMPARED)
    (receiver,) = desk.desks()
    asked = desk.ask(conference, receiver, (), (), desk.unlock_plain())
    bundle = desk.note_sealed(asked, seal_file(asked.order, {}))
    folder = workspace.store.handoffs.folder
    (folder / "0.hoinghi").write_bytes(b"cut off")
    desk.ask(conference, receiver, (), (), desk.unlock_plain())
    assert [one.name for one in folder.iterdir()] == [bundle.sealed_name]
    delete_now(desk)


def test_a_record_can_be_printed_after_the_keys_of_the_receiver_were_revoked(
    desk: HandOverDesk, workspace: Workspace
) -> None:
    conference = workspace.add_sample()
    make_own_keys(workspace.store)
    desk.believe(party(DESK).card(), KeyOrigin.COMPARED)
    (receiver,) = desk.desks()
    asked = desk.ask(conference, receiver, (), (), desk.unlock_plain())
    bundle = desk.note_sealed(asked, seal_file(asked.order, {}))
    before = desk.record(bundle)
    desk.revoke(receiver)
    assert desk.record(bundle) == before
    assert before is not None
    assert desk.desks() == ()
    delete_now(desk)


def test_a_place_without_a_label_is_named_by_nothing(tmp_path: Path) -> None:
    assert volume_label(tmp_path / "gone") == ""
