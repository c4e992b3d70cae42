from __future__ import annotations

from datetime import date

import pytest

from desktop.rules.deadlines import Deadline, DeadlineCode
from desktop.sentences.deadlines import deadline_sentence


@pytest.mark.parametrize("code", list(DeadlineCode))
def test_every_deadline_names_its_day(code: DeadlineCode) -> None:
    deadline = Deadline(code=code, day=date(2025, 3, 5), params={"paper": "Báo cáo"})
    assert "05/03/2025" in deadline_sentence(deadline)
