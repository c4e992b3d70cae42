from __future__ import annotations

import pytest

from desktop.people.encoding_doubts import ConversionDoubt
from desktop.people.old_codes import OldEncoding
from desktop.people.old_encodings import CellChange, DoubtfulCell
from desktop.sentences.encodings import conversion_doubt_sentence, encoding_name

CHANGE = CellChange(2, 1, "Ph¬ng", "Phơng")


def test_every_old_encoding_has_a_name_of_its_own() -> None:
    assert len({encoding_name(encoding) for encoding in OldEncoding}) == len(OldEncoding)


@pytest.mark.parametrize("doubt", list(ConversionDoubt))
def test_every_doubt_says_why_and_what_it_might_be(doubt: ConversionDoubt) -> None:
    bare = conversion_doubt_sentence(DoubtfulCell(CHANGE, doubt))
    assert bare.endswith(".")
    full = conversion_doubt_sentence(DoubtfulCell(CHANGE, doubt, ("Phương", "Phưng")))
    assert full == f"{bare} Perhaps “Phương”, “Phưng”."
