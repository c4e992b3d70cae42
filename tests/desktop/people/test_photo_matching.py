"""Whose photo a file is, and what storing the photos of a folder would do."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from db.records import Delegate
from desktop.errors import InputRefused
from desktop.people import photo_matching
from desktop.people.photo_matching import (
    MatchedBy,
    PhotoFile,
    find_photos_job,
    match_photos,
)
from desktop.people.photo_plan import FileState, PhotoPlan
from tests.builders import a_delegate, ident

AN = a_delegate(1, name="Lê Văn An", badge_number=12, id_number="066080000001", unit="Thôn 1")
TWIN = a_delegate(2, name="Lê Văn An", badge_number=13, unit="Thôn 2", post="Trưởng thôn")
UOC = a_delegate(3, name="Nguyễn Thị Ước", badge_number=7)
YWANG = a_delegate(4, name="H'Hen Niê", badge_number=None, id_number="240 123 456")
PEOPLE = (AN, TWIN, UOC, YWANG, a_delegate(5, name=""))


def match(name: str, people: tuple[Delegate, ...] = PEOPLE) -> tuple[MatchedBy | None, list[int]]:
    (file,) = match_photos([f"/ảnh/{name}"], people)
    return file.matched_by, [int(one, 16) - 1000 for one in file.person_ids]


@pytest.mark.parametrize(
    ("name", "by", "people"),
    [
        ("066080000001.jpg", MatchedBy.CARD, [1]),
        ("Anh the 240123456 mat truoc.png", MatchedBy.CARD, [4]),
        ("Nguyễn Thị Ước 066080000001.JPG", MatchedBy.CARD, [1]),
        ("12.jpg", MatchedBy.NUMBER, [1]),
        ("007.jpeg", MatchedBy.NUMBER, [3]),
        ("STT 13.jpg", MatchedBy.NUMBER, [2]),
        ("Số thẻ 7.jpg", MatchedBy.NUMBER, [3]),
        ("Nguyễn Thị Ước.jpg", MatchedBy.NAME, [3]),
        ("nguyen_thi_uoc.jpg", MatchedBy.NAME, [3]),
        ("NguyenThiUoc (2).jpg", MatchedBy.NAME, [3]),
        ("99 Nguyen Thi Uoc.jpg", MatchedBy.NAME, [3]),
        ("hhen nie.jpg", MatchedBy.NAME, [4]),
        ("Lê Văn An.jpg", MatchedBy.NAME, [1, 2]),
        ("13. Le Van An.jpg", MatchedBy.NAME, [2]),
        ("Le Van An 12.jpg", MatchedBy.NAME, [1]),
        ("50 Le Van An.jpg", MatchedBy.NAME, [1, 2]),
        ("Le Van An - Thon 2.jpg", MatchedBy.NAME, [2]),
        ("Le Van An truong thon.jpg", MatchedBy.NAME, [2]),
        ("Le Van An - thôn 1 xã Bình Hòa.jpg", MatchedBy.NAME, [1]),
        ("Le Van An cuoi.jpg", None, []),
        ("IMG_0012.jpg", None, []),
        ("DSC00007.jpg", None, []),
        ("999.jpg", None, []),
        ("Zalo.jpg", None, []),
        ("123456789.jpg", None, []),
        (".jpg.jpg", None, []),
    ],
)
def test_a_file_is_matched_by_what_its_name_tells(
    name: str, by: MatchedBy | None, people: list[int]
) -> None:
    assert match(name) == (by, people)


def test_a_name_in_decomposed_letters_is_the_same_name() -> None:
    assert match(unicodedata.normalize("NFD", "Nguyễn Thị Ước.jpg"))[1] == [3]


def test_the_longest_name_counts() -> None:
    people = (a_delegate(1, name="Lê An"), a_delegate(2, name="Lê An Bình"))
    assert match("Le An Binh.jpg", people)[1] == [2]


def test_a_file_that_is_no_picture_is_told_apart() -> None:
    (file,) = match_photos(["/x/Lê Văn An.heic"], PEOPLE)
    assert not file.is_picture
    assert file.person_ids == ()


def test_a_folder_is_looked_through_with_those_in_it(tmp_path: Path) -> None:
    inner = tmp_path / "Thôn 1"
    inner.mkdir()
    for path in (tmp_path / "b.jpg", inner / "a.png", tmp_path / ".hidden.jpg"):
        path.write_bytes(b"x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "c.jpg").write_bytes(b"x")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    steps: list[tuple[int, int]] = []
    found = find_photos_job(lambda done, total: steps.append((done, total)), tmp_path)
    assert [Path(path).name for path in found] == ["a.png", "b.jpg"]
    assert steps == [(0, 1), (1, 1)]


def test_a_folder_that_is_gone_or_too_full_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InputRefused, match="file-unreadable"):
        find_photos_job(lambda *_: None, tmp_path / "gone")
    monkeypatch.setattr(photo_matching, "MAX_FILES", 1)
    for name in "ab":
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(InputRefused, match="too-many-files"):
        find_photos_job(lambda *_: None, tmp_path)


def a_file(path: str, *people: Delegate, is_picture: bool = True) -> PhotoFile:
    return PhotoFile(path=path, person_ids=tuple(one.id for one in people), is_picture=is_picture)


def test_each_file_has_its_fate() -> None:
    has_one = a_delegate(6, name="Có Ảnh", photo_id="a" * 64)
    files = (
        a_file("uoc", UOC),
        a_file("twins", AN, TWIN),
        a_file("one", YWANG),
        a_file("two", YWANG),
        a_file("nobody"),
        a_file("list", is_picture=False),
        a_file("kept", has_one),
    )
    plan = PhotoPlan(files, (*PEOPLE, has_one))
    assert [plan.state(file) for file in files] == [
        FileState.STORED,
        FileState.ASKED,
        FileState.DOUBLE,
        FileState.DOUBLE,
        FileState.NOBODY,
        FileState.NO_PICTURE,
        FileState.KEPT,
    ]
    assert plan.counts[FileState.DOUBLE] == 2
    assert plan.wanted == ((UOC.id, "uoc"),)
    assert [one.name for one in plan.left_without] == ["Lê Văn An", "Lê Văn An", "H'Hen Niê", ""]
    assert plan.candidates(files[1]) == (AN, TWIN)


def test_what_the_officer_chooses_decides() -> None:
    has_one = a_delegate(6, name="Có Ảnh", photo_id="a" * 64)
    files = (
        a_file("twins", AN, TWIN),
        a_file("one", UOC),
        a_file("two", UOC),
        a_file("k", has_one),
    )
    chosen = {"twins": TWIN.id, "two": ""}
    plan = PhotoPlan(files, (*PEOPLE, has_one), chosen, replaces=True)
    assert plan.wanted == ((TWIN.id, "twins"), (UOC.id, "one"), (has_one.id, "k"))
    assert plan.state(files[2]) is FileState.NOBODY
    nobody = PhotoPlan(files[:1], PEOPLE, {"twins": ""})
    assert nobody.state(files[0]) is FileState.NOBODY


def test_people_who_left_the_list_meanwhile_get_nothing() -> None:
    plan = PhotoPlan((a_file("x", a_delegate(77)), a_file("y", a_delegate(77), AN)), PEOPLE)
    assert plan.wanted == ()
    assert plan.candidates(plan.files[1]) == (AN,)
    assert ident(1077) not in {one.id for one in plan.left_without}
