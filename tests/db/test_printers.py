from __future__ import annotations

from db.store import Store
from tests.db.conftest import Opener


def test_what_was_measured_is_kept_by_printer_and_paper(store: Store, open_store: Opener) -> None:
    store.printers.keep("HP", "210x297", "{1}")
    store.printers.keep("HP", "210x297", "{2}")
    store.printers.keep("HP", "297x210", "{3}")
    store.printers.keep("Canon", "210x297", "{4}")
    store.close()
    printers = open_store().printers

    assert printers.fit("HP", "210x297") == "{2}"
    assert printers.fit("HP", "297x210") == "{3}"
    assert printers.fit("Epson", "210x297") == ""
    assert printers.names() == ("Canon", "HP")


def test_what_was_measured_can_be_forgotten(store: Store) -> None:
    store.printers.keep("HP", "210x297", "{1}")
    store.printers.keep("HP", "210x297", "")

    assert store.printers.fit("HP", "210x297") == ""
    assert store.printers.names() == ()
