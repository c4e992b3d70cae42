"""What is noted for whoever helps, and what never is."""

from __future__ import annotations

import errno
import traceback
from pathlib import Path

import pytest

from db.errors import StoreFull
from desktop import event_log
from desktop.errors import InputRefused
from desktop.event_log import LOG_NAME, MOST_BYTES, EventLog, log_tail
from desktop.jobs import JobFailed, JobFailure, portable
from desktop.shipped_parts import program_version
from tests.builders import NOON

_NAME = "Nguyễn Văn Ước"


@pytest.fixture
def log(tmp_path: Path) -> EventLog:
    opened = EventLog(lambda: NOON)
    opened.keep_in(tmp_path)
    return opened


def _raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def _text(folder: Path) -> str:
    return "\n".join(log_tail(folder, 10_000))


def test_nothing_is_opened_before_the_first_line(log: EventLog, tmp_path: Path) -> None:
    assert list(tmp_path.iterdir()) == []
    log.note("start")
    versions, event = log_tail(tmp_path, 10)
    assert f"hoinghi {program_version()} python" in versions
    assert event == "2025-01-06T05:00:00Z start"


def test_an_exception_is_noted_by_type_and_place_without_its_words(
    log: EventLog, tmp_path: Path
) -> None:
    error = _raised(ValueError(f"no such person: {_NAME}, 012345678901"))
    log.note_fault(error, "window")
    text = _text(tmp_path)
    assert "fault in window: ValueError" in text
    assert "    tests/desktop/test_event_log.py:" in text
    assert " in _raised" in text
    assert "Nguy" not in text
    assert "0123" not in text


def test_the_code_of_an_exception_is_noted_and_its_path_is_not(
    log: EventLog, tmp_path: Path
) -> None:
    log.note_fault(StoreFull(Path("/home/uoc/hoinghi.db"), "SQLITE_FULL"), "window")
    log.note_fault(InputRefused("too-large", Path("/home/uoc/ds.xlsx"), value="Ước"), "job")
    log.note_fault(OSError(errno.EIO, "Input/output error", "/home/uoc/x"), "thread")
    text = _text(tmp_path)
    assert "db.errors.StoreFull SQLITE_FULL" in text
    assert "desktop.errors.InputRefused too-large" in text
    assert f"OSError {errno.EIO}" in text
    assert "uoc" not in text


def test_what_an_exception_came_of_is_noted_too(log: EventLog, tmp_path: Path) -> None:
    error = _raised(RuntimeError(_NAME))
    error.__cause__ = _raised(KeyError(_NAME))
    error.__cause__.__context__ = error
    log.note_fault(error, "window")
    text = _text(tmp_path)
    assert "because of KeyError" in text
    assert text.count("RuntimeError") == 1
    assert "Nguy" not in text


def test_the_places_of_another_process_are_noted_and_its_words_are_not(
    log: EventLog, tmp_path: Path
) -> None:
    log.note_fault(portable(_raised(ValueError(_NAME))), "job")
    told = "".join(traceback.format_exception(_raised(ValueError(_NAME))))
    log.note_fault(RuntimeError(told), "job")
    text = _text(tmp_path)
    assert text.count(" in _raised") == 3  # the first one here and there
    assert "Nguy" not in text


def test_a_source_file_outside_is_named_without_its_folders() -> None:
    assert event_log._place("/usr/lib/python3.11/json/decoder.py") == "json/decoder.py"
    assert event_log._place("/home/uoc/tool.py") == "tool.py"
    assert event_log._place("/home/uoc/.venv/lib/python3.11/site-packages/PIL/x.py") == "PIL/x.py"
    assert event_log._place("desktop/app.py") == "desktop/app.py"
    assert event_log._place("/home/Ước.py") == "…"


def test_a_very_deep_way_is_cut_in_its_middle(log: EventLog, tmp_path: Path) -> None:
    def fall(depth: int) -> None:
        if not depth:
            raise ValueError
        fall(depth - 1)

    with pytest.raises(ValueError) as caught:  # noqa: PT011 - it has no words
        fall(100)
    log.note_fault(caught.value, "window")
    assert len(log_tail(tmp_path, 1000)) < 50
    assert "    …" in log_tail(tmp_path, 1000)


def test_a_message_of_qt_keeps_its_words_but_nobodys(log: EventLog, tmp_path: Path) -> None:
    log.note("start")
    log.note_message("warning", 'QImage: cannot open "/home/x" /home/uoc/a.png 0905123456 Ước')
    assert _text(tmp_path).endswith("qt warning: QImage: cannot open … … … …")


def test_what_qt_says_before_the_first_event_is_noted_with_it(
    log: EventLog, tmp_path: Path
) -> None:
    for number in range(60):
        log.note_message("warning", f"early {number}")
    assert list(tmp_path.iterdir()) == []
    log.note("start")
    lines = _text(tmp_path).splitlines()
    assert [line.rpartition("Z ")[2] for line in lines[1:3]] == [
        "qt warning: early 10",
        "qt warning: early 11",
    ]
    assert lines[-1].endswith("start")


def test_a_fact_that_is_no_code_is_left_out(log: EventLog, tmp_path: Path) -> None:
    log.note("self-test", 43, _NAME)
    assert _text(tmp_path).endswith("self-test 43 …")


def test_the_log_stays_small(log: EventLog, tmp_path: Path) -> None:
    for number in range(12_000):
        log.note("event-with-a-long-name", number)
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == 2
    assert max(sizes) <= MOST_BYTES
    assert log_tail(tmp_path, 2)[-1].endswith("11999")


def test_where_nothing_can_be_written_nobody_is_disturbed(log: EventLog, tmp_path: Path) -> None:
    (tmp_path / LOG_NAME).mkdir()
    log.note("start")
    assert log_tail(tmp_path, 10) == ()
    log.keep_in(tmp_path / "nowhere")
    log.note("start")
    assert not (tmp_path / "nowhere").exists()
    log.keep_in(None)
    log.note("start")


def test_a_job_that_refused_a_file_did_its_work_and_any_other_failure_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = EventLog(lambda: NOON)
    kept.keep_in(tmp_path)
    monkeypatch.setattr(event_log, "EVENTS", kept)
    event_log.note_failed_job(InputRefused("too-large"))
    assert log_tail(tmp_path, 10) == ()
    event_log.note_failed_job(JobFailed(JobFailure.CRASHED, -11))
    assert log_tail(tmp_path, 1)[0].endswith("fault in job: desktop.jobs.JobFailed crashed")
