"""Why a list of people is refused."""

from __future__ import annotations

from desktop.language import tr
from desktop.people.list_sheet import ListRefusal
from desktop.sentences.shown import Sentences, with_size

LIST_REFUSALS: Sentences = {
    ListRefusal.MISSING: lambda _: tr(
        "The file cannot be opened. Check that it is still there and may be read."
    ),
    ListRefusal.EMPTY: lambda _: tr("The file is empty. Choose the list again."),
    ListRefusal.TOO_BIG: lambda facts: tr(
        "The list is larger than {limit}. Remove pictures and other sheets, then try again.",
        **with_size(facts),
    ),
    ListRefusal.TOO_MANY_CELLS: lambda facts: tr(
        "The list has more than {limit} cells. Copy the rows and columns needed to a new file.",
        **facts,
    ),
    ListRefusal.TOO_MUCH_TEXT: lambda facts: tr(
        "The list has more text than the {limit} characters a list needs. Copy the rows and columns"
        " needed to a new file.",
        **facts,
    ),
    ListRefusal.TOO_MANY_SHEETS: lambda facts: tr(
        "The workbook has {value} sheets, more than {limit}. Copy the list to a new file.", **facts
    ),
    ListRefusal.PACKED_TOO_TIGHT: lambda _: tr(
        "The file would unpack to far more than a list holds, as harmful files do. Ask the sender"
        " for the list again."
    ),
    ListRefusal.HOSTILE_XML: lambda _: tr(
        "The file is built to harm the reader of it. Do not open it elsewhere; ask the sender for"
        " the list again."
    ),
    ListRefusal.ENCRYPTED: lambda _: tr(
        "The file is locked with a password. Open it in its program and save it without one."
    ),
    ListRefusal.OLD_EXCEL: lambda _: tr(
        "It is a workbook from before Excel 5. Open it in Excel and save it as .xlsx."
    ),
    ListRefusal.BINARY_EXCEL: lambda _: tr(
        "It is a binary Excel workbook (.xlsb). Open it in Excel and save it as .xlsx."
    ),
    ListRefusal.OPEN_DOCUMENT: lambda _: tr(
        "It is an OpenDocument file without a sheet (.odt, .odp). Open it in its program and save"
        " it as .docx, or copy its table into Excel."
    ),
    ListRefusal.WORD: lambda _: tr(
        "It is an old Word document (.doc or .rtf). Open it in Word and save it as .docx."
    ),
    ListRefusal.PDF: lambda _: tr(
        "It is a PDF, from which no list can be read safely. Ask the sender for the Word or Excel"
        " file it was made from."
    ),
    ListRefusal.WEB_PAGE: lambda _: tr(
        "It is a web page without a table, under the name of a workbook. Open it in Excel and save"
        " it as .xlsx."
    ),
    ListRefusal.NO_TABLE: lambda _: tr(
        "The Word document has no table. Put the list into a table, or copy it into Excel."
    ),
    ListRefusal.WRONG_ENCODING: lambda facts: tr(
        "Its text cannot be read as {text}. Choose another encoding.", **facts
    ),
    ListRefusal.DAMAGED: lambda _: tr(
        "The file is damaged. Open it in its program and save it anew, or ask the sender for it"
        " again."
    ),
    ListRefusal.NOT_A_LIST: lambda _: tr(
        "It is not a list in Excel (.xlsx, .xls), OpenDocument (.ods), Word (.docx) or CSV. Choose"
        " such a file."
    ),
}
