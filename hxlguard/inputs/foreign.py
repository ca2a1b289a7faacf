"""Files that are no tables to hxlguard, told by their first bytes, so that a refusal is useful."""

from __future__ import annotations

from hxlguard.errors import SourceError
from hxlguard.inputs.reader import Parts, Payload

_EXPORT = "export the table as CSV or XLSX and check that"
_UNPACK = "unpack it and check what is in it"

_BINARY = (
    (b"%PDF-", "a PDF document", _EXPORT),
    (b"{\\rtf", "a rich text document", _EXPORT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document, but no workbook", _EXPORT),
    (b"PK\x03\x04", "a package, but no workbook and no archive of data files", _EXPORT),
    (b"\x89PNG\r\n", "a PNG image", _EXPORT),
    (b"\xff\xd8\xff", "a JPEG image", _EXPORT),
    (b"GIF87a", "a GIF image", _EXPORT),
    (b"GIF89a", "a GIF image", _EXPORT),
    (b"II*\0", "a TIFF image", _EXPORT),
    (b"MM\0*", "a TIFF image", _EXPORT),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh91AY&SY", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\0", "an xz archive", _UNPACK),
    (b"(\xb5/\xfd", "a zstd archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a rar archive", _UNPACK),
    (b"SQLite format 3\0", "an SQLite database", _EXPORT),
    (b"\x89HDF", "an HDF5 file", _EXPORT),
    (b"ARROW1", "an Arrow file", "read it and check the data frame"),
    (b"FEA1", "a Feather file", "read it and check the data frame"),
    (b"$FL2", "an SPSS file", _EXPORT),
    (b"$FL3", "an SPSS file", _EXPORT),
    (b"<stata_dta>", "a Stata file", _EXPORT),
    (b"\x80\x04", "a Python pickle", "check the data frame itself"),
    (b"\x80\x05", "a Python pickle", "check the data frame itself"),
)
_MARKUP = (
    (b"<!doctype", "a web page", _EXPORT),
    (b"<html", "a web page", _EXPORT),
    (b"<table", "a web page", _EXPORT),
    (b"<?xml", "an XML document", _EXPORT),
    (b"<kml", "an XML document", _EXPORT),
)


class Foreign:
    """Knows files of other kinds and refuses them by name."""

    media_type = "application/octet-stream"

    def accepts(self, payload: Payload) -> bool:
        """True when the first bytes are those of a file of another kind."""
        return _kind(payload.head) is not None

    def read(self, payload: Payload) -> Parts:
        """Refuse it.

        Raises:
            SourceError: always, with what the file seems to be.
        """
        kind, remedy = _kind(payload.head) or ("binary data of an unknown kind", _EXPORT)
        raise SourceError(f"it is {kind}", where=payload.name, remedy=remedy)


READER = Foreign()


def _kind(head: bytes) -> tuple[str, str] | None:
    markup = head[:256].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for magic, kind, remedy in _BINARY:
        if head.startswith(magic):
            return kind, remedy
    for opening, kind, remedy in _MARKUP:
        if markup.startswith(opening):
            return kind, remedy
    return None
