"""Names for folders."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from desktop.folder_names import folder_name


def test_a_vietnamese_title_stays_as_it_is() -> None:
    title = "Hội nghị tuyên dương điển hình tiên tiến xã Bình Hòa giai đoạn 2020-2025"
    assert folder_name(title, "x") == title


def test_it_is_composed() -> None:
    title = "Hội nghị điển hình"
    assert folder_name(unicodedata.normalize("NFD", title), "x") == title


def test_what_a_system_forbids_becomes_a_space() -> None:
    assert folder_name('A/B\\C: "<b>D</b>"?*|\n E', "x") == "A B C b D b E"


def test_without_a_letter_left_the_other_name_is_taken() -> None:
    assert folder_name(" .../\\ ", "Hội nghị") == "Hội nghị"
    assert folder_name("", "Hội nghị") == "Hội nghị"


def test_names_that_windows_keeps_for_devices_are_not_used() -> None:
    assert folder_name("con", "x") == "_con"
    assert folder_name("LPT1.2025", "x") == "_LPT1.2025"
    assert folder_name("Côn Đảo", "x") == "Côn Đảo"


def test_a_long_title_ends_at_a_word() -> None:
    title = "Đại hội Thi đua yêu nước tỉnh Đắk Lắk lần thứ sáu " * 5
    name = folder_name(title, "x")
    assert title.startswith(f"{name} ")
    assert len(name.encode()) <= 120


@given(st.text(max_size=300))
@example("ộ" * 200)
@example("a" * 119 + ".b")
def test_every_name_can_be_held_everywhere(text: str) -> None:
    name = folder_name(text, "Hội nghị")
    assert name
    assert len(name.encode()) <= 121
    assert not set(name) & set('<>:"/\\|?*\n\0')
    assert name == name.strip(" .")
    assert name == unicodedata.normalize("NFC", name)
