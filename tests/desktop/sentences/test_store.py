from __future__ import annotations

import errno
from pathlib import Path

import pytest

from db.errors import StoreBusy, StoreError
from desktop.sentences.store import STORE_SENTENCES, store_sentence, write_failure_sentence

STORE = Path("/data/hoinghi.sqlite")


def test_every_failure_of_the_store_has_a_sentence_of_its_own() -> None:
    kinds = StoreError.__subclasses__()
    sentences = {store_sentence(kind(STORE)) for kind in kinds}
    assert STORE_SENTENCES.keys() == set(kinds)
    assert len(sentences) == len(kinds)
    assert all(str(STORE) in sentence for sentence in sentences)


def test_a_failure_is_told_by_the_nearest_kind_there_is() -> None:
    class StoreVeryBusy(StoreBusy):
        pass

    assert store_sentence(StoreVeryBusy(STORE)) == store_sentence(StoreBusy(STORE))
    assert "SQLITE_ODD" in store_sentence(StoreError(STORE, "SQLITE_ODD"))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "may not be written to"),
        (errno.EROFS, "may not be written to"),
        (errno.EIO, "does not answer"),
        (errno.EINVAL, "Choose another place, then"),
        (None, "Choose another place, then"),
    ],
)
def test_a_file_that_was_not_written_says_why(number: int | None, words: str) -> None:
    error = OSError(number, "x") if number else OSError("x")
    sentence = write_failure_sentence(error, Path("/media/stick/hoi-nghi.json"))
    assert sentence.startswith("hoi-nghi.json was not written; an older file")
    assert words in sentence
