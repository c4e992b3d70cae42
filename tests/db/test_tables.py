from __future__ import annotations

import pytest

from db.tables import _stored


def test_what_no_column_holds_is_refused() -> None:
    with pytest.raises(TypeError, match="list"):
        _stored([])
