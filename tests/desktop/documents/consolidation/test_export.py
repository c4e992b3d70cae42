"""A consolidation written into a folder."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desktop.documents.consolidation import export
from desktop.documents.consolidation.export import (
    ReportOrder,
    export_report,
    report_pdf,
)
from desktop.documents.consolidation.forms import FILE_NAMES, ReportForm
from tests.desktop.documents.consolidation.a_desk import (
    a_snapshot,
    say,
    the_consolidation,
    the_received,
)


def an_order() -> ReportOrder:
    return ReportOrder(
        snapshot=a_snapshot(), found=the_consolidation(), received=the_received(), say=say
    )


def quietly(_done: int, _whole: int) -> None:
    """Tell nobody."""


def hashes(folder: Path) -> dict[str, str]:
    return {
        one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in sorted(folder.iterdir())
    }


def test_every_kind_of_file_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        written = export_report(quietly, an_order(), tmp_path / name)
        assert [one.name for one in written] == list(FILE_NAMES.values())
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_only_what_is_asked_for_is_written(tmp_path: Path) -> None:
    forms = (ReportForm.SQL, ReportForm.XLSX)
    export_report(quietly, an_order(), tmp_path, forms)
    assert set(hashes(tmp_path)) == {FILE_NAMES[one] for one in forms}


def test_the_report_on_the_screen_is_the_one_in_the_folder(tmp_path: Path) -> None:
    (path,) = export_report(quietly, an_order(), tmp_path, (ReportForm.PDF,))
    assert path.read_bytes() == report_pdf(an_order())


def test_it_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, whole: int) -> None:
        told.append((done, whole))
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_report(stop, an_order(), tmp_path, (ReportForm.PACKAGE, ReportForm.SQL))
    assert told == [(0, 2), (1, 2)]
    assert set(hashes(tmp_path)) == {FILE_NAMES[ReportForm.PACKAGE]}


@pytest.mark.parametrize(
    ("form", "writer"), [(ReportForm.PACKAGE, "write_data_package"), (ReportForm.SQL, "write_sql")]
)
def test_data_that_cannot_be_written_whole_leaves_the_old_file(
    form: ReportForm, writer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / FILE_NAMES[form]
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export, writer, full)
    with pytest.raises(OSError, match="No space"):
        export_report(quietly, an_order(), tmp_path, (form,))
    assert hashes(tmp_path) == {path.name: hashlib.sha256(b"old").hexdigest()}
