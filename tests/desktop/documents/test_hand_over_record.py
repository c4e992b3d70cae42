from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import docx

from db.handoffs import SentBundle, SentCopy
from desktop.documents.docx.write import write_docx
from desktop.documents.hand_over_record import HandOver, hand_over_record, short_digest
from desktop.documents.pdf import write_pdf
from tests.builders import NOON, an_office
from tests.db.keys import sent_bundle
from tests.desktop.documents.measure import Reading, overlaps
from tests.desktop.handoff.parties import DESK, OFFICE, party


def told(**fields: Any) -> HandOver:
    copy = SentCopy(copied_at=datetime(2025, 3, 1, tzinfo=UTC), volume="KINGSTON", place="E:/")
    bundle: SentBundle = sent_bundle(
        **({"copies": (copy,), "content_sha512": "ab12" * 32} | fields)
    )
    return HandOver(
        office=an_office(),
        conference="Hội nghị xã Bình Hòa",
        sender=party(OFFICE).card(),
        receiver=party(DESK).card(),
        bundle=bundle,
    )


def text_of(record: HandOver) -> str:
    reading = Reading(write_pdf(hand_over_record(record), NOON).data)
    assert all(overlaps(page) == [] for page in reading.pages)
    return " ".join(reading.flowing_text.split())


def test_the_record_tells_counts_and_the_short_fingerprint() -> None:
    text = text_of(told())
    for part in (
        "BIÊN BẢN",
        "Gói số 1, niêm phong ngày 01 tháng 3 năm 2025.",
        "Người trong danh sách đại biểu 140",
        "Văn bản kèm theo (PDF) 01",
        "Mã nội dung: AB12 AB12 AB12 AB12.",
        "USB: KINGSTON.",
        party(OFFICE).card().fingerprint(),
        party(DESK).card().fingerprint(),
    ):
        assert part in text


def test_what_was_told_of_each_person_is_named() -> None:
    text = text_of(told(fields=("birth", "photo_id"), papers=()))
    assert "ngày sinh; ảnh chân dung." in text
    assert "Tệp văn bản" not in text
    assert "chỉ họ tên" in text_of(told(fields=()))


def test_a_stick_without_a_label_is_called_so() -> None:
    copy = SentCopy(copied_at=datetime(2025, 3, 1, tzinfo=UTC), volume="", place="E:/")
    assert "USB: không có nhãn." in text_of(told(copies=(copy,)))


def test_the_record_can_be_edited_in_word() -> None:
    document = docx.Document(io.BytesIO(write_docx(hand_over_record(told()), NOON)))
    texts = [one.text for one in document.paragraphs]
    assert any("Mã nội dung: AB12" in text for text in texts)


def test_a_hash_is_shortened_for_the_eye() -> None:
    assert short_digest("0123456789abcdef" * 8) == "0123 4567 89AB CDEF"
