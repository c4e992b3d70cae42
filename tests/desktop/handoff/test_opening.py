from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.errors import InputRefused
from desktop.handoff import opening
from desktop.handoff.archive import write_archive
from desktop.handoff.bundle import OpenedBundle, Trust, seal, sign_openly
from desktop.handoff.down_content import Reply, Rules, RulesContent, write_reply, write_rules
from desktop.handoff.frame import BundleKind
from desktop.handoff.opening import OpeningKeys, opening_job
from desktop.handoff.refusals import BundleRefusal
from desktop.jobs import JobFailed, JobFailure
from tests.desktop.handoff.parties import DESK, OFFICE, address, opened, party, sealed, trust_of


def read(folder: Path, data: bytes, me: str = DESK, other: str = OFFICE) -> OpenedBundle:
    """Do what the process does, here."""
    path = folder / "a.hoinghi"
    path.write_bytes(data)
    trust: Trust = trust_of(me, other)
    return opening.open_file(lambda *_: None, path, OpeningKeys((party(me).keys.sealing,)), trust)


def test_a_bundle_opened_in_a_process_comes_back_whole(tmp_path: Path) -> None:
    data = sealed()
    (tmp_path / "a.hoinghi").write_bytes(data)
    keys = OpeningKeys((party(DESK).keys.sealing,))
    job = opening_job(tmp_path / "a.hoinghi", keys, trust_of(DESK, OFFICE))
    job.start()
    assert job.wait() == opened(data)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no file here that never ends")
def test_a_process_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "OPEN_TIMEOUT_S", 0.2)
    endless = tmp_path / "a.hoinghi"
    os.mkfifo(endless)  # nobody writes into it
    keys = OpeningKeys((party(DESK).keys.sealing,))
    job = opening_job(endless, keys, trust_of(DESK, OFFICE))
    job.start()
    with pytest.raises(JobFailed) as failed:
        job.wait()
    assert failed.value.failure is JobFailure.TIMED_OUT


def test_content_is_read_before_a_bundle_counts_as_opened(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        read(tmp_path, sealed(write_archive({})))
    assert refused.value.reason == BundleRefusal.CONTENT
    assert read(tmp_path, sealed()).header.number == 1


def test_what_comes_down_is_read_too(tmp_path: Path) -> None:
    rules = write_rules(RulesContent(rules=Rules(keys=(party(DESK).keys.public(),))))
    for_all = address(kind=BundleKind.RULES, recipient="", subject="")
    data = sign_openly(for_all, rules, party(DESK))
    assert read(tmp_path, data, OFFICE, DESK).content == rules
    reply = write_reply(Reply())
    down = address(kind=BundleKind.REPLY, recipient=OFFICE, subject="")
    data = seal(down, reply, party(DESK), party(OFFICE).keys.public())
    assert read(tmp_path, data, OFFICE, DESK).content == reply


def test_keys_on_their_way_say_nothing_of_themselves() -> None:
    assert repr(OpeningKeys(("AGE-SECRET-KEY-1X",))) == "OpeningKeys(1)"


def test_a_bundle_about_another_conference_than_it_says_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        read(tmp_path, sealed(subject=OFFICE))
    assert refused.value.reason == BundleRefusal.CONTENT
    assert refused.value.facts["detail"] == "another subject"
