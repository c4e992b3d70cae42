from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from db.records import Decision
from desktop.cli import run_command
from desktop.conference_file import write_conference_file
from desktop.demo import sample_file
from desktop.exit_code import ExitCode
from desktop.rules.check import check_file
from desktop.rules.decisions import decide
from desktop.rules.load import shipped_pack, shipped_packs
from desktop.rules.pack import Level, RulePack
from desktop.rules.write import encode_pack
from tests.builders import ident
from tests.desktop.rules.every_shape import EVERY_SHAPE

Output = pytest.CaptureFixture[str]
BINH_HOA = "binh-hoa-2024"
LANGUAGES = pytest.mark.parametrize("language", ["vi", "en"])


def binh_hoa(**level_fields: Any) -> RulePack:
    """Change the rules of the first level of Bình Hòa's plan, as its second version."""
    pack = shipped_pack(BINH_HOA)
    assert pack is not None
    level: Level = msgspec.structs.replace(pack.levels[0], **level_fields)
    return msgspec.structs.replace(pack, version=pack.version + 1, levels=(level,))


def a_lower_limit(value: int = 150) -> RulePack:
    pack = shipped_pack(BINH_HOA)
    assert pack is not None
    first, *others = pack.levels[0].limits
    lower = msgspec.structs.replace(first, value=value, words=f"không quá {value} đại biểu")
    return binh_hoa(limits=(lower, *others))


def written(folder: Path, pack: RulePack, name: str = "kế hoạch & co.toml") -> Path:
    path = folder / name
    path.write_bytes(encode_pack(pack))
    return path


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "hội nghị.json"
    write_conference_file(path, sample_file())
    return path


@LANGUAGES
def test_the_list_names_every_pack_that_comes_with_the_program(
    capsys: Output, language: str
) -> None:
    assert run_command(["rules", "list", "--lang", language]) == ExitCode.DONE
    heading, *rows = capsys.readouterr().out.splitlines()
    assert len(heading.split("  ")) > 3
    for pack, row in zip(shipped_packs(), rows, strict=True):
        assert row.split()[:2] == [pack.id, str(pack.version)]
        assert pack.name in row


@LANGUAGES
@pytest.mark.parametrize("pack", shipped_packs(), ids=lambda pack: pack.id)
def test_a_pack_is_shown_by_its_id_with_every_clause(
    capsys: Output, pack: RulePack, language: str
) -> None:
    assert run_command(["rules", "show", pack.id, "--lang", language]) == ExitCode.DONE
    shown = capsys.readouterr().out
    assert shown.startswith(f"{pack.name}\n  - {pack.id}, ")
    for level in pack.levels:
        assert level.name in shown
        assert all(f"“{rule.words}”" in shown for rule in level.limits)


def test_a_pack_of_ones_own_is_shown_by_its_file(capsys: Output) -> None:
    assert run_command(["--lang", "en", "rules", "show", str(EVERY_SHAPE)]) == ExitCode.DONE
    shown = capsys.readouterr().out
    assert "    Level “Công ty thành viên” (plan, II.1)\n" in shown
    assert "- from 01/01/2030 to 31/03/2030 — “quý I/2030” (plan, II.2; advice)\n" in shown


def test_further_lines_of_a_text_stand_under_its_first(capsys: Output, tmp_path: Path) -> None:
    path = written(tmp_path, msgspec.structs.replace(binh_hoa(), source="dòng một\ndòng hai"))
    run_command(["--lang", "en", "rules", "show", str(path)])
    assert "  - Source: dòng một\n    dòng hai\n" in capsys.readouterr().out


@LANGUAGES
def test_a_sound_pack_passes_its_check(capsys: Output, tmp_path: Path, language: str) -> None:
    path = written(tmp_path, binh_hoa())
    assert run_command(["rules", "check", str(path), "--lang", language]) == ExitCode.DONE
    shown = capsys.readouterr()
    assert shown.out.startswith(path.name)
    assert BINH_HOA in shown.out
    assert shown.err == ""


def test_other_rules_under_a_version_that_is_taken_are_pointed_out(
    capsys: Output, tmp_path: Path
) -> None:
    shipped = shipped_pack(BINH_HOA)
    assert shipped is not None
    pack = msgspec.structs.replace(a_lower_limit(), version=shipped.version)
    path = written(tmp_path, pack)
    assert run_command(["--lang", "en", "rules", "check", str(path)]) == ExitCode.DONE
    assert "Raise its version" in capsys.readouterr().err


def test_a_wrong_pack_is_refused_with_file_key_and_reason(capsys: Output, tmp_path: Path) -> None:
    path = tmp_path / "sai.toml"
    sound = encode_pack(binh_hoa()).decode()
    path.write_text(sound.replace('share = "70%"', 'share = "170%"'), encoding="utf-8")
    words = ["--lang", "en", "rules", "check", str(path)]
    assert run_command(words) == ExitCode.NOT_UNDERSTOOD
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == (
        "sai.toml was not used, and nothing was changed. The share at levels[0].shares[0].share"
        " is more than the whole (170%). Correct it.\n"
    )


def test_two_packs_are_compared_rule_by_rule(capsys: Output, tmp_path: Path) -> None:
    path = written(tmp_path, a_lower_limit())
    assert run_command(["--lang", "en", "rules", "diff", BINH_HOA, str(path)]) == ExitCode.DONE
    *told, summary = capsys.readouterr().out.splitlines()
    assert [line.rpartition(" › ")[2] for line in told] == [
        f"Version: {binh_hoa().version - 1} → {binh_hoa().version}.",
        "In the plan's words: “không quá 200 đại biểu” → “không quá 150 đại biểu”. (plan, II.2)",
        "Number: 200 → 150. (plan, II.2)",
    ]
    assert summary.endswith("; differences: 3")


@LANGUAGES
def test_equal_packs_are_said_to_be_equal(capsys: Output, tmp_path: Path, language: str) -> None:
    one, other = written(tmp_path, binh_hoa(), "a.toml"), written(tmp_path, binh_hoa(), "b.toml")
    words = ["rules", "diff", str(one), str(other), "--lang", language]
    assert run_command(words) == ExitCode.DONE
    (line,) = capsys.readouterr().out.splitlines()
    assert line.count(BINH_HOA) == 2


@pytest.mark.parametrize("command", ["show", "check", "diff", "--pack"])
@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("none.toml", None, "none.toml was not used, and nothing was changed. There is no such"),
        ("folder.toml", "folder", "folder.toml was not used, and nothing was changed. It cannot"),
        ("broken.toml", b"= 1", "It is not written as a rule pack"),
        ("empty.toml", b"", "The rule pack is wrong: “format” is missing. Correct that."),
        ("picture.toml", b"\x89PNG\xff", "It is not text in UTF-8"),
        ("big.toml", b"#" * 1_000_001, "A rule pack has at most 1 MB"),
    ],
)
def test_a_bad_file_is_refused_at_every_door(
    capsys: Output,
    tmp_path: Path,
    sample: Path,
    command: str,
    name: str,
    content: bytes | str | None,
    complaint: str,
) -> None:
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    words = {
        "show": ["rules", "show", str(path)],
        "check": ["rules", "check", str(path)],
        "diff": ["rules", "diff", BINH_HOA, str(path)],
        "--pack": ["check", str(sample), "--pack", str(path)],
    }[command]
    assert run_command(["--lang", "en", *words]) == ExitCode.NOT_UNDERSTOOD
    shown = capsys.readouterr()
    assert complaint in shown.err
    assert shown.out == ""


@LANGUAGES
@pytest.mark.parametrize("name", ["unheard-of", "một"])
def test_an_unknown_id_is_refused_with_those_that_are_known(
    capsys: Output, name: str, language: str
) -> None:
    words = ["rules", "diff", name, BINH_HOA, "--lang", language]
    assert run_command(words) == ExitCode.NOT_UNDERSTOOD
    said = capsys.readouterr().err
    assert f"“{name}”" in said
    assert all(pack.id in said for pack in shipped_packs())


@pytest.mark.parametrize("name", ["", ".", "x" * 5000, "a\0b", "no/where"])
def test_a_name_that_no_pack_can_have_is_refused(capsys: Output, name: str) -> None:
    assert run_command(["rules", "show", name]) == ExitCode.NOT_UNDERSTOOD
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["rules"], "còn thiếu: "),
        (["rules", "show"], "còn thiếu: "),
        (["rules", "diff", BINH_HOA], "còn thiếu: "),
        (["rules", "bake"], "không có 'bake'"),
        (["rules", "list", "all"], "không hiểu: all"),
        (["check", "a.json", "--pack"], "--pack: cần một giá trị"),
    ],
)
def test_a_wrong_command_is_refused_in_vietnamese(
    capsys: Output, words: list[str], complaint: str
) -> None:
    assert run_command(words) == ExitCode.NOT_UNDERSTOOD
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize("words", [["rules"], ["rules", "show"], ["rules", "diff"], ["check"]])
def test_help_comes_in_vietnamese_and_then_in_english(capsys: Output, words: list[str]) -> None:
    assert run_command([*words, "--help"]) == ExitCode.DONE
    vietnamese, english = capsys.readouterr().out.split("\n----\n")
    assert vietnamese.startswith(f"cách dùng: hoinghi {' '.join(words)}")
    assert english.strip().startswith(f"usage: hoinghi {' '.join(words)}")


def test_a_conference_is_checked_against_the_pack_that_is_named(
    capsys: Output, tmp_path: Path, sample: Path
) -> None:
    assert run_command(["check", str(sample)]) == ExitCode.DONE
    path = written(tmp_path, a_lower_limit())
    capsys.readouterr()
    words = ["--lang", "en", "check", str(sample), "--pack", str(path), "--json"]
    assert run_command(words) == ExitCode.RULES_BROKEN
    told = json.loads(capsys.readouterr().out)
    assert told["checked_against"] == {"id": BINH_HOA, "version": binh_hoa().version}
    assert told["rule_pack"] == {"id": BINH_HOA, "version": binh_hoa().version - 1}
    assert "delegates-over-limit" in {one["code"] for one in told["findings"]}


def test_advice_alone_passes_the_check(capsys: Output, tmp_path: Path, sample: Path) -> None:
    pack = shipped_pack(BINH_HOA)
    assert pack is not None
    (limit, *_) = pack.levels[0].limits
    advice = msgspec.structs.replace(limit, value=150, is_binding=False)
    path = written(tmp_path, binh_hoa(limits=(advice,)))
    assert run_command(["--lang", "en", "check", str(sample), "--pack", str(path)]) == ExitCode.DONE
    assert "[advice] " in capsys.readouterr().out


def test_a_plan_that_is_not_at_hand_is_a_binding_finding(capsys: Output, tmp_path: Path) -> None:
    file = sample_file()
    conference = msgspec.structs.replace(file.conference, rule_pack_id="somewhere-2030")
    path = tmp_path / "a.json"
    write_conference_file(path, msgspec.structs.replace(file, conference=conference))
    assert run_command(["check", str(path), "--json"]) == ExitCode.RULES_BROKEN
    told = json.loads(capsys.readouterr().out)
    assert told["checked_against"] is None
    assert told["findings"][0]["code"] == "rules-missing"


def test_what_was_decided_is_told_with_its_decision_and_stops_nothing(
    capsys: Output, tmp_path: Path
) -> None:
    pack = a_lower_limit()
    file = sample_file()
    conference = file.conference
    broken = [one for one in check_file(file, pack) if one.is_binding]
    for number, finding in enumerate(broken):
        allowed = Decision(
            id=ident(900 + number),
            code=finding.code,
            reason="Được cấp trên đồng ý",
            approver="Chủ tịch UBND huyện",
            decided_on=date(2025, 1, 6),
        )
        conference = decide(conference, finding, allowed)
    decisions = conference.decisions
    assert len(decisions) == len(broken) > 0
    path = tmp_path / "a.json"
    write_conference_file(path, msgspec.structs.replace(file, conference=conference))
    against = ["--pack", str(written(tmp_path, pack)), "--lang", "en"]
    assert run_command(["check", str(path), "--json", *against]) == ExitCode.DONE
    told = json.loads(capsys.readouterr().out)["findings"]
    assert {one["decision_id"] for one in told} >= {one.id for one in decisions}
    assert run_command(["check", str(path), *against]) == ExitCode.DONE
    *findings, summary = capsys.readouterr().out.splitlines()
    assert any(line.startswith("[decided] ") for line in findings)
    assert summary.startswith("binding: 0, ")
    assert summary.endswith(f"decided: {len(decisions)}")


def test_a_reader_who_has_read_enough_is_no_fault() -> None:
    words = [sys.executable, "-m", "desktop", "rules", "show", str(EVERY_SHAPE)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as shown:
        assert shown.stdout is not None
        assert shown.stderr is not None
        shown.stdout.close()
        assert shown.stderr.read() == b""
    assert shown.returncode == ExitCode.DONE
