"""Where the choice of a file begins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreUnreachable
from db.store import Store
from desktop.widgets.file_choice import (
    FileKind,
    choose_file,
    choose_folder,
    choose_target,
    chosen,
    documents_folder,
    start_of,
)
from desktop.widgets.keepsakes import keep_in


@pytest.fixture(autouse=True)
def _nothing_remembered_afterwards() -> Iterator[None]:
    yield
    keep_in(None)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def _answer(monkeypatch: pytest.MonkeyPatch, name: str, answer: Any) -> list[str]:
    starts: list[str] = []

    def ask(_parent: QWidget, _title: str, start: str, *_kinds: str) -> Any:
        starts.append(start)
        return answer

    monkeypatch.setattr(QFileDialog, name, ask)
    return starts


def test_the_first_choice_begins_in_the_documents(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = _answer(monkeypatch, "getOpenFileName", ("", ""))
    saved = _answer(monkeypatch, "getSaveFileName", ("", ""))
    folders = _answer(monkeypatch, "getExistingDirectory", "")
    assert choose_file(parent, FileKind.PACK, "Open", "") is None
    assert choose_target(parent, FileKind.PACK, "Save", "a.toml", "") is None
    assert choose_folder(parent, FileKind.STICK, "Folder") is None
    documents = documents_folder()
    assert opened == [str(documents)]
    assert saved == [str(documents / "a.toml")]
    assert folders == [str(documents)]


def test_a_later_choice_begins_where_one_of_its_kind_was_made(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, store: Store, tmp_path: Path
) -> None:
    keep_in(store.settings)
    lists, stick = tmp_path / "lists", tmp_path / "stick"
    for folder in (lists, stick):
        folder.mkdir()
    starts = _answer(monkeypatch, "getOpenFileName", (str(lists / "ds.xlsx"), ""))
    folders = _answer(monkeypatch, "getExistingDirectory", str(stick))
    for _ in range(2):
        assert choose_file(parent, FileKind.LIST, "Open", "") == lists / "ds.xlsx"
        assert choose_folder(parent, FileKind.STICK, "Folder") == stick
    documents = str(documents_folder())
    assert starts == [documents, str(lists)]
    assert folders == [documents, str(stick)]
    assert start_of(FileKind.PACK) == documents
    assert start_of(FileKind.LIST, "new.xlsx") == str(lists / "new.xlsx")


def test_a_folder_that_is_gone_is_not_begun_in(store: Store, tmp_path: Path) -> None:
    keep_in(store.settings)
    stick = tmp_path / "stick"
    stick.mkdir()
    chosen(FileKind.STICK, str(stick), is_folder=True)
    assert start_of(FileKind.STICK) == str(stick)
    stick.rmdir()
    assert start_of(FileKind.STICK) == str(documents_folder())


def test_a_choice_counts_where_nothing_can_be_remembered(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise StoreUnreachable(Path("hoinghi.db"))

    keep_in(store.settings)
    monkeypatch.setattr(store.settings, "set", fail)
    monkeypatch.setattr(store.settings, "get", fail)
    assert chosen(FileKind.PACK, "/a/b.toml") == Path("/a/b.toml")
    assert start_of(FileKind.PACK) == str(documents_folder())


def test_without_a_documents_folder_the_home_folder_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert documents_folder().is_absolute()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: "")
    assert documents_folder() == Path.home()
