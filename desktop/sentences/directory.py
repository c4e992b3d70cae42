"""What the officer is told of people known from other conferences."""

from __future__ import annotations

from collections.abc import Mapping

from db.conferences import ConferenceSummary
from db.records import Delegate
from desktop.language import tr
from desktop.people.known_people import KnownPerson


def conference_words(summary: ConferenceSummary) -> str:
    """Name a conference by its year and title."""
    title = summary.title.strip() or tr("a conference without a title")
    return title if summary.day is None else f"{summary.day.year} · {title}"


def post_and_unit(person: Delegate) -> str:
    """Name post and unit."""
    return ", ".join(filter(None, (person.post, person.unit)))


def history_text(person: KnownPerson, conferences: Mapping[str, str]) -> str:
    """Tell each entry of a person, and whether they are on the list already."""
    entries = [_entry(one, conferences[one.conference_id]) for one in person.entries]
    if person.is_listed:
        entries.insert(0, tr("On this list already; nobody is added twice."))
    return "\n\n".join(entries)


def _entry(one: Delegate, conference: str) -> str:
    lines = [conference]
    if place := post_and_unit(one):
        lines.append(tr("Post and unit: {text}", text=place))
    if one.represents:
        lines.append(tr("Stood for: {text}", text=one.represents))
    if one.honours:
        lines.append(tr("Honours: {text}", text="; ".join(one.honours)))
    if one.achievement:
        lines.append(tr("Achievement: {text}", text=one.achievement))
    return "\n    ".join(lines)


def found_sentence(shown: int, chosen: int, *, is_cut: bool) -> str:
    """Say how many are shown and chosen, and how to find the others."""
    if not shown:
        return tr("Nobody was found. Fewer letters find more; accents do not matter.")
    said = tr("People shown: {shown}. Chosen: {chosen}.", shown=shown, chosen=chosen)
    if not is_cut:
        return said
    return tr("{said} There are more: type a name, a unit or a number to find them.", said=said)
