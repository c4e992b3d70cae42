"""What the program notes of its own life for whoever helps: never what the officer wrote.

Lines name events, types of exceptions, codes, and places in source files. Messages and values of
exceptions are left out, because they may quote a list or name a file. The log is two files of
bounded size beside the store; where the disk fails, nothing is noted and nobody is disturbed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from types import TracebackType

from desktop.errors import InputRefused

LOG_NAME = "hoinghi.log"
MOST_BYTES = 128 * 1024  # of each of the two files
LOG_LINES = 300  # that a report takes along
_ELSE = "…"
_MOST_FRAMES = 40
_MOST_CAUSES = 5
_MOST_EARLY = 50  # messages
# patterns are compiled at their first use: no start waits for them
_CODE = r"[A-Za-z0-9_.:+\-]{1,60}"
_PLACE = r"[A-Za-z0-9_./<>+\-]{1,160}"
_FRAME = r'(?m)^\s*File "([^"\n]+)", line (\d+), in (\S+)\s*$'
_LIBRARIES = r"(?i).*[\\/](?:site-packages|python3?\.?\d*)[\\/]"
# of a message from Qt stays what is no quotation, no path, no number of length, no foreign letter
_QUOTED = r"\"[^\"]*\"|'[^']*'|“[^”]*”"
_TELLING = r"\S*(?:[/\\@]|\d{4}|[^\x00-\x7f])\S*"
_LONGEST_MESSAGE = 240
_ROOT = Path(__file__).resolve().parent.parent


def _now() -> datetime:
    return datetime.now(UTC)


class EventLog:
    """The log of one process; without a folder it notes nothing."""

    def __init__(self, clock: Callable[[], datetime] = _now) -> None:
        self._clock = clock
        self._folder: Path | None = None
        self._is_new = True
        self._early: list[tuple[str, str]] = []
        self._turn = RLock()

    def keep_in(self, folder: Path | None) -> None:
        """Write into a folder from now on; its files are opened with the first line."""
        self._folder = folder
        self._is_new = True

    def note(self, event: str, *facts: str | int) -> None:
        """Note an event with codes and counts; a fact that is neither is left out."""
        self._write([" ".join((event, *map(_code, facts)))])

    def note_fault(self, error: BaseException, where: str) -> None:
        """Note the type of an exception, its code, and the way through the source files.

        Args:
            error: what was raised.
            where: which door it came to: window, thread, job, command.
        """
        lines = [f"fault in {_code(where)}: {kind_of(error)}", *_way(error)]
        for cause in _causes(error):
            lines += [f"    because of {kind_of(cause)}", *_way(cause)]
        self._write(lines)

    def note_message(self, level: str, text: str) -> None:
        """Note a message of Qt, without whatever in it may be somebody's."""
        if self._is_new:  # Qt may speak before the first window stands, which waits for no log
            self._early = [*self._early, (level, text)][-_MOST_EARLY:]
            return
        self._write([_of_qt(level, text)])

    def _write(self, lines: list[str]) -> None:
        with self._turn, suppress(OSError):
            folder = self._folder
            if folder is None or not folder.is_dir():
                return
            path = folder / LOG_NAME
            if self._is_new:
                early = [_of_qt(level, said) for level, said in self._early]
                lines = [_versions(), *early, *lines]
                self._is_new, self._early = False, []
            stamp = f"{self._clock().astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
            text = "".join(
                line + "\n" if line.startswith(" ") else f"{stamp} {line}\n" for line in lines
            ).encode("utf-8", "replace")
            if path.exists() and path.stat().st_size + len(text) > MOST_BYTES:
                path.replace(_older(path))
            with path.open("ab") as stream:
                stream.write(text[:MOST_BYTES])


EVENTS = EventLog()


def note_failed_job(error: BaseException) -> None:
    """Note why a job failed, unless it only refused a file, which is its work."""
    if not isinstance(error, InputRefused):
        EVENTS.note_fault(error, "job")


def log_tail(folder: Path, most_lines: int) -> tuple[str, ...]:
    """Read the last lines of the log in a folder; none where it cannot be read."""
    lines: list[str] = []
    path = folder / LOG_NAME
    for one in (_older(path), path):
        with suppress(OSError):
            lines += one.read_bytes().decode("utf-8", "replace").splitlines()
    return tuple(lines[-most_lines:])


def kind_of(error: BaseException) -> str:
    """Name the type of an exception with the code that it carries."""
    kind = type(error)
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    codes = (getattr(error, name, None) for name in _CODES)
    code = next((str(one) for one in codes if isinstance(one, str | int) and one != ""), "")
    return f"{name} {_code(code)}" if code else name


# of SQLite, of the store, of a refusal, of a job, of the system
_CODES = ("sqlite_errorname", "cause", "reason", "failure", "errno")


def _older(path: Path) -> Path:
    return path.with_name(f"{path.name}.1")


def _versions() -> str:
    import platform  # noqa: PLC0415 - no start waits for it

    from desktop.shipped_parts import program_version  # noqa: PLC0415

    return f"hoinghi {program_version()} python {platform.python_version()} {sys.platform}"


def _of_qt(level: str, text: str) -> str:
    bare = re.sub(_TELLING, _ELSE, re.sub(_QUOTED, _ELSE, text))
    return f"qt {_code(level)}: {' '.join(bare.split())[:_LONGEST_MESSAGE]}"


def _code(fact: str | int) -> str:
    text = str(fact)
    return text if re.fullmatch(_CODE, text) else _ELSE


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen = {id(error)}
    for _ in range(_MOST_CAUSES):
        following = error.__cause__
        if following is None and not error.__suppress_context__:
            following = error.__context__
        if following is None or id(following) in seen:
            return
        seen.add(id(following))
        yield following
        error = following


def _way(error: BaseException) -> list[str]:
    """List the places an exception came through, those in another process too."""
    frames = list(_frames(error.__traceback__))
    notes = [note for note in getattr(error, "__notes__", ()) if isinstance(note, str)]
    for text in (*notes, *(one for one in error.args if isinstance(one, str))):
        if text.startswith("Traceback (most recent call last)"):
            frames += re.findall(_FRAME, text)
    lines = [f"    {_place(file)}:{line} in {_name(name)}" for file, line, name in frames]
    if len(lines) > _MOST_FRAMES:
        half = _MOST_FRAMES // 2
        lines[half:-half] = [f"    {_ELSE}"]
    return lines


def _frames(trace: TracebackType | None) -> Iterator[tuple[str, str, str]]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield code.co_filename, str(trace.tb_lineno), code.co_name
        trace = trace.tb_next


def _name(name: str) -> str:
    return name if re.fullmatch(_PLACE, name) else _ELSE


def _place(file: str) -> str:
    """Name a source file without the folders it was installed into."""
    path = Path(file)
    if path.is_relative_to(_ROOT):
        place = path.relative_to(_ROOT).as_posix()
        place = re.sub(_LIBRARIES, "", f"/{place}")
    elif re.match(_LIBRARIES, file):
        place = re.sub(_LIBRARIES, "", file)
    else:
        place = file if not path.is_absolute() else path.name
    place = place.replace("\\", "/").lstrip("/")
    return place if re.fullmatch(_PLACE, place) else _ELSE
