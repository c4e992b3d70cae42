"""Damaged files for every reader, or for one: `python3 dev.py fuzz [SECONDS] [SEED] [READER]`.

`python3 dev.py fuzz handoff [SECONDS]` searches every layer of a bundle; see `handoff.py`.

A reader may use a file or refuse it with InputRefused; anything else is a fault, and the file that
brought it out is kept and named.
"""

from __future__ import annotations

import faulthandler
import io
import random
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import monotonic

from msgspec import Struct

from desktop.conference_file import decode
from desktop.documents.badges.load import load_layout, load_sheet
from desktop.errors import InputRefused
from desktop.handoff.conference_content import read_content
from desktop.paths import resource
from desktop.people.columns import guess
from desktop.people.import_list import preview
from desktop.people.import_report import ImportTarget
from desktop.people.list_file import read_list
from desktop.people.list_sheet import ListFile
from desktop.people.old_encodings import converted, guess_encodings
from desktop.people.pasted import read_pasted
from desktop.people.photo import make_portrait
from desktop.rules.check import check
from desktop.rules.diff import changes
from desktop.rules.load import decode_pack
from desktop.rules.proposal import propose
from desktop.rules.write import encode_pack
from desktop.sentences.findings import finding_sentence
from desktop.sentences.pack_changes import change_sentence
from desktop.sentences.pack_summary import pack_summary
from tests.builders import a_conference, a_delegate, an_office, ident
from tests.desktop.documents.badges.people import a_portrait
from tests.desktop.handoff.parties import content_of, read_whole, sealed
from tests.desktop.people.compound_files import compound, excel_5
from tests.desktop.people.list_files import (
    Plan,
    html_of,
    text_of,
    write_docx,
    write_ods,
    write_xls,
)
from tests.desktop.people.old_encoders import to_tcvn3
from tests.desktop.rules.every_shape import EVERY_SHAPE, every_shape
from tests.fuzzing.damage import damaged

DEFAULT_SECONDS = 60.0
LONGEST_S = 60  # for one file: past that a reader hangs


class Reader(Struct, frozen=True):
    """A reader, and a sound file to damage."""

    name: str
    sound: bytes
    read: Callable[[bytes], object]
    is_zip: bool = False
    is_stream: bool = False  # of a compound file, which is packed around the damage


def readers(folder: Path) -> list[Reader]:
    """List every reader of files from outside."""

    def on_disk(read: Callable[[Path], object], name: str) -> Callable[[bytes], object]:
        def read_bytes(data: bytes) -> object:
            path = folder / name
            path.write_bytes(data)
            return read(path)

        return read_bytes

    sample = resource("samples", "binh-hoa")
    rows = [
        "TT;Họ và tên;Năm sinh;Dân tộc;Chức vụ, đơn vị",
        "1;Y Wang Niê;1975;Ê-đê;Trưởng buôn",
        "2;Công Tằng Tôn Nữ Ước;5-1980;Kinh;Nông dân",
    ]
    return [
        Reader("conference file", (sample / "conference.json").read_bytes(), decode),
        *(
            Reader(f"rule pack {path.stem}", path.read_bytes(), _use_pack)
            for path in (*sorted(resource("rulepacks").glob("*.toml")), EVERY_SHAPE)
        ),
        Reader(
            "workbook",
            (sample / "danh-sach-dai-bieu.xlsx").read_bytes(),
            on_disk(_import_list, "list.xlsx"),
            is_zip=True,
        ),
        Reader("text list", "\r\n".join(rows).encode(), on_disk(_import_list, "list.csv")),
        *_list_readers(folder, on_disk(_import_list, "list")),
        Reader("photo", a_portrait().data, make_portrait),
        Reader(
            "badge layout",
            resource("badges", "a6-portrait.toml").read_bytes(),
            on_disk(load_layout, "layout.toml"),
        ),
        Reader(
            "badge sheet",
            resource("sheets", "a4-four-a6.toml").read_bytes(),
            on_disk(load_sheet, "sheet.toml"),
        ),
        Reader("bundle", sealed(), read_whole),
        Reader("bundle content", content_of(), read_content, is_zip=True),
    ]


def _use_pack(data: bytes) -> None:
    """Read a pack, and do with a sound one all that the program does without a window."""
    pack = decode_pack(data)
    if decode_pack(encode_pack(pack)) != pack:
        raise AssertionError("the pack is another one when it is written and read")
    pack_summary(pack)
    for change in changes(every_shape(), pack):
        change_sentence(change)
    for level in pack.levels:
        fresh = a_conference(rule_pack_id=pack.id, level_id=level.id, title="", programme=())
        conference = propose(fresh, pack, an_office(), lambda: ident(3))
        for finding in check(conference, (a_delegate(),), pack, an_office()):
            finding_sentence(finding)


def _list_readers(folder: Path, read: Callable[[bytes], object]) -> list[Reader]:
    """List the readers of lists in other formats, each with a list that has some of everything."""
    plan = Plan(
        rows=[
            ["DANH SÁCH", None, None, None],
            ["TT", "Họ và tên", "Năm sinh", "Đơn vị"],
            [1, "Y Wang Niê", 1975, "Buôn Krông"],
            [2, to_tcvn3("Nguyễn Thị Ước"), date(1980, 5, 20), to_tcvn3("Thôn Đông")],
            [3, "Lê Văn An\nBí thư", 66075001234, None],
        ],
        merged=("A1:D1", "D4:D5"),
        fonts={2: ".VnTime"},
        hidden_rows=(5,),
    )
    stream = excel_5(
        [[b"Ho ten", b"Don vi"], [b"Le Van An", to_tcvn3("Thôn Đông").encode("latin-1")]]
    )
    return [
        Reader("old workbook", write_xls(folder, plan).read_bytes(), read),
        Reader("workbook stream", stream, read, is_stream=True),
        Reader("open sheet", write_ods(folder, plan).read_bytes(), read, is_zip=True),
        Reader("word tables", write_docx(folder, plan, "II", plan).read_bytes(), read, is_zip=True),
        Reader("web page", html_of(plan).encode(), read),
        Reader("pasted text", text_of(plan, "\t").encode(), _paste),
    ]


def _import_list(path: Path) -> None:
    _preview(read_list(path))


def _paste(data: bytes) -> None:
    _preview(read_pasted(data.decode("utf-8", "replace")))


def _preview(list_file: ListFile) -> None:
    target = ImportTarget(conference_id=ident(1), this_year=2025)
    for sheet in list_file.sheets:
        mapping = guess(sheet)
        choices = [proposal.choice for proposal in guess_encodings(sheet, mapping)]
        for each in (sheet, converted(sheet, choices, mapping)):
            preview(each, guess(each), target, lambda _: ident(2))


def damaged_zip(data: bytes, chance: random.Random) -> bytes:
    """Damage one part of a zip and pack it again, so that the damage reaches the readers within."""
    with zipfile.ZipFile(io.BytesIO(data)) as sound:
        parts = {name: sound.read(name) for name in sound.namelist()}
    victim = chance.choice(sorted(parts))
    parts[victim] = damaged(parts[victim], chance)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as again:
        for name, part in parts.items():
            again.writestr(name, part)
    return packed.getvalue()


def damaged_file(reader: Reader, chance: random.Random) -> bytes:
    """Damage a file, or what is packed in it."""
    if reader.is_stream:
        return compound({"Book": damaged(reader.sound, chance)})
    if reader.is_zip and chance.randrange(4):
        return damaged_zip(reader.sound, chance)
    return damaged(reader.sound, chance)


def main(arguments: list[str]) -> int:
    """Damage and read until the time is over; the exit code tells whether a fault was found."""
    if arguments[:1] == ["handoff"]:
        # by itself: atheris watches only what is imported under its eyes
        command = [sys.executable, "-m", "tests.fuzzing.handoff", *arguments[1:]]
        return subprocess.run(command, check=False).returncode
    seconds = float(arguments[0]) if arguments else DEFAULT_SECONDS
    seed = int(arguments[1]) if len(arguments) > 1 else random.SystemRandom().randrange(2**32)
    sys.stdout.write(f"seed {seed}\n")
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    counts: Counter[tuple[str, str]] = Counter()
    faults = 0
    kept = Path(tempfile.mkdtemp(prefix="hoinghi-fuzz-"))
    every = [one for one in readers(kept) if one.name in (arguments[2:3] or [one.name])]
    end = monotonic() + seconds
    while monotonic() < end:
        reader = chance.choice(every)
        data = damaged_file(reader, chance)
        faulthandler.dump_traceback_later(LONGEST_S, exit=True)
        try:
            reader.read(data)
        except InputRefused:
            counts[reader.name, "refused"] += 1
        except Exception as error:  # noqa: BLE001 - whatever else comes out is what is looked for
            faults += 1
            path = kept / f"fault-{faults}-{reader.name.replace(' ', '-')}"
            path.write_bytes(data)
            sys.stdout.write(f"{reader.name}: {type(error).__name__}: {error}\n  {path}\n")
        else:
            counts[reader.name, "used"] += 1
    faulthandler.cancel_dump_traceback_later()
    for (name, outcome), count in sorted(counts.items()):
        sys.stdout.write(f"{name}: {outcome} {count}\n")
    sys.stdout.write(f"{faults} faults in {seconds:.0f} s\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
