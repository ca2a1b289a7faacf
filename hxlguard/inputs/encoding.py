"""Which characters the bytes of a text file stand for."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from hxlguard.inputs.reader import Payload

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 stands before UTF-16, whose little-endian mark is its beginning."""

UTF_8 = ("utf-8", "utf-8-sig")
"""Without and with a mark."""

_CODE_PAGES = ("cp1251", "cp1252", "cp1253", "cp1255", "cp1256", "cp866", "koi8_r")
"""Windows-1256 must win against its neighbours, or the text may be of another script."""

_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a")
_MAX_CONTROLS = 4
_MAX_CONTROL_SHARE = 0.05
"""Compressed or random bytes have about 10 % of these, text has a stray one at most."""

_BEYOND_ASCII = bytes(range(128, 256))
_BEYOND = re.compile(rb"[\x80-\xff]")
_LINE_END = re.compile(rb"[\r\n]")
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

    @property
    def is_utf8(self) -> bool:
        """True when the bytes are UTF-8 without any doubt."""
        return self.codec in UTF_8 and not self.doubt


def is_text(payload: Payload) -> bool:
    """True when the bytes open like text in any encoding that `find_decoding` knows.

    Binary data behind an opening of text end up as null characters or as bytes that no encoding
    knows, and both hold.
    """
    if opening_codec(payload):
        return True
    controls = len(payload.head) - len(payload.head.translate(None, _CONTROL))
    return controls <= max(_MAX_CONTROLS, _MAX_CONTROL_SHARE * len(payload.head))


def opening_text(payload: Payload) -> str:
    """The first characters; those of ASCII are right, the others need `find_decoding`."""
    codec = opening_codec(payload) or "latin_1"
    return payload.head[:4096].decode(codec, errors="replace").removeprefix("\ufeff")


def opening_codec(payload: Payload) -> str | None:
    """The codec that the first bytes tell: by a mark, or the zeros of UTF-16."""
    marked = (codec for mark, codec in _MARKS if payload.head.startswith(mark))
    return next(marked, None) or _wide(payload)


def find_decoding(payload: Payload) -> Decoding:
    """Tell the encoding: its mark, UTF-16 without one, UTF-8, or a single-byte code page.

    UTF-8 with some broken bytes stays UTF-8. Of the single-byte code pages, Windows-1252
    (which holds all letters of Latin-1) and Windows-1256 are told apart.

    Raises:
        SourceError: the bytes cannot be read.
    """
    certain = opening_codec(payload)
    if certain:
        return Decoding(certain, "" if _decodes(payload, certain) else _broken(certain))
    if _decodes(payload, "utf-8"):
        return Decoding("utf-8")
    if _mostly_utf8(payload):
        return Decoding("utf-8", _broken("utf-8"))
    return _single_byte(payload)


def is_utf8(block: bytes) -> bool:
    """True for whole characters of UTF-8."""
    if block.isascii():
        return True
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    return True


def _wide(payload: Payload) -> str | None:
    """UTF-16 without a mark: its delimiters, digits and line ends leave zeros on one side only."""
    opening = payload.head[:4096]
    zeros_even, zeros_odd = opening[::2].count(0), opening[1::2].count(0)
    enough = len(opening) // 10
    if payload.size % 2 or max(zeros_even, zeros_odd) <= enough:
        return None
    if zeros_even == 0:
        return "utf-16-le"
    return "utf-16-be" if zeros_odd == 0 else None


def decoded(blocks: Iterable[bytes], codec: str, errors: str) -> Iterator[str]:
    """Decode block after block; a character may begin in one and end in the next.

    Raises:
        UnicodeDecodeError: `errors` is "strict" and some bytes are of another encoding.
    """
    decoder = codecs.getincrementaldecoder(codec)(errors)
    for block in blocks:
        yield decoder.decode(block)
    yield decoder.decode(b"", final=True)


def _decodes(payload: Payload, codec: str) -> bool:
    try:
        for _ in decoded(payload.blocks(), codec, "strict"):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(payload: Payload) -> bool:
    ascii_bytes = sum(len(block.translate(None, _BEYOND_ASCII)) for block in payload.blocks())
    characters = lost = 0
    for text in decoded(payload.blocks(), "utf-8", "replace"):
        characters += len(text)
        lost += text.count("\ufffd")
    return characters - ascii_bytes > 2 * lost


def _single_byte(payload: Payload) -> Decoding:
    lines = islice(_lines_beyond_ascii(payload), _LINES_JUDGED)
    sample = b"\n".join(line[:_BYTES_JUDGED] for line in lines)[:_BYTES_JUDGED]
    words = [found.group() for found in _WORD_BEYOND_ASCII.finditer(sample)]
    if not words:
        return Decoding("cp1252", "" if _decodes(payload, "cp1252") else _broken("cp1252"))
    return Decoding("cp1256", "" if _is_arabic(sample, words) else _NOT_SURE)


def _lines_beyond_ascii(payload: Payload) -> Iterator[bytes]:
    rest = b""
    for block in payload.blocks():
        text = rest + block
        position = 0
        while (found := _BEYOND.search(text, position)) and (
            end := _LINE_END.search(text, found.end())
        ):
            position = end.start()
            yield text[_line_start(text, found.start()) : position]
        rest = text[_line_start(text, len(text)) :]
    if not rest.isascii():
        yield rest


def _line_start(text: bytes, position: int) -> int:
    """Where the line begins that goes on at `position`, or as far before as is judged."""
    earliest = max(position - _BYTES_JUDGED, 0)
    return max(earliest, *(text.rfind(end, earliest, position) + 1 for end in (b"\r", b"\n")))


def _is_arabic(sample: bytes, words: list[bytes]) -> bool:
    """Ask two judges: upper-case Cyrillic passes for Arabic letters, Thai for Arabic statistics."""
    from charset_normalizer import from_bytes

    arabic = sum(1 for word in words if _ARABIC_WORD.fullmatch(word.decode("cp1256")))
    best = from_bytes(sample, cp_isolation=list(_CODE_PAGES)).best()
    return arabic >= _ARABIC_SHARE * len(words) and best is not None and best.encoding == "cp1256"


def _broken(codec: str) -> str:
    return f"some of its bytes are not {codec.removesuffix('-sig').upper()}"
