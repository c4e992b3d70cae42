"""The report for support: it tells of the program, and of nobody."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from db.store import Store
from db.support import StoreFacts, TextKind
from desktop.language import Language, speak
from desktop.masking import Kind, Masker, folded
from desktop.support_facts import machine, secrets_of_computer
from desktop.support_report import (
    Machine,
    ReportFacts,
    placeholder,
    report_text,
    secrets,
)
from tests.builders import NOON, a_conference, a_delegate, an_office

_MACHINE = Machine(
    versions=(("Hoinghi", "0.1.0"), ("Python", "3.11.2"), ("Qt", "6.11.3")),
    system="Linux-6.1.0-18-amd64",
    screens=("1366×768, 100 %",),
    language="vi",
    folder="/data/hoinghi",
    free_bytes=5_000_000_000,
    files=(("hoinghi.db", 1_234_567),),
    packs=(("binh-hoa-2024", 1),),
)
_STORE = StoreFacts(
    schema="m0011_print_log",
    counts={"conference": 2, "delegate": 12_345},
    packs=(("tinh-song-may", 3),),
    settings={"is-desk": "yes"},
)


def _facts(**fields: object) -> ReportFacts:
    given = {"made_at": NOON, "machine": _MACHINE, "store": _STORE}
    return ReportFacts(**(given | fields))  # type: ignore[arg-type]


def _report(texts: list[tuple[TextKind, str]], **fields: object) -> str:
    return report_text(_facts(**fields), Masker(secrets(texts)))


_word = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạếềộợứự", min_size=2, max_size=8)
_name = st.lists(_word.map(str.title), min_size=2, max_size=4).map(" ".join)
_digits = st.text("0123456789", min_size=6, max_size=12)
_texts = st.lists(
    st.one_of(
        st.tuples(st.sampled_from((TextKind.NAME, TextKind.UNIT, TextKind.POST)), _name),
        st.tuples(st.just(TextKind.NUMBER), _digits),
    ),
    min_size=1,
    max_size=8,
)


def _plain(text: str) -> str:
    return "".join(
        char
        for char in unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
        if not unicodedata.combining(char)
    )


_WAYS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    _plain,
    lambda text: unicodedata.normalize("NFD", text),
)


@given(texts=_texts, way=st.sampled_from(_WAYS))
def test_nothing_that_the_store_knows_of_somebody_stands_in_the_report(
    texts: list[tuple[TextKind, str]], way: Callable[[str], str]
) -> None:
    said = [way(text) for _, text in texts]
    log = tuple(f"2025-01-06T05:00:00Z fault in window: ({one})." for one in said)
    faults = tuple(("paper", one) for one in said)
    told = {"log": log, "words": " | ".join(said), "self_test": faults, "machine": _at(said[0])}
    without = _report([], log=("2025-01-06T05:00:00Z fault in window: ().",) * len(said))
    report = _report(texts, **told)
    # what a line of the report says by itself may be somebody's name by chance
    allowed = folded(without + "".join(placeholder_words()))
    for _, text in texts:
        assert folded(text) not in folded(report) or folded(text) in allowed
        assert text not in report
        assert way(text) not in report


def _at(folder: str) -> Machine:
    return replace(_MACHINE, folder=f"/srv/{folder}/hoinghi")


def placeholder_words() -> list[str]:
    return [placeholder(kind, 1) for kind in Kind]


@given(texts=_texts)
def test_what_is_nobodys_stays(texts: list[tuple[TextKind, str]]) -> None:
    report = _report(texts, self_test=(("paper", ""),) * 43)
    for line in (
        "Hoinghi: 0.1.0",
        "Qt: 6.11.3",
        "System: Linux-6.1.0-18-amd64",
        "Screen: 1366×768, 100 %",
        "Free space there: 4.768 MB",
        "File hoinghi.db: 1.234.567 bytes",
        "Rule packs of the program: binh-hoa-2024 v1",
        "Version of the tables: m0011_print_log",
        "delegate: 12.345",
        "is-desk: yes",
        "Tried: 43; faults: 0",
    ):
        assert line in report.splitlines()


def test_a_log_keeps_its_times_its_types_and_its_places() -> None:
    log = (
        "2025-01-06T05:00:00Z fault in window: db.errors.StoreFull SQLITE_FULL",
        "    desktop/models/draft.py:123 in save",
    )
    report = _report([(TextKind.NAME, "Nguyễn Văn Ước")], log=log)
    assert "\n".join(log) in report


def test_the_helper_can_follow_one_person_through_words_and_log() -> None:
    report = _report(
        [(TextKind.NAME, "Nguyễn Văn Ước"), (TextKind.NAME, "Trần Bình")],
        words="Thẻ của Nguyễn Văn Ước mất ảnh; anh Bình thì không, Ước gọi 0905 123 456",
        log=("NGUYEN VAN UOC",),
    )
    assert "Thẻ của «name 1» mất ảnh; anh «name 2» thì không, «name 3» gọi «number 1»" in report
    assert report.rstrip().endswith("«name 1»")


def test_an_office_is_masked_by_the_end_of_its_name_too() -> None:
    report = _report(
        [(TextKind.UNIT, "Trường tiểu học Nguyễn Du"), (TextKind.UNIT, "ỦY BAN\nXÃ BÌNH HÒA")],
        words="ở Nguyễn Du, xã Bình Hòa",
    )
    assert "ở «office 1», «office 2»" in report


def test_what_could_not_be_read_is_said() -> None:
    nowhere = replace(_MACHINE, free_bytes=None, packs=())
    report = _report([], store=None, machine=nowhere)
    for line in (
        "(nothing written)",
        "Free space there: the disk does not answer",
        "Rule packs of the program: none",
        "The data cannot be read, nor a backup of it.",
        "Not run.",
        "(empty)",
    ):
        assert line in report.splitlines()


def test_a_report_comes_in_vietnamese() -> None:
    speak(Language.VIETNAMESE)
    report = _report([(TextKind.NAME, "Trần Bình")], words="Trần Bình")
    assert "«họ tên 1»" in report
    assert "Nhật ký" in report


def test_the_computer_tells_its_versions_and_who_works_there_is_a_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/nguyen.uoc")
    monkeypatch.setenv("USERPROFILE", "/home/nguyen.uoc")
    monkeypatch.setenv("LOGNAME", "uocnv")
    (tmp_path / "hoinghi.db").write_bytes(b"12345")
    (tmp_path / "Danh sách Ước.xlsx").write_bytes(b"1")
    told = machine(tmp_path, Language.ENGLISH)
    assert dict(told.versions).keys() == {"Hoinghi", "Python", "Qt", "SQLite"}
    assert told.files == (("hoinghi.db", 5), ("backups/*.db (0)", 0))
    assert told.free_bytes
    texts = {secret.text for secret in secrets_of_computer()}
    assert {"uocnv", "nguyen.uoc"} <= texts
    masker = Masker(secrets((), secrets_of_computer()))
    there = machine(Path("/home/nguyen.uoc/.local/share/hoinghi"), Language.ENGLISH)
    report = report_text(_facts(machine=there), masker)
    assert "Data folder: /«folder 1»/.local/share/hoinghi" in report


def test_a_folder_that_does_not_answer_has_no_free_space() -> None:
    told = machine(Path("/nowhere/at/all"), Language.ENGLISH)
    assert told.free_bytes is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(name=_name, unit=_name, phone=_digits, card=_digits, way=st.sampled_from(_WAYS))
def test_of_a_person_in_the_store_nothing_comes_through(
    store: Store, name: str, unit: str, phone: str, card: str, way: Callable[[str], str]
) -> None:
    if store.offices.get() is None:
        store.offices.save(an_office())
        store.conferences.add(a_conference())
        store.delegates.add([a_delegate()])
    store.delegates.save([a_delegate(name=name, unit=unit, phone=phone, id_number=card)])
    masker = Masker(secrets(store.support.personal_texts()))
    words = way(f"{name} ({unit}), {phone}, {card}, Ủy ban nhân dân xã Bình Hòa")
    report = report_text(_facts(words=words), masker)
    told = report.split("-" * 4, 1)[1].split("\n\n")[0]
    assert not any(folded(one) in folded(told) for one in (phone, card, "xã Bình Hòa"))
    assert not {way(name), way(unit)} & {part.strip() for part in told.split(",")}
