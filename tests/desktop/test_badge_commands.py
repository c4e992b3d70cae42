"""The command that prints badges, without a window."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from desktop.cli import run_command
from desktop.conference_file import write_conference_file
from desktop.documents.badges.load import encode, shipped_layout, shipped_names, shipped_sheet
from desktop.exit_code import ExitCode
from tests.desktop.documents.badges.people import a_crowd

Output = pytest.CaptureFixture[str]


@pytest.fixture
def conference(tmp_path: Path) -> Path:
    path = tmp_path / "conference.json"
    write_conference_file(path, a_crowd(9))
    return path


def command(*words: object) -> int:
    return run_command(["--lang", "en", "badges", *map(str, words)])


def page_count(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def test_badges_are_printed_in_the_usual_design(
    conference: Path, tmp_path: Path, capsys: Output
) -> None:
    target = tmp_path / "thẻ.pdf"

    assert command(conference, target) == ExitCode.DONE

    assert page_count(target) == 3
    shown = capsys.readouterr()
    assert "9 badges" in shown.out
    assert "3 sheets" in shown.out
    assert "Print at 100 %" in shown.out
    assert "both sides" not in shown.out
    assert "too long for its place (name)" in shown.err
    assert "Without a photo, with initials in its place: 7 people." in shown.err


@pytest.mark.parametrize("layout", shipped_names("badges"))
def test_each_design_of_the_program_finds_its_sheet(
    layout: str, conference: Path, tmp_path: Path
) -> None:
    assert command(conference, tmp_path / "out.pdf", "--layout", layout) == ExitCode.DONE


@pytest.mark.parametrize(("flip", "edge"), [("long", "long edge"), ("short", "short edge")])
def test_a_design_with_a_back_says_how_to_turn_the_paper(
    flip: str, edge: str, conference: Path, tmp_path: Path, capsys: Output
) -> None:
    words = ("--layout", "cr80", "--sheet", "a4-ten-cr80", "--start", "3", "--flip", flip)

    assert command(conference, tmp_path / "out.pdf", *words, "--order=stack") == ExitCode.DONE

    assert page_count(tmp_path / "out.pdf") == 4
    assert edge in capsys.readouterr().out


def test_a_design_and_a_sheet_of_your_own_are_read_from_files(
    conference: Path, tmp_path: Path
) -> None:
    layout, sheet = tmp_path / "mẫu.toml", tmp_path / "tờ.toml"
    layout.write_bytes(encode(replace(shipped_layout(), id="own", name="Mẫu riêng")))
    sheet.write_bytes(encode(replace(shipped_sheet("a4-two-a6"), id="own")))
    words = ("--layout", layout, "--sheet", sheet)

    assert command(conference, tmp_path / "out.pdf", *words) == ExitCode.DONE

    assert page_count(tmp_path / "out.pdf") == 5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--layout", "a7"), "There is no badge design “a7”"),
        (("--sheet", "a3"), "There is no sheet “a3”"),
        (("--layout", "gone.toml"), "gone.toml was not used"),
        (("--layout", "cr80", "--sheet", "a4-four-a6"), "cards of different sizes"),
        (("--start", "5"), "There is no place 5 on this sheet: it has 4"),
    ],
)
def test_what_cannot_be_used_is_refused_and_the_old_file_stays(
    words: tuple[str, ...], said: str, conference: Path, tmp_path: Path, capsys: Output
) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")

    assert command(conference, target, *words) == ExitCode.NOT_UNDERSTOOD

    assert said in capsys.readouterr().err
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("start", ["0", "-1", "một"])
def test_a_start_that_is_no_place_is_refused(
    start: str, conference: Path, tmp_path: Path, capsys: Output
) -> None:
    words = (conference, tmp_path / "out.pdf", f"--start={start}")

    assert command(*words) == ExitCode.NOT_UNDERSTOOD
    assert "a place is a whole number from 1" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_gets_a_sentence(
    conference: Path, tmp_path: Path, capsys: Output
) -> None:
    assert command(conference, tmp_path / "gone" / "out.pdf") == ExitCode.NOT_WRITTEN
    assert "was not written" in capsys.readouterr().err


def test_a_long_list_of_problems_is_cut_short(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "conference.json"
    crowd = a_crowd(30)
    people = tuple(replace(each, name="") for each in crowd.delegates)
    write_conference_file(path, replace(crowd, delegates=people))

    assert command(path, tmp_path / "out.pdf") == ExitCode.DONE
    assert "… and 10 more like these." in capsys.readouterr().err
