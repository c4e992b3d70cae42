"""`province report`: what a desk holds, consolidated into a folder without a window."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from db.store import Store
from desktop.cli import run_command
from desktop.conference_file import write_conference_file
from desktop.documents.consolidation.forms import FILE_NAMES, ReportForm
from desktop.exit_code import ExitCode
from desktop.paths import STORE_NAME
from desktop.rules.write import encode_pack
from tests.builders import KEYS
from tests.desktop.handoff.consolidation.offices_sent import handed_over
from tests.desktop.handoff.consolidation.province import the_congress, the_pack

Output = pytest.CaptureFixture[str]
DAY = "2020-03-10"


@pytest.fixture
def data(tmp_path: Path, new_id: Callable[[], str]) -> Path:
    """A folder with the store of a desk that two offices have handed over to."""
    folder = tmp_path / "data"
    folder.mkdir()
    with a_store(folder, new_id) as store:
        store.received.take([handed_over(1, people=2), handed_over(2)])
    return folder


def a_store(folder: Path, new_id: Callable[[], str]) -> Store:
    return Store.open(
        folder / STORE_NAME,
        clock=lambda: datetime(2020, 2, 20, 3, 0, tzinfo=UTC),
        new_id=new_id,
        keys=KEYS,
    )


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "pack.toml"
    path.write_bytes(encode_pack(the_pack()))
    return path


def run(out: Path, data: Path, *words: str | Path, language: str = "en") -> int:
    asked = ("province", "report", out, "--data", data, "--day", DAY, *words, "--lang", language)
    return run_command([str(word) for word in asked])


def hashes(folder: Path) -> dict[str, str]:
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.iterdir()}


def test_every_file_is_written_and_the_same_each_time_in_any_language(
    data: Path, pack: Path, tmp_path: Path, capsys: Output
) -> None:
    for name, language in (("a", "en"), ("b", "vi")):
        assert run(tmp_path / name, data, "--pack", pack, language=language) == ExitCode.DONE
    assert hashes(tmp_path / "a") == hashes(tmp_path / "b")
    assert set(hashes(tmp_path / "a")) == set(FILE_NAMES.values())
    said = capsys.readouterr().out
    assert "people counted" in said
    assert "số người được tính" in said


def test_it_says_how_the_offices_stand(
    data: Path, pack: Path, tmp_path: Path, capsys: Output
) -> None:
    run(tmp_path / "out", data, "--pack", pack, "--format", "sql")
    lines = [line.rsplit(None, 1) for line in capsys.readouterr().out.splitlines()]
    assert ["Overdue", "3"] in lines
    assert ["Incomplete, overdue", "2"] in lines
    assert ["people counted", "3"] in lines


def test_only_the_kinds_asked_for_are_written(data: Path, pack: Path, tmp_path: Path) -> None:
    assert run(tmp_path / "out", data, "--pack", pack, "--format", "xlsx, sql") == ExitCode.DONE
    wanted = {FILE_NAMES[one] for one in (ReportForm.XLSX, ReportForm.SQL)}
    assert set(hashes(tmp_path / "out")) == wanted


def test_a_kind_that_is_none_is_refused(data: Path, tmp_path: Path, capsys: Output) -> None:
    assert run(tmp_path / "out", data, "--format", "odt") == ExitCode.NOT_UNDERSTOOD
    assert "pdf, docx, xlsx, package, sql" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_without_a_pack_named_it_is_the_one_that_most_offices_follow(
    data: Path, tmp_path: Path, new_id: Callable[[], str]
) -> None:
    with a_store(data, new_id) as store:
        follows = replace(handed_over(3), pack_id="soc-trang-2019")
        others = [replace(handed_over(one), pack_id="kon-tum-2019") for one in (4, 5, 6)]
        store.received.take([follows, *others])
    assert run(tmp_path / "out", data, "--format", "sql") == ExitCode.DONE
    script = (tmp_path / "out" / FILE_NAMES[ReportForm.SQL]).read_text("utf-8")
    assert "'kon-tum-city'" in script


def test_the_desks_own_conference_by_the_plan_heads_the_report(
    data: Path, pack: Path, tmp_path: Path, new_id: Callable[[], str]
) -> None:
    own = the_congress()
    with a_store(data, new_id) as store:
        store.conferences.add_file(own)
    run(tmp_path / "stored", data, "--pack", pack, "--format", "docx")
    path = tmp_path / "own.json"
    write_conference_file(path, own)
    run(tmp_path / "named", data, "--pack", pack, "--conference", path, "--format", "docx")
    assert text_of(tmp_path / "stored") == text_of(tmp_path / "named")
    assert "tỉnh Sóc Trăng" in text_of(tmp_path / "named")


def test_a_conference_that_is_named_brings_its_plan(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    write_conference_file(path, the_congress(rule_pack_id="hung-yen-2019"))
    assert run(tmp_path / "out", data, "--conference", path, "--format", "sql") == ExitCode.DONE
    script = (tmp_path / "out" / FILE_NAMES[ReportForm.SQL]).read_text("utf-8")
    assert "'kim-dong'" in script


def test_merged_units_are_taken_from_a_table(data: Path, pack: Path, tmp_path: Path) -> None:
    table = tmp_path / "merged.toml"
    table.write_text('[merged]\n"Xã An Hiệp" = "Xã Phú Tâm"\n', encoding="utf-8")
    run(tmp_path / "out", data, "--pack", pack, "--mergers", table, "--format", "sql")
    script = (tmp_path / "out" / FILE_NAMES[ReportForm.SQL]).read_text("utf-8")
    assert "'Xã An Hiệp'" not in script


def test_a_table_or_pack_that_cannot_be_used_is_told_and_nothing_written(
    data: Path, tmp_path: Path, capsys: Output
) -> None:
    for word in ("--mergers", "--pack", "--conference"):
        status = run(tmp_path / "out", data, word, tmp_path / "missing.toml")
        assert status == ExitCode.NOT_UNDERSTOOD
    assert "merged" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_told(
    data: Path, pack: Path, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    assert run(tmp_path / "out", data, "--pack", pack) == ExitCode.NOT_WRITTEN
    assert "out" in capsys.readouterr().err


def test_a_desk_without_anything_reports_that(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "data").mkdir()
    assert run(tmp_path / "out", tmp_path / "data", "--format", "docx") == ExitCode.DONE
    assert "people counted" in capsys.readouterr().out


def test_a_store_that_cannot_be_opened_is_left_as_it_is(tmp_path: Path, pack: Path) -> None:
    (tmp_path / STORE_NAME).write_bytes(b"no store" * 1000)
    assert run(tmp_path / "out", tmp_path, "--pack", pack) == ExitCode.STORE_REFUSED


def text_of(folder: Path) -> str:
    """Give the body of the report as XML."""
    with ZipFile(folder / FILE_NAMES[ReportForm.DOCX]) as archive:
        return archive.read("word/document.xml").decode()
