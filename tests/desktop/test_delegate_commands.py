from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.records import BirthDate, Delegate
from desktop import delegate_commands
from desktop.cli import run_command
from desktop.conference_file import read_conference_file, write_conference_file
from desktop.exit_code import ExitCode
from desktop.jobs import JobFailed, JobFailure
from desktop.people.text import clean
from tests.builders import a_delegate, a_file, ident
from tests.desktop.lists import three_people, write_list
from tests.desktop.people.old_encoders import to_tcvn3

Output = pytest.CaptureFixture[str]
LANGUAGES = pytest.mark.parametrize(
    ("language", "said"), [("vi", "Đã thêm: 3."), ("en", "Added: 3.")]
)


@pytest.fixture
def conference(tmp_path: Path) -> Path:
    path = tmp_path / "hội nghị.json"
    write_conference_file(path, a_file())
    return path


def brought(conference: Path, list_path: Path, *words: str | Path) -> tuple[int, list[Delegate]]:
    """Import a list; give the exit code and the people written."""
    to = conference.with_name("mới.json")
    command = ["delegates", "import", conference, list_path, "--to", to, *words]
    status = run_command([str(word) for word in command])
    return status, list(read_conference_file(to).delegates) if to.exists() else []


def a_mapping(folder: Path, text: str) -> Path:
    path = folder / "m.toml"
    path.write_text(text, encoding="utf-8")
    return path


@LANGUAGES
def test_a_list_is_taken_over_and_what_needs_a_look_is_told(
    conference: Path, tmp_path: Path, capsys: Output, language: str, said: str
) -> None:
    status, people = brought(
        conference, three_people(tmp_path), "--report", tmp_path / "r.xlsx", "--lang", language
    )
    assert status == ExitCode.RULES_BROKEN, "a birth date could not be taken"
    assert [one.name for one in people] == [
        "Nguyễn Thị Ước",
        "Y Wang Niê",
        "Trần <b>Bình</b> & Con",
    ]
    assert said in capsys.readouterr().out
    assert len(load_workbook(tmp_path / "r.xlsx").worksheets) == 5
    assert read_conference_file(conference).delegates == ()


def test_a_list_without_doubts_is_done(conference: Path, tmp_path: Path, capsys: Output) -> None:
    path = write_list(tmp_path, ("S", (("Họ tên", "Năm sinh"), ("Lê An", 1980))))
    status, people = brought(conference, path)
    assert status == ExitCode.DONE
    assert people[0].birth == BirthDate(year=1980)
    assert people[0].group_id == ident(12)


def test_a_mapping_says_what_is_guessed_otherwise(conference: Path, tmp_path: Path) -> None:
    rows = (
        ("x", "y", "z", to_tcvn3("Đường")),
        ("a", "Lê An", "Tổ 1", to_tcvn3("Đường")),
        ("b", "Lê Bình", None, to_tcvn3("Trưởng")),
    )
    path = write_list(tmp_path, ("Phụ", (("TT",),)), ("S", rows))
    mapping = a_mapping(
        tmp_path,
        'sheet = "S"\nheading = [3]\ngroup = "Khách mời"\nsame = "skip"\n'
        '[columns]\ny = "name"\nC = "unit"\nx = "none"\nD = "note"\n'
        '[fixed]\nunit = "Xã Bình Hòa"\nethnicity = "Kinh"\n[convert]\nD = "tcvn3"\n',
    )
    status, people = brought(conference, path, "--mapping", mapping)
    assert status in (ExitCode.DONE, ExitCode.RULES_BROKEN)
    assert [(one.name, one.unit, one.note, one.ethnicity) for one in people] == [
        ("Lê An", "Tổ 1", "Đường", "Kinh"),
        ("Lê Bình", "Xã Bình Hòa", "Trưởng", "Kinh"),
    ]
    assert {one.group_id for one in people} == {ident(13)}


def test_nothing_is_converted_where_the_mapping_says_so(conference: Path, tmp_path: Path) -> None:
    names = ("Nguyễn Thị Ước", "Trần Văn Đường", "Lê Thị Hường", "Phạm Quốc Trưởng")
    path = write_list(tmp_path, ("S", (("Họ tên",), *((to_tcvn3(name),) for name in names))))
    _, people = brought(conference, path)
    assert people[1].name == names[1]
    _, people = brought(conference, path, "--mapping", a_mapping(tmp_path, "[convert]\n"))
    assert people[1].name == clean(to_tcvn3(names[1]))


@pytest.mark.parametrize(("same", "count", "unit"), [
    ("merge", 3, "Thôn 1"), ("skip", 3, ""), ("different", 4, ""),
])  # fmt: skip
def test_the_same_people_are_merged_or_left_out_or_added(
    tmp_path: Path, same: str, count: int, unit: str
) -> None:
    conference = tmp_path / "hội nghị.json"
    known = a_delegate(1, id_number="066080000001", unit="")
    write_conference_file(conference, a_file(known))
    mapping = a_mapping(tmp_path, f'same = "{same}"')
    _, people = brought(conference, three_people(tmp_path), "--mapping", mapping)
    assert (len(people), people[0].unit) == (count, unit)


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ('sheet = "Khác"', "It has no sheet “Khác”."),
        ("sheet = 9", "It has no sheet “9”."),
        ('group = "Ban nhạc"', "no group “Ban nhạc”"),
        ('[columns]\n"Ô số 1" = "name"', "no column “Ô số 1”"),
        ('[columns]\nA = "tên"', "something unknown: tên"),
        ('[fixed]\nname = "An"', "something unknown: name"),
        ('sheets = "S"', "something unknown: "),
        ("sheet = ", "is no TOML"),
        ("#" * 70_000, "is no TOML"),
        ('[columns]\nB = "none"', "no column holds the names"),
    ],
)
def test_a_mapping_that_cannot_be_followed_is_refused(
    conference: Path, tmp_path: Path, capsys: Output, mapping: str, said: str
) -> None:
    path = a_mapping(tmp_path, mapping)
    words = ("--mapping", path, "--lang", "en")
    assert brought(conference, three_people(tmp_path), *words) == (ExitCode.NOT_UNDERSTOOD, [])
    assert said in capsys.readouterr().err


def test_a_file_that_is_no_list_is_refused(
    conference: Path, tmp_path: Path, capsys: Output
) -> None:
    path = tmp_path / "ds.xlsx"
    path.write_bytes(b"%PDF-1.7")
    assert brought(conference, path) == (ExitCode.NOT_UNDERSTOOD, [])
    assert "PDF" in capsys.readouterr().err


def test_a_process_that_fails_is_told(
    conference: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise JobFailed(JobFailure.OUT_OF_MEMORY)

    monkeypatch.setattr(delegate_commands, "_read", fail)
    status, _ = brought(conference, three_people(tmp_path), "--lang", "en")
    assert status == ExitCode.NOT_UNDERSTOOD
    assert "needed too much memory" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_to_is_told(
    conference: Path, tmp_path: Path, capsys: Output
) -> None:
    report = tmp_path / "không có" / "r.xlsx"
    status, _ = brought(conference, three_people(tmp_path), "--report", report)
    assert status == ExitCode.NOT_WRITTEN
    assert capsys.readouterr().err


def test_many_doubts_are_told_in_the_report(
    conference: Path, tmp_path: Path, capsys: Output
) -> None:
    rows = tuple((f"Lê An {'I' * number}", "hôm qua") for number in range(1, 60))
    path = write_list(tmp_path, ("S", (("Họ tên", "Năm sinh"), *rows)))
    brought(conference, path, "--lang", "en")
    assert "… and 19 more, which the report lists" in capsys.readouterr().out
