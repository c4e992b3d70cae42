"""What is inside the program and under which licence: asked of the packages as installed.

The same in a clone and in an installed program, because installers keep what packages say of
themselves.
"""

from __future__ import annotations

import platform
import re
import tomllib
from collections.abc import Collection, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from msgspec import Struct, convert

from desktop.paths import resource

PROGRAM = "hoinghi"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_RULE = "=" * 80
_LONGEST_NAME = 60
_NOT_SAID = {"pyrage": "MIT"}  # only in its text


class Part(Struct, frozen=True, kw_only=True):
    """A library, a font, Python itself.

    Attributes:
        licence: its name; the text may say more.
        texts: what comes with it, whole.
    """

    name: str
    version: str = ""
    licence: str
    texts: tuple[str, ...] = ()


class _NamedPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    licence: str
    version_of: str = ""
    text: str = ""


def program_version() -> str:
    """Give the version of this program."""
    return distribution(PROGRAM).version


def shipped_parts(without: Collection[str] = ()) -> tuple[Part, ...]:
    """List everything inside, the program itself first, then by name.

    Args:
        without: names of packages, in small letters, that an installer leaves out.
    """
    needed = [one for one in _needed(PROGRAM) if _key(one.name) not in {PROGRAM, *without}]
    others = [_of_package(one) for one in needed]
    others += _named_parts()
    own = _of_package(distribution(PROGRAM))
    return (own, *sorted(others, key=lambda part: part.name.casefold()))


def licence_report(without: Collection[str] = ()) -> str:
    """Write all parts with their licences out as one text; see `shipped_parts`."""
    parts = shipped_parts(without)
    listed = [f"{title(part)}: {part.licence}" for part in parts]
    whole = [
        "\n".join((_RULE, f"{title(part)}: {part.licence}", _RULE, "", *part.texts))
        for part in parts
        if part.texts
    ]
    return "\n".join([*listed, "", *whole]) + "\n"


def title(part: Part) -> str:
    """Name a part with its version."""
    return f"{part.name} {part.version}".strip()


def _needed(name: str) -> Iterator[Distribution]:
    """Give a package and all it needs here, each once."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        wanted = waiting.pop()
        if _key(wanted) in seen:
            continue
        seen.add(_key(wanted))
        try:
            found = distribution(wanted)
        except PackageNotFoundError:
            continue  # for another system, or left out of the installer because nothing uses it
        yield found
        for line in found.requires or ():
            required = _NAME.match(line)
            if required is not None and "extra ==" not in line:
                waiting.append(required[0])


def _key(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def _of_package(package: Distribution) -> Part:
    return Part(
        name=package.name,
        version=package.version,
        licence=_licence(package),
        texts=tuple(_texts(package)),
    )


def _texts(package: Distribution) -> Iterator[str]:
    """Read the licence files of a package; some are not in UTF-8."""
    site = Path(str(package.locate_file("")))
    own = [
        one
        for one in site.glob("*.dist-info")
        if _key(one.name.split("-")[0]) == _key(package.name)
    ]
    for name in package.metadata.get_all("License-File") or []:
        for file in (place / name for folder in own for place in (folder / "licenses", folder)):
            if file.is_file():
                data = file.read_bytes()
                try:
                    yield data.decode("utf-8")
                except UnicodeDecodeError:
                    yield data.decode("latin-1")
                break


def _licence(package: Distribution) -> str:
    """Read the name of the licence from whichever of three fields the package fills."""
    fields = (package.metadata.get_all(name) for name in ("License-Expression", "License"))
    said = next((values[0] for values in fields if values), "")
    classifiers = [
        line.rsplit(" :: ", 1)[-1]
        for line in package.metadata.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    is_name = 0 < len(said) <= _LONGEST_NAME and "\n" not in said and "see " not in said
    return said if is_name else ", ".join(classifiers) or _NOT_SAID.get(package.name, "")


def _named_parts() -> Iterator[Part]:
    listed = tomllib.loads(resource("licences", "parts.toml").read_text(encoding="utf-8"))
    versions = {
        "python": platform.python_version(),
        "qt": distribution("PySide6_Essentials").version,
        "": "",
    }
    for part in convert(listed["parts"], list[_NamedPart]):
        text = resource(*part.text.split("/")).read_text(encoding="utf-8") if part.text else ""
        yield Part(
            name=part.name,
            version=versions[part.version_of],
            licence=part.licence,
            texts=(text,) if text else (),
        )
