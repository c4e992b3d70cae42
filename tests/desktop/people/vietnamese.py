"""Draw Vietnamese for property tests."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from desktop.people.syllables import _syllables, _tone_places
from tests.desktop.people.invented_people import EVERY_MINORITY_NAME, vietnamese_names

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


@st.composite
def syllables(draw: st.DrawFn) -> str:
    """Build a syllable: an onset, a rhyme, a tone in one of its places."""
    parts = _syllables()
    onset = draw(st.sampled_from(parts.onsets))
    rhymes = parts.rhymes_after_qu if onset == "qu" else parts.rhymes
    rhyme = draw(st.sampled_from(sorted(rhymes)))
    is_stopped = rhyme.endswith(parts.stops)
    tone = draw(st.sampled_from(_TONES[4:] if is_stopped else _TONES))
    place = draw(st.sampled_from(_tone_places(rhyme)))
    letters = [*rhyme]
    letters[place] += tone
    return unicodedata.normalize("NFC", onset + "".join(letters))


def sentences() -> st.SearchStrategy[str]:
    return st.lists(syllables(), min_size=1, max_size=8).map(" ".join)


def names() -> st.SearchStrategy[str]:
    """Draw names as people of the country have them, and some that nobody has."""
    invented = [*EVERY_MINORITY_NAME, *vietnamese_names(200, with_vowels=True)]
    built = st.lists(syllables().map(str.capitalize), min_size=1, max_size=4).map(" ".join)
    written = st.one_of(st.sampled_from(invented), built)
    return st.one_of(written, written.map(str.upper))
