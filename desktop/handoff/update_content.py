"""What a bundle of kind `update` says: a newer version of the program, and its installers by hash.

The installers themselves lie beside the bundle, as plain files.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.errors import InputRefused
from desktop.handoff.archive import read_archive, write_archive
from desktop.handoff.frame import BundleKind, kind_said
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.strict_json import StrictJsonError, decode_strictly
from desktop.program_form import Form, installer_name

MAX_DESCRIPTION_BYTES = 256 * 1024
MAX_INSTALLER_BYTES = 1024 * 1024 * 1024
MAX_NEWS = 60
MAX_NEWS_LETTERS = 300
_MAX_NEWS_BYTES = 128 * 1024
_UPDATE = "update.json"
_NUMBER = "(0|[1-9][0-9]{0,4})"
_VERSION = rf"^{_NUMBER}\.{_NUMBER}\.{_NUMBER}\Z"
# neither control characters nor those that let a text read otherwise than it is written
_PLAIN = "^[^\\x00-\\x1f\\x7f-\\x9f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]+\\Z"

Version = Annotated[str, Meta(pattern=_VERSION, max_length=17)]
NewsLine = Annotated[str, Meta(pattern=_PLAIN, max_length=MAX_NEWS_LETTERS)]


class UpdateRefusal(StrEnum):
    """Reasons of InputRefused for a newer version of the program, in the order looked for."""

    LINK = "update-link"  # facts: file; no file itself but a link, or a folder
    DESCRIPTION_TOO_BIG = "update-description-too-big"  # facts: limit (bytes)
    OTHER_KIND = "update-other-kind"  # a bundle, but of something else
    UNKNOWN_SENDER = "update-unknown-sender"  # facts: name, fingerprint
    NOT_ABOVE = "update-not-above"  # facts: name; known, but as one who hands over to us
    NAME = "update-name"  # facts: file
    DOUBLED = "update-doubled"  # facts: file; two installers of one form
    SAME = "update-same"  # facts: version
    OLDER = "update-older"  # facts: version, current
    FROM_SOURCES = "update-from-sources"  # facts: version
    OTHER_FORM = "update-other-form"  # facts: version, forms
    MISSING = "update-missing"  # facts: file
    SIZE = "update-size"  # facts: file, size, expected (bytes)
    UNREADABLE = "update-unreadable"  # facts: file, detail
    HASH = "update-hash"  # facts: file
    # for whoever makes one
    NO_INSTALLER = "update-no-installer"  # facts: file; its name is none of an installer
    VERSIONS = "update-versions"  # facts: one, other
    NEWS = "update-news"  # facts: detail; no lines, too many, or too long


class Installer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file that brings the version; its name follows from form and version."""

    form: Form
    file: Annotated[str, Meta(min_length=1, max_length=120)]
    size: Annotated[int, Meta(ge=1, le=MAX_INSTALLER_BYTES)]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", max_length=64)]


class Update(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version.

    Attributes:
        news: what is new, in Vietnamese, a line for each.
    """

    version: Version
    news: Annotated[tuple[NewsLine, ...], Meta(min_length=1, max_length=MAX_NEWS)]
    installers: Annotated[tuple[Installer, ...], Meta(min_length=1, max_length=len(Form))]

    def installer(self, form: Form) -> Installer | None:
        """Give the installer for a form."""
        return next((one for one in self.installers if one.form is form), None)


def write_update(update: Update) -> bytes:
    """Pack a description."""
    return write_archive({_UPDATE: msgspec.json.encode(update)})


def read_update(content: bytes) -> Update:
    """Unpack a description.

    Raises:
        InputRefused: of the archive, CONTENT, NAME or DOUBLED.
    """
    members = read_archive(content)
    text = members.pop(_UPDATE, b"")
    if members:
        name = min(members)
        raise InputRefused(BundleRefusal.CONTENT, member=name, detail="unknown member")
    try:
        update = decode_strictly(text, Update)
    except StrictJsonError as error:
        raise InputRefused(BundleRefusal.CONTENT, member=_UPDATE, detail=str(error)) from error
    _check_installers(update)
    return update


def says_update(path: Path) -> bool:
    """Tell whether a file says that it is an update; only a window is chosen by it."""
    try:
        with path.open("rb") as stream:
            return kind_said(stream.read(MAX_DESCRIPTION_BYTES)) == BundleKind.UPDATE
    except OSError:
        return False


def version_key(version: str) -> tuple[int, ...]:
    """Order versions.

    Raises:
        ValueError: it is none.
    """
    if re.fullmatch(_VERSION, version) is None:
        raise ValueError(version)
    return tuple(map(int, version.split(".")))


def named_version(file: str) -> tuple[Form, str]:
    """Read form and version off the name of an installer.

    Raises:
        InputRefused: NO_INSTALLER.
    """
    for form in Form:
        before, _, after = installer_name(form, "?").partition("?")
        version = file.removeprefix(before).removesuffix(after)
        if re.fullmatch(_VERSION, version) and file == installer_name(form, version):
            return form, version
    raise InputRefused(UpdateRefusal.NO_INSTALLER, file=file)


def news_lines(text: str) -> tuple[str, ...]:
    """Take what is new out of a text, a line for each; marks of a list are taken off.

    Raises:
        InputRefused: NEWS.
    """
    lines = (unicodedata.normalize("NFC", line) for line in text.splitlines())
    news = tuple(plain for line in lines if (plain := " ".join(line.split()).lstrip("-•*– ")))
    if not 0 < len(news) <= MAX_NEWS:
        raise InputRefused(UpdateRefusal.NEWS, detail=f"{len(news)}/{MAX_NEWS}")
    try:
        return msgspec.convert(news, tuple[NewsLine, ...])
    except msgspec.ValidationError as error:
        detail = next((one for one in news if len(one) > MAX_NEWS_LETTERS), news[0])
        raise InputRefused(UpdateRefusal.NEWS, detail=f"“{detail[:40]}…”") from error


def read_news(path: Path) -> tuple[str, ...]:
    """Read what is new from a file in UTF-8.

    Raises:
        InputRefused: UNREADABLE or NEWS.
    """
    try:
        with path.open("rb") as stream:
            text = stream.read(_MAX_NEWS_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        raise InputRefused(UpdateRefusal.UNREADABLE, file=path.name, detail=detail) from error
    try:
        return news_lines(text)
    except InputRefused as refusal:
        raise refusal.of_file(path) from refusal


def one_version(files: Iterable[str]) -> str:
    """Read the version that all of these installers bring.

    Raises:
        InputRefused: NO_INSTALLER, VERSIONS or DOUBLED.
    """
    named = [(*named_version(file), file) for file in files]
    version = named[0][1]
    for _, other, _ in named:
        if other != version:
            raise InputRefused(UpdateRefusal.VERSIONS, one=version, other=other)
    _check_forms([(form, file) for form, _, file in named])
    return version


def _check_installers(update: Update) -> None:
    for one in update.installers:
        # no other name is ever looked for: none leads out of the folder or starts something else
        if one.file != installer_name(one.form, update.version):
            raise InputRefused(UpdateRefusal.NAME, file=one.file)
    _check_forms([(one.form, one.file) for one in update.installers])


def _check_forms(named: Sequence[tuple[Form, str]]) -> None:
    seen: set[Form] = set()
    for form, file in named:
        if form in seen:
            raise InputRefused(UpdateRefusal.DOUBLED, file=file)
        seen.add(form)
