"""The decision on the organising committee."""

from __future__ import annotations

from typing import Any

from db.records import CommitteeMember, PaperChoice, PaperSettings, Signer, SigningForm
from desktop.documents.blocks import Paragraph, Role, Table
from desktop.documents.decision_paper import decision_document
from tests.builders import ident
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.official import table_texts

MEMBERS = (
    CommitteeMember(
        id=ident(61), name="H'Nga Êban", post="Phó Chủ tịch", role="Trưởng ban", task="Chung"
    ),
    CommitteeMember(id=ident(62), name="Lê Văn Ba", role="Ủy viên", subcommittee="Nội dung"),
    CommitteeMember(id=ident(63), name="Võ Thị Tư", subcommittee="Tiểu ban Phục vụ"),
)


def lines(role: Role, **fields: Any) -> list[str]:
    snapshot = a_snapshot(**{"committee": MEMBERS, "signer_id": ident(2)} | fields)
    return [
        "".join(run.text for run in block.runs)
        for block in decision_document(snapshot).parts[0].blocks
        if isinstance(block, Paragraph) and block.role is role
    ]


def test_the_articles_are_numbered_and_titled() -> None:
    assert lines(Role.ARTICLE, committee=MEMBERS[:1]) == [
        "Điều 1. Thành lập Ban Tổ chức",
        "Điều 2. Nhiệm vụ của Ban Tổ chức",
        "Điều 3. Hiệu lực và trách nhiệm thi hành",
    ]
    assert lines(Role.ARTICLE)[1] == "Điều 2. Thành lập các Tiểu ban"
    assert len(lines(Role.ARTICLE)) == 4


def test_members_stand_with_post_and_task_and_again_in_their_subcommittee() -> None:
    document = decision_document(a_snapshot(committee=MEMBERS))
    rows = table_texts(document)
    assert rows[0] == ["1", "H'Nga Êban", "Phó Chủ tịch", "Trưởng ban", "Chung"]
    assert [row[0] for row in rows if len(row) == 1] == ["Tiểu ban Nội dung", "Tiểu ban Phục vụ"]
    assert rows[-1][1] == "Võ Thị Tư"


def test_columns_are_those_chosen() -> None:
    settings = PaperSettings(key="decision", columns=("role", "name", "unheard-of"))
    document = decision_document(a_snapshot(committee=MEMBERS[:1], papers=(settings,)))
    table = next(block for block in document.parts[0].blocks if isinstance(block, Table))
    assert [column.heading for column in table.columns] == ["Chức danh", "Họ và tên"]
    assert table_texts(document) == [["Trưởng ban", "H'Nga Êban"]]


def test_who_decides_is_who_is_signed_for() -> None:
    assert lines(Role.DECIDING) == ["Ủy ban nhân dân xã Bình Hòa", "Quyết định:"]
    director = Signer(id=ident(2), name="Lê Ba", post="GIÁM ĐỐC")
    deputy = Signer(
        id=ident(2), name="A", post="PHÓ", form=SigningForm.FOR_HEAD, head_post="GIÁM ĐỐC"
    )
    for signer in (director, deputy):
        office = {"signers": (signer,), "name": "Sở Nội vụ"}
        assert lines(Role.DECIDING, office=office)[0] == "GIÁM ĐỐC Sở Nội vụ"


def test_it_rests_on_the_bases_of_the_plan_the_plan_itself_and_a_proposal() -> None:
    proposer = PaperChoice(name="proposer", value="Công chức Văn phòng.")
    settings = PaperSettings(key="decision", choices=(proposer,))
    bases = lines(Role.BASIS, papers=(settings,), bases=("Căn cứ Luật Thi đua, khen thưởng",))
    assert bases[0] == "Căn cứ Luật Thi đua, khen thưởng;"
    assert bases[1].startswith("Căn cứ Kế hoạch số ")
    assert bases[1].endswith("xã Bình Hòa giai đoạn 2020-2025;")
    assert bases[2] == "Theo đề nghị của công chức Văn phòng."
