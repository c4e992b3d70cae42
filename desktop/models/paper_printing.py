"""The prints of one conference's papers: what was printed before, and what is remembered of now."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from db.prints import Print
from db.records import Delegate
from db.store import Store
from desktop.models.account import account_name
from desktop.printing.batch import BatchOutcome, SentPrint
from desktop.printing.order import written_pages

_PRINTER = "printer"  # the setting that remembers which printer was used last


class PaperPrinting:
    """The log of prints, as the dialogs that print use it."""

    def __init__(self, store: Store, conference_id: str, new_id: Callable[[], str]) -> None:
        self._store = store
        self._conference_id = conference_id
        self._new_id = new_id

    @property
    def last_printer(self) -> str:
        """The printer used last; empty before the first."""
        return self._store.settings.get(_PRINTER, "")

    def remember_printer(self, name: str) -> None:
        """Offer this printer first from now on."""
        self._store.settings.set(_PRINTER, name)

    def last_of_each(self) -> dict[str, Print]:
        """Give the newest print of each paper."""
        return self._store.prints.last_of_each(self._conference_id)

    def without_badges(self, people: Iterable[Delegate]) -> int:
        """Count the people whose badges were not printed yet."""
        printed = self._store.prints.printed_delegates(self._conference_id)
        return sum(one.id not in printed for one in people)

    def log(self, outcome: BatchOutcome) -> None:
        """Remember what a printer took.

        Raises:
            StoreError: it could not be stored.
        """
        for sent in outcome.sent:
            self._store.prints.add(self._logged(sent))

    def _logged(self, sent: SentPrint) -> Print:
        wanted = sent.wanted
        return Print(
            id=self._new_id(),
            conference_id=self._conference_id,
            paper=wanted.key,
            version=wanted.version,
            who=account_name(),
            printer=wanted.order.printer,
            sheets=sent.sheets,
            copies=wanted.order.copies,
            pages=written_pages(wanted.order),
        )
