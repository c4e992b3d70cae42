from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from desktop.cli import run_command
from desktop.conference_file import read_conference_file, write_conference_file
from desktop.exit_code import ExitCode
from desktop.handoff.bundle import seal, sign_openly
from desktop.handoff.down_content import Reply, Rules, RulesContent, write_reply, write_rules
from desktop.handoff.frame import BundleKind
from desktop.handoff.key_files import OwnKeyFile, card_file, read_card_file, write_key_file
from desktop.paths import resource
from tests.builders import a_delegate, a_file, an_office, ident
from tests.desktop.handoff.parties import DESK, OFFICE, address, new_keys, party, sealed
from tests.desktop.handoff.updating import an_update, signed

Output = pytest.CaptureFixture[str]
SAMPLE = resource("samples", "binh-hoa", "conference.json")
PACK = resource("rulepacks", "binh-hoa-2024.toml").read_bytes()


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """A folder with the keys of an office and a desk, as files."""
    for name, owner in (("desk", DESK), ("office", OFFICE)):
        one = party(owner)
        own = OwnKeyFile(id=owner, name=one.name, locked=new_keys(owner).locked)
        write_key_file(tmp_path / f"{name}.own", own)
        write_key_file(tmp_path / f"{name}.pub", card_file(one.card(), one.keys))
    return tmp_path


def run(*words: str | Path) -> int:
    return run_command(["handoff", *map(str, words), "--lang", "en"])


def packed(keys: Path, *words: str | Path) -> int:
    """Seal a sound conference for the desk."""
    return run(
        *("pack", SAMPLE, "--keys", keys / "office.own", "--for", keys / "desk.pub"),
        *("--to", keys / "a.hoinghi", *words),
    )


def as_desk(keys: Path) -> tuple[str | Path, ...]:
    return ("--keys", keys / "desk.own", "--known", keys / "office.pub")


def as_office(keys: Path) -> tuple[str | Path, ...]:
    return ("--keys", keys / "office.own", "--known", keys / "desk.pub")


def test_keys_are_made_and_only_the_public_ones_are_for_others(
    tmp_path: Path, capsys: Output
) -> None:
    conference = tmp_path / "a.json"
    write_conference_file(conference, a_file())
    assert run("keys", "make", conference, tmp_path, "--number", "3") == ExitCode.DONE
    said = capsys.readouterr().out
    card = read_card_file(tmp_path / "khoa-3.hoinghi-key").card
    assert (card.id, card.name, card.keys.number) == (ident(1), an_office().name, 3)
    assert card.fingerprint() in said
    assert "Recovery key" in said
    own = tmp_path / "khoa-3.hoinghi-own-key"
    if sys.platform != "win32":
        assert stat.S_IMODE(own.stat().st_mode) == 0o600
    for shown in (own, tmp_path / "khoa-3.hoinghi-key"):
        assert run("keys", "show", shown) == ExitCode.DONE
        assert card.fingerprint() in capsys.readouterr().out


def test_keys_that_are_there_are_never_written_over(tmp_path: Path, capsys: Output) -> None:
    write_conference_file(tmp_path / "a.json", a_file())
    (tmp_path / "khoa-1.hoinghi-own-key").write_bytes(b"mine")
    assert run("keys", "make", tmp_path / "a.json", tmp_path) == ExitCode.NOT_UNDERSTOOD
    assert "left as it is" in capsys.readouterr().err
    assert (tmp_path / "khoa-1.hoinghi-own-key").read_bytes() == b"mine"


def test_the_folder_for_keys_is_made(tmp_path: Path) -> None:
    write_conference_file(tmp_path / "a.json", a_file())
    assert run("keys", "make", tmp_path / "a.json", tmp_path / "new" / "keys") == ExitCode.DONE
    assert (tmp_path / "new" / "keys" / "khoa-1.hoinghi-own-key").exists()


def test_what_is_sealed_is_not_called_somebody_elses_where_no_keys_were_named(
    keys: Path, capsys: Output
) -> None:
    packed(keys)
    assert run("verify", keys / "a.hoinghi") == ExitCode.NOT_UNDERSTOOD
    assert "--keys" in capsys.readouterr().err


def test_an_office_without_a_name_has_no_keys(tmp_path: Path) -> None:
    write_conference_file(tmp_path / "a.json", a_file(office=an_office(name=" ")))
    assert run("keys", "make", tmp_path / "a.json", tmp_path) == ExitCode.NOT_UNDERSTOOD


def test_a_passphrase_opens_what_was_made_with_it(tmp_path: Path, capsys: Output) -> None:
    write_conference_file(tmp_path / "a.json", a_file())
    (tmp_path / "right").write_text("mật khẩu\n", encoding="utf-8")
    (tmp_path / "wrong").write_text("khác\n", encoding="utf-8")
    (tmp_path / "none").write_bytes(b"")
    made = ("keys", "make", tmp_path / "a.json", tmp_path, "--passphrase-file")
    assert run(*made, tmp_path / "right") == ExitCode.DONE
    (tmp_path / "b.hoinghi").write_bytes(sealed())
    opening = ("verify", tmp_path / "b.hoinghi", "--keys", tmp_path / "khoa-1.hoinghi-own-key")
    for file, said in (
        ("wrong", "This passphrase does not open"),
        ("none", "no passphrase"),
        ("right", "sealed for somebody else"),
    ):
        status = run(*opening, "--passphrase-file", tmp_path / file)
        assert status == ExitCode.NOT_UNDERSTOOD
        assert said in capsys.readouterr().err


def test_revoked_keys_are_named(tmp_path: Path, capsys: Output) -> None:
    one = party(OFFICE)
    write_key_file(tmp_path / "a", card_file(one.card(), one.keys, (2, 5)))
    assert run("keys", "show", tmp_path / "a") == ExitCode.DONE
    assert "2, 5" in capsys.readouterr().out


def test_a_conference_goes_up_and_comes_out_as_it_was_chosen(keys: Path, capsys: Output) -> None:
    assert packed(keys, "--papers", "programme", "--number", "4") == ExitCode.DONE
    assert "People: " in capsys.readouterr().out
    assert run("verify", keys / "a.hoinghi", *as_desk(keys)) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "Number 4" in said
    assert "not known" not in said
    assert run("open", keys / "a.hoinghi", keys / "out", *as_desk(keys)) == ExitCode.DONE
    file, sample = (
        read_conference_file(keys / "out" / "conference.json"),
        read_conference_file(SAMPLE),
    )
    assert [one.name for one in file.delegates] == [one.name for one in sample.delegates]
    assert {one.id_number for one in file.delegates} == {""}
    assert any(one.photo_id for one in file.delegates)
    assert (keys / "out" / "chuong-trinh.pdf").read_bytes().startswith(b"%PDF")


def test_only_what_was_chosen_of_each_person_travels(keys: Path) -> None:
    assert packed(keys, "--fields", "post,phone,photo_id", "--no-photos") == ExitCode.DONE
    run("open", keys / "a.hoinghi", keys / "out", *as_desk(keys))
    people = read_conference_file(keys / "out" / "conference.json").delegates
    assert {(one.birth, one.ethnicity, one.photo_id) for one in people} == {(None, "", "")}
    assert any(one.post for one in people)


def test_what_the_plan_leaves_no_choice_in_is_named_and_nothing_sealed(
    keys: Path, capsys: Output
) -> None:
    write_conference_file(keys / "a.json", a_file(a_delegate(1)))
    status = run(
        *("pack", keys / "a.json", "--keys", keys / "office.own"),
        *("--for", keys / "desk.pub", "--to", keys / "a.hoinghi"),
    )
    assert status == ExitCode.RULES_BROKEN
    assert "Nothing was sealed" in capsys.readouterr().err
    assert not (keys / "a.hoinghi").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--fields", "cccd"), "there is no field “cccd”"),
        (("--number", "0"), "a number from 1"),
        (("--number", "x"), "a number from 1"),
        (("--papers", "nothing"), "there is no paper"),
    ],
)
def test_a_command_that_asks_for_what_is_not_there_is_refused(
    keys: Path, capsys: Output, words: tuple[str, str], said: str
) -> None:
    assert packed(keys, *words) == ExitCode.NOT_UNDERSTOOD
    assert said in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told(keys: Path, capsys: Output) -> None:
    assert packed(keys, "--to", keys / "gone" / "a.hoinghi") == ExitCode.NOT_WRITTEN
    assert "was not written" in capsys.readouterr().err


def test_a_stranger_is_told_and_nothing_of_them_is_written(keys: Path, capsys: Output) -> None:
    packed(keys)
    unknown = ("--keys", keys / "desk.own")
    assert run("verify", keys / "a.hoinghi", *unknown) == ExitCode.DONE
    assert "compare the fingerprint" in capsys.readouterr().out
    assert run("open", keys / "a.hoinghi", keys / "out", *unknown) == ExitCode.NOT_UNDERSTOOD
    assert party(OFFICE).card().fingerprint() in capsys.readouterr().err
    assert not (keys / "out").exists()


def test_a_damaged_bundle_is_refused_with_its_name(keys: Path, capsys: Output) -> None:
    (keys / "a.hoinghi").write_bytes(sealed()[:-1])
    assert run("verify", keys / "a.hoinghi", *as_desk(keys)) == ExitCode.NOT_UNDERSTOOD
    assert "a.hoinghi was not used, and nothing was changed" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "state"), [((), "received"), (("--returned",), "returned")])
def test_a_receipt_comes_with_a_code_that_the_office_reads(
    keys: Path, capsys: Output, words: tuple[str, ...], state: str
) -> None:
    packed(keys)
    capsys.readouterr()
    receipt = ("receipt", keys / "a.hoinghi", *as_desk(keys), "--to", keys / "r.json")
    assert run(*receipt, *words) == ExitCode.DONE
    code = capsys.readouterr().out.partition("code: ")[2].strip()
    assert json.loads((keys / "r.json").read_text())["receipt"]["verdict"] == state
    mine = ("receipt", keys / "a.hoinghi", *as_office(keys), "--code")
    assert run(*mine, code) == ExitCode.DONE
    assert f"has {state} it" in capsys.readouterr().out
    assert run(*mine, code.replace(code[-1], str((int(code[-1]) + 1) % 10))) != ExitCode.DONE


def test_only_the_receiver_of_a_conference_gives_a_receipt(keys: Path, capsys: Output) -> None:
    packed(keys)
    assert run("receipt", keys / "a.hoinghi", *as_office(keys)) == ExitCode.NOT_UNDERSTOOD
    assert "only its receiver" in capsys.readouterr().err
    rules = write_rules(RulesContent(rules=Rules(keys=(party(DESK).keys.public(),))))
    down = address(kind=BundleKind.RULES, recipient="", subject="")
    (keys / "r.hoinghi").write_bytes(sign_openly(down, rules, party(DESK)))
    assert run("receipt", keys / "r.hoinghi", *as_office(keys)) == ExitCode.NOT_UNDERSTOOD
    assert "no receipt for it" in capsys.readouterr().err


def test_what_came_down_is_written_as_files(keys: Path) -> None:
    content = RulesContent(
        rules=Rules(keys=(party(DESK).keys.public(),)), packs={"binh-hoa-2024-1": PACK}
    )
    rules = address(kind=BundleKind.RULES, recipient="", subject="")
    (keys / "r.hoinghi").write_bytes(sign_openly(rules, write_rules(content), party(DESK)))
    assert run("open", keys / "r.hoinghi", keys / "r", "--known", keys / "desk.pub") == 0
    assert (keys / "r" / "binh-hoa-2024-1.toml").read_bytes() == PACK
    reply = address(kind=BundleKind.REPLY, recipient=OFFICE, subject="")
    sealed_reply = seal(reply, write_reply(Reply()), party(DESK), party(OFFICE).keys.public())
    (keys / "p.hoinghi").write_bytes(sealed_reply)
    assert run("open", keys / "p.hoinghi", keys / "p", *as_office(keys)) == ExitCode.DONE
    assert [one.name for one in (keys / "p").iterdir()] == ["reply.json"]
    (keys / "u.hoinghi").write_bytes(signed(an_update()))
    assert run("open", keys / "u.hoinghi", keys / "u", "--known", keys / "desk.pub") == 0
    assert b'"0.2.0"' in (keys / "u" / "update.json").read_bytes()
