"""Layouts and sheets from files: the shipped ones hold, a wrong one is refused whole."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents.badges.check import LEAST_CONTRAST, contrast, is_pair, luminance
from desktop.documents.badges.layout import Band, Layout, Pattern, Text
from desktop.documents.badges.load import (
    decode_layout,
    decode_sheet,
    encode,
    load_layout,
    load_sheet,
    shipped_layout,
    shipped_names,
    shipped_sheet,
)
from desktop.errors import InputRefused
from desktop.paths import resource

COLOURS = {"red", "pink", "blue", "green", "yellow", "violet", "grey", "orange"}
SHIPPED = resource("badges", "a6-portrait.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(resource("badges").glob("*.toml")), ids=lambda p: p.stem)
def test_every_shipped_layout_is_named_after_its_file(path: Path) -> None:
    assert load_layout(path).id == path.stem


@pytest.mark.parametrize("path", sorted(resource("sheets").glob("*.toml")), ids=lambda p: p.stem)
def test_every_shipped_sheet_is_named_after_its_file(path: Path) -> None:
    assert load_sheet(path).id == path.stem


def test_the_palette_has_a_swatch_for_every_colour_of_a_group() -> None:
    assert set(shipped_layout().palette) == COLOURS


def test_no_two_groups_have_the_same_pattern() -> None:
    patterns = [swatch.pattern for swatch in shipped_layout().palette.values()]

    assert len(set(patterns)) == len(patterns) == len(Pattern)


@pytest.mark.parametrize("colour", sorted(COLOURS))
def test_a_band_is_read_on_a_black_and_white_printer(colour: str) -> None:
    swatch = shipped_layout().palette[colour]

    assert contrast(swatch.fill, swatch.ink) >= LEAST_CONTRAST
    assert contrast(swatch.tone, "#FFFFFF") >= LEAST_CONTRAST


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert luminance("#FF0000") == pytest.approx(0.2126)


def test_the_name_is_the_largest_text_and_stays_as_typed() -> None:
    texts = [e for e in shipped_layout().elements if isinstance(e, Text)]
    name = max(texts, key=lambda text: text.full_pt)

    assert name.field == "name"
    assert not name.capitals


def refusal_of(text: str, folder: Path) -> InputRefused:
    path = folder / "changed.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputRefused) as refusal:
        load_layout(path)
    assert refusal.value.path == path
    return refusal.value


@pytest.mark.parametrize(
    ("before", "after", "reason", "place"),
    [
        ('default_colour = "red"', 'default_colour = "rot"', "layout-colour", "default_colour"),
        ('fill = "#1D4F91"', 'fill = "#F0F0F0"', "layout-contrast", "palette.blue"),
        ('tone = "#7A5B00"', 'tone = "#F6C927"', "layout-contrast", "palette.yellow"),
        ('outline = "faint"', 'outline = "fainter"', "layout-colour", "slot"),
        ('stroke = "gold"', 'stroke = "golden"', "layout-colour", "elements[0]"),
        ('fill = "gold"', 'fill = ""', "layout-colour", "elements[4]"),
        ('colour = "soft"', 'colour = "softer"', "layout-colour", "elements[2]"),
        ('panel = "panel"', 'panel = "pannel"', "layout-colour", "elements[13]"),
        ("x_mm = 5.3", "x_mm = 15.3", "layout-outside", "elements[0]"),
        ("y_mm = 11.8", "y_mm = 4.9", "layout-outside", "elements[2]"),
        ("from_mm = [38.5, 21.8]", "from_mm = [105.5, 21.8]", "layout-outside", "elements[3]"),
        ("y_mm = 11.8", "y_mm = 10.4", "layout-slot", "elements[2]"),
        ("stroke_pt = 0.3", 'fill = "panel"', "layout-slot", "elements[1]"),
        ("[52.5, 23]", "[52.5, 8]", "layout-slot", "elements[4]"),
        ("side_mm = 26.1", "side_mm = 20", "layout-code", "elements[19]"),
        ("x_mm = 72.2\ny_mm = 103.4", "x_mm = 70\ny_mm = 103.4", "layout-code", "elements[19]"),
        ("floor_pt = 20", "floor_pt = 5", "layout-text", "elements[10]"),
        ("floor_pt = 20", "floor_pt = 35", "layout-text", "elements[10]"),
        ("height_mm = 18.8", "height_mm = 10", "layout-text", "elements[10]"),
        ('field = "name"', 'field = "name"\ncapitals = true', "layout-text", "elements[10]"),
        ('field = "name"', 'text = ""', "layout-text", "elements[10]"),
        ('instead = "unit"', 'instead = "title"', "layout-text", "elements[11]"),
        ('field = "name"', 'field = "name"\ntext = "Ông"', "layout-text", "elements[10]"),
    ],
)
def test_a_layout_that_would_print_badly_is_refused_with_the_place(
    before: str, after: str, reason: str, place: str, tmp_path: Path
) -> None:
    assert before in SHIPPED
    refusal = refusal_of(SHIPPED.replace(before, after, 1), tmp_path)

    assert (refusal.reason, refusal.facts["place"]) == (reason, place)


@pytest.mark.parametrize(
    ("before", "after", "detail"),
    [
        ("width_mm = 105", "width_mm = -105", "$.width_mm"),
        ("safe_mm = 5", "save_mm = 5", "save_mm"),
        ('kind = "band"', 'kind = "bund"', "bund"),
        ("lines = 4", "line_height = 1.2", "line_height"),
        ('gold = "#B98A2E"', 'gold = "gold"', "$.colours"),
    ],
)
def test_a_wrong_value_is_refused_with_its_key(
    before: str, after: str, detail: str, tmp_path: Path
) -> None:
    assert before in SHIPPED
    refusal = refusal_of(SHIPPED.replace(before, after, 1), tmp_path)

    assert refusal.reason == "badge-file-wrong"
    assert detail in str(refusal.facts["detail"])


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refusal:
        load_sheet(tmp_path / "none.toml")

    assert refusal.value.reason == "badge-file-unreadable"


def test_texts_of_a_layout_are_brought_to_composed_letters(tmp_path: Path) -> None:
    path = tmp_path / "decomposed.toml"
    path.write_text(unicodedata.normalize("NFD", SHIPPED), encoding="utf-8")

    assert load_layout(path) == shipped_layout()


def test_a_far_too_large_file_is_not_read_as_a_layout(tmp_path: Path) -> None:
    assert refusal_of("#" * 300_000, tmp_path).reason == "badge-file-too-large"


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300))
def test_any_bytes_end_in_a_refusal(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "any.toml"
    path.write_bytes(data)

    with pytest.raises(InputRefused) as refusal:
        load_layout(path)

    assert refusal.value.reason in {"badge-file-not-toml", "badge-file-wrong"}


@pytest.mark.parametrize("data", [b"a = " + b"[\n" * 20_000, b"a." * 50_000 + b"a = 1"])
def test_deep_nesting_is_refused_at_once(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deep.toml"
    path.write_bytes(data)

    with pytest.raises(InputRefused) as refusal:
        load_layout(path)

    assert refusal.value.reason == "badge-file-not-toml"


def test_a_panel_may_lie_under_the_code(tmp_path: Path) -> None:
    panel = (
        '\n[[elements]]\nkind = "rectangle"\nx_mm = 70\ny_mm = 100\nwidth_mm = 28.5\n'
        'height_mm = 36\nfill = "panel"\n'
    )
    path = tmp_path / "panel.toml"
    path.write_text(SHIPPED + panel, encoding="utf-8")

    assert len(load_layout(path).elements) == len(shipped_layout().elements) + 1


def test_a_layout_may_have_no_slot(tmp_path: Path) -> None:
    start, end = SHIPPED.index("[slot]"), SHIPPED.index("[colours]")
    path = tmp_path / "slotless.toml"
    path.write_text(SHIPPED[:start] + SHIPPED[end:], encoding="utf-8")

    layout: Layout = load_layout(path)

    assert layout.slot is None
    assert any(isinstance(element, Band) for element in layout.elements)


def test_the_default_sheet_takes_the_default_layout() -> None:
    layout, sheet = shipped_layout(), shipped_sheet()

    assert (layout.width_mm, layout.height_mm) == (sheet.card_width_mm, sheet.card_height_mm)


@pytest.mark.parametrize("name", shipped_names("badges"))
def test_a_layout_written_and_read_again_is_the_same(name: str) -> None:
    assert decode_layout(encode(shipped_layout(name))) == shipped_layout(name)


@pytest.mark.parametrize("name", shipped_names("sheets"))
def test_a_sheet_written_and_read_again_is_the_same(name: str) -> None:
    assert decode_sheet(encode(shipped_sheet(name))) == shipped_sheet(name)


@pytest.mark.parametrize("name", shipped_names("badges"))
def test_every_layout_of_the_program_has_a_sheet_of_the_program(name: str) -> None:
    sheets = [shipped_sheet(one) for one in shipped_names("sheets")]

    assert any(is_pair(shipped_layout(name), sheet) for sheet in sheets)


@pytest.mark.parametrize("name", shipped_names("badges"))
def test_every_layout_of_the_program_tells_all_groups_apart_in_grey(name: str) -> None:
    layout = shipped_layout(name)

    assert set(layout.palette) == COLOURS
    assert len({swatch.pattern for swatch in layout.palette.values()}) == len(COLOURS)
    assert any(isinstance(each, Band) and each.pattern_mm for each in layout.elements)
    assert any(isinstance(each, Text) and each.field == "label" for each in layout.elements)


def test_a_fold_without_a_back_is_refused(tmp_path: Path) -> None:
    refusal = refusal_of(SHIPPED.replace("safe_mm = 5", 'safe_mm = 5\nfold = "top"', 1), tmp_path)

    assert (refusal.reason, refusal.facts["place"]) == ("layout-fold", "fold")


def test_a_fault_of_the_back_is_named_there(tmp_path: Path) -> None:
    back = (
        '\n[[back]]\nkind = "line"\nfrom_mm = [0, 0]\nto_mm = [200, 0]\ncolour = "ink"\n'
        "width_pt = 1\n"
    )

    refusal = refusal_of(SHIPPED + back, tmp_path)

    assert (refusal.reason, refusal.facts["place"]) == ("layout-outside", "back[0]")


def test_the_hole_of_the_back_is_where_the_turned_card_has_it(tmp_path: Path) -> None:
    slot_left = SHIPPED.replace("x_mm = 45.5\ny_mm = 7.5", "x_mm = 12\ny_mm = 7.5", 1)
    back = '\n[[back]]\nkind = "rectangle"\nx_mm = 78\ny_mm = 6\nwidth_mm = 16\nheight_mm = 8\n'

    refusal = refusal_of(slot_left + back + 'fill = "ink"\n', tmp_path)

    assert (refusal.reason, refusal.facts["place"]) == ("layout-slot", "back[0]")
