from __future__ import annotations

import time
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desktop.errors import InputRefused
from desktop.widgets.work_line import WorkLine

PATIENCE_MS = 30_000
Report = Callable[[int, int], None]


def give(report: Report, value: int) -> int:
    report(1, 2)
    return value


def refuse(_report: Report) -> None:
    raise InputRefused("bundle-damaged")


def go_on(report: Report) -> None:
    while True:
        report(0, 10**10)
        time.sleep(0.01)


def begun(qtbot: QtBot, function: Callable[..., object], *arguments: object) -> WorkLine:
    line = WorkLine()
    qtbot.addWidget(line)
    line.show()
    line.start(
        function,
        *arguments,
        name="Working…",
        then=lambda value: line.say(f"came: {value}"),
        failed=lambda error: f"failed: {error.args[0]}",
        stopped="stopped",
    )
    return line


def ended(qtbot: QtBot, line: WorkLine) -> str:
    qtbot.waitUntil(lambda: not line.is_busy, timeout=PATIENCE_MS)
    assert not line.progress_bar.isVisible()
    assert not line.cancel_button.isVisible()
    return line.outcome.text()


def test_what_came_out_is_handed_on(qtbot: QtBot) -> None:
    line = begun(qtbot, give, 7)
    assert line.progress_bar.isVisible()
    assert line.progress_bar.format() == "Working…"
    assert ended(qtbot, line) == "came: 7"


def test_a_failure_is_said(qtbot: QtBot) -> None:
    assert ended(qtbot, begun(qtbot, refuse)) == "failed: bundle-damaged"


def test_work_is_stopped_and_says_so(qtbot: QtBot) -> None:
    line = begun(qtbot, go_on)
    qtbot.waitUntil(lambda: line.progress_bar.maximum() == 1000, timeout=PATIENCE_MS)
    line.cancel_button.click()
    assert line.progress_bar.format() == "Stopping…"
    assert ended(qtbot, line) == "stopped"


def test_whoever_waits_is_told_when_it_is_free_again(qtbot: QtBot) -> None:
    line = WorkLine()
    qtbot.addWidget(line)
    told: list[tuple[bool, bool]] = []
    line.busy_changed.connect(lambda busy: told.append((busy, line.is_busy)))
    line.start(give, 1, name="", then=lambda _: None, failed=str, stopped="")
    ended(qtbot, line)
    assert told == [(True, True), (False, False)]


def test_nothing_is_said_of_work_that_is_dropped(qtbot: QtBot) -> None:
    line = begun(qtbot, go_on)
    line.drop()
    assert not line.is_busy
    assert line.outcome.text() == ""
