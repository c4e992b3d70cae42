from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from desktop.printing.cups import CupsPress
from desktop.printing.order import PageSet, PrintOrder, Sides
from desktop.printing.press import PrintFailed, PrintFault, Tray
from tests.desktop.printing.fake_cups import FakeCups, install

pytestmark = pytest.mark.skipif(os.name == "nt", reason="CUPS prints where there is a shell")


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCups:
    return install(tmp_path / "cups", monkeypatch)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch.pdf"
    path.write_bytes(b"%PDF-1.7 these very bytes")
    return path


def _nobody_listens(_done: int, _total: int) -> None:
    return


def _send(path: Path, order: PrintOrder) -> str:
    return CupsPress().send(path, "Kế hoạch", order, _nobody_listens)


def test_printers_come_with_trays_and_what_they_can_do_the_usual_one_first(cups: FakeCups) -> None:
    hp, canon = CupsPress().printers()

    assert (hp.name, hp.is_default, hp.turns_paper) == ("HP", True, True)
    assert hp.trays[1:] == (
        Tray("InputSlot=Tray1", "Tray 1"),
        Tray("InputSlot=ManualFeed", "Manual Feed"),
    )
    assert (canon.name, canon.is_default, canon.turns_paper, canon.trays) == (
        "Canon",
        False,
        False,
        (),
    )


def test_a_stopped_printer_says_why(cups: FakeCups) -> None:
    cups.write(
        "states",
        "printer Canon disabled since Monday -\n\tThe paper is used up\n"
        "printer HP disabled since Monday - out of toner\n",
    )

    hp, canon = CupsPress().printers()

    assert (hp.stopped, canon.stopped) == ("out of toner", "The paper is used up")


def test_no_printer_is_no_fault_but_no_print_system_is(
    cups: FakeCups, monkeypatch: pytest.MonkeyPatch
) -> None:
    cups.write("names", "")
    assert CupsPress().printers() == ()

    monkeypatch.setenv("PATH", str(cups.folder / "gone"))
    with pytest.raises(PrintFailed) as failed:
        CupsPress().printers()
    assert failed.value.fault is PrintFault.NO_PRINT_SYSTEM


def test_the_pdf_itself_is_handed_over_at_its_own_size(cups: FakeCups, paper: Path) -> None:
    order = PrintOrder(
        printer="HP",
        copies=3,
        sides=Sides.SHORT_EDGE,
        tray="InputSlot=Tray1",
        ranges=((1, 3), (5, 5)),
        page_set=PageSet.ODD,
        page_mm=(297.0, 210.0),
    )

    assert _send(paper, order) == "HP-1"

    (told,) = cups.sent
    for words in (
        "-d HP -n 3",
        "-o print-scaling=none",
        "-o sides=two-sided-short-edge",
        "-o collate=true",
        "-o media=A4",
        "-o InputSlot=Tray1",
        "-o page-ranges=1-3,5",
        "-o page-set=odd",
        "-t Kế hoạch --",
    ):
        assert words in told
    assert (cups.folder / "job-1.pdf").read_bytes() == paper.read_bytes()


def test_paper_of_no_known_name_is_told_by_its_measure(cups: FakeCups, paper: Path) -> None:
    _send(paper, PrintOrder(printer="HP", page_mm=(90, 130)))

    assert "-o media=Custom.90.0x130.0mm" in cups.sent[0]
    assert "collate" not in cups.sent[0]


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("lp: The printer or class does not exist.", PrintFault.NO_SUCH_PRINTER),
        ("lp: No space left on device", PrintFault.DISK_FULL),
        ("lp: Not accepting jobs", PrintFault.REFUSED),
    ],
)
def test_what_lp_says_tells_what_to_do(
    cups: FakeCups, paper: Path, words: str, fault: PrintFault
) -> None:
    cups.fail(words)

    with pytest.raises(PrintFailed) as failed:
        _send(paper, PrintOrder(printer="HP"))

    assert (failed.value.fault, failed.value.detail) == (fault, words)


def test_a_file_that_is_gone_is_not_sent(cups: FakeCups, tmp_path: Path) -> None:
    with pytest.raises(PrintFailed) as failed:
        _send(tmp_path / "gone.pdf", PrintOrder(printer="HP"))

    assert failed.value.fault is PrintFault.FILE_LOST
    assert cups.sent == []


def test_only_what_waits_is_taken_out_of_the_queue(cups: FakeCups, paper: Path) -> None:
    _send(paper, PrintOrder(printer="HP"))
    _send(paper, PrintOrder(printer="HP"))
    cups.write("queue", "HP-2 1024 lan\n")

    assert CupsPress().withdraw("HP", ("HP-1", "HP-2")) == ("HP-2",)
    assert cups.cancelled == ["HP-2"]


def test_a_print_system_that_does_not_answer_is_told(
    cups: FakeCups, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(*_: Any, **__: Any) -> None:
        raise subprocess.TimeoutExpired("lp", 1)

    monkeypatch.setattr(subprocess, "run", hang)

    with pytest.raises(PrintFailed) as failed:
        _send(paper, PrintOrder(printer="HP"))
    assert failed.value.fault is PrintFault.NO_ANSWER
    assert CupsPress().withdraw("HP", ("HP-1",)) == ()
