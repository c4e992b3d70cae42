from __future__ import annotations

import ast
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import dev
from installers.system_packages import OFFSCREEN

LIBRARIES = {"libEGL.so.1": "libegl1"}


class Machine:
    """A machine that writes down what is run on it instead of running it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
        self.ran: list[list[str]] = []
        self.fails: Callable[[list[str]], bool] = lambda _command: False
        self.tools: dict[str, str] = {"apt-get": "/usr/bin/apt-get"}
        self.is_root = True
        self.missing: list[str] = []
        self.environment = home / ".venv"
        monkeypatch.setattr(dev, "ENVIRONMENT", self.environment)
        monkeypatch.setattr(dev, "PYTHON", self.environment / "bin" / "python")
        monkeypatch.setattr(dev, "STAMP", self.environment / "hoinghi-set-up.json")
        monkeypatch.setattr(subprocess, "run", self.run)
        monkeypatch.setattr(shutil, "which", self.tools.get)
        monkeypatch.setattr(os, "geteuid", lambda: 0 if self.is_root else 1000, raising=False)
        monkeypatch.setattr(dev, "_missing_libraries", lambda _libraries: self.missing)

    def run(self, command: Sequence[str], **_options: Any) -> subprocess.CompletedProcess[str]:
        words = [str(word) for word in command]
        self.ran.append(words)
        if self.fails(words):
            return subprocess.CompletedProcess(words, 1)
        if "venv" in words:
            (self.environment / "bin").mkdir(parents=True, exist_ok=True)
            (self.environment / "bin" / "python").touch()
        return subprocess.CompletedProcess(words, 0)

    def said(self, *words: str) -> int:
        """Count the commands with all of these words."""
        return sum(set(words) <= set(command) for command in self.ran)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Machine:
    return Machine(monkeypatch, tmp_path)


def test_a_fresh_clone_gets_an_environment_and_the_second_call_runs_nothing(
    machine: Machine,
) -> None:
    dev.set_up("run", LIBRARIES)
    assert machine.said("venv") == 1
    whole_list = str(dev.REQUIREMENTS / "run.txt")
    assert machine.said("--require-hashes", "--no-deps", whole_list) == 1
    assert machine.said("--no-build-isolation", "--editable", str(dev.ROOT)) == 1
    machine.ran.clear()
    dev.set_up("run", LIBRARIES)
    assert machine.ran == []


def test_uv_is_used_where_there_is_one(machine: Machine) -> None:
    machine.tools["uv"] = "/usr/bin/uv"
    dev.set_up("test", LIBRARIES)
    assert [command[0] for command in machine.ran] == ["/usr/bin/uv"] * 3
    assert machine.said("--require-hashes", str(dev.REQUIREMENTS / "test.txt")) == 1


def test_no_command_names_a_registry(machine: Machine) -> None:
    dev.set_up("test", LIBRARIES)
    assert not [word for command in machine.ran for word in command if "://" in word]


def test_what_a_kill_left_half_made_is_made_anew(machine: Machine) -> None:
    left = machine.environment / "lib" / "half"
    left.mkdir(parents=True)
    dev.set_up("run", LIBRARIES)
    assert not left.exists()
    assert machine.said("venv") == 1


def test_a_failed_update_is_not_taken_for_a_finished_one(machine: Machine) -> None:
    dev.set_up("run", LIBRARIES)
    machine.fails = lambda command: "--require-hashes" in command
    with pytest.raises(dev.SetUpStopped):
        dev.set_up("test", LIBRARIES)
    machine.fails = lambda _command: False
    machine.ran.clear()
    dev.set_up("run", LIBRARIES)
    assert machine.said("venv") == 1


def test_a_sound_environment_is_brought_up_to_a_longer_list_in_place(machine: Machine) -> None:
    dev.set_up("run", LIBRARIES)
    kept = machine.environment / "lib" / "kept"
    kept.mkdir(parents=True)
    machine.ran.clear()
    dev.set_up("test", LIBRARIES)
    assert kept.exists()
    assert machine.said("venv") == 0
    assert machine.said("--require-hashes") == 1


def test_the_list_for_tests_serves_running_too(machine: Machine) -> None:
    dev.set_up("test", LIBRARIES)
    machine.ran.clear()
    dev.set_up("run", LIBRARIES)
    assert machine.ran == []


def test_libraries_found_once_are_remembered_beside_new_ones(machine: Machine) -> None:
    dev.set_up("run", {})
    machine.ran.clear()
    machine.missing = ["libegl1"]
    dev.set_up("run", LIBRARIES)
    assert machine.said("install", "libegl1") == 1
    assert machine.said("--require-hashes") == 0
    machine.ran.clear()
    dev.set_up("run", LIBRARIES)
    dev.set_up("run", {})
    assert machine.ran == []


@pytest.mark.parametrize("field", ["python", "root"])
def test_an_environment_of_another_python_or_place_is_made_anew(
    machine: Machine, field: str
) -> None:
    dev.set_up("run", LIBRARIES)
    stamp = json.loads(dev.STAMP.read_text(encoding="utf-8"))
    dev.STAMP.write_text(json.dumps(stamp | {field: "other"}), encoding="utf-8")
    machine.ran.clear()
    dev.set_up("run", LIBRARIES)
    assert machine.said("venv") == 1


@pytest.mark.parametrize("text", ["", "[]", "{", '{"python": "3.11"}', "\ufeff"])
def test_a_damaged_stamp_counts_as_none(machine: Machine, text: str) -> None:
    machine.environment.mkdir()
    dev.STAMP.write_text(text, encoding="utf-8")
    dev.set_up("run", LIBRARIES)
    assert machine.said("venv") == 1


def test_the_administrator_gets_what_is_missing_without_a_question(machine: Machine) -> None:
    machine.missing = ["libegl1"]
    dev.set_up("run", LIBRARIES)
    install = machine.ran[0]
    assert install[-2:] == ["--no-install-recommends", "libegl1"]
    assert "DEBIAN_FRONTEND=noninteractive" in install
    assert "--yes" in install
    assert "sudo" not in install


def test_old_package_lists_are_renewed_and_the_packages_asked_for_again(machine: Machine) -> None:
    machine.missing = ["libegl1"]
    machine.fails = lambda command: "install" in command and machine.said("update") == 0
    dev.set_up("run", LIBRARIES)
    assert machine.said("update") == 1
    assert machine.said("install", "libegl1") == 2


def test_packages_that_cannot_be_installed_stop_the_set_up(machine: Machine) -> None:
    machine.missing = ["libegl1"]
    machine.fails = lambda command: "apt-get" in command
    with pytest.raises(dev.SetUpStopped, match="libegl1"):
        dev.set_up("run", LIBRARIES)
    assert machine.said("venv") == 0


def test_sudo_is_used_where_it_asks_no_password(machine: Machine) -> None:
    machine.is_root = False
    machine.tools["sudo"] = "/usr/bin/sudo"
    machine.missing = ["libegl1"]
    dev.set_up("run", LIBRARIES)
    assert machine.said("sudo", "--non-interactive", "apt-get", "libegl1") == 1


@pytest.mark.parametrize("has_sudo", [True, False])
def test_who_may_not_install_is_told_the_command(machine: Machine, *, has_sudo: bool) -> None:
    machine.is_root = False
    machine.missing = ["libegl1", "libgl1"]
    if has_sudo:
        machine.tools["sudo"] = "/usr/bin/sudo"
        machine.fails = lambda command: command[0] == "sudo"
    with pytest.raises(dev.SetUpStopped, match="sudo apt-get install libegl1 libgl1"):
        dev.set_up("run", LIBRARIES)
    assert not machine.environment.exists()


def test_a_system_without_apt_is_told_what_to_look_for(machine: Machine) -> None:
    del machine.tools["apt-get"]
    machine.missing = ["libegl1"]
    with pytest.raises(dev.SetUpStopped, match="libegl1"):
        dev.set_up("run", LIBRARIES)


def test_python_without_venv_gets_debians_package(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    dev.set_up("run", {})
    assert machine.ran[0][-1] == f"python{dev._this_python()}-venv"
    machine.tools["uv"] = "/usr/bin/uv"
    assert dev._missing_venv() == []


def test_the_loader_of_the_system_is_asked_for_libraries() -> None:
    asked = {"libc.so.6": "libc6", "libnobodyhasthis.so.9": "libnobody9"}
    expected = ["libnobody9"] if sys.platform.startswith("linux") else []
    assert dev._missing_libraries(asked) == expected


def test_an_installer_that_fails_gives_a_sentence_and_its_own_exit_code(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.fails = lambda command: "--require-hashes" in command
    assert dev.main(["test"]) == dev.EXIT_SET_UP
    assert "could not be made" in capsys.readouterr().err
    assert not dev.STAMP.exists()


def test_the_tests_run_after_the_checks_and_a_failed_check_fails_the_run(
    machine: Machine,
) -> None:
    machine.fails = lambda command: "mypy" in command
    assert dev.main(["test"]) == 1
    modules = [command[2] for command in machine.ran if command[1:2] == ["-m"]]
    assert modules[-4:] == ["ruff", "ruff", "mypy", "pytest"]
    assert any(word.startswith("--cov-report=json:") for word in machine.ran[-1])
    assert machine.ran[-1][-1] == "--ignore=tests/twins"
    machine.fails = lambda command: command[0].endswith("lint-imports")
    assert dev.main(["test"]) == 1
    machine.fails = lambda _command: False
    assert dev.main(["test"]) == 0


def test_words_after_test_go_to_pytest_alone(machine: Machine) -> None:
    dev.set_up("test", OFFSCREEN)
    machine.ran.clear()
    assert dev.main(["test", "-k", "store"]) == 0
    assert [command[1:] for command in machine.ran] == [["-m", "pytest", "-k", "store"]]


@pytest.mark.parametrize(("task", "words"), [("run", ["desktop"]), ("demo", ["desktop", "demo"])])
def test_the_program_takes_the_place_of_the_task(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, task: str, words: list[str]
) -> None:
    became: list[list[str]] = []

    def become(_program: str, command: list[str], surroundings: dict[str, str]) -> None:
        assert surroundings["PYTHONUTF8"] == "1"
        became.append(command)
        raise SystemExit(0)

    monkeypatch.setattr(os, "execve", become)
    monkeypatch.setattr(dev, "ON_WINDOWS", False)
    with pytest.raises(SystemExit):
        dev.main([task, "folder"])
    assert became == [[str(dev.PYTHON), "-P", "-m", *words, "folder"]]


def test_a_word_that_is_no_task_lists_the_tasks(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == dev.EXIT_USAGE
    listed = capsys.readouterr().out
    assert all(f"  {task} " in listed for task in dev.TASKS)
    assert dev.main(["--help"]) == 0


def test_an_interrupt_ends_without_a_traceback(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "set_up", interrupt)
    assert dev.main(["test"]) == dev.EXIT_INTERRUPTED


def test_tools_of_the_installers_are_installed_before_a_build(machine: Machine) -> None:
    machine.tools["dpkg-deb"] = "/usr/bin/dpkg-deb"
    assert dev.main(["deb"]) == 0
    assert machine.said("apt-get", "install", "binutils") == 1
    assert machine.said("installers.linux") == 1
    assert dev.main(["windows-installer", "--quick"]) == 0
    assert machine.said("apt-get", "install", "nsis", "gcc-mingw-w64-x86-64") == 1
    assert machine.said("installers.windows", "--quick") == 1


def test_the_lists_are_written_with_hashes_and_without_addresses(machine: Machine) -> None:
    assert dev.main(["lock"]) == dev.EXIT_SET_UP
    machine.tools["uv"] = "uv"
    assert dev.main(["lock"]) == 0
    assert machine.said("uv", "compile", "--generate-hashes", "--no-header", "--universal") == 3
    assert machine.said("--emit-index-url") == 0
    machine.fails = lambda command: command[0] == "uv"
    assert dev.main(["lock"]) == 1


def test_an_older_python_can_read_the_file_far_enough_to_say_so() -> None:
    source = Path(dev.__file__).read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    kinds = [type(node) for node in tree.body]
    check = next(place for place, kind in enumerate(kinds) if kind is ast.If)
    assert ast.FunctionDef not in kinds[:check]
    assert ast.ClassDef not in kinds[:check]
    assert ast.AnnAssign not in kinds[:check]
