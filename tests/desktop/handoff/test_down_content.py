from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from desktop.errors import InputRefused
from desktop.handoff.archive import read_archive, write_archive
from desktop.handoff.bundle import open_bundle, seal, sign_openly
from desktop.handoff.down_content import (
    DownRefusal,
    PlacesOfUnit,
    Remark,
    Reply,
    Rules,
    RulesContent,
    check_standing,
    is_expired,
    read_asked_fields,
    read_reply,
    read_rules,
    write_reply,
    write_rules,
)
from desktop.handoff.frame import BundleKind, Header
from desktop.handoff.receipts import ReceiptRefusal, Verdict, receipt_for, sign_receipt
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.standing import Held, Standing
from desktop.paths import resource
from tests.desktop.handoff.parties import (
    DESK,
    HERE,
    OFFICE,
    STRANGER,
    TODAY,
    address,
    opened,
    party,
    sealed,
    trust_of,
)

PACK = resource("rulepacks", "binh-hoa-2024.toml").read_bytes()
NAME = "binh-hoa-2024-1"
RULES = Rules(valid_until=date(2025, 12, 31), keys=(party(DESK).keys.public(),), revoked=(7,))


def a_reply(office: str = OFFICE, **fields: Any) -> Reply:
    receipt = receipt_for(opened(sealed()).header, Verdict.RETURNED)
    defaults: dict[str, Any] = {
        "quotas": (
            PlacesOfUnit(office=office, pack_id="soc-trang", unit="x", places=5, alternates=1),
        ),
        "remarks": (Remark(office=office, subject=HERE, number=1, text="Thiếu năm sinh"),),
        "receipts": (sign_receipt(receipt, party(DESK).keys),),
    }
    return Reply(**(defaults | fields))


def header_of(kind: BundleKind = BundleKind.REPLY, number: int = 1) -> Header:
    down = address(kind=kind, recipient=OFFICE, subject="", number=number)
    data = seal(down, b"", party(DESK), party(OFFICE).keys.public())
    identities = [party(OFFICE).keys.identity()]
    return open_bundle(data, identities, trust_of(OFFICE, DESK)).header


def refusal_of_rules(members: Mapping[str, bytes]) -> str:
    with pytest.raises(InputRefused) as refused:
        read_rules(write_archive(members))
    return refused.value.reason


def refusal_of_reply(reply: Reply) -> InputRefused:
    with pytest.raises(InputRefused) as refused:
        read_reply(write_reply(reply), header_of())
    return refused.value


def test_rules_go_down_to_everybody_and_come_out_as_they_were() -> None:
    content = RulesContent(rules=RULES, packs={NAME: PACK})
    for_all = address(kind=BundleKind.RULES, recipient="", subject="")
    data = sign_openly(for_all, write_rules(content), party(DESK))
    for reader in (OFFICE, STRANGER):
        read = open_bundle(data, [party(reader).keys.identity()], trust_of(reader, DESK))
        assert read_rules(read.content) == content


def test_what_is_asked_of_each_person_is_read_and_left_out_where_nothing_is() -> None:
    asking = write_rules(RulesContent(rules=replace(RULES, fields=("birth", "post"))))
    assert read_asked_fields(asking) == ("birth", "post")
    silent = write_rules(RulesContent(rules=RULES))
    assert read_asked_fields(silent) == ()
    assert b"fields" not in read_archive(silent)["rules.json"]


def test_a_reply_is_read_by_its_office_alone() -> None:
    reply = a_reply()
    down = address(kind=BundleKind.REPLY, recipient=OFFICE, subject="")
    data = seal(down, write_reply(reply), party(DESK), party(OFFICE).keys.public())
    read = open_bundle(data, [party(OFFICE).keys.identity()], trust_of(OFFICE, DESK))
    assert read_reply(read.content, read.header) == reply
    with pytest.raises(InputRefused) as refused:
        open_bundle(data, [party(STRANGER).keys.identity()], trust_of(STRANGER, DESK))
    assert refused.value.reason == BundleRefusal.NOT_FOR_US


@pytest.mark.parametrize("what", ["quota", "remark", "receipt"])
def test_what_is_meant_for_another_office_is_refused(what: str) -> None:
    other = a_reply(STRANGER)
    others_bundle = receipt_for(opened(sealed()).header, Verdict.RECEIVED)
    astray = msgspec.structs.replace(others_bundle, sender=STRANGER)
    reply = {
        "quota": a_reply(quotas=other.quotas),
        "remark": a_reply(remarks=other.remarks),
        "receipt": a_reply(receipts=(sign_receipt(astray, party(DESK).keys),)),
    }[what]
    refusal = refusal_of_reply(reply)
    assert (refusal.reason, refusal.facts) == (DownRefusal.OTHER_OFFICE, {"what": what})


def test_a_receipt_of_another_desk_is_refused() -> None:
    receipt = receipt_for(opened(sealed()).header, Verdict.RECEIVED)
    elsewhere = msgspec.structs.replace(receipt, receiver=STRANGER)
    reply = a_reply(receipts=(sign_receipt(elsewhere, party(DESK).keys),))
    assert refusal_of_reply(reply).reason == DownRefusal.OTHER_OFFICE
    forged = a_reply(receipts=(sign_receipt(receipt, party(STRANGER).keys),))
    assert refusal_of_reply(forged).reason == ReceiptRefusal.SIGNATURE


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"reply.json": b"{"},
        {"reply.json": b'{"places":5}'},
        {"reply.json": b"{}", "setup.exe": b""},
        {"reply.json": b'{"quotas":[],"quotas":[]}'},
    ],
)
def test_a_reply_that_makes_no_sense_is_refused(members: Mapping[str, bytes]) -> None:
    with pytest.raises(InputRefused) as refused:
        read_reply(write_archive(members), header_of())
    assert refused.value.reason == BundleRefusal.CONTENT


def test_rules_that_make_no_sense_are_refused() -> None:
    rules = {"rules.json": msgspec.json.encode(RULES)}
    assert refusal_of_rules({}) == BundleRefusal.CONTENT
    assert refusal_of_rules({"rules.json": b'{"keys":[]}'}) == BundleRefusal.CONTENT
    odd = msgspec.json.encode(replace(RULES, fields=("../birth",)))
    assert refusal_of_rules({"rules.json": odd}) == BundleRefusal.CONTENT
    assert refusal_of_rules(rules | {"packs/a.py": b""}) == BundleRefusal.CONTENT
    assert refusal_of_rules(rules | {"packs/a-1.toml": b"a = ["}) == DownRefusal.PACK
    # a sound plan under the name of another
    assert refusal_of_rules(rules | {"packs/binh-hoa-2024-2.toml": PACK}) == DownRefusal.PACK


def test_the_highest_number_is_remembered_and_an_older_one_refused() -> None:
    header = header_of(number=3)
    assert check_standing(header, None) is Standing.NEW
    assert check_standing(header, Held(2, "aa")) is Standing.NEWER
    assert check_standing(header, Held(3, header.content_sha512)) is Standing.SAME
    with pytest.raises(InputRefused) as older:
        check_standing(header, Held(4, header.content_sha512))
    assert (older.value.reason, older.value.facts) == (DownRefusal.OLDER, {"number": 3, "known": 4})
    with pytest.raises(InputRefused) as fork:
        check_standing(header, Held(3, "aa"))
    assert fork.value.reason == DownRefusal.FORK


def test_a_conference_is_nothing_that_comes_down() -> None:
    with pytest.raises(InputRefused) as refused:
        check_standing(opened(sealed()).header, None)
    assert refused.value.reason == DownRefusal.NOT_DOWN


def test_what_has_run_out_is_warned_about_and_read_all_the_same() -> None:
    assert is_expired(RULES, date(2026, 1, 1))
    assert not is_expired(RULES, date(2025, 12, 31))
    assert not is_expired(a_reply(), TODAY)
    assert read_rules(write_rules(RulesContent(rules=RULES))).rules == RULES
