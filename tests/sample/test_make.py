from __future__ import annotations

import io
import unicodedata
import zipfile
from collections import Counter
from itertools import count
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from db.records import ConferenceFile, Delegate, GroupKind
from desktop.conference_file import read_conference_file
from desktop.documents.fonts import missing_glyphs, serif
from desktop.paths import resource
from desktop.people.columns import guess
from desktop.people.ethnic_groups import match_ethnic_group
from desktop.people.import_list import preview
from desktop.people.import_report import ImportTarget, LeftOutReason
from desktop.people.list_file import read_list
from desktop.rules.check import check_file
from desktop.rules.load import shipped_pack
from tests.builders import ident
from tests.sample.make import CONFERENCE, LIST, make

# asked for by short biographies, for which offices have forms of their own
NOT_IN_THE_LIST = dict.fromkeys(("home_town", "schooling", "proposed_award", "represents"), "")
SHIPPED = resource("samples", "binh-hoa")


@pytest.fixture(scope="module")
def sample() -> ConferenceFile:
    return read_conference_file(SHIPPED / CONFERENCE)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    make(folder)
    return folder


def without_pictures(file: ConferenceFile) -> ConferenceFile:
    """Leave out what another build of the JPEG library may write in other bytes."""
    delegates = tuple(msgspec.structs.replace(one, photo_id="") for one in file.delegates)
    return msgspec.structs.replace(file, delegates=delegates, images=())


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_what_ships_is_what_the_maker_makes(made: Path, sample: ConferenceFile) -> None:
    new = read_conference_file(made / CONFERENCE)
    assert without_pictures(new) == without_pictures(sample)
    assert members(made / LIST) == members(SHIPPED / LIST)


def test_it_is_made_the_same_every_time(made: Path, tmp_path: Path) -> None:
    make(tmp_path)
    for name in (CONFERENCE, LIST):
        assert (tmp_path / name).read_bytes() == (made / name).read_bytes()


def test_it_is_small() -> None:
    assert sum((SHIPPED / name).stat().st_size for name in (CONFERENCE, LIST)) < 600_000


def test_it_agrees_with_its_plan_in_everything(sample: ConferenceFile) -> None:
    assert check_file(sample, shipped_pack("binh-hoa-2024")) == ()


def test_it_has_140_exemplars_and_60_guests_numbered_without_gaps(sample: ConferenceFile) -> None:
    kinds = {group.id: group.kind for group in sample.conference.groups}
    assert Counter(kinds[one.group_id] for one in sample.delegates) == {
        GroupKind.EXEMPLAR: 140,
        GroupKind.GUEST: 60,
    }
    assert [one.badge_number for one in sample.delegates] == list(range(1, 201))


def test_its_people_are_all_different_and_nobody_alive(sample: ConferenceFile) -> None:
    assert len({one.name for one in sample.delegates}) == 200
    assert len({one.id_number for one in sample.delegates}) == 200
    # a province and a telephone exchange that do not exist
    assert all(one.id_number.startswith("099") for one in sample.delegates)
    assert all(one.phone[:7] in ("", "0900000") for one in sample.delegates)


def test_its_names_try_what_names_can_be(sample: ConferenceFile) -> None:
    names = {one.name for one in sample.delegates}
    assert {"Y Wang Niê", "H'Hen Niê", "Công Tằng Tôn Nữ Phương Thảo", "K'Brết"} <= names
    assert any("&" in one.unit for one in sample.delegates)
    assert max(len(name) for name in names) >= 30
    assert all(match_ethnic_group(one.ethnicity) for one in sample.delegates)
    assert len({one.ethnicity for one in sample.delegates}) >= 10


def test_all_of_its_text_is_nfc_and_can_be_printed(sample: ConferenceFile) -> None:
    text = str(msgspec.to_builtins(without_pictures(sample)))
    assert unicodedata.is_normalized("NFC", text)
    assert missing_glyphs(text, serif()) == ""


def test_its_portraits_are_upright_and_belong_to_someone(sample: ConferenceFile) -> None:
    pictured = {one.photo_id for one in sample.delegates} - {""}
    assert pictured == {image.id for image in sample.images}
    assert len(pictured) == 12
    for image in sample.images:
        with Image.open(io.BytesIO(image.data)) as picture:
            assert (picture.format, picture.size) == ("JPEG", (264, 352))


def imported(sample: ConferenceFile) -> tuple[Delegate, ...]:
    (sheet,) = read_list(SHIPPED / LIST).sheets
    numbers = count(1)
    target = ImportTarget(
        conference_id=sample.conference.id, groups=sample.conference.groups, this_year=2025
    )
    result = preview(sheet, guess(sheet), target, lambda _: ident(next(numbers)))
    assert result.problems == ()
    assert result.unused_columns == ()
    assert {row.reason for row in result.left_out} == {
        LeftOutReason.ABOVE_THE_HEADING,
        LeftOutReason.TOTAL,
        LeftOutReason.AFTER_THE_LIST,
    }
    return result.delegates


def test_its_list_gives_the_same_people(sample: ConferenceFile) -> None:
    expected = [
        msgspec.structs.replace(one, id=new.id, photo_id="", **NOT_IN_THE_LIST)
        for one, new in zip(sample.delegates, imported(sample), strict=True)
    ]
    assert list(imported(sample)) == expected


def test_whoever_leads_is_named_alike_everywhere(sample: ConferenceFile) -> None:
    people = {one.name for one in sample.delegates}
    conference = sample.conference
    signer = next(one for one in sample.office.signers if one.id == conference.signer_id)
    assert signer.name in people
    assert sum(member.name in people for member in conference.presidium) == 4
    assert any(member.is_exemplar for member in conference.presidium)
