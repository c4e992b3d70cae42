"""The keys that the store keeps beside each person.

Names are loaded with the first person, because the start of the program waits for the store.
"""

from __future__ import annotations

from db.records import Delegate, ToneOrder

# raised with every change of what the functions below give
_VERSION = "1"


class NameKeys:
    """Derives sort keys and search texts; the order does not depend on the system."""

    @property
    def version(self) -> str:
        """Name the version of the keys."""
        return _VERSION

    def sort_key(self, person: Delegate, tone_order: ToneOrder) -> bytes:
        """Give the key that puts people in the order of their names, compared as bytes."""
        from desktop.people.names import sort_key  # noqa: PLC0415 - see above

        return sort_key(person.name, person.given_name, tone_order)

    def search_text(self, person: Delegate) -> str:
        """Give the text in which a person is searched for."""
        from desktop.people.person_search import search_text  # noqa: PLC0415 - see above

        return search_text(person)
