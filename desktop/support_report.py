"""The report for whoever helps: facts in, text out, with nobody's name or number in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from db.support import StoreFacts, TextKind
from desktop.language import shown_number, tr
from desktop.local_time import shown_instant
from desktop.masking import Kind, Masker, Placeholders, Secret
from desktop.people.names import given_name_of

Masking = Callable[[str], str]
_MB = 1024 * 1024
_STAMP = len("2025-01-06T05:00:00Z ")


class Machine(Struct, frozen=True, kw_only=True):
    """The computer, and the program on it.

    Attributes:
        versions: of the program and of what it stands on, by name.
        screens: what Qt says of each; empty without a window.
        free_bytes: on the disk of the data; None where it does not answer.
        files: names and sizes of what lies in the data folder.
        packs: ids and versions of the rule packs that came with the program.
    """

    versions: tuple[tuple[str, str], ...]
    system: str
    screens: tuple[str, ...] = ()
    language: str
    folder: str
    free_bytes: int | None
    files: tuple[tuple[str, int], ...]
    packs: tuple[tuple[str, int], ...]


class ReportFacts(Struct, frozen=True, kw_only=True):
    """All that a report is made of.

    Attributes:
        store: None where neither the store nor a backup can be read.
        self_test: what was tried, each with its fault or an empty text; None where nothing was.
        log: the last lines of the log.
        words: what happened, as the officer tells it.
    """

    made_at: datetime
    machine: Machine
    store: StoreFacts | None
    self_test: tuple[tuple[str, str], ...] | None = None
    log: tuple[str, ...] = ()
    words: str = ""


def report_text(facts: ReportFacts, masker: Masker) -> str:
    """Write the report; equal facts give equal texts."""
    placeholders = Placeholders(placeholder)

    def masked(text: str) -> str:
        return masker.mask(text, placeholders)

    parts = (
        (
            tr("What happened"),
            masked(facts.words.strip()).splitlines() or [tr("(nothing written)")],
        ),
        (tr("Program and computer"), list(_machine(facts.machine, masked(facts.machine.folder)))),
        (tr("Data, in numbers"), list(_store(facts, masked))),
        (tr("Self-test"), list(_self_test(facts, masked))),
        (tr("Log"), [_log_line(line, masked) for line in facts.log] or [tr("(empty)")]),
    )
    head = tr("Hoinghi – report for support, made {when}", when=shown_instant(facts.made_at))
    note = tr(
        "Names, offices, posts, numbers and addresses that the program knows are replaced by"
        " placeholders."
    )
    sections = ("\n".join((title, "-" * len(title), *lines)) for title, lines in parts)
    return "\n\n".join((f"{head}\n{note}", *sections)) + "\n"


def report_bytes(text: str) -> bytes:
    """Lay a report out as a file that old editors of Windows read, too."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def placeholder(kind: Kind, number: int) -> str:
    """Write what stands in the place of a name or number."""
    return f"«{_KINDS[kind]()} {number}»"


def secrets(
    texts: Iterable[tuple[TextKind, str]], of_computer: Iterable[Secret] = ()
) -> Iterator[Secret]:
    """Give all that a report may not hold: what the store knows, and parts people go by."""
    yield from of_computer
    for kind, text in texts:
        for line in dict.fromkeys((text, *text.split("\n"))):
            yield Secret(line, Kind(kind))
        if kind is TextKind.NAME:
            yield Secret(given_name_of(text), Kind.NAME, is_part=True)
        if kind is TextKind.UNIT:
            yield Secret(_proper_end(text), Kind.UNIT, is_part=True)


def _proper_end(text: str) -> str:
    """Give the words with capitals at the end: Trường tiểu học Nguyễn Du goes by two of them."""
    words = text.split()
    start = len(words)
    while start and words[start - 1][0].isupper():
        start -= 1
    return " ".join(words[start:])


_KINDS = {
    Kind.NAME: lambda: tr("name"),
    Kind.UNIT: lambda: tr("office"),
    Kind.POST: lambda: tr("post"),
    Kind.TEXT: lambda: tr("text"),
    Kind.NUMBER: lambda: tr("number"),
    Kind.ADDRESS: lambda: tr("address"),
    Kind.ACCOUNT: lambda: tr("account"),
    Kind.FOLDER: lambda: tr("folder"),
}


def _machine(machine: Machine, folder: str) -> Iterator[str]:
    yield from (f"{name}: {version}" for name, version in machine.versions)
    yield tr("System: {system}", system=machine.system)
    yield from (tr("Screen: {screen}", screen=screen) for screen in machine.screens)
    yield tr("Language: {language}", language=machine.language)
    yield tr("Data folder: {folder}", folder=folder)
    if machine.free_bytes is None:
        yield tr("Free space there: the disk does not answer")
    else:
        size = shown_number(machine.free_bytes // _MB)
        yield tr("Free space there: {size} MB", size=size)
    for name, bytes_ in machine.files:
        yield tr("File {name}: {size} bytes", name=name, size=shown_number(bytes_))
    yield tr("Rule packs of the program: {packs}", packs=_packs(machine.packs))


def _packs(packs: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} v{version}" for name, version in packs) or tr("none")


def _store(facts: ReportFacts, masked: Masking) -> Iterator[str]:
    store = facts.store
    if store is None:
        yield tr("The data cannot be read, nor a backup of it.")
        return
    yield tr("Version of the tables: {schema}", schema=store.schema)
    yield from (f"{table}: {shown_number(count)}" for table, count in store.counts.items())
    yield tr("Rule packs of the office: {packs}", packs=masked(_packs(store.packs)))
    yield from (f"{key}: {value or '–'}" for key, value in store.settings.items())


def _self_test(facts: ReportFacts, masked: Masking) -> Iterator[str]:
    tried = facts.self_test
    if tried is None:
        yield tr("Not run.")
        return
    faults = [(what, fault) for what, fault in tried if fault]
    yield tr("Tried: {count}; faults: {faults}", count=len(tried), faults=len(faults))
    for what, fault in faults:
        yield tr("FAULT  {what}: {fault}", what=what, fault=masked(fault))


def _log_line(line: str, masked: Masking) -> str:
    """Mask a line of the log; its time is no number of anybody."""
    has_stamp = line[_STAMP - 2 : _STAMP] == "Z " and line[:4].isdecimal()
    return line[:_STAMP] + masked(line[_STAMP:]) if has_stamp else masked(line)
