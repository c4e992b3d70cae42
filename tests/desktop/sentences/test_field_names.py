from __future__ import annotations

from desktop.documents.badges.compose import _MENDED_IN
from desktop.rules.findings import FindingCode
from desktop.sentences.field_names import FIELD_NAMES, field_name
from tests.desktop.sentences.test_findings import FINDINGS


def test_fields_are_named_wherever_they_stand() -> None:
    assert field_name("office.symbol") == field_name("symbol") == "symbol of the office"
    assert field_name("groups:0a") == "groups of participants"
    assert field_name("elements[3]") == "elements[3]"


def test_every_field_that_a_sentence_names_has_a_name() -> None:
    sections = {finding.field for finding in FINDINGS if finding.code is FindingCode.SECTION_EMPTY}
    assert len(sections) >= 8
    assert sections | set(_MENDED_IN.values()) <= FIELD_NAMES.keys()
