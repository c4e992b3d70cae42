"""A desk with keys, and sticks that its communes hand over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from db.known_keys import KeyOrigin
from db.records import ConferenceFile
from desktop.handoff.bundle import Sender, seal
from desktop.handoff.conference_content import ConferenceContent, delegate_fields, write_content
from desktop.handoff.frame import Address, BundleKind
from desktop.handoff.key_ring import (
    UnlockedKeys,
    believe,
    make_own_keys,
    own_card,
    unlock_own,
)
from desktop.handoff.keys import PublicKeys
from desktop.models.province import Province
from desktop.windows.province.receive_dialog import ReceiveDialog
from tests.builders import a_conference, a_delegate, a_file, an_office, ident
from tests.desktop.handoff.a_province import NAMES
from tests.desktop.handoff.parties import TODAY, party

PATIENCE_MS = 30_000


def desk_keys(province: Province, *known: int) -> UnlockedKeys:
    """Make the desk's keys, and know the keys of some communes."""
    store = province.workspace.store
    make_own_keys(store)
    for commune in known:
        believe(store, commune_keys(commune).card(), KeyOrigin.COMPARED)
    return unlock_own(store)


def commune_keys(commune: int) -> Sender:
    """Give the keys of a commune."""
    sender = party(ident(commune))
    return Sender(id=sender.id, name=f"UBND {NAMES[commune - 1]}", keys=sender.keys)


def commune_file(
    commune: int, people: int = 2, first: dict[str, Any] | None = None, **fields: Any
) -> ConferenceFile:
    """Make the conference of a commune under the province's plan; `first` is its first person."""
    subject = ident(50 + commune)
    defaults: dict[str, Any] = {
        "id": subject,
        "office_id": ident(commune),
        "rule_pack_id": "binh-hoa-2024",
        "rule_pack_version": 90,
        "unit_id": f"xa-{commune}",
        "title": f"Hội nghị điển hình tiên tiến {NAMES[commune - 1]}",
    }
    listed = [
        a_delegate(
            number,
            **{"conference_id": subject, "name": f"Nguyễn Văn {number}"}
            | ((first or {}) if number == 1 else {}),
        )
        for number in range(1, people + 1)
    ]
    conference = a_conference(**(defaults | fields))
    office = an_office(id=ident(commune), name=f"Ủy ban nhân dân {NAMES[commune - 1]}")
    return a_file(*listed, office=office, conference=conference)


def sealed(province: Province, commune: int, number: int = 1, **fields: Any) -> bytes:
    """Seal the conference of a commune for the desk."""
    file = commune_file(commune, **fields)
    content = write_content(ConferenceContent(file=file), delegate_fields())
    address = Address(
        kind=BundleKind.CONFERENCE,
        recipient=_desk_card(province)[0],
        subject=file.conference.id,
        number=number,
        sealed_on=TODAY,
    )
    return seal(address, content, commune_keys(commune), _desk_card(province)[1])


def a_stick(folder: Path, *bundles: bytes) -> Path:
    """Write bundles into a folder, named in their order."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(bundles):
        (folder / f"{number:03}.hoinghi").write_bytes(data)
    return folder


def wait(qtbot: QtBot, what: Callable[[], bool]) -> None:
    """Wait for the processes that read and write."""
    qtbot.waitUntil(what, timeout=PATIENCE_MS)


def take_over(qtbot: QtBot, province: Province, keys: UnlockedKeys, stick: Path) -> None:
    """Take over all that is good on a stick."""
    dialog = ReceiveDialog(province, keys)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.stick.show_folder(stick)
    dialog.look_through()
    wait(qtbot, dialog.take_button.isEnabled)
    dialog.session.take()
    wait(qtbot, dialog.receipts_button.isVisible)
    dialog.reject()


def _desk_card(province: Province) -> tuple[str, PublicKeys]:
    card = own_card(province.workspace.store)
    assert card is not None
    return card.id, card.keys
