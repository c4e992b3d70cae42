from __future__ import annotations

from db.store import Store
from tests.db.conftest import Opener


def test_a_setting_is_kept_over_a_restart(store: Store, open_store: Opener) -> None:
    assert store.settings.get("language", "vi") == "vi"
    store.settings.set("language", "en")
    store.settings.set("language", "en")
    store.settings.set("empty", "")
    store.close()
    store = open_store()
    assert store.settings.get("language", "vi") == "en"
    assert store.settings.get("empty", "default") == ""
    assert store.settings.get("unknown") == ""


def test_a_setting_is_no_entry_of_the_log(store: Store) -> None:
    store.settings.set("language", "en")
    assert store.log.entries() == ()
