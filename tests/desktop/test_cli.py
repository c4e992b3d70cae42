from __future__ import annotations

import argparse
import inspect
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import Mock

import pytest
from msgspec import structs

import desktop.app
import desktop.cli
import desktop.commands
import desktop.selftest
from db.errors import StoreReadOnly
from db.records import ConferenceFile, Session
from desktop.cli import run_command
from desktop.conference_file import write_conference_file
from desktop.display import NoScreen
from desktop.documents.export import render
from desktop.documents.papers import KEYS, PAPERS, Format
from desktop.documents.rendered import PaperProblem, ProblemCode, RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.exit_code import ExitCode
from desktop.language import Language
from desktop.paths import resource
from installers.translations import COMMAND_LINE_WORDS, read_catalogue
from tests.builders import a_conference, a_delegate, a_file, ident

SAMPLE = resource("samples", "binh-hoa", "conference.json")
Output = pytest.CaptureFixture[str]


@pytest.fixture
def a_path(tmp_path: Path) -> Path:
    """A conference file that breaks the plan: two sessions, no programme, nothing issued."""
    path = tmp_path / "hội nghị & co.json"
    sessions = tuple(Session(id=ident(number)) for number in (11, 12))
    conference = a_conference(
        rule_pack_id="binh-hoa-2024", level_id="commune", sessions=sessions, programme=()
    )
    write_conference_file(path, a_file(a_delegate(), conference=conference))
    return path


def test_help_comes_in_vietnamese_and_then_in_english(capsys: Output) -> None:
    assert run_command(["--help"]) == ExitCode.DONE
    vietnamese, english = capsys.readouterr().out.split("\n----\n")
    assert vietnamese.startswith("cách dùng: hoinghi")
    assert english.strip().startswith("usage: hoinghi")


@pytest.mark.parametrize("words", [["--lang", "en", "-h"], ["check", "--lang=en", "--help"]])
def test_help_comes_in_the_language_asked_for(capsys: Output, words: list[str]) -> None:
    assert run_command(words) == ExitCode.DONE
    shown = capsys.readouterr().out
    assert shown.startswith("usage: hoinghi")
    assert "----" not in shown


@pytest.mark.parametrize("words", [["--lang", "vi"], ["--lang=en"]])
def test_a_language_alone_opens_the_window_in_it(
    monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    opened = Mock(return_value=ExitCode.DONE)
    monkeypatch.setattr(desktop.app, "run_window", opened)
    assert run_command(words) == ExitCode.DONE
    opened.assert_called_once_with(file=None, language=Language(words[-1][-2:]))


@pytest.mark.parametrize("words", [["--help"], ["--lang", "en", "--help"], ["rules", "list"]])
def test_whoever_has_read_enough_gets_no_traceback(words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        check=False,
        stdout=writer,
        stderr=subprocess.PIPE,
    )
    os.close(writer)
    assert ended.stderr == b""
    assert ended.returncode == ExitCode.DONE


def test_help_names_every_exit_code(capsys: Output) -> None:
    run_command(["--lang", "en", "--help"])
    shown = capsys.readouterr().out
    assert all(f"\n  {code.value}  " in shown for code in ExitCode)


def test_help_names_every_paper(capsys: Output) -> None:
    run_command(["export", "--lang", "en", "--help"])
    assert ",".join(KEYS) in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([""], "không có ''"),
        (["check"], "còn thiếu: "),
        (["check", "a.json", "--lag", "vi"], "không hiểu: --lag vi"),
        (["check", "a.json", "--lang"], "--lang: cần một giá trị"),
        (["check", "a.json", "--lang", "fr"], "không có 'fr' (hãy chọn trong số: "),
        (["check", "a.json", "--json=yes"], "--json: không nhận giá trị 'yes'"),
        (["export", "a.json", "b", "--only", "plan,cake"], "cake"),
        (["export", "a.json", "b", "--format", "pdf,odt"], "odt"),
        (["fly", "--help", "me"], "không có 'fly'"),
    ],
)
def test_a_wrong_command_is_refused_in_vietnamese(
    capsys: Output, words: list[str], complaint: str
) -> None:
    assert run_command(words) == ExitCode.NOT_UNDERSTOOD
    said = capsys.readouterr().err
    assert complaint in said
    assert "lỗi: " in said
    assert not {"error", "argument", "required", "choice"} & set(said.replace(":", " ").split())


def test_the_words_of_argparse_are_those_it_looks_up() -> None:
    source = inspect.getsource(argparse)
    for text in read_catalogue(COMMAND_LINE_WORDS):
        assert repr(text)[1:-1] in source


def test_a_sound_conference_file_passes_the_check(capsys: Output) -> None:
    assert run_command(["--lang", "en", "check", str(SAMPLE)]) == ExitCode.DONE
    assert "nothing to mend" in capsys.readouterr().out


def test_a_broken_rule_is_said_with_its_clause_and_fails_the_check(
    capsys: Output, a_path: Path
) -> None:
    assert run_command(["--lang", "en", "check", str(a_path)]) == ExitCode.RULES_BROKEN
    *findings, summary = capsys.readouterr().out.splitlines()
    assert any(line.startswith("[binding] ") and "session" in line for line in findings)
    assert summary.startswith("binding: ")


def test_the_findings_come_as_json_for_other_programs(capsys: Output, a_path: Path) -> None:
    assert run_command(["check", str(a_path), "--json", "--lang", "en"]) == ExitCode.RULES_BROKEN
    told = json.loads(capsys.readouterr().out)
    assert told["rule_pack"]["id"] == "binh-hoa-2024"
    one = next(one for one in told["findings"] if one["code"] == "sessions-too-many")
    assert one["severity"] == "binding"
    assert one["step"] == "schedule"
    assert "session" in one["sentence"]


@pytest.mark.parametrize("command", [["check"], ["export", "--only", "plan"]])
def test_a_file_that_cannot_be_read_gets_a_sentence(
    capsys: Output, tmp_path: Path, command: list[str]
) -> None:
    path = tmp_path / "nonsense.json"
    path.write_text("{", encoding="utf-8")
    folder = [str(tmp_path / "out")] if command[0] == "export" else []
    words = ["--lang", "en", *command, str(path), *folder]
    assert run_command(words) == ExitCode.NOT_UNDERSTOOD
    shown = capsys.readouterr()
    assert "nonsense.json was not used" in shown.err
    assert shown.out == ""
    assert not (tmp_path / "out").exists()


def test_the_papers_asked_for_are_written_and_listed(capsys: Output, tmp_path: Path) -> None:
    folder = tmp_path / "Tài liệu hội nghị"
    words = ["--lang", "en", "export", str(SAMPLE), str(folder), "--only", "programme, list"]
    assert run_command(words) == ExitCode.DONE
    heading, *rows = capsys.readouterr().out.splitlines()
    assert heading.split() == ["file", "pages", "KB", "SHA-256"]
    assert [row.split("  ")[0] for row in rows] == [str(path) for path in sorted(folder.iterdir())]
    assert all(path.read_bytes().startswith(b"%PDF") for path in folder.iterdir())


def test_twins_for_word_are_written_and_listed_without_pages(
    capsys: Output, tmp_path: Path
) -> None:
    words = ["--lang", "en", "export", str(SAMPLE), str(tmp_path), "--only", "programme"]
    assert run_command([*words, "--format", "pdf,docx"]) == ExitCode.DONE
    _, pdf, twin = capsys.readouterr().out.splitlines()
    assert "chuong-trinh.pdf" in pdf
    assert len(pdf.split()) == len(twin.split()) + 1
    assert (tmp_path / "chuong-trinh.docx").read_bytes().startswith(b"PK")


def test_a_paper_of_ours_is_held_to_the_decree(capsys: Output, tmp_path: Path) -> None:
    words = ["--lang", "en", "export", str(SAMPLE), str(tmp_path), "--only", "programme,badges"]
    assert run_command(words) == ExitCode.DONE
    capsys.readouterr()
    paper, badges = str(tmp_path / "chuong-trinh.pdf"), str(tmp_path / "the-dai-bieu.pdf")
    assert run_command(["--lang", "en", "format-check", paper]) == ExitCode.DONE
    assert capsys.readouterr().out.startswith("The paper departs nowhere")
    assert run_command(["--lang", "en", "format-check", badges]) == ExitCode.DONE
    assert capsys.readouterr().out.startswith("The decree gives this kind of print no form.")


def test_what_is_no_pdf_is_refused(capsys: Output) -> None:
    assert run_command(["--lang", "en", "format-check", str(SAMPLE)]) == ExitCode.NOT_UNDERSTOOD
    assert "It is not a PDF" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_gets_a_sentence(capsys: Output, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    words = ["--lang", "en", "export", str(SAMPLE), str(in_the_way), "--only", "plan"]
    assert run_command(words) == ExitCode.NOT_WRITTEN
    assert "was not written" in capsys.readouterr().err


def test_what_may_not_print_as_expected_is_said(capsys: Output, tmp_path: Path) -> None:
    odd = a_delegate(name="Nguyễn 漢 Ước")
    path = tmp_path / "odd.json"
    write_conference_file(path, a_file(odd))
    words = ["--lang", "en", "export", str(path), str(tmp_path), "--only", "badges"]
    assert run_command(words) == ExitCode.DONE
    assert "the-dai-bieu.pdf: Nguyễn 漢 Ước: " in capsys.readouterr().err


def test_the_demo_writes_the_same_papers_every_time(capsys: Output, tmp_path: Path) -> None:
    shown = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        assert run_command(["--lang", "en", "demo", str(folder)]) == ExitCode.DONE
        shown.append(capsys.readouterr().out.replace(str(folder), ""))
        assert len(list(folder.iterdir())) == len(KEYS)
    assert shown[0] == shown[1]
    assert "200 people" in shown[0]


def test_a_demo_without_a_store_says_so(
    capsys: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> ConferenceFile:
        raise StoreReadOnly(folder)

    monkeypatch.setattr(desktop.commands, "sample_through_the_store", refuse)
    assert run_command(["--lang", "en", "demo", str(tmp_path)]) == ExitCode.STORE_REFUSED
    assert "may not be written" in capsys.readouterr().err


def test_a_sound_program_passes_its_self_test(capsys: Output) -> None:
    assert run_command(["self-test", "--lang", "en"]) == ExitCode.DONE
    *trials, verdict = capsys.readouterr().out.splitlines()
    twins = [paper for paper in PAPERS if Format.DOCX in paper.formats]
    assert len(trials) == 12 + len(KEYS) + len(twins)
    assert all(line.startswith("ok     ") for line in trials)
    assert verdict == "Everything works."


def test_the_report_goes_into_a_file_where_there_is_no_console(
    capsys: Output, tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    assert run_command(["self-test", "--lang", "vi", "--report", str(report)]) == ExitCode.DONE
    assert report.read_text(encoding="utf-8") == capsys.readouterr().out


def test_a_report_that_cannot_be_written_is_a_fault_of_its_own(
    capsys: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop.commands, "run_self_test", lambda: iter(()))
    nowhere = tmp_path / "no" / "report.txt"
    assert run_command(["self-test", "--report", str(nowhere)]) == ExitCode.NOT_WRITTEN
    assert nowhere.name in capsys.readouterr().err


def test_a_file_is_opened_only_where_there_is_a_screen(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop.cli, "missing_screen", lambda: NoScreen.NONE_NAMED)
    assert run_command(["--lang", "en", "open", "pack.toml"]) == ExitCode.NO_SCREEN
    assert "There is no screen" in capsys.readouterr().err


def test_a_file_to_open_is_handed_to_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def run_window(file: Path, language: Language) -> int:
        opened.append(file)
        return 0

    monkeypatch.setattr(desktop.cli, "missing_screen", lambda: None)
    monkeypatch.setattr(desktop.app, "run_window", run_window)
    assert run_command(["open", "pack.toml"]) == ExitCode.DONE
    assert opened == [Path("pack.toml")]


def test_a_fault_is_named_and_hides_no_other(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = PaperProblem(code=ProblemCode.MISSING_GLYPH, field="name")

    def odd_plan(snapshot: Snapshot, key: str) -> RenderedPaper:
        rendered = render(snapshot, key)
        return structs.replace(rendered, problems=(problem,)) if key == "plan" else rendered

    monkeypatch.setattr(desktop.selftest, "render", odd_plan)
    monkeypatch.setattr(desktop.selftest, "shipped_packs", tuple)
    assert run_command(["--lang", "en", "self-test"]) == ExitCode.SELF_TEST_FAILED
    shown = capsys.readouterr().out
    assert shown.count("FAULT") == 2
    assert "FAULT  paper: Plan: Unsound: missing-glyph" in shown


def test_vietnamese_is_written_where_the_system_has_no_letters_for_it(tmp_path: Path) -> None:
    surroundings = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    shown = subprocess.run(
        [sys.executable, "-m", "desktop", "--help"],
        capture_output=True,
        check=True,
        env=surroundings,
    )
    assert "cách dùng" in shown.stdout.decode("utf-8")


def test_two_exports_of_one_day_are_the_same_byte_for_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = resource("samples", "binh-hoa", "conference.json")
    for folder, hour in (("first", 1), ("second", 9)):
        now = datetime(2025, 1, 6, hour, 30, tzinfo=UTC)
        monkeypatch.setattr(desktop.commands, "datetime", Mock(now=lambda _zone, now=now: now))
        only = ("--only", "plan,programme", "--format", "pdf,docx")
        assert run_command(["export", str(sample), str(tmp_path / folder), *only]) == 0
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}
        for folder in ("first", "second")
    )
    assert len(first) == 4
    assert first == second
