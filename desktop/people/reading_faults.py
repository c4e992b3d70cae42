"""Turn whatever reading a stranger's file runs into, into a refusal."""

from __future__ import annotations

import struct
import xml.sax
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException

from desktop.errors import InputRefused
from desktop.people.cell_maker import TooManyCellsError, TooMuchTextError
from desktop.people.list_sheet import ListRefusal

# What libraries raise on files that no office program wrote: they trust their structure.
_UNREADABLE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    DefusedXmlException,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    ParseError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    xml.sax.SAXException,
    zipfile.BadZipFile,
    zlib.error,
)


@contextmanager
def refusing(path: Path | None, *unreadable: type[Exception]) -> Iterator[None]:
    """Refuse the file where reading it fails; `unreadable` are a library's own exceptions.

    Raises:
        InputRefused: with the reason.
    """
    try:
        yield
    except TooManyCellsError as error:
        limit = int(error.args[0])
        raise InputRefused(ListRefusal.TOO_MANY_CELLS, path, limit=limit) from error
    except TooMuchTextError as error:
        limit = int(error.args[0])
        raise InputRefused(ListRefusal.TOO_MUCH_TEXT, path, limit=limit) from error
    except (*_UNREADABLE, *unreadable) as error:
        raise InputRefused(ListRefusal.DAMAGED, path) from error
