"""Lists of 10,000 people in every format: reading, converting, previewing, looking for duplicates.

Each file is read as the window reads it, in a process of its own with its caps; the peak is that
process's memory. The bare peer reads the same workbook with openpyxl and makes nothing of it.

Run: python -m tests.benchmarks.lists
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec
import openpyxl

from desktop.jobs import Job
from desktop.people.columns import guess
from desktop.people.duplicates import find_duplicates
from desktop.people.import_list import preview
from desktop.people.import_report import ImportTarget
from desktop.people.list_file import READ_MEMORY_MB, READ_TIMEOUT_S, read_list
from desktop.people.list_sheet import ListFile, ListSheet
from desktop.people.old_encodings import converted, guess_encodings
from desktop.people.pasted import read_pasted
from tests.builders import ident
from tests.desktop.people.invented_people import addresses, vietnamese_names
from tests.desktop.people.list_files import WRITERS, Plan, text_of
from tests.desktop.people.old_encoders import to_tcvn3

PEOPLE = 10_000
_HEADING = "STT|Họ và tên|Nam|Nữ|Dân tộc|Chức vụ|Đơn vị|CCCD|Điện thoại|Đảng viên|Danh hiệu|Ghi chú"


def a_plan(write: Callable[[str], str] = str) -> Plan:
    """Make up a list of 12 columns."""
    rows: list[list[object]] = [list(map(write, _HEADING.split("|")))]
    for number, (name, place) in enumerate(
        zip(vietnamese_names(PEOPLE), addresses(PEOPLE), strict=True), start=1
    ):
        born = date(1950 + number % 50, 1 + number % 12, 1 + number % 28)
        births = [born, None] if number % 2 else [None, born]
        card = f"{1 + number % 96:03}{75_000_000 + number:09}"
        rows.append(
            [
                *(number, write(name), *births, "Kinh", write("Trưởng thôn"), write(place)),
                *(card, f"09{number:08}", "x" if number % 3 else None, write("CSTĐ cơ sở"), "a"),
            ]
        )
    return Plan(rows=rows)


def peak_job(report: Callable[[int, int], None], path: Path) -> tuple[ListFile, int, float]:
    """Read a list and give the most memory the process had, in MB, and the seconds it took."""
    report(0, 1)
    start = perf_counter()
    found = read_list(path)
    seconds = perf_counter() - start
    return found, _peak_mb(), seconds


def bare_job(report: Callable[[int, int], None], path: Path) -> tuple[int, int, float]:
    """Read a workbook with openpyxl alone."""
    report(0, 1)
    start = perf_counter()
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    count = sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))
    seconds = perf_counter() - start
    return count, _peak_mb(), seconds


def _peak_mb() -> int:
    """Give the most memory this process has had; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s*(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) // 1024 if found else 0


def in_a_job(function: Callable[..., Any], path: Path) -> tuple[Any, int, float, float]:
    """Run a job under the caps of the window; give also the time until its answer is here."""
    job = Job(function, path, memory_mb=READ_MEMORY_MB, timeout_s=READ_TIMEOUT_S)
    start = perf_counter()
    job.start()
    found, peak, seconds = job.wait()
    return found, peak, seconds, perf_counter() - start


def timed(name: str, work: Callable[[], Any]) -> tuple[str, Any]:
    start = perf_counter()
    result = work()
    return f"{name} {perf_counter() - start:.2f} s", result


def figures() -> Iterator[str]:
    """Measure everything, a line each."""
    plan = a_plan()
    target = ImportTarget(conference_id=ident(1), this_year=2025)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        paths = {name: write(folder, plan) for name, write in WRITERS.items()}
        bare = in_a_job(bare_job, paths["xlsx"])
        yield f"bare openpyxl: {bare[2]:.2f} s, peak {bare[1]} MB"
        sheet = ListSheet(name="", rows=())
        for name, path in paths.items():
            found, peak, seconds, whole = in_a_job(peak_job, path)
            sheet = found.sheets[0]
            rows = len(sheet.rows)
            ratio = f", {seconds / bare[2]:.2f} × bare" if name == "xlsx" else ""
            yield (
                f"{name}: {rows} rows of {path.stat().st_size // 1024} KB in {seconds:.2f} s"
                f"{ratio}, with its process {whole:.2f} s, peak {peak} MB"
            )
    yield timed("pasted text:", lambda: read_pasted(text_of(plan, "\t")))[0]
    mapping = guess(sheet)
    line, result = timed("preview:", lambda: preview(sheet, mapping, target, lambda _: ident(2)))
    yield f"{line}, {len(result.delegates)} people"
    yield timed("encodings of a Unicode list:", lambda: guess_encodings(sheet, mapping))[0]
    (old,) = read_pasted(text_of(a_plan(to_tcvn3), "\t")).sheets
    line, proposals = timed("encodings of a TCVN3 list:", lambda: guess_encodings(old, mapping))
    yield f"{line}, {len(proposals)} columns"
    choices = [each.choice for each in proposals]
    yield timed("converting them:", lambda: converted(old, choices, mapping))[0]
    listed = tuple(
        msgspec.structs.replace(one, id=ident(number))
        for number, one in enumerate(result.delegates)
    )
    new = tuple(msgspec.structs.replace(one, id=ident(20_000)) for one in listed[:500])
    line, pairs = timed("duplicates of 500 among 10,000:", lambda: find_duplicates(new, listed))
    yield f"{line}, {len(pairs)} pairs"


def main() -> None:
    """Print the figures."""
    for line in figures():
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
