from __future__ import annotations

from datetime import date

from desktop.documents.blocks import Document
from desktop.documents.key_papers import fingerprint_form, recovery_paper
from desktop.documents.pdf import write_pdf
from desktop.handoff.keys import recovery_identity
from tests.builders import NOON, an_office
from tests.desktop.documents.measure import Reading, overlaps
from tests.desktop.handoff.parties import OFFICE, new_keys, party

DAY = date(2025, 3, 1)
CARD = party(OFFICE).card()


def text_of(document: Document) -> str:
    reading = Reading(write_pdf(document, NOON).data)
    assert all(overlaps(page) == [] for page in reading.pages)
    assert len(reading.pages) == 1
    return reading.flowing_text


def test_the_recovery_key_can_be_typed_off_its_paper() -> None:
    key = new_keys(OFFICE).recovery_key
    text = text_of(recovery_paper(an_office(), CARD, key, DAY))
    assert "KHÓA KHÔI PHỤC" in text
    assert f"Cơ quan: {CARD.name}." in text
    assert "Lập ngày 01 tháng 3 năm 2025." in text
    groups = key.split()
    start, end = text.index(groups[0]), text.rindex(groups[-1]) + len(groups[-1])
    assert str(recovery_identity(text[start:end]).to_public()) == CARD.keys.recovery


def test_the_form_shows_the_fingerprint_and_what_was_revoked() -> None:
    text = text_of(fingerprint_form(an_office(), CARD, (1, 3), DAY))
    assert CARD.fingerprint() in " ".join(text.split())
    assert "Khóa không còn dùng, theo số: 1, 3." in text
    assert "NGƯỜI ĐỐI CHIẾU" in text
    assert "Chưa thu hồi khóa nào." in text_of(fingerprint_form(an_office(), CARD, (), DAY))
