"""What departs from the form of official papers, said with its page and clause."""

from __future__ import annotations

from collections.abc import Callable

from desktop.documents.blocks import Role
from desktop.documents.format_check.departures import Departure, DepartureCode, Side
from desktop.documents.format_check.limits import LIMITS, MARGINS_MM
from desktop.language import tr
from desktop.sentences.shown import Facts


def departure_sentence(departure: Departure) -> str:
    """Say where a paper departs, from what, and by which clause."""
    sentence = _SENTENCES[departure.code](_facts(departure))
    where = tr("Page {page}", page=departure.page) if departure.page else tr("The whole file")
    if not departure.clause:
        return tr("{where}: {sentence}", where=where, sentence=sentence)
    return tr(
        "{where}: {sentence} [{clause}, Annex I of Decree 30/2020]",
        where=where,
        sentence=sentence,
        clause=departure.clause,
    )


def _facts(departure: Departure) -> Facts:
    limit = LIMITS.get(departure.element) if departure.element is not None else None
    least, most = limit.sizes_pt if limit is not None else (0, 0)
    margins = MARGINS_MM[departure.side.value] if departure.side is not None else (0, 0)
    return {
        "element": _ELEMENTS[departure.element]() if departure.element is not None else "",
        "side": _SIDES[departure.side]() if departure.side is not None else "",
        "text": departure.text,
        "found": f"{departure.found:.4g}",
        "percent": f"{departure.found * 100:.0f}",
        "number": f"{departure.found:.0f}",
        "sizes": f"{least:g}" if least == most else f"{least:g}-{most:g}",
        "margins": f"{margins[0]}-{margins[1]}",
    }


_SIDES: dict[Side, Callable[[], str]] = {
    Side.LEFT: lambda: tr("left"),
    Side.RIGHT: lambda: tr("right"),
    Side.TOP: lambda: tr("top"),
    Side.BOTTOM: lambda: tr("bottom"),
}

_ELEMENTS: dict[Role, Callable[[], str]] = {
    Role.NATIONAL_TITLE: lambda: tr("the national title"),
    Role.MOTTO: lambda: tr("the motto"),
    Role.PARENT_BODY: lambda: tr("the body above the issuer"),
    Role.ISSUER: lambda: tr("the issuer"),
    Role.NUMBER: lambda: tr("number and symbol"),
    Role.PLACE_DATE: lambda: tr("place and date"),
    Role.KIND: lambda: tr("the kind of the paper"),
    Role.SUBJECT: lambda: tr("the subject"),
    Role.BASIS: lambda: tr("a legal basis"),
    Role.BODY: lambda: tr("the text"),
    Role.SECTION: lambda: tr("the title of a part"),
    Role.AUTHORITY: lambda: tr("the signer's authority"),
    Role.SIGNER: lambda: tr("the signer's name"),
    Role.RECIPIENTS_WORD: lambda: tr("the words “Nơi nhận”"),
    Role.RECIPIENT: lambda: tr("a recipient"),
    Role.APPENDIX_WORD: lambda: tr("the words “Phụ lục”"),
    Role.APPENDIX_TITLE: lambda: tr("the title of an appendix"),
    Role.APPENDIX_REFERENCE: lambda: tr("the line that names an appendix's paper"),
    Role.PAGE_NUMBER: lambda: tr("the page number"),
}

_SENTENCES: dict[DepartureCode, Callable[[Facts], str]] = {
    DepartureCode.SHEET: lambda facts: tr("the sheet is {text}, not A4.", **facts),
    DepartureCode.LANDSCAPE_WITHOUT_TABLE: lambda _: tr(
        "the sheet is turned although no table asks for it."
    ),
    DepartureCode.MARGIN_NARROW: lambda facts: tr(
        "the {side} margin is {found} mm, less than the {margins} mm wanted.", **facts
    ),
    DepartureCode.MARGIN_WIDE: lambda facts: tr(
        "the {side} margin is {found} mm, more than the {margins} mm wanted.", **facts
    ),
    DepartureCode.COLOUR: lambda facts: tr("“{text}” is not black.", **facts),
    DepartureCode.FONT_FOREIGN: lambda facts: tr(
        "the font {text} is not Times New Roman or one of the same shape.", **facts
    ),
    DepartureCode.FONT_NOT_EMBEDDED: lambda facts: tr(
        "the font {text} is not in the file, so it may look different elsewhere.", **facts
    ),
    DepartureCode.TEXT_NOT_COMPOSED: lambda _: tr(
        "letters and their marks are kept apart (not in the form NFC)."
    ),
    DepartureCode.PAGE_NUMBER_ON_FIRST: lambda facts: tr(
        "the first page bears “{text}” in its top margin.", **facts
    ),
    DepartureCode.PAGE_NUMBER_WRONG: lambda facts: tr(
        "the top margin should bear {number} alone, and bears “{text}”.", **facts
    ),
    DepartureCode.ELEMENT_MISSING: lambda facts: tr("{element}: not found.", **facts),
    DepartureCode.ELEMENT_BROKEN: lambda facts: tr(
        "{element}: not whole on one line, or in other words: “{text}”.", **facts
    ),
    DepartureCode.SIZE: lambda facts: tr(
        "{element}: size {found}, not {sizes}: “{text}”.", **facts
    ),
    DepartureCode.NOT_BOLD: lambda facts: tr("{element}: not bold: “{text}”.", **facts),
    DepartureCode.NOT_PLAIN: lambda facts: tr(
        "{element}: bold, and should not be: “{text}”.", **facts
    ),
    DepartureCode.NOT_ITALIC: lambda facts: tr("{element}: not italic: “{text}”.", **facts),
    DepartureCode.NOT_ROMAN: lambda facts: tr(
        "{element}: italic, and should not be: “{text}”.", **facts
    ),
    DepartureCode.NOT_UPPER: lambda facts: tr("{element}: not in capitals: “{text}”.", **facts),
    DepartureCode.NOT_CENTRED: lambda facts: tr(
        "{element}: not in the middle of its place: “{text}”.", **facts
    ),
    DepartureCode.RULE_MISSING: lambda facts: tr(
        "{element}: no drawn line under “{text}”.", **facts
    ),
    DepartureCode.RULE_LENGTH: lambda facts: tr(
        "{element}: the line under “{text}” is {percent} % of its length.", **facts
    ),
    DepartureCode.RULE_NOT_CENTRED: lambda facts: tr(
        "{element}: the line under “{text}” is not in its middle.", **facts
    ),
    DepartureCode.NOT_ON_ONE_LINE: lambda facts: tr(
        "number and date do not stand on one line: “{text}”.", **facts
    ),
    DepartureCode.NUMBER_FORM: lambda facts: tr(
        "“{text}” is not of the form “Số: 05/KH-UBND”.", **facts
    ),
    DepartureCode.DATE_FORM: lambda facts: tr(
        "“{text}” is not of the form “Bình Hòa, ngày 05 tháng 3 năm 2026”.", **facts
    ),
    DepartureCode.KIND_UNKNOWN: lambda facts: tr(
        "the decree knows no kind of numbered paper called “{text}”.", **facts
    ),
    DepartureCode.KIND_AND_SYMBOL_DIFFER: lambda facts: tr(
        "the symbol is not that of the kind: “{text}”.", **facts
    ),
    DepartureCode.BASIS_END: lambda facts: tr(
        "a legal basis ends in “;” and the last in “.”: “{text}”.", **facts
    ),
    DepartureCode.INDENT: lambda facts: tr(
        "“{text}” begins neither at the margin nor 1 or 1.27 cm from it.", **facts
    ),
    DepartureCode.LINE_SPACING: lambda facts: tr(
        "the line “{text}” stands {found} lines under the one above, not 1 to 1.5.", **facts
    ),
    DepartureCode.PARAGRAPH_SPACING: lambda facts: tr(
        "“{text}” stands {found} pt under the paragraph above, less than 6 pt.", **facts
    ),
    DepartureCode.NUMBERING: lambda facts: tr(
        "“{text}” does not follow the number or letter before.", **facts
    ),
    DepartureCode.SECTION_NOT_STRONG: lambda facts: tr(
        "the title of a part is not in bold capitals: “{text}”.", **facts
    ),
    DepartureCode.END_MARK: lambda facts: tr("the text does not end in “./.”: “{text}”.", **facts),
    DepartureCode.NOT_LEVEL: lambda facts: tr(
        "“Nơi nhận” does not stand on the line of “{text}”.", **facts
    ),
    DepartureCode.RECIPIENT_FORM: lambda facts: tr(
        "a recipient begins with “- ” and ends in “;”, the last in “.”: “{text}”.", **facts
    ),
    DepartureCode.FILE_COPY_MISSING: lambda facts: tr(
        "the last recipient is not the file copy (“- Lưu: VT, …”): “{text}”.", **facts
    ),
    DepartureCode.SIGNING_FORM: lambda facts: tr(
        "TM., KT., TL., TUQ. or Q. is not where or as it should be: “{text}”.", **facts
    ),
    DepartureCode.SIGNATURE_TORN: lambda _: tr(
        "the signature stands without two lines of the text above it."
    ),
    DepartureCode.APPENDIX_NUMBER: lambda facts: tr(
        "several appendices are numbered I, II, III …, a single one is not: “{text}”.", **facts
    ),
    DepartureCode.DRAFT_MARK_MISSING: lambda _: tr(
        "number or date are open, and the page is not marked “DỰ THẢO”."
    ),
    DepartureCode.DRAFT_MARK_LEFT: lambda _: tr(
        "number and date are set, and the page is still marked “DỰ THẢO”."
    ),
    DepartureCode.TEXT_OVER_TEXT: lambda facts: tr("texts overlap: “{text}”.", **facts),
    DepartureCode.TEXT_OVER_LINE: lambda facts: tr("“{text}” stands on a drawn line.", **facts),
}
