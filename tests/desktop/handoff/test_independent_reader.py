from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.handoff.parties import DESK, OFFICE, party, sealed

READER = Path(__file__).with_name("independent_reader.py")

pytestmark = pytest.mark.skipif(shutil.which("age") is None, reason="Debian's age is not installed")


def read_independently(folder: Path, data: bytes, identity: str) -> dict[str, Any]:
    (folder / "a.hoinghi").write_bytes(data)
    (folder / "key.txt").write_text(f"{identity}\n", encoding="ascii")
    command = [
        sys.executable,
        "-I",
        str(READER),
        *(str(folder / n) for n in ("a.hoinghi", "key.txt")),
    ]
    shown = subprocess.run(command, check=True, capture_output=True)
    whole: dict[str, Any] = json.loads(shown.stdout)
    return whole


@pytest.mark.parametrize("owner", [DESK, OFFICE])
def test_a_program_that_knows_only_the_format_reads_a_bundle(tmp_path: Path, owner: str) -> None:
    read = read_independently(tmp_path, sealed(number=7), party(owner).keys.sealing)
    assert read["header"]["sender"]["id"] == OFFICE
    assert read["header"]["number"] == 7
    assert read["members"] == ["conference.json", "delegates.jsonl"]
    assert [one["name"] for one in read["people"]] == ["Nguyễn Thị Ước"] * 2


def test_it_finds_a_forged_header(tmp_path: Path) -> None:
    from desktop.handoff.bundle import seal_frame
    from desktop.handoff.frame import write_frame
    from tests.desktop.handoff.parties import address, content_of

    office = party(OFFICE)
    frame = write_frame(address(number=1), content_of(), OFFICE, office.name, office.keys)
    forged = frame.replace(b'"number":1,"sealed', b'"number":2,"sealed')
    assert forged != frame
    with pytest.raises(subprocess.CalledProcessError):
        read_independently(
            tmp_path, seal_frame(forged, [party(DESK).keys.public()]), party(DESK).keys.sealing
        )


def test_the_reader_is_short_and_imports_nothing_of_ours() -> None:
    source = READER.read_text("utf-8")
    tree = ast.parse(source)
    names = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
        )
    }
    assert not {name.split(".")[0] for name in names} & {"desktop", "db", "tests", "pyrage"}
    code = source.split('"""', 2)[2].strip().splitlines()
    assert len(code) <= 30
