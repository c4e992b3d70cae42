from __future__ import annotations

import pytest

from desktop.people.list_sheet import ListRemark
from desktop.sentences.list_remarks import list_remark_sentence


@pytest.mark.parametrize("remark", list(ListRemark))
def test_every_remark_about_a_list_is_said_in_sentences(remark: ListRemark) -> None:
    sentence = list_remark_sentence(remark)
    assert sentence.count(".") == 2
    assert sentence.endswith(".")
