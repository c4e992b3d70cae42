"""The outline of the review report: heads of the pack, else the usual ones."""

from __future__ import annotations

import msgspec

from desktop.documents.blocks import Paragraph, Role
from desktop.documents.report_outline import report_outline_document
from desktop.documents.snapshot import Snapshot
from desktop.rules.load import shipped_pack
from tests.desktop.documents.binh_hoa import a_snapshot


def heads(snapshot: Snapshot) -> list[str]:
    return [
        "".join(run.text for run in block.runs)
        for block in report_outline_document(snapshot).parts[0].blocks
        if isinstance(block, Paragraph) and block.role in {Role.SECTION, Role.CLAUSE}
    ]


def test_the_heads_are_those_of_the_plan_with_its_years() -> None:
    pack = shipped_pack("hung-yen-2019")
    assert pack is not None
    level = pack.levels[0]
    plain = a_snapshot(level_id=level.id, rule_pack_id=pack.id)
    outline = level.texts.report
    assert outline.parts
    found = heads(msgspec.structs.replace(plain, rules=pack))
    assert len(found) == sum(1 + len(part.heads) for part in outline.parts)
    assert not any("{" in head for head in found)


def test_a_plan_that_names_no_heads_gets_the_usual_ones() -> None:
    found = heads(a_snapshot())
    assert found[0] == (
        "I. Đánh giá phong trào thi đua và công tác khen thưởng giai đoạn 2020-2025"
    )
    assert "II. Phương hướng, nhiệm vụ giai đoạn 2025-2030" in found


def test_without_a_pack_the_years_are_the_conferences_own() -> None:
    found = heads(msgspec.structs.replace(a_snapshot(), rules=None))
    assert found[-4] == "II. Phương hướng, nhiệm vụ giai đoạn 2025-2030"


def test_a_conference_that_knows_no_years_leaves_them_open() -> None:
    snapshot = a_snapshot(period=None, next_period=None)
    assert heads(msgspec.structs.replace(snapshot, rules=None))[-4].endswith("giai đoạn …")
