from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import InputRefused
from desktop.handoff.archive import write_archive
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.update_content import (
    UpdateRefusal,
    named_version,
    news_lines,
    one_version,
    read_news,
    read_update,
    says_update,
    version_key,
    write_update,
)
from desktop.program_form import Form, installer_name
from tests.desktop.handoff.parties import sealed
from tests.desktop.handoff.updating import NEWER, NEWS, an_installer, an_update, put_update, signed

VERSIONS = st.tuples(*[st.integers(0, 99_999)] * 3).map(lambda parts: "{}.{}.{}".format(*parts))


def refused(text: bytes) -> InputRefused:
    with pytest.raises(InputRefused) as caught:
        read_update(write_archive({"update.json": text}))
    return caught.value


def changed(**fields: Any) -> bytes:
    tree = json.loads(msgspec.json.encode(an_update()))
    return json.dumps(tree | fields).encode()


def test_what_is_written_is_read() -> None:
    assert read_update(write_update(an_update())) == an_update()
    assert an_update().installer(Form.DEBIAN) == an_installer(Form.DEBIAN)
    assert an_update(NEWER, Form.WINDOWS).installer(Form.DEBIAN) is None


@given(VERSIONS, VERSIONS)
def test_versions_are_ordered_by_their_numbers(one: str, other: str) -> None:
    numbers = [tuple(map(int, text.split("."))) for text in (one, other)]
    assert (version_key(one) < version_key(other)) is (numbers[0] < numbers[1])


@given(st.text(max_size=20))
def test_what_is_no_version_has_no_place_in_the_order(text: str) -> None:
    try:
        key = version_key(text)
    except ValueError:
        return
    assert text == ".".join(map(str, key))


@given(VERSIONS, st.sampled_from(Form))
def test_the_name_of_an_installer_tells_its_form_and_version(version: str, form: Form) -> None:
    assert named_version(installer_name(form, version)) == (form, version)


@given(st.text(max_size=40))
def test_no_other_name_is_one_of_an_installer(name: str) -> None:
    with pytest.raises(InputRefused):
        named_version(name)


@pytest.mark.parametrize(
    "name",
    [
        "../Hoinghi-0.2.0-setup.exe",
        "..\\Hoinghi-0.2.0-setup.exe",
        "C:\\Windows\\System32\\cmd.exe",
        "/usr/bin/env",
        "Hoinghi-0.2.0-setup.exe\n",
        "Hoinghi-0.2.0-setup.exe:stream",
        "Hoinghi-0.2.1-setup.exe",
        "hoinghi-0.2.0-setup.exe",
        "Hoinghi-0.2.0-setup.bat",
        "CON",
    ],
)
def test_an_installer_under_another_name_is_refused(name: str) -> None:
    refusal = refused(msgspec.json.encode(an_update(installers=(an_installer(file=name),))))
    assert (refusal.reason, refusal.facts) == (UpdateRefusal.NAME, {"file": name})


def test_two_installers_of_one_form_are_refused() -> None:
    twice = msgspec.json.encode(an_update(installers=(an_installer(), an_installer())))
    assert refused(twice).reason == UpdateRefusal.DOUBLED


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        changed(version="0.2"),
        changed(version="0.2.0-beta"),
        changed(version="00.2.0"),
        changed(version="0.2.0\n"),
        changed(version="٠.٢.٠"),
        changed(news=[]),
        changed(news=["x"] * 61),
        changed(news=["x" * 301]),
        changed(news=["hai\ndòng"]),
        changed(news=["ngược \u202e chiều"]),
        changed(installers=[]),
        changed(run="calc.exe"),
        changed(installers=[{"form": "mac", "file": "x", "size": 1, "sha256": "0" * 64}]),
    ],
)
def test_a_description_that_makes_no_sense_is_refused(text: bytes) -> None:
    assert refused(text).reason == BundleRefusal.CONTENT


@pytest.mark.parametrize("size", [0, -1, 2**40])
def test_an_installer_of_no_size_or_a_huge_one_is_refused(size: int) -> None:
    text = msgspec.json.encode(an_update(installers=(an_installer(size=size),)))
    assert refused(text).reason == BundleRefusal.CONTENT


def test_nothing_else_travels_with_a_description() -> None:
    more = write_archive({"update.json": b"{}", "setup.exe": b"MZ"})
    with pytest.raises(InputRefused) as caught:
        read_update(more)
    assert caught.value.facts["member"] == "setup.exe"


def test_a_file_tells_whether_it_is_a_description(tmp_path: Path) -> None:
    assert says_update(put_update(tmp_path))
    for number, data in enumerate((b"", b"HOINGHI1", sealed(), b"HOINGHI1\x00\x05{{{{{", b"MZ")):
        (tmp_path / str(number)).write_bytes(data)
        assert not says_update(tmp_path / str(number))
    assert not says_update(tmp_path / "gone")


@given(st.data())
def test_whatever_is_said_of_a_file_it_is_told_without_a_fault(data: st.DataObject) -> None:
    from desktop.handoff.frame import kind_said

    whole = signed(an_update())
    cut = data.draw(st.integers(0, len(whole)))
    assert kind_said(whole[:cut]) in {"", "update"}
    assert isinstance(kind_said(data.draw(st.binary(max_size=200))), str)


def test_what_is_new_is_taken_line_by_line_without_its_marks() -> None:
    text = "- In thẻ nhanh hơn.\n\n  •  Sửa lỗi khi  nhập danh sách.\r\n"
    assert news_lines(text) == NEWS
    assert news_lines("Sửa lỗi")[0] == "Sửa lỗi"


@pytest.mark.parametrize("text", ["", " \n-\n", "x\n" * 61, "x" * 301, "ẩn\u200b"])
def test_news_that_nobody_can_read_are_refused(text: str) -> None:
    with pytest.raises(InputRefused) as caught:
        news_lines(text)
    assert caught.value.reason == UpdateRefusal.NEWS


def test_news_come_from_a_file_in_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "moi.txt"
    path.write_bytes("\ufeffSửa lỗi.\r\n".encode())
    assert read_news(path) == ("Sửa lỗi.",)
    for data in (b"\xff\xfe", b""):
        path.write_bytes(data)
        with pytest.raises(InputRefused):
            read_news(path)
    with pytest.raises(InputRefused):
        read_news(tmp_path / "gone")


def test_installers_are_of_one_version_and_one_for_each_form() -> None:
    assert one_version(installer_name(form, NEWER) for form in Form) == NEWER
    with pytest.raises(InputRefused) as caught:
        one_version([installer_name(Form.WINDOWS, "0.2.0"), installer_name(Form.DEBIAN, "0.3.0")])
    assert caught.value.facts == {"one": "0.2.0", "other": "0.3.0"}
    with pytest.raises(InputRefused):
        one_version([installer_name(Form.WINDOWS, NEWER)] * 2)
