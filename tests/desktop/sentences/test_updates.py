from __future__ import annotations

from pathlib import Path

import pytest

from db.errors import StoreFull
from desktop.atomic_file import NotWrittenBackError
from desktop.errors import InputRefused
from desktop.handoff.scan import Scan
from desktop.handoff.update_content import UpdateRefusal
from desktop.handoff.update_writing import WrittenUpdate
from desktop.handoff.updates import Looked, Offer, RefusedUpdate, read_offer
from desktop.jobs import JobFailed, JobFailure
from desktop.program_form import Form
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.updates import (
    backup_failure,
    by_hand_sentence,
    chosen_installers_sentence,
    copying_failure,
    file_line,
    giving_failure,
    install_command,
    looking_failure_sentence,
    not_closed_sentence,
    not_started_sentence,
    nothing_found_sentence,
    press_words,
    signer_lines,
    steps,
    stick_warning,
    stopped_sentence,
    update_written_sentence,
    versions_line,
)
from tests.desktop.handoff.parties import DESK, party
from tests.desktop.handoff.updating import CURRENT, here, put_update


@pytest.fixture
def offer(tmp_path: Path) -> Offer:
    return read_offer(put_update(tmp_path), here())


def looked(*refused: RefusedUpdate, installers: tuple[str, ...] = ()) -> Looked:
    seen = Scan(bundles=(), signs=(), is_cut=True, unreadable=(), installers=installers)
    return Looked(offers=(), refused=refused, scan=seen)


def test_an_offer_is_told_in_figures(offer: Offer) -> None:
    assert versions_line(offer, CURRENT) == "Version 0.1.0 → version 0.2.0"
    signer, fingerprint = signer_lines(offer)
    assert signer == f"{party(DESK).name}, number 1, on 01/03/2025"
    assert fingerprint == party(DESK).card().fingerprint()
    assert file_line(offer) == "Hoinghi-0.2.0-setup.exe (18 KB)"


@pytest.mark.parametrize("form", Form)
def test_what_will_happen_names_the_backup_and_that_data_stays(form: Form) -> None:
    told = steps(form)
    assert len(told) == 4
    assert "backup" in told[1]
    assert "stay where they are" in told[3]
    assert press_words(form).startswith("&Back up")


def test_a_stick_without_anything_new_says_which_of_the_reasons_it_is() -> None:
    assert "no newer version" in nothing_found_sentence(looked())
    bare = nothing_found_sentence(looked(installers=("/E/Hoinghi-0.2.0-setup.exe",)))
    assert "Hoinghi-0.2.0-setup.exe" in bare
    assert "nobody has signed" in bare
    same = RefusedUpdate(path="/E/a.hoinghi", reason="update-same", facts={"version": "0.1.0"})
    assert nothing_found_sentence(looked(same)).startswith("a.hoinghi was not used")
    assert "more than was looked through" in stick_warning(looked())


def test_failures_say_what_is_safe(offer: Offer) -> None:
    hash_ = InputRefused(UpdateRefusal.HASH, file="x.exe")
    late = JobFailed(JobFailure.TIMED_OUT)
    assert "was not used" in looking_failure_sentence(hash_, Path("a.hoinghi"))
    assert "took too long" in looking_failure_sentence(late, Path("a"))
    gone = OSError(5, "Input/output error")
    assert "does not answer (Input/output error)" in looking_failure_sentence(gone, Path("a"))
    assert "do not start it by hand" in copying_failure(hash_, offer)
    assert "took too long" in copying_failure(late, offer)
    assert "disk is full" in copying_failure(OSError(28, "full"), offer)
    assert "ValueError" in copying_failure(ValueError("x"), offer)
    assert "not installed" in backup_failure(StoreFull(Path("/x")))
    assert "Nothing was installed" in stopped_sentence()
    assert "stays open" in not_closed_sentence()
    assert "your data is safe" in not_started_sentence("no")


def test_what_is_done_by_hand_is_told(tmp_path: Path) -> None:
    path = tmp_path / "Dữ liệu của An" / "hoinghi_0.2.0_amd64.deb"
    assert install_command(path) == f"sudo apt install '{path}'"
    assert "terminal" in by_hand_sentence(Form.DEBIAN, path)
    assert "unpack the file beside" in by_hand_sentence(Form.PORTABLE, path)


def test_systems_are_named_as_people_call_them() -> None:
    forms = "debian,portable,mac"
    refusal = InputRefused(UpdateRefusal.OTHER_FORM, version="0.2.0", forms=forms)
    said = refusal_sentence(refusal)
    assert "Debian and Ubuntu, the portable form, mac" in said


@pytest.mark.parametrize(("is_new", "said"), [(True, "number 3."), (False, "number 3 again.")])
def test_what_went_to_the_stick_is_told(is_new: bool, said: str) -> None:
    written = WrittenUpdate(path="a", version="0.2.0", number=3, installers=(), is_new=is_new)
    assert said in update_written_sentence(written)


def test_what_a_desk_gives_out_is_told() -> None:
    assert "No installers" in chosen_installers_sentence([])
    assert chosen_installers_sentence(["Hoinghi-0.2.0-setup.exe"]).startswith("Version 0.2.0:")
    refusal = InputRefused(UpdateRefusal.VERSIONS, one="0.2.0", other="0.3.0")
    for error, words in (
        (refusal, "of two versions"),
        (JobFailed(JobFailure.TIMED_OUT), "took too long"),
        (NotWrittenBackError("x"), "something else"),
        (OSError(28, "full"), "no room"),
        (ValueError("x"), "ValueError"),
    ):
        assert words in giving_failure(error)
