"""The guide as data: its pages, their parts, and the search through them without accents.

A page is plain HTML without script. Its first heading is its title; each `h2` with an id begins a
part that can be led to. `b` of the class "press" quotes what stands on a button, tab or field.
"""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from msgspec import Struct

from desktop.language import Language
from desktop.paths import resource
from desktop.people.names import search_key

INDEX = "index.html"
TOUR_LINK = "tour:"  # leads to no page: the guided tour of the sample

_WORD = re.compile(r"\w+")
_AROUND = 45  # letters of an excerpt on either side of what was found
_BLOCKS = frozenset(("h1", "h2", "p", "li", "td", "th", "div", "img"))


class Part(Struct, frozen=True):
    """What stands under one heading; the part before the first has no anchor."""

    anchor: str
    heading: str
    text: str


class Page(Struct, frozen=True):
    """One page of the guide.

    Attributes:
        links: where its links lead, as written.
        pictures: its pictures, each with the words that stand for it.
        pressed: what it quotes of the screen.
    """

    name: str
    title: str
    source: str
    parts: tuple[Part, ...]
    links: tuple[str, ...]
    pictures: tuple[tuple[str, str], ...]
    pressed: tuple[str, ...]


class Hit(Struct, frozen=True):
    """A part in which everything was found that was searched for."""

    place: str  # of its page, with its anchor: in-the.html#trang-thu
    title: str
    heading: str
    excerpt: str


def guide_folder() -> Path:
    """Name the folder of the guide."""
    return resource("guide", Language.VIETNAMESE)


@cache
def pages() -> tuple[Page, ...]:
    """Read the whole guide: the index, then the pages in the order in which it names them."""
    index = read_page(INDEX)
    named = dict.fromkeys(
        link.partition("#")[0] for link in index.links if not link.startswith(TOUR_LINK)
    )
    return (index, *(read_page(name) for name in named if name not in ("", INDEX)))


def read_page(name: str) -> Page:
    """Read one page.

    Raises:
        OSError: there is no such page.
    """
    source = guide_folder().joinpath(name).read_text(encoding="utf-8")
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return Page(
        name=name,
        title=reader.parts[0].heading,
        source=source,
        parts=tuple(Part(one.anchor, one.heading, _one_line(one.text)) for one in reader.parts),
        links=tuple(reader.links),
        pictures=tuple(reader.pictures),
        pressed=tuple(reader.pressed),
    )


def search(query: str) -> tuple[Hit, ...]:
    """Find the parts that hold all the words, best first; the last word may be half typed."""
    words = _folded_words(query)
    if not words:
        return ()
    found: list[tuple[int, Hit]] = []
    for page in pages():
        for part in page.parts:
            rank = _rank(words, part)
            if rank is not None:
                place = f"{page.name}#{part.anchor}" if part.anchor else page.name
                excerpt = _excerpt(part.text, query)
                found.append((rank, Hit(place, page.title, part.heading, excerpt)))
    return tuple(hit for _, hit in sorted(found, key=lambda one: one[0]))


def spans(text: str, query: str) -> list[tuple[int, int]]:
    """Find where the words stand one after the other in a text, or each alone if they never do."""
    words = _folded_words(query)
    tokens = [(search_key(one.group()), one.start(), one.end()) for one in _WORD.finditer(text)]
    folded = [word for word, _, _ in tokens]
    starts = [at for at in range(len(folded)) if words and _begins(folded[at:], words)]
    if starts:
        return [(tokens[at][1], tokens[at + len(words) - 1][2]) for at in starts]
    return [(start, end) for word, start, end in tokens if _is_one_of(word, words)]


class _ReadPart:
    def __init__(self, anchor: str = "") -> None:
        self.anchor = anchor
        self.heading = ""
        self.text = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts = [_ReadPart()]
        self.links: list[str] = []
        self.pictures: list[tuple[str, str]] = []
        self.pressed: list[str] = []
        self._is_heading = self._is_pressed = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self.parts[-1].text += " "
        if tag == "h2":
            self.parts.append(_ReadPart(said.get("id", "")))
        self._is_heading = self._is_heading or tag in ("h1", "h2")
        if tag == "a":
            self.links.append(said.get("href", ""))
        elif tag == "img":
            self.pictures.append((said.get("src", ""), said.get("alt", "")))
        elif tag == "b" and said.get("class") == "press":
            self._is_pressed = True
            self.pressed.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h1", "h2"):
            self._is_heading = False
        elif tag == "b":
            self._is_pressed = False

    def handle_data(self, data: str) -> None:
        part = self.parts[-1]
        if self._is_heading:
            part.heading += data
        else:
            part.text += data
        if self._is_pressed:
            self.pressed[-1] += data


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _folded_words(text: str) -> list[str]:
    return _WORD.findall(search_key(text))


def _begins(folded: list[str], words: list[str]) -> bool:
    *whole, last = words
    count = len(whole)
    return folded[:count] == whole and len(folded) > count and folded[count].startswith(last)


def _is_one_of(word: str, words: list[str]) -> bool:
    return word in words or bool(words and word.startswith(words[-1]))


def _rank(words: list[str], part: Part) -> int | None:
    """Say how well a part answers, 0 best; None where a word is missing."""
    heading, text = (_folded_words(one) for one in (part.heading, part.text))
    *whole, last = words
    everything = heading + text
    if not set(whole) <= set(everything) or not any(one.startswith(last) for one in everything):
        return None
    in_heading, in_text = (
        any(_begins(one[at:], words) for at in range(len(one))) for one in (heading, text)
    )
    is_whole = f" {' '.join(words)} " in f" {' '.join(everything)} "
    return (0 if in_heading else 2 if in_text else 4) + (0 if is_whole else 1)


def _excerpt(text: str, query: str) -> str:
    found = spans(text, query)
    start, end = found[0] if found else (0, 0)
    first = max(0, start - _AROUND)
    if first:
        first = text.find(" ", first, start) + 1 or start
    last = min(len(text), end + _AROUND)
    if last < len(text):
        last = max(end, text.rfind(" ", end, last))
    return f"{'… ' if first else ''}{text[first:last].strip()}{' …' if last < len(text) else ''}"
