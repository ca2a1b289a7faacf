"""Which characters the bytes of a text file stand for."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import islice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 stands before UTF-16, whose little-endian mark is its beginning."""

_CODE_PAGES = ("cp1251", "cp1252", "cp1253", "cp1255", "cp1256", "cp866", "koi8_r")
"""Windows-1256 must win against its neighbours, or the text may be of another script."""

_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a")
_MAX_CONTROLS = 4
_MAX_CONTROL_SHARE = 0.05
"""Compressed or random bytes have about 10 % of these, text has a stray one at most."""

_LINE_BEYOND_ASCII = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_LINES_JUDGED = 500
_BYTES_JUDGED = 2**16

_WORD_BEYOND_ASCII = re.compile(
    rb"(?<![A-Za-z\x80-\xff])([\xc0-\xff]{2,}|[\x80-\xff]{3,})(?![A-Za-z\x80-\xff])"
)
"""A word without one ASCII letter: usual in Arabic script, next to unknown in Latin script."""

_ARABIC_WORD = re.compile(r"[\u0600-\u06ff\u200c\u200d]+")
_ARABIC_SHARE = 0.9

_NOT_SURE = "its character encoding could not be told for sure"


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to decode a text.

    Attributes:
        codec: a Python codec; decode with `errors="replace"` where there is a doubt.
        doubt: why the text may not be what was written, or an empty string.
    """

    codec: str
    doubt: str = ""


def is_text(data: bytes) -> bool:
    """True when the bytes look like text in any encoding that `find_decoding` knows."""
    if _marked(data) or _wide(data):
        return True
    controls = len(data) - len(data.translate(None, _CONTROL))
    return controls <= max(_MAX_CONTROLS, _MAX_CONTROL_SHARE * len(data))


def opening_text(data: bytes) -> str:
    """The first characters; those of ASCII are right, the others need `find_decoding`."""
    codec = _marked(data) or _wide(data) or "latin_1"
    return data[:4096].decode(codec, errors="replace").removeprefix("\ufeff")


def find_decoding(data: bytes) -> Decoding:
    """Tell the encoding: its mark, UTF-16 without one, UTF-8, or a single-byte code page.

    UTF-8 with some broken bytes stays UTF-8. Of the single-byte code pages, Windows-1252
    (which holds all letters of Latin-1) and Windows-1256 are told apart.
    """
    certain = _marked(data) or _wide(data)
    if certain:
        return Decoding(certain, "" if _decodes(data, certain) else _broken(certain))
    if _decodes(data, "utf-8"):
        return Decoding("utf-8")
    if _mostly_utf8(data):
        return Decoding("utf-8", _broken("utf-8"))
    return _single_byte(data)


def _marked(data: bytes) -> str | None:
    return next((codec for mark, codec in _MARKS if data.startswith(mark)), None)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: its delimiters, digits and line ends leave zeros on one side only."""
    opening = data[:4096]
    zeros_even, zeros_odd = opening[::2].count(0), opening[1::2].count(0)
    enough = len(opening) // 10
    if len(data) % 2 or max(zeros_even, zeros_odd) <= enough:
        return None
    if zeros_even == 0:
        return "utf-16-le"
    return "utf-16-be" if zeros_odd == 0 else None


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    kept = sum(1 for _ in islice(re.finditer(r"[^\x00-\x7f\ufffd]", text), lost + 1))
    return kept > lost


def _single_byte(data: bytes) -> Decoding:
    lines = islice(_LINE_BEYOND_ASCII.finditer(data), _LINES_JUDGED)
    sample = b"\n".join(line.group()[:_BYTES_JUDGED] for line in lines)[:_BYTES_JUDGED]
    words = [found.group() for found in _WORD_BEYOND_ASCII.finditer(sample)]
    if not words:
        return Decoding("cp1252", "" if _decodes(data, "cp1252") else _broken("cp1252"))
    return Decoding("cp1256", "" if _is_arabic(sample, words) else _NOT_SURE)


def _is_arabic(sample: bytes, words: list[bytes]) -> bool:
    """Ask two judges: upper-case Cyrillic passes for Arabic letters, Thai for Arabic statistics."""
    from charset_normalizer import from_bytes

    arabic = sum(1 for word in words if _ARABIC_WORD.fullmatch(word.decode("cp1256")))
    best = from_bytes(sample, cp_isolation=list(_CODE_PAGES)).best()
    return arabic >= _ARABIC_SHARE * len(words) and best is not None and best.encoding == "cp1256"


def _broken(codec: str) -> str:
    return f"some of its bytes are not {codec.removesuffix('-sig').upper()}"
