"""A pytest plugin: the run fails where a part of the program is tested less than it must be."""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

REPORT = Path(".coverage-report.json")
# percent of lines and branches together; the first prefix that fits counts
GATES = {
    "desktop/rules/": 95,
    "desktop/people/": 95,
    "desktop/documents/": 95,
    "desktop/handoff/": 95,
    "db/": 95,
    "": 90,
}


def covered_percent(report: dict[str, Any]) -> dict[str, float]:
    """Give the percentage reached by each gate's files; a gate without files is left out."""
    reached = dict.fromkeys(GATES, 0)
    wanted = dict.fromkeys(GATES, 0)
    for name, file in report["files"].items():
        path = name.replace("\\", "/")
        gate = next(prefix for prefix in GATES if path.startswith(prefix))
        counts = file["summary"]
        reached[gate] += counts["covered_lines"] + counts["covered_branches"]
        wanted[gate] += counts["num_statements"] + counts["num_branches"]
    return {gate: 100 * reached[gate] / wanted[gate] for gate in GATES if wanted[gate]}


def least_covered(report: dict[str, Any], count: int = 8) -> list[tuple[str, float]]:
    """Name the files with the most lines and branches untested, and their percentages."""
    missing = {
        name: file["summary"]["missing_lines"] + file["summary"]["missing_branches"]
        for name, file in report["files"].items()
    }
    worst = sorted(missing, key=lambda name: (-missing[name], name))[:count]
    return [(name, report["files"][name]["summary"]["percent_covered"]) for name in worst]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    if hasattr(session.config, "workerinput"):  # one of several processes: the first one counts
        return (yield)
    REPORT.unlink(missing_ok=True)  # an old report must not stand for this run
    result = yield  # pytest-cov writes its report in here
    percent = covered_percent(_read_report())
    if any(percent[gate] < GATES[gate] for gate in percent):
        session.testsfailed += 1
    return result


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    report = _read_report()
    percent = covered_percent(report)
    terminalreporter.section("coverage of lines and branches")
    for gate, reached in percent.items():
        verdict = "" if reached >= GATES[gate] else "  TOO LITTLE"
        name = gate or "the rest"
        terminalreporter.line(f"{name:20} {reached:6.2f} %  of at least {GATES[gate]} %{verdict}")
    if any(percent[gate] < GATES[gate] for gate in percent):
        for name, reached in least_covered(report):
            terminalreporter.line(f"  most is missing in {name}: {reached:.1f} %")


def _read_report() -> dict[str, Any]:
    report: dict[str, Any] = json.loads(REPORT.read_text(encoding="utf-8"))
    return report
