"""The installed program tries itself: resources, store, rules, lists, bundles, papers, letters."""

from __future__ import annotations

import re
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import msgspec
import pypdfium2
from msgspec import Struct
from PIL import Image

from desktop.demo import (
    SAMPLE_INSTANT,
    numbered_ids,
    read_sample_list,
    sample_file,
    sample_through_the_store,
)
from desktop.documents.calendar_file import calendar_file
from desktop.documents.export import render
from desktop.documents.fonts import Face, missing_glyphs
from desktop.documents.papers import PAPERS, Format, Paper
from desktop.documents.snapshot import Snapshot
from desktop.guide_pages import guide_folder, pages, search
from desktop.handoff.bundle import FILE_ENDING, Sender, Trust, seal
from desktop.handoff.conference_content import (
    ConferenceContent,
    delegate_fields,
    read_content,
    write_content,
)
from desktop.handoff.frame import Address, BundleKind
from desktop.handoff.keys import make_keys
from desktop.handoff.opening import OpeningKeys, opening_job
from desktop.jobs import Report
from desktop.language import COMPILED_CATALOGUE, Language, speak, tr
from desktop.paths import resource
from desktop.people.list_export import ListExport, ListForm, list_bytes
from desktop.people.list_file import read_list
from desktop.rules.check import check_file
from desktop.rules.load import shipped_pack, shipped_packs
from desktop.shipped_parts import shipped_parts

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_FIELD = re.compile(r"\{\w+")
_VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"


class Outcome(Struct, frozen=True):
    """What one trial showed; the fault is empty where all is well."""

    what: str
    fault: str = ""


class Trials(Struct, frozen=True):
    """What all of them showed."""

    outcomes: tuple[Outcome, ...]


class Unsound(Exception):  # noqa: N818 - a verdict, not a fault of this code
    """A trial gave something else than it must."""


def run_self_test() -> Iterator[Outcome]:
    """Try every part on its own, so that one fault does not hide another."""
    for what, trial in _trials():
        try:
            trial()
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what is asked for
            yield Outcome(what, f"{type(error).__name__}: {error}")
        else:
            yield Outcome(what)


def self_test_job(report: Report, language: Language) -> Trials:
    """Try every part in a process of its own.

    Args:
        report: told how many trials are done.
        language: to name them in.
    """
    speak(language)
    total = sum(1 for _ in _trials())
    outcomes = []
    report(0, total)
    for outcome in run_self_test():
        outcomes.append(outcome)
        report(len(outcomes), total)
    return Trials(tuple(outcomes))


def _trials() -> Iterator[tuple[str, Callable[[], None]]]:
    from desktop.widgets.qt_parts import WANTED  # noqa: PLC0415 - no other command needs Qt

    yield tr("rule packs are readable"), _try_rule_packs
    yield tr("a store is written, closed, reopened and unchanged"), _try_store
    yield tr("a list of people is read in a process of its own"), _try_list
    yield tr("the sample follows its plan"), _try_rules
    yield tr("every Vietnamese letter has its shape in every font"), _try_letters
    yield tr("every text of the interface has its translation"), _try_translations
    yield tr("Qt has its plugins: {names}", names=", ".join(WANTED)), _try_qt
    yield tr("every part has its licence"), _try_licences
    yield tr("every page of the guide is there with its pictures"), _try_guide
    yield tr("a bundle is sealed, opened in a process of its own and unchanged"), _try_bundle
    yield tr("the list of people is written as a workbook and as text"), _try_list_files
    yield tr("the days are written for calendars"), _try_calendar
    for paper in PAPERS:
        yield tr("paper: {title}", title=paper.title()), partial(_try_paper, paper)
        if Format.DOCX in paper.formats:
            yield tr("for Word: {title}", title=paper.title()), partial(_try_twin, paper)


def _try_rule_packs() -> None:
    _expect(bool(shipped_packs()), "there is none")


def _try_store() -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = sample_through_the_store(Path(folder))
    _expect(kept == sample_file(), "the conference came back changed")


def _try_list() -> None:
    read, stored = len(read_sample_list().delegates), len(sample_file().delegates)
    _expect(read == stored, f"{read} people were read, not {stored}")


def _try_rules() -> None:
    file = sample_file()
    findings = check_file(file, shipped_pack(file.conference.rule_pack_id))
    broken = [one.code for one in findings if one.is_binding]
    _expect(not broken, ", ".join(broken))


def _try_letters() -> None:
    letters = unicodedata.normalize(
        "NFC", "đĐ₫№–…“”" + "".join(vowel + tone for vowel in _VOWELS for tone in ("", *_TONES))
    )
    for face in Face:
        missing = missing_glyphs(letters, face)
        _expect(not missing, f"{face}: {missing}")


def _try_translations() -> None:
    compiled = resource("translations", Language.VIETNAMESE, COMPILED_CATALOGUE).read_bytes()
    texts = msgspec.json.decode(compiled, type=dict[str, str])
    _expect(bool(texts), "there is none")
    odd = [
        source
        for source, text in texts.items()
        if not text.strip() or set(_FIELD.findall(source)) != set(_FIELD.findall(text))
    ]
    _expect(not odd, "; ".join(odd))


def _try_qt() -> None:
    from desktop.widgets.qt_parts import missing_qt_parts  # noqa: PLC0415 - see _trials

    missing = missing_qt_parts()
    _expect(not missing, ", ".join(missing))


def _try_licences() -> None:
    silent = [part.name for part in shipped_parts() if not part.licence]
    _expect(not silent, ", ".join(silent))


def _try_guide() -> None:
    for page in pages():
        _expect(bool(page.title), f"{page.name} has no title")
        for name, _ in page.pictures:
            with Image.open(guide_folder() / name) as picture:
                picture.load()
    _expect(bool(search("in the")), "nothing is found in it")


def _try_bundle() -> None:
    new_id = numbered_ids()
    office, desk = (Sender(id=new_id(), name=name, keys=make_keys().private) for name in "AB")
    file = sample_file()
    content = write_content(ConferenceContent(file=file), delegate_fields())
    address = Address(
        kind=BundleKind.CONFERENCE,
        recipient=desk.id,
        subject=file.conference.id,
        number=1,
        sealed_on=SAMPLE_INSTANT.date(),
    )
    known = {office.id: {office.keys.public().signing: office.keys.number}}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"bundle{FILE_ENDING}")
        path.write_bytes(seal(address, content, office, desk.keys.public()))
        keys = OpeningKeys((desk.keys.sealing,))
        job = opening_job(path, keys, Trust(me=desk.id, known=known))
        job.start()
        opened = job.wait()
    _expect(opened.is_known, "the sender is not known")
    _expect(read_content(opened.content).file == file, "the conference came out changed")


def _try_list_files() -> None:
    file = sample_file()
    with tempfile.TemporaryDirectory() as folder:
        for form in ListForm:
            fields = ("name", "unit")
            wanted = ListExport(
                people=file.delegates, groups=file.conference.groups, fields=fields, form=form
            )
            path = Path(folder, f"list.{form}")
            path.write_bytes(list_bytes(wanted, lambda _done, _total: None))
            read = len(read_list(path).sheets[0].rows)
            _expect(read > len(file.delegates), f"{form}: {read} rows were read back")


def _try_calendar() -> None:
    data = calendar_file(sample_file().conference, (), SAMPLE_INSTANT)
    _expect(data.startswith(b"BEGIN:VCALENDAR"), "it is no calendar")


def _try_twin(paper: Paper) -> None:
    with zipfile.ZipFile(BytesIO(paper.write_docx(_snapshot()))) as packed:
        _expect("word/document.xml" in packed.namelist(), "it is no document of Word")


def _snapshot() -> Snapshot:
    file = sample_file()
    rules = shipped_pack(file.conference.rule_pack_id)
    return Snapshot(file=file, made_at=SAMPLE_INSTANT, rules=rules)


def _try_paper(paper: Paper) -> None:
    rendered = render(_snapshot(), paper.key)
    _expect(not rendered.problems, ", ".join(problem.code for problem in rendered.problems))
    with pypdfium2.PdfDocument(rendered.data) as pdf:
        _expect(len(pdf) == rendered.pages > 0, f"{len(pdf)} pages, not {rendered.pages}")
        text = pdf[0].get_textpage().get_text_range()
    _expect(bool(text.strip()), "the first page has no text")
    _expect(unicodedata.is_normalized("NFC", text), "the text is not in NFC")


def _expect(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - the claim itself
    if not holds:
        raise Unsound(otherwise)
