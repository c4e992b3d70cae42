from __future__ import annotations

from pathlib import Path

import pytest

from db.replies import OfficePlaces
from db.store import Store
from desktop import app, province_commands
from desktop.cli import run_command
from desktop.exit_code import ExitCode
from desktop.handoff import answering, stick_reader, update_writing
from desktop.handoff.bundle import Trust, open_bundle
from desktop.handoff.down_content import read_rules
from desktop.handoff.key_files import card_file, write_key_file
from desktop.handoff.key_ring import make_own_keys
from desktop.handoff.keys import PublicKeys
from desktop.handoff.update_content import read_update
from desktop.jobs import JobFailed, JobFailure
from desktop.program_form import Form, installer_name
from tests.builders import KEYS, NOON, a_delegate, an_office, ident
from tests.desktop.handoff.desks import (
    OFFICES,
    InlineJob,
    a_desk,
    a_sealed,
    a_stick,
    desk_keys,
)
from tests.desktop.handoff.parties import DESK, STRANGER, party
from tests.desktop.handoff.updating import NEWER, NEWS, an_update, bytes_of

Output = pytest.CaptureFixture[str]
HERE, AWAY = OFFICES[0], OFFICES[4]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a desk that knows four of five offices."""
    monkeypatch.setattr(stick_reader, "StandingJob", InlineJob)
    return tmp_path / "data"


@pytest.fixture
def keys(data: Path) -> PublicKeys:
    with at(data) as store:
        a_desk(store, *OFFICES[:4])
        return desk_keys(store)


def at(data: Path) -> Store:
    return Store.open(data / "hoinghi.db", clock=lambda: NOON, new_id=lambda: ident(99), keys=KEYS)


def run(data: Path, *words: str | Path) -> int:
    return run_command(["province", *map(str, words), "--data", str(data), "--lang", "en"])


def held(data: Path) -> list[str]:
    with at(data) as store:
        return [one.sender_id for one in store.received.all()]


def test_a_stick_is_looked_at_and_nothing_is_written(
    data: Path, keys: PublicKeys, tmp_path: Path, capsys: Output
) -> None:
    stick = a_stick(tmp_path / "E", [a_sealed(keys)])
    assert run(data, "scan", stick) == ExitCode.DONE
    said = capsys.readouterr()
    assert "000.hoinghi" in said.out
    assert "number 1" in said.out
    assert "2 people" in said.out
    assert said.err == ""
    assert held(data) == []


def test_files_of_one_name_are_told_apart_by_their_folders(
    data: Path, keys: PublicKeys, tmp_path: Path, capsys: Output
) -> None:
    for name, bundle in (("Ea Na", a_sealed(keys)), ("Dur Kmăl", b"?")):
        a_stick(tmp_path / "E" / name, [bundle])
    run(data, "scan", tmp_path / "E")
    said = capsys.readouterr()
    assert str(Path("Ea Na", "000.hoinghi")) in said.out
    assert str(Path("Dur Kmăl", "000.hoinghi")) in said.err


def test_what_is_good_is_taken_in_and_has_its_check_code(
    data: Path, keys: PublicKeys, tmp_path: Path, capsys: Output
) -> None:
    stick = a_stick(tmp_path / "E", [a_sealed(keys), a_sealed(keys, OFFICES[1])])
    assert run(data, "import", stick) == ExitCode.DONE
    first = capsys.readouterr().out
    assert run(data, "import", stick) == ExitCode.DONE
    again = capsys.readouterr().out
    assert held(data) == list(OFFICES[:2])
    with at(data) as store:
        codes = [answering.code_of(one, DESK) for one in store.received.all()]
    for said in (first, again):
        assert all(code in said for code in codes)
    assert "the same again" in again


def test_what_people_have_to_look_at_is_said(
    data: Path, keys: PublicKeys, tmp_path: Path, capsys: Output
) -> None:
    bundles = [a_sealed(keys), a_sealed(keys, AWAY), b"?", a_sealed(keys, people=(a_delegate(3),))]
    stick = a_stick(tmp_path / "E", bundles)
    (stick / "autorun.inf").write_bytes(b"")
    assert run(data, "scan", stick) == ExitCode.RULES_BROKEN
    assert run(data, "import", stick) == ExitCode.RULES_BROKEN
    said = capsys.readouterr().err
    assert party(AWAY).card().fingerprint() in said
    assert "002.hoinghi: not taken" in said
    assert "003.hoinghi: ! kept" in said
    assert "virus" in said
    assert held(data) == [HERE, HERE]


def test_an_office_becomes_known_by_its_key_file(
    data: Path, keys: PublicKeys, tmp_path: Path
) -> None:
    away = party(AWAY)
    write_key_file(tmp_path / "away", card_file(away.card(), away.keys))
    stick = a_stick(tmp_path / "E", [a_sealed(keys, AWAY)])
    assert run(data, "import", stick, "--known", tmp_path / "away") == ExitCode.DONE
    assert held(data) == [AWAY]
    assert run(data, "import", stick, "--known", tmp_path / "gone") == ExitCode.NOT_UNDERSTOOD


def test_the_fields_asked_for_go_down_with_the_rules(
    data: Path, keys: PublicKeys, tmp_path: Path
) -> None:
    (tmp_path / "F").mkdir()
    asked = ("--fields", "birth,id_number,photo_id")
    assert run(data, "reply", tmp_path / "F", *asked) == ExitCode.DONE
    (path,) = (tmp_path / "F").glob("quy-tac-*")
    opened = open_bundle(path.read_bytes(), [], Trust(me=HERE, known={}))
    assert read_rules(opened.content).rules.fields == ("birth", "id_number")
    with at(data) as store:
        assert answering.asked_fields(store) == ("birth", "id_number")
    odd = ("--fields", "shoe_size")
    assert run(data, "reply", tmp_path / "F", *odd) == ExitCode.NOT_UNDERSTOOD


def test_offices_are_answered_on_the_stick(
    data: Path, keys: PublicKeys, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / "F").mkdir()
    assert run(data, "reply", tmp_path / "F") == ExitCode.DONE
    assert "nothing to send down" in capsys.readouterr().out
    run(data, "import", a_stick(tmp_path / "E", [a_sealed(keys)]))
    words = ("reply", tmp_path / "F", "--rules", "--valid-until", "2025-12-31")
    assert run(data, *words) == ExitCode.DONE
    assert run(data, *words) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "for all: number 1, quy-tac-" in said
    assert "number 1 again, tra-loi-" in said
    assert len(list((tmp_path / "F").iterdir())) == 2


def test_who_cannot_be_answered_is_named(
    data: Path, keys: PublicKeys, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at(data) as store:
        store.replies.save_places(
            [OfficePlaces(office_id=STRANGER, pack_id="p", unit="a", places=3)]
        )
    assert run(data, "reply", tmp_path) == ExitCode.RULES_BROKEN
    assert "no keys of this office" in capsys.readouterr().err
    run(data, "import", a_stick(tmp_path / "E", [a_sealed(keys)]))

    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(answering, "copy_to_stick", fail)
    assert run(data, "reply", tmp_path) == ExitCode.NOT_WRITTEN
    assert "did not take it (Permission denied)" in capsys.readouterr().err


def test_a_folder_that_is_gone_is_told(
    data: Path, keys: PublicKeys, tmp_path: Path, capsys: Output
) -> None:
    for command in ("scan", "import", "reply"):
        assert run(data, command, tmp_path / "gone") == ExitCode.NOT_UNDERSTOOD
        assert "cannot be read" in capsys.readouterr().err


def test_a_day_is_asked_for_as_one(data: Path, capsys: Output) -> None:
    assert run(data, "reply", ".", "--valid-until", "soon") == ExitCode.NOT_UNDERSTOOD
    assert "2025-12-31" in capsys.readouterr().err


def test_a_desk_without_keys_is_told(data: Path, tmp_path: Path, capsys: Output) -> None:
    assert run(data, "scan", tmp_path) == ExitCode.NOT_UNDERSTOOD
    assert "no keys yet" in capsys.readouterr().err


def test_a_store_in_use_is_told(
    data: Path, keys: PublicKeys, tmp_path: Path, capsys: Output
) -> None:
    with at(data):
        assert run(data, "scan", tmp_path) == ExitCode.STORE_REFUSED
    assert "Another window" in capsys.readouterr().err


def test_the_passphrase_of_the_keys_is_asked_for(
    data: Path, tmp_path: Path, capsys: Output
) -> None:
    with at(data) as store:
        store.offices.save(an_office(id=DESK))
        make_own_keys(store, "mật khẩu")
    (tmp_path / "E").mkdir()
    for words, code in (("sai", ExitCode.NOT_UNDERSTOOD), ("mật khẩu", ExitCode.DONE)):
        (tmp_path / "words").write_text(words, "utf-8")
        asked = ("scan", tmp_path / "E", "--passphrase-file", tmp_path / "words")
        assert run(data, *asked) == code
    assert "passphrase" in capsys.readouterr().err


def test_a_process_that_breaks_over_the_stick_is_told(
    data: Path, keys: PublicKeys, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(InlineJob):
        def result(self) -> None:
            raise JobFailed(JobFailure.CRASHED)

    monkeypatch.setattr(stick_reader, "StandingJob", Broken)
    assert run(data, "scan", tmp_path) == ExitCode.NOT_UNDERSTOOD
    assert capsys.readouterr().err


def test_the_data_of_this_account_is_used_where_none_is_named(
    data: Path, keys: PublicKeys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "data_folder", lambda: data)
    (tmp_path / "E").mkdir()
    assert run_command(["province", "scan", str(tmp_path / "E"), "--lang", "en"]) == ExitCode.DONE
    assert province_commands._data_folder() == data


def built(folder: Path) -> list[Path]:
    """Installers as they were built, with what is new."""
    folder.mkdir()
    paths = [folder / installer_name(form, NEWER) for form in Form]
    for form, path in zip(Form, paths, strict=True):
        path.write_bytes(bytes_of(form))
    (folder / "moi.txt").write_text("\n".join(NEWS), "utf-8")
    return paths


def test_a_newer_version_is_given_out_with_its_signed_description(
    data: Path, keys: PublicKeys, tmp_path: Path, capsys: Output
) -> None:
    files, stick = built(tmp_path / "dist"), tmp_path / "E"
    stick.mkdir()
    news = tmp_path / "dist" / "moi.txt"
    words: list[str | Path] = ["update", *files, "--news", news, "--to", stick]
    assert run(data, *words) == ExitCode.DONE
    assert run(data, *words) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "Version 0.2.0, number 1." in said
    assert "number 1 again" in said
    opened = open_bundle((stick / "ban-moi-0.2.0.hoinghi").read_bytes(), [], Trust(me="", known={}))
    assert read_update(opened.content) == an_update()
    assert {one.name for one in stick.iterdir()} > {one.name for one in files}


def test_a_version_that_cannot_be_given_out_is_told(
    data: Path,
    keys: PublicKeys,
    tmp_path: Path,
    capsys: Output,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files, stick, news = built(tmp_path / "dist"), tmp_path / "E", tmp_path / "dist" / "moi.txt"
    assert run(data, "update", *files, "--news", news, "--to", stick) == ExitCode.NOT_UNDERSTOOD
    stick.mkdir()
    assert run(data, "update", news, "--news", news, "--to", stick) == ExitCode.NOT_UNDERSTOOD
    assert "is not called as an installer" in capsys.readouterr().err
    empty = tmp_path / "dist" / "empty.txt"
    empty.write_bytes(b"")
    assert run(data, "update", *files, "--news", empty, "--to", stick) == ExitCode.NOT_UNDERSTOOD
    assert "empty.txt was not used" in capsys.readouterr().err

    def fail(path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(update_writing, "copy_to_stick", fail)
    assert run(data, "update", *files, "--news", news, "--to", stick) == ExitCode.NOT_WRITTEN
    assert "disk is full" in capsys.readouterr().err
    assert list(stick.iterdir()) == []
