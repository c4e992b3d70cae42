"""What the make-up of the list says: each figure with what it is counted on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from db.records import Delegate
from desktop.language import tr
from desktop.people.ages import AgeBand
from desktop.rules.make_up_report import SHARED_FLAGS, MakeUpReport, Share
from desktop.rules.pack_people import PersonFlag
from desktop.sentences.measures import percent_text
from desktop.sentences.pack_names import choice_name

_UNKNOWN: Mapping[PersonFlag, Callable[[int], str]] = {
    PersonFlag.WOMAN: lambda count: tr("{count} of unknown gender", count=count),
    PersonFlag.ETHNIC_MINORITY: lambda count: tr("{count} of unknown ethnicity", count=count),
    PersonFlag.RELIGIOUS: lambda count: tr("{count} of unknown religion", count=count),
    PersonFlag.PARTY_MEMBER: lambda count: tr(
        "of {count} it is not known whether they are Party members", count=count
    ),
    PersonFlag.DIRECT_WORKER: lambda count: tr(
        "of {count} it is not known whether they are direct workers", count=count
    ),
}


class Gauged(Struct, frozen=True):
    """A figure to be drawn and said.

    Attributes:
        words: what is said of it, its base named.
    """

    title: str
    share: Share
    words: str


class Chapter(Struct, frozen=True):
    """Figures under a heading, with sentences below them."""

    title: str
    figures: tuple[Gauged, ...]
    lines: tuple[str, ...] = ()


def make_up_chapters(report: MakeUpReport) -> tuple[Chapter, ...]:
    """Say a whole report; nothing where nobody is listed."""
    if not report.total:
        return ()
    chapters = (
        Chapter(
            tr("Who they are"),
            (
                *(_flag(flag, report.shares[flag]) for flag in SHARED_FLAGS),
                _gauged(tr("Standing for a collective"), report.collectives),
                _gauged(tr("Standing for themselves"), Share(report.individuals, report.total)),
            ),
        ),
        _ages(report),
        Chapter(tr("By group"), _groups(report)),
        Chapter(
            tr("Honours"),
            tuple(_gauged(one.name, Share(one.count, report.total)) for one in report.honours),
            (
                tr(
                    "{count} of {base} people on the list hold an honour; who holds several counts"
                    " in each.",
                    count=report.honoured,
                    base=report.total,
                ),
            ),
        ),
        Chapter(
            tr("Ethnic groups"),
            tuple(_gauged(one.name, Share(one.count, report.total)) for one in report.ethnicities),
        ),
        Chapter(
            tr("As the plan counts them"),
            tuple(_gauged(one.name, Share(one.count, report.total)) for one in report.traits),
        ),
    )
    return tuple(chapter for chapter in chapters if chapter.figures)


def band_name(band: AgeBand) -> str:
    """Name a span of ages."""
    if band.at_least is None:
        return tr("Up to {age}", age=band.at_most)
    if band.at_most is None:
        return tr("Over {age}", age=band.at_least - 1)
    return tr("{least} to {most}", least=band.at_least, most=band.at_most)


def extremes_sentence(report: MakeUpReport) -> tuple[str, ...]:
    """Name the oldest and the youngest, all who may be."""
    lines = []
    if (year := _year_of(report.oldest)) is not None:
        names = _names(report.oldest)
        lines.append(tr("Oldest, born in {year}: {names}", year=year, names=names))
    if (year := _year_of(report.youngest)) is not None:
        names = _names(report.youngest)
        lines.append(tr("Youngest, born in {year}: {names}", year=year, names=names))
    return tuple(lines)


def _year_of(people: Sequence[Delegate]) -> int | None:
    birth = people[0].birth if people else None
    return birth.year if birth is not None else None


def _flag(flag: PersonFlag, share: Share) -> Gauged:
    said = [] if share.unknown == share.base else [_of_the_list(share)]
    if share.unknown:
        said.append(_UNKNOWN[flag](share.unknown))
    return Gauged(choice_name(flag), share, ", ".join(said))


def _gauged(title: str, share: Share) -> Gauged:
    return Gauged(title, share, _of_the_list(share))


def _of_the_list(share: Share) -> str:
    return tr(
        "{count} of {base} people on the list ({percent})",
        count=share.count,
        base=share.base,
        percent=percent_text(Fraction(share.count, share.base)),
    )


def _ages(report: MakeUpReport) -> Chapter:
    figures = tuple(
        Gauged(
            band_name(band),
            Share(count, report.dated),
            tr(
                "{count} of {base} people whose year of birth is known ({percent})",
                count=count,
                base=report.dated,
                percent=percent_text(Fraction(count, report.dated)),
            ),
        )
        for band, count in (report.ages if report.dated else ())
    )
    undated = tr("Of unknown year of birth: {count}.", count=report.undated)
    return Chapter(
        tr("Ages in {year}", year=report.year),
        figures or (Gauged(tr("Year of birth"), Share(0, report.total, report.total), undated),),
        (*extremes_sentence(report), *((undated,) if figures and report.undated else ())),
    )


def _groups(report: MakeUpReport) -> tuple[Gauged, ...]:
    groups = [_gauged(one.name, Share(one.count, report.total)) for one in report.groups]
    if report.ungrouped:
        groups.append(_gauged(tr("In no group"), Share(report.ungrouped, report.total)))
    return tuple(groups)


def _names(people: Sequence[Delegate]) -> str:
    return ", ".join(one.name for one in people)
