"""The list of those without a photo, as a paper and as a workbook."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
from msgspec.structs import replace

from desktop.documents.missing_photos import slim, write_missing_photos
from desktop.documents.snapshot import Snapshot
from tests.builders import a_delegate
from tests.db.test_images import an_image
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.measure import Reading, overlaps


def a_case() -> Snapshot:
    snapshot = a_snapshot()
    exemplars, guests = (one.id for one in snapshot.file.conference.groups)
    photo = an_image(b"portrait")
    people = (
        a_delegate(1, name="Lê Ước", unit="Thôn 1", group_id=exemplars),
        a_delegate(2, name="Có Ảnh", photo_id=photo.id, group_id=exemplars),
        a_delegate(3, name="Hồ An", post="Phó", unit="Thôn 2", note="x", group_id=guests),
        a_delegate(4, name="Võ Ánh", group_id=exemplars),
    )
    return replace(snapshot, file=replace(snapshot.file, delegates=people, images=(photo,)))


def _written(path: Path) -> bytes:
    steps: list[tuple[int, int]] = []
    snapshot = slim(a_case())
    assert snapshot.file.images == ()
    write_missing_photos(lambda done, total: steps.append((done, total)), snapshot, path)
    assert steps == [(0, 1), (1, 1)]
    return path.read_bytes()


def test_the_paper_names_those_without_a_photo_by_group(tmp_path: Path) -> None:
    reading = Reading(_written(tmp_path / "a.pdf"))
    text = reading.flowing_text
    assert "DANH SÁCH" in text
    assert "Đại biểu chưa có ảnh" in text
    assert "Có Ảnh" not in text
    assert text.index("Võ Ánh") < text.index("Lê Ước") < text.index("Hồ An")
    assert "Danh sách có 3 người, trên tổng số 4 đại biểu." in text
    assert all(overlaps(page) == [] for page in reading.pages)


def test_the_workbook_has_their_group_in_a_column(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(_written(tmp_path / "a.xlsx"))).worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["STT", "Họ và tên", "Chức vụ, đơn vị", "Ghi chú", "Thành phần"],
        ["1", "Võ Ánh", None, None, "Đại biểu điển hình tiên tiến"],
        ["2", "Lê Ước", "Thôn 1", None, "Đại biểu điển hình tiên tiến"],
        ["3", "Hồ An", "Phó, Thôn 2", "x", "Khách mời"],
    ]
