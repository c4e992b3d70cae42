"""The outer structure of a PDF, written object by object, so that a large one is never held whole.

ReportLab formats the objects; it would also gather the whole file in memory, and write no end of
line before `endstream`, which archives ask for.
"""

from __future__ import annotations

import hashlib
from typing import BinaryIO

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # bytes above 127 say that the file is binary
_END_OF_STREAM = b"endstream\n"
# With both characters nothing is left to guess: of a lone line feed after data that ends in a
# carriage return, as one in 256 does by chance, a reader takes both for the end of the line, and
# misses a byte of the stated length (ISO 19005-2, 6.1.7.1).
_END_OF_DATA = b"\r\nendstream\n"


def write_file(
    document: pdfdoc.PDFDocument, stream: BinaryIO, root: pdfdoc.PDFObject, info: pdfdoc.PDFObject
) -> None:
    """Write the objects of a document, then where each lies; the file's ID is told by its content.

    Args:
        document: numbers the objects and formats them; not to be used afterwards.
        stream: written from where it stands, which has to be the beginning of the file.
        root: the catalogue.
        info: what the file says of itself outside its metadata.

    Raises:
        OSError: the file cannot be written.
    """
    ends = [document.Reference(end).format(document) for end in (root, info)]
    file = _Counted(stream)
    file.write(_HEADER)
    offsets: list[int] = []
    # an object may ask for another only while it is formatted
    while name := document.numberToId.get(len(offsets) + 1):
        offsets.append(file.offset)
        body = pdfdoc.format(document.idToObject[name], document, toplevel=1)
        if body.endswith(_END_OF_STREAM):
            body = body[: -len(_END_OF_STREAM)] + _END_OF_DATA
        file.write(b"%d 0 obj\n%b%bendobj\n" % (len(offsets), body, _line_end(body)))
    start, size = file.offset, len(offsets) + 1
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    file.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    digest = file.digest.hexdigest().encode()
    file.write(
        b"trailer\n<< /Size %d /Root %b /Info %b /ID [<%b> <%b>] >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, *ends, digest, digest, start)
    )


class _Counted:
    """A stream that knows how much was written, and what."""

    def __init__(self, stream: BinaryIO) -> None:
        self.offset = 0
        self.digest = hashlib.sha1(usedforsecurity=False)
        self._stream = stream

    def write(self, data: bytes) -> None:
        self._stream.write(data)
        self.digest.update(data)
        self.offset += len(data)


def _line_end(body: bytes) -> bytes:
    return b"" if body.endswith(b"\n") else b"\n"
