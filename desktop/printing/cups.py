"""The printers of Linux: the PDF itself goes to CUPS, which knows its printers best."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from desktop.printing.order import PageSet, PrintOrder
from desktop.printing.press import Printer, PrintFailed, PrintFault, Report, Tray

_ASK_S = 15.0
_SEND_S = 300.0  # a long paper on a slow network
_JOB = re.compile(r"request id is (\S+)")
_OPTION = re.compile(r"(?P<key>[\w-]+)(?:/(?P<name>[^:]*))?:\s*(?P<choices>.*)")
_TRAYS = ("InputSlot", "MediaSource", "media-source")
_TURNING = ("Duplex", "sides")
_ONE_SIDE = frozenset(("None", "one-sided"))
_SAME_MM = 0.6
_PAPERS = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "A6": (105.0, 148.0),
    "Letter": (215.9, 279.4),
    "DL": (110.0, 220.0),
    "C5": (162.0, 229.0),
    "C6": (114.0, 162.0),
}
_FULL = ("no space left", "too large", "disk full", "quota")
_UNKNOWN = ("does not exist", "unknown destination", "no default destination", "not-found")


class CupsPress:
    """Speaks with CUPS through its own commands, found on the PATH."""

    def printers(self) -> tuple[Printer, ...]:
        """List the printers, the usual one first."""
        names = _names()
        if not names:
            return ()
        usual = _usual()
        stopped = _stopped()
        listed = [_described(each, each == usual, stopped.get(each, "")) for each in names]
        return tuple(sorted(listed, key=lambda one: not one.is_default))

    def send(self, path: Path, title: str, order: PrintOrder, report: Report) -> str:
        """Hand the PDF to the queue of its printer, at its own size."""
        report(0, 1)
        if not path.is_file():
            raise PrintFailed(PrintFault.FILE_LOST)
        told = _said(("lp", *_options(order), "-t", title, "--", str(path)), _SEND_S)
        found = _JOB.search(told)
        return found[1] if found else ""

    def withdraw(self, printer: str, jobs: tuple[str, ...]) -> tuple[str, ...]:
        """Take what waits in the queue out of it."""
        try:
            lines = _said(("lpstat", "-o", printer), _ASK_S).splitlines()
        except PrintFailed:
            return ()
        waiting = {line.split(maxsplit=1)[0] for line in lines if line.strip()}
        taken = []
        for job in jobs:
            if job in waiting:
                try:
                    _said(("cancel", job), _ASK_S)
                except PrintFailed:
                    continue  # it was done in the meantime
                taken.append(job)
        return tuple(taken)


def _options(order: PrintOrder) -> list[str]:
    options = ["-d", order.printer, "-n", str(order.copies)]
    wanted = ["print-scaling=none", f"sides={order.sides.value}"]
    if order.copies > 1:
        wanted.append("collate=true")
    if order.page_mm is not None:
        wanted.append(f"media={_media(order.page_mm)}")
    if order.tray:
        wanted.append(order.tray)
    if order.ranges:
        ranges = ",".join(str(a) if a == b else f"{a}-{b}" for a, b in order.ranges)
        wanted.append(f"page-ranges={ranges}")
    if order.page_set is not PageSet.ALL:
        wanted.append(f"page-set={order.page_set.value}")
    for each in wanted:
        options += ["-o", each]
    return options


def _media(page_mm: tuple[float, float]) -> str:
    """Name a size of paper, which lies upright in its tray whichever way the page is turned."""
    short, long = sorted(page_mm)
    for name, (width, height) in _PAPERS.items():
        if abs(width - short) < _SAME_MM and abs(height - long) < _SAME_MM:
            return name
    return f"Custom.{short:.1f}x{long:.1f}mm"


def _names() -> list[str]:
    try:
        told = _said(("lpstat", "-e"), _ASK_S)
    except PrintFailed as failed:
        if failed.fault is not PrintFault.REFUSED:
            raise
        return []  # it says so when there is none
    return [line.strip() for line in told.splitlines() if line.strip()]


def _usual() -> str:
    try:
        return _said(("lpstat", "-d"), _ASK_S).rpartition(":")[2].strip()
    except PrintFailed:
        return ""


def _stopped() -> dict[str, str]:
    """Tell which printers are stopped: "printer HP disabled since …", the reason below."""
    try:
        lines = _said(("lpstat", "-p"), _ASK_S).splitlines()
    except PrintFailed:
        return {}
    stopped: dict[str, str] = {}
    last = ""
    for line in lines:
        if line.startswith("printer "):
            _, name, rest = line.split(maxsplit=2)
            last = name if "disabled" in rest else ""
            if last:
                stopped[last] = rest.rpartition(" - ")[2].strip() or rest
        elif last and line.startswith((" ", "\t")):
            stopped[last] = line.strip()
    return stopped


def _described(name: str, is_default: bool, stopped: str) -> Printer:  # noqa: FBT001 - told by name
    try:
        lines = _said(("lpoptions", "-p", name, "-l"), _ASK_S).splitlines()
    except PrintFailed:
        lines = []  # a printer that tells nothing of itself still prints
    trays: tuple[Tray, ...] = ()
    turns = False
    for line in lines:
        found = _OPTION.match(line)
        if found is None:
            continue
        choices = [each.lstrip("*") for each in found["choices"].split()]
        if found["key"] in _TRAYS:
            trays = tuple(Tray(f"{found['key']}={each}", _spaced(each)) for each in choices)
        elif found["key"] in _TURNING:
            turns = any(each not in _ONE_SIDE for each in choices)
    return Printer(
        name=name, is_default=is_default, trays=trays, turns_paper=turns, stopped=stopped
    )


def _spaced(code: str) -> str:
    """Write a tray's code as words: "ManualFeed" as "Manual Feed"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", code.replace("-", " ").replace("_", " "))


def _said(command: Sequence[str], timeout_s: float) -> str:
    try:
        ended = subprocess.run(  # noqa: S603 - no shell; the words are ours, or names of printers
            command,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            timeout=timeout_s,
        )
    except FileNotFoundError as missing:
        raise PrintFailed(PrintFault.NO_PRINT_SYSTEM) from missing
    except subprocess.TimeoutExpired as late:
        raise PrintFailed(PrintFault.NO_ANSWER) from late
    except OSError as error:
        raise PrintFailed(PrintFault.NO_PRINT_SYSTEM, error.strerror or "") from error
    if ended.returncode:
        told = ended.stderr.strip()
        raise PrintFailed(_fault(told.lower()), told)
    return ended.stdout


def _fault(told: str) -> PrintFault:
    if any(each in told for each in _FULL):
        return PrintFault.DISK_FULL
    if any(each in told for each in _UNKNOWN):
        return PrintFault.NO_SUCH_PRINTER
    return PrintFault.REFUSED
