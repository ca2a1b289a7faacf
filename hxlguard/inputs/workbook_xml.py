"""Small XML parts of a workbook as plain elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element as XmlElement
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from hxlguard.errors import SourceError

_NOT_PLAIN = re.compile(rb"<!|<\?(?!xml\s)")


class Element(NamedTuple):
    """One element: its name and attributes without namespaces, and the text before its children."""

    name: str
    attributes: Mapping[str, str]
    text: str


def elements(part: bytes, *, where: str) -> list[Element]:
    """Every element of `part` in document order, without what stands in for unknown features.

    An office program that knows a feature ignores its `Fallback` (ECMA-376 part 3); that of a
    slicer, for one, is a text box with a sentence about old programs.

    Raises:
        SourceError: the part is not well-formed, or it declares entities.
    """
    try:
        root = fromstring(part, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        raise broken_xml(where) from None
    return [
        Element(
            local(node.tag),
            {local(name): value for name, value in node.attrib.items()},
            node.text or "",
        )
        for node in _without_fallbacks(root)
    ]


def _without_fallbacks(root: XmlElement) -> Iterator[XmlElement]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if local(node.tag) != "Fallback":
            yield node
            waiting.extend(reversed(node))


def require_plain(part: bytes, *, where: str) -> None:
    """Let a part pass that has no comment, CDATA section or processing instruction.

    Readers disagree about a number with one of them inside, and no office program writes any.

    Raises:
        SourceError: there is one.
    """
    if _NOT_PLAIN.search(part):
        raise unusual_xml(where)


def unusual_xml(where: str) -> SourceError:
    """The error for cells that readers would not agree about."""
    return SourceError(
        "it holds cells in a way that no office program writes",
        where=where,
        remedy="open it in a spreadsheet program and save it again",
    )


def broken_xml(where: str) -> SourceError:
    """The error for a part that is not well-formed XML."""
    return SourceError(
        "it holds XML that is not well-formed", where=where, remedy="open it and save it again"
    )


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]
