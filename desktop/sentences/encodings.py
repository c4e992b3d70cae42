"""Old encodings by name, and why a converted cell is to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.language import tr
from desktop.people.encoding_doubts import ConversionDoubt
from desktop.people.old_codes import OldEncoding
from desktop.people.old_encodings import DoubtfulCell


def encoding_name(encoding: OldEncoding) -> str:
    """Name an old encoding as officers know it."""
    return _NAMES[encoding]()


def conversion_doubt_sentence(cell: DoubtfulCell) -> str:
    """Say why a cell is doubtful, and what it might be."""
    sentence = _DOUBTS[cell.doubt]()
    if not cell.suggestions:
        return sentence
    maybe = ", ".join(f"“{text}”" for text in cell.suggestions)
    return tr("{sentence} Perhaps {suggestions}.", sentence=sentence, suggestions=maybe)


_NAMES: Mapping[OldEncoding, Callable[[], str]] = {
    OldEncoding.TCVN3: lambda: tr("TCVN3 (fonts .VnTime)"),
    OldEncoding.TCVN3_CAPITALS: lambda: tr("TCVN3 in capitals (fonts .VnTimeH)"),
    OldEncoding.VNI: lambda: tr("VNI-Windows (fonts VNI-Times)"),
    OldEncoding.VIQR: lambda: tr("VIQR (Nguye^~n)"),
    OldEncoding.CP1258: lambda: tr("Windows Vietnamese (1258), read as Western"),
    OldEncoding.UTF8: lambda: tr("Unicode (UTF-8), read as Western"),
    OldEncoding.UTF8_AS_CP1258: lambda: tr("Unicode (UTF-8), read as Windows Vietnamese"),
    OldEncoding.LOOK_ALIKES: lambda: tr("Unicode with a foreign letter for Đ"),
}

_DOUBTS: Mapping[ConversionDoubt, Callable[[], str]] = {
    ConversionDoubt.LOST_LETTER: lambda: tr("The letter ư was lost on the way."),
    ConversionDoubt.LOST_CAPITAL: lambda: tr("The old font has no capital for this letter."),
    ConversionDoubt.LEFT_OVER: lambda: tr("A sign remains that is no letter."),
    ConversionDoubt.AMBIGUOUS: lambda: tr("It reads well before and after the conversion."),
}
