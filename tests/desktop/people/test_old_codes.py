from __future__ import annotations

import pytest
from hypothesis import given, settings

from desktop.people.old_codes import OldEncoding, decoded, is_written_in
from tests.desktop.people.old_encoders import ENCODERS
from tests.desktop.people.vietnamese import sentences

EVERY_LETTER = (
    "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ i ì ỉ ĩ í ị o ò ỏ õ ó ọ"
    " ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ u ù ủ ũ ú ụ ư ừ ử ữ ứ ự y ỳ ỷ ỹ ý ỵ"
)
WITH_CAPITALS = [
    each for each in OldEncoding if each not in (OldEncoding.TCVN3, OldEncoding.TCVN3_CAPITALS)
]


@pytest.mark.parametrize("encoding", OldEncoding)
def test_every_letter_comes_back(encoding: OldEncoding) -> None:
    text = EVERY_LETTER.upper() if encoding is OldEncoding.TCVN3_CAPITALS else EVERY_LETTER
    old = ENCODERS[encoding](text)
    assert decoded(old, encoding) == text
    assert is_written_in(old, encoding)


@pytest.mark.parametrize("encoding", WITH_CAPITALS)
def test_every_capital_comes_back(encoding: OldEncoding) -> None:
    text = EVERY_LETTER.upper()
    assert decoded(ENCODERS[encoding](text), encoding) == text


@pytest.mark.parametrize("encoding", WITH_CAPITALS)
@settings(deadline=None)
@given(text=sentences())
def test_any_vietnamese_comes_back(encoding: OldEncoding, text: str) -> None:
    for written in (text, text.title(), text.upper()):
        old = ENCODERS[encoding](written)
        assert decoded(old, encoding) == written


@settings(deadline=None)
@given(text=sentences())
def test_any_vietnamese_comes_back_from_tcvn3_with_the_capitals_it_has(text: str) -> None:
    assert decoded(ENCODERS[OldEncoding.TCVN3](text), OldEncoding.TCVN3) == text
    capitals = ENCODERS[OldEncoding.TCVN3_CAPITALS](text.upper())
    assert decoded(capitals, OldEncoding.TCVN3_CAPITALS) == text.upper()


@pytest.mark.parametrize(
    ("old", "encoding", "text"),
    [
        ("Xin chµo c¸c b¹n", OldEncoding.TCVN3, "Xin chào các bạn"),
        ("Th­¬ng, ¦íc; §Æng", OldEncoding.TCVN3, "Thương, Ước; Đặng"),
        ("NGUYÔN V¡N AN", OldEncoding.TCVN3, "NGUYỄN VĂN AN"),
        ("L¦¥NG MINH Tó", OldEncoding.TCVN3, "LƯƠNG MINH TÚ"),
        ("UBND X·", OldEncoding.TCVN3, "UBND Xã"),
        ("nguyÔn v¨n an", OldEncoding.TCVN3_CAPITALS, "NGUYỄN VĂN AN"),
        ("Xin chaøo caùc baïn", OldEncoding.VNI, "Xin chào các bạn"),
        ("ÑAËNG THÒ AÙNH, Aùnh", OldEncoding.VNI, "ĐẶNG THỊ ÁNH, Ánh"),
        ("Nguye^~n Va(n DDa.t", OldEncoding.VIQR, "Nguyễn Văn Đạt"),
        (r"a\.b a+ u^", OldEncoding.VIQR, "a.b a+ u^"),
        ("Ä‘áº¡i há»™i", OldEncoding.UTF8, "đại hội"),
        ("Ä‘áº¡i há» ?", OldEncoding.UTF8, "đại há» ?"),
        ("日Ä‘", OldEncoding.UTF8, "日Ä‘"),
        ("NguyêÞn Vãn Ðaòt", OldEncoding.CP1258, "Nguyễn Văn Đạt"),
        ("日", OldEncoding.CP1258, "日"),
        ("Ðặng Ðình ðạt", OldEncoding.LOOK_ALIKES, "Đặng Đình đạt"),
    ],
)
def test_known_texts_are_read(old: str, encoding: OldEncoding, text: str) -> None:
    assert decoded(old, encoding) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Nguyễn", OldEncoding.TCVN3),
        ("Hòà", OldEncoding.TCVN3),
        ("Nguyễn", OldEncoding.VNI),
        ("Êban", OldEncoding.VNI),
        ("Nguyễn", OldEncoding.VIQR),
        ("Nguyễn", OldEncoding.CP1258),
        ("Niê", OldEncoding.UTF8),
        ("日", OldEncoding.UTF8),
        ("Nguyễn", OldEncoding.UTF8_AS_CP1258),
    ],
)
def test_letters_an_encoding_has_not_are_told(text: str, encoding: OldEncoding) -> None:
    assert not is_written_in(text, encoding)


def test_signs_that_are_no_letters_do_not_count() -> None:
    assert is_written_in("“Th«n 1” – 20%", OldEncoding.TCVN3)
    assert is_written_in("Va(n – 1", OldEncoding.VIQR)
