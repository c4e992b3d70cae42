"""The guide: what it quotes is on the screen, what it names is there, and it is found."""

from __future__ import annotations

import re
import unicodedata

import msgspec
import pytest
from PIL import Image

from desktop.guide_pages import (
    INDEX,
    TOUR_LINK,
    Page,
    guide_folder,
    pages,
    read_page,
    search,
    spans,
)
from desktop.paths import resource

ENOUGH_TEXT = 800  # letters of a page that is worth its own
PICTURE_BYTES, ALL_PICTURES_BYTES = 40_000, 1_000_000
WIDEST = 1100  # pixels: shown in a column of 760, letters are still read
_FIELD = re.compile(r"\{\w+\}")


def on_screen() -> list[re.Pattern[str]]:
    """Give what stands on the screen, as patterns: a field in braces may be any text."""
    compiled = resource("translations", "vi", "hoinghi.json").read_bytes()
    texts = msgspec.json.decode(compiled, type=dict[str, str]).values()
    said = [text for text in texts if sum(map(str.isalpha, _FIELD.sub("", text))) > 1]
    return [re.compile(".+".join(map(re.escape, _FIELD.split(bare(text))))) for text in said]


def bare(text: str) -> str:
    """Take off what Qt does not show: the mark of a key, and in tool bars the dots."""
    return text.replace("&", "").removesuffix("…").strip()


def is_vietnamese(text: str) -> bool:
    """Tell whether a text has a letter that only Vietnamese keyboards make."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return any(unicodedata.combining(letter) or letter == "đ" for letter in letters)


def by_name(page: Page) -> str:
    return page.name


every_page = pytest.mark.parametrize("page", pages(), ids=by_name)


@every_page
def test_what_a_page_quotes_stands_on_the_screen_word_for_word(page: Page) -> None:
    screen = on_screen()
    strange = [
        text for text in page.pressed if not any(one.fullmatch(bare(text)) for one in screen)
    ]
    assert strange == []


@every_page
def test_every_picture_is_there_small_and_told_in_words(page: Page) -> None:
    for source, words in page.pictures:
        path = guide_folder() / source
        assert path.stat().st_size <= PICTURE_BYTES, source
        with Image.open(path) as picture:
            assert picture.width <= WIDEST, source
        assert len(words) > 30, source
        assert is_vietnamese(words), source


def test_all_pictures_are_used_and_small_together() -> None:
    files = set(guide_folder().joinpath("pictures").glob("*.png"))
    assert files == {guide_folder() / name for page in pages() for name, _ in page.pictures}
    assert sum(file.stat().st_size for file in files) <= ALL_PICTURES_BYTES


@every_page
def test_every_link_leads_to_a_page_and_a_part_that_are_there(page: Page) -> None:
    for link in page.links:
        name, _, anchor = link.partition("#")
        if link == TOUR_LINK:
            continue
        target = read_page(name)
        assert not anchor or anchor in [part.anchor for part in target.parts], link


def test_every_page_is_reached_from_the_index() -> None:
    files = {path.name for path in guide_folder().glob("*.html")}
    assert {page.name for page in pages()} == files
    assert pages()[0].name == INDEX


@every_page
def test_a_page_is_vietnamese_in_one_form_of_unicode(page: Page) -> None:
    assert unicodedata.is_normalized("NFC", page.source)
    for part in page.parts:
        for line in (part.heading, part.text):
            assert not line or line == "USB" or is_vietnamese(line), line
    assert sum(len(part.text) for part in page.parts) > ENOUGH_TEXT


@every_page
def test_a_page_is_plain_and_leads_nowhere_else(page: Page) -> None:
    source = page.source.casefold()
    for what in ("<script", "http", "style=", "<table", "<b>"):
        assert what not in source
    anchors = [part.anchor for part in page.parts[1:]]
    assert "" not in anchors
    assert len(anchors) == len(set(anchors))
    assert page.title


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("in the", "in-the.html"),
        ("phông cũ", "nhap-danh-sach.html#phong-cu"),
        ("phong cu", "nhap-danh-sach.html#phong-cu"),
        ("quen mat khau", "ban-giao.html#khoa"),
        ("TRANG THU", "in-the.html#trang-thu"),
        ("chuyen sang may", "khoi-phuc.html#chuyen-may"),
        ("sua trong word", "van-ban.html#word"),
    ],
)
def test_the_search_needs_no_accents_and_puts_headings_first(query: str, place: str) -> None:
    assert search(query)[0].place.startswith(place)


def test_a_search_finds_the_word_and_what_begins_with_it() -> None:
    hits = search("tep")
    assert hits
    assert all("tệp" in f"{hit.heading} {hit.excerpt}".casefold() for hit in hits)
    assert search("niem pho")
    assert search("  ") == search("!?") == search("khongcotunay") == ()


def test_an_excerpt_begins_and_ends_with_whole_words() -> None:
    hit = next(one for one in search("tám nhóm chữ") if one.place.startswith("ban-giao"))
    text = next(part.text for part in read_page("ban-giao.html").parts if part.anchor == "chuan-bi")
    inner = hit.excerpt.removeprefix("… ").removesuffix(" …")
    assert "tám nhóm chữ" in inner
    at = text.index(inner)
    assert text[at - 1] == " "
    assert not text[at + len(inner)].isalnum()


def test_words_are_marked_where_they_stand_together_or_else_each_alone() -> None:
    text = "In thẻ, rồi in thẻ trống; thẻ nào in hỏng thì in lại."
    assert [text[start:end] for start, end in spans(text, "in the")] == ["In thẻ", "in thẻ"]
    assert [text[start:end] for start, end in spans(text, "hỏng rồi")] == ["rồi", "hỏng"]
    assert spans(text, "") == []
