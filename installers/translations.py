"""Bring the catalogues up to date with the code: `python3 dev.py translations`.

Texts are sorted and carry neither dates nor places, so that a change of code changes only the
texts it changes.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from desktop.language import COMPILED_CATALOGUE

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
VIETNAMESE = TRANSLATIONS / "vi" / "hoinghi.po"
# the standard library's own words on the command line; it looks for them in this folder
COMMAND_LINE_WORDS = TRANSLATIONS / "vi" / "LC_MESSAGES" / "argparse.po"
QT_WORDS = TRANSLATIONS / "qtbase_vi.ts"


class PlainCatalogue(Catalog):
    """A catalogue whose header says only what a reader of it needs."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Give the header's fields."""
        return [("Content-Type", "text/plain; charset=UTF-8"), ("Language", "vi")]


def translated_calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Find every call of `tr`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            yield node


def source_texts() -> set[str]:
    """Collect the interface's English texts from the code."""
    texts = set()
    for file in sorted((ROOT / "desktop").rglob("*.py")):
        for call in translated_calls(ast.parse(file.read_text(encoding="utf-8"))):
            if call.args and isinstance(call.args[0], ast.Constant):
                texts.add(str(call.args[0].value))
    return texts


def read_catalogue(path: Path) -> dict[str, str]:
    """Read the texts of a catalogue with their translations; empty where there is none yet."""
    if not path.exists():
        return {}
    with path.open("rb") as stream:
        return {str(entry.id): str(entry.string) for entry in read_po(stream) if entry.id}


def catalogue_of(texts: dict[str, str]) -> PlainCatalogue:
    """Make a catalogue of texts and their translations; equal texts give equal bytes."""
    catalogue = PlainCatalogue(header_comment="", fuzzy=False)
    for source in sorted(texts):
        # only a field in braces is filled in, so that a percent sign is no format
        catalogue.add(source, texts[source]).flags.discard("python-format")
    return catalogue


def write_catalogue(path: Path, texts: dict[str, str]) -> None:
    """Write a catalogue in the form that is read and translated."""
    readable = BytesIO()
    write_po(readable, catalogue_of(texts), width=100)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(readable.getvalue())


def compile_interface() -> None:
    """Write what the program reads of its own catalogue: the texts that are translated."""
    texts = {source: text for source, text in read_catalogue(VIETNAMESE).items() if text}
    compiled = json.dumps(texts, ensure_ascii=False, indent=0, sort_keys=True)
    VIETNAMESE.with_name(COMPILED_CATALOGUE).write_text(compiled + "\n", encoding="utf-8")


def compile_command_line() -> None:
    """Write what the standard library reads of its own words, which is gettext's form."""
    compiled = BytesIO()
    write_mo(compiled, catalogue_of(read_catalogue(COMMAND_LINE_WORDS)))
    COMMAND_LINE_WORDS.with_suffix(".mo").write_bytes(compiled.getvalue())


def main() -> int:
    """Extract, update and compile; list what is left to translate."""
    known = read_catalogue(VIETNAMESE)
    wanted = source_texts()
    for text in sorted(known.keys() - wanted):
        sys.stdout.write(f"no longer said: {text!r} ({known[text]!r})\n")
    texts = {text: known.get(text, "") for text in wanted}
    write_catalogue(VIETNAMESE, texts)
    compile_interface()
    write_catalogue(COMMAND_LINE_WORDS, read_catalogue(COMMAND_LINE_WORDS))
    compile_command_line()
    untranslated = sorted(text for text, translation in texts.items() if not translation)
    for text in untranslated:
        sys.stdout.write(f"to translate: {text!r}\n")
    sys.stdout.write(f"{len(texts)} texts, {len(untranslated)} to translate\n")
    release = Path(sys.executable).with_name("pyside6-lrelease")
    compile_qt = [str(release), "-silent", str(QT_WORDS), "-qm", str(QT_WORDS.with_suffix(".qm"))]
    return subprocess.run(compile_qt, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
