"""The report for support without a window, and commands that nobody foresaw to fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop.rule_commands
import desktop.support_commands
from db.store import Store
from desktop.cli import run_command
from desktop.event_log import EVENTS, LOG_NAME, log_tail
from desktop.exit_code import ExitCode
from desktop.paths import STORE_NAME
from desktop.selftest import Outcome
from tests.builders import KEYS, NOON, a_conference, a_delegate, an_office, ident

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _no_log_afterwards() -> Iterator[None]:
    yield
    EVENTS.keep_in(None)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a person in its store."""
    folder = tmp_path / "hoinghi"
    path = folder / STORE_NAME
    with Store.open(path, clock=lambda: NOON, new_id=lambda: ident(1), keys=KEYS) as store:
        store.offices.save(an_office())
        store.conferences.add(a_conference())
        store.delegates.add([a_delegate(name="Trần Thị Ước")])
    found = iter((Outcome("a part"), Outcome("another part", "Trần Thị Ước")))
    monkeypatch.setattr(desktop.support_commands, "run_self_test", lambda: found)
    monkeypatch.setattr(desktop.support_commands, "data_folder", lambda: folder)
    return folder


def test_the_report_is_written_with_nobody_in_it(
    data: Path, tmp_path: Path, capsys: Output
) -> None:
    out = tmp_path / "báo cáo.txt"
    assert run_command(["--lang", "en", "support-report", str(out)]) == ExitCode.DONE
    written = out.read_bytes().decode("utf-8-sig")
    assert "Tried: 2; faults: 1" in written
    assert "FAULT  another part: «name 1»" in written
    assert "delegate: 1" in written
    assert "self-test 2 1" in written
    assert "Ước" not in written
    said = capsys.readouterr().out
    assert "báo cáo.txt" in said
    assert "Read it before" in said


def test_another_data_folder_can_be_named(data: Path, tmp_path: Path, capsys: Output) -> None:
    out = tmp_path / "r.txt"
    words = ["--lang", "en", "support-report", str(out), "--data", str(tmp_path / "none")]
    assert run_command(words) == ExitCode.DONE
    assert "The data cannot be read, nor a backup of it." in out.read_text("utf-8-sig")


def test_a_report_that_cannot_be_written_is_said(
    data: Path, tmp_path: Path, capsys: Output
) -> None:
    out = tmp_path / "nowhere" / "r.txt"
    assert run_command(["--lang", "en", "support-report", str(out)]) == ExitCode.NOT_WRITTEN
    assert "r.txt was not written" in capsys.readouterr().err


def test_a_fault_in_a_command_is_a_sentence_and_its_way_is_in_the_log_alone(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    def fail() -> int:
        raise ValueError("Trần Thị Ước")

    monkeypatch.setattr(desktop.rule_commands, "list_packs", fail)
    assert run_command(["--lang", "en", "rules", "list"]) == ExitCode.UNFORESEEN
    said = capsys.readouterr().err
    assert said.startswith("Something went wrong that the program did not foresee.")
    assert str(data / LOG_NAME) in said
    assert "Traceback" not in said
    assert "Ước" not in said
    noted = "\n".join(log_tail(data, 100))
    assert "fault in command: ValueError" in noted
    assert "in fail" in noted
    assert "Ước" not in noted


def test_where_no_log_can_be_kept_the_sentence_comes_all_the_same(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    def fail() -> int:
        raise ValueError

    def no_folder() -> Path:
        raise OSError

    monkeypatch.setattr(desktop.rule_commands, "list_packs", fail)
    monkeypatch.setattr(desktop.support_commands, "data_folder", no_folder)
    assert run_command(["--lang", "en", "rules", "list"]) == ExitCode.UNFORESEEN
    assert "It is noted" not in capsys.readouterr().err


def test_the_folder_is_that_of_the_account_or_beside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.app.data_folder", lambda: tmp_path / "account")
    assert desktop.support_commands.data_folder() == tmp_path / "account"
    monkeypatch.setattr(desktop.support_commands, "data_beside", lambda: tmp_path / "beside")
    assert desktop.support_commands.data_folder() == tmp_path / "beside"
