from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop.conference_file import decode, read_conference_file
from desktop.errors import InputRefused
from desktop.language import Language, speak
from desktop.rule_commands import read_pack
from desktop.rules.load import decode_pack
from desktop.sentences.reading_faults import reading_fault


def fault_of(refusal: InputRefused) -> str:
    return reading_fault(refusal.facts["detail"])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it ends too early"),
        (b'{"format":', "it ends too early"),
        (b'{"format": NaN}', "wrong sign at byte 11"),
    ],
)
def test_json_that_cannot_be_read_is_said_by_its_place(data: bytes, said: str) -> None:
    with pytest.raises(InputRefused) as caught:
        decode(data)
    assert fault_of(caught.value) == said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"format", "it ends too early"),
        (b'id = "a"\nversion = = 1', "line 2, column 11"),
    ],
)
def test_toml_that_cannot_be_read_is_said_by_its_place(data: bytes, said: str) -> None:
    with pytest.raises(InputRefused) as caught:
        decode_pack(data)
    assert fault_of(caught.value) == said


def test_a_folder_is_called_one_in_vietnamese(tmp_path: Path) -> None:
    speak(Language.VIETNAMESE)
    for read in (read_pack, read_conference_file):
        with pytest.raises(InputRefused) as caught:
            read(tmp_path)
        # on some systems a folder is only a file that may not be read
        assert fault_of(caught.value) in {"đó là thư mục", "tệp không cho phép đọc"}


def test_what_the_system_says_in_the_language_of_the_machine_is_known_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "strerror", {errno.EISDIR: "Là một thư mục"}.get)
    assert reading_fault("Là một thư mục") == "it is a folder"
    assert reading_fault("Permission denied") == "it may not be read"


def test_what_is_said_in_other_words_stays() -> None:
    assert reading_fault("Stale file handle") == "Stale file handle"
