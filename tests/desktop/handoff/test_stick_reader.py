"""Processes that check bundles: many bundles each, and a hostile one takes no other with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.errors import InputRefused
from desktop.handoff import stick_reader
from desktop.handoff.bundle import Trust
from desktop.handoff.checking import Answer, Refused, checking_desk
from desktop.handoff.opening import OpeningKeys
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.scan import FoundBundle
from desktop.handoff.stick_reader import StickReader, StopReason
from desktop.jobs import JobFailed, Report
from desktop.sentences.refusals import refusal_sentence
from desktop.standing_jobs import Desk, StandingJob
from tests.desktop.handoff.parties import DESK, OFFICE, party, sealed, trust_of

KEYS = OpeningKeys((party(DESK).keys.sealing,))
_MB = 1024 * 1024


def fragile_desk(keys: OpeningKeys, trust: Trust) -> Desk:
    """Make a desk that some bundles break, by their names."""
    sound = checking_desk(keys, trust)

    def answer(report: Report, question: object) -> object:
        for path in getattr(question, "paths", (getattr(question, "folder", ""),)):
            if "crash" in path:
                os._exit(7)
            if "memory" in path:
                raise MemoryError
        return sound(report, question)

    return answer


def a_folder(folder: Path, *names: str) -> list[FoundBundle]:
    folder.mkdir()
    data = sealed()
    for name in names:
        (folder / f"{name}.hoinghi").write_bytes(data)
    return [FoundBundle(str(folder / f"{name}.hoinghi"), len(data)) for name in names]


def all_of(reader: StickReader) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    while not reader.is_over:
        answers |= {Path(one.path).stem: one for one in reader.wait()}
    return answers


def test_a_folder_is_looked_through_and_its_bundles_are_checked(tmp_path: Path) -> None:
    a_folder(tmp_path / "E", "a", "b", "c")
    (tmp_path / "E" / "c.hoinghi").write_bytes(b"?")
    (tmp_path / "E" / "autorun.inf").write_bytes(b"")
    reader = StickReader(KEYS, trust_of(DESK, OFFICE))
    reader.read_folder(str(tmp_path / "E"))
    answers = all_of(reader)
    assert list(answers) == ["a", "b", "c"]
    told, refused = answers["a"].told, answers["c"].refused
    assert told is not None
    assert (told.sender.id, told.people, told.bundle) == (OFFICE, 2, None)
    assert refused is not None
    assert refused.reason == BundleRefusal.NOT_A_BUNDLE
    assert reader.scan is not None
    assert len(reader.scan.signs) == 1
    assert (reader.done, reader.total) == (3, 3)


def test_contents_come_where_they_are_wanted(tmp_path: Path) -> None:
    reader = StickReader(KEYS, trust_of(DESK, OFFICE), is_whole=True)
    reader.read(a_folder(tmp_path / "E", "a"))
    told = all_of(reader)["a"].told
    assert told is not None
    assert told.bundle is not None
    assert told.bundle.content.startswith(b"PK")


def test_what_breaks_the_process_takes_no_other_bundle_with_it(tmp_path: Path) -> None:
    reader = StickReader(KEYS, trust_of(DESK, OFFICE), make=fragile_desk)
    reader.read(a_folder(tmp_path / "E", "a", "crash", "b", "memory", "c"))
    answers = all_of(reader)
    assert {name for name, one in answers.items() if one.told} == {"a", "b", "c"}
    for name, detail in (("crash", "crashed"), ("memory", "out_of_memory")):
        refused = answers[name].refused
        assert refused is not None
        assert (refused.reason, refused.facts) == (StopReason.STOPPED, {"detail": detail})
        assert name in refusal_sentence(refused.error(answers[name].path))
    assert (reader.done, reader.total) == (5, 5)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no file here that never ends")
def test_what_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stick_reader, "OPEN_TIMEOUT_S", 3.0)
    bundles = a_folder(tmp_path / "E", "a", "b")
    (tmp_path / "E" / "a.hoinghi").unlink()
    os.mkfifo(tmp_path / "E" / "a.hoinghi")  # nobody writes into it
    reader = StickReader(KEYS, trust_of(DESK, OFFICE))
    reader.read(bundles)
    answers = all_of(reader)
    assert answers["b"].told is not None
    assert answers["a"].refused is not None
    assert answers["a"].refused.facts == {"detail": "timed_out"}


def test_a_process_is_replaced_after_some_bundles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[StandingJob] = []

    class Counted(StandingJob):
        def start(self) -> None:
            started.append(self)
            super().start()

    monkeypatch.setattr(stick_reader, "StandingJob", Counted)
    monkeypatch.setattr(stick_reader, "BUNDLES_PER_PROCESS", 2)
    monkeypatch.setattr(stick_reader, "_AT_ONCE", 1)
    reader = StickReader(KEYS, trust_of(DESK, OFFICE))
    reader.read(a_folder(tmp_path / "E", "a", "b", "c"))
    assert len(all_of(reader)) == 3
    assert len(started) == 2


def test_large_bundles_are_asked_for_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundles = [FoundBundle(one.path, 3 * _MB) for one in a_folder(tmp_path / "E", "a", "b", "c")]
    reader = StickReader(KEYS, trust_of(DESK, OFFICE))
    reader.read(bundles)
    assert [len(reader.wait()) for _ in bundles] == [1, 1, 1]
    assert reader.is_over


def test_a_folder_that_breaks_the_process_is_told(tmp_path: Path) -> None:
    reader = StickReader(KEYS, trust_of(DESK, OFFICE), make=fragile_desk)
    reader.read_folder(str(tmp_path / "crash"))
    with pytest.raises(JobFailed):
        reader.wait()
    assert reader.is_over
    reader.read_folder(str(tmp_path / "gone"))
    with pytest.raises(FileNotFoundError):
        reader.wait()


def test_a_reader_that_is_given_up_asks_nothing_more(tmp_path: Path) -> None:
    reader = StickReader(KEYS, trust_of(DESK, OFFICE))
    reader.read(a_folder(tmp_path / "E", "a"))
    assert reader.poll() == ()
    reader.cancel()
    assert reader.is_over
    assert reader.poll() == reader.wait() == ()


def test_a_refusal_comes_back_with_its_facts() -> None:
    with pytest.raises(InputRefused) as refused:
        raise Refused(BundleRefusal.TOO_BIG, {"limit": 3}).error("/E/a.hoinghi")
    assert refused.value.facts == {"limit": 3}
    assert refused.value.path == Path("/E/a.hoinghi")
