"""Tags kept beside a file: a YAML or JSON mapping of header to tag spec.

`hxlguard tag` writes one as a proposal, a person reviews it, `--tags` reads it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from hxlguard.errors import UsageError
from hxlguard.terminal import escaped, is_hidden, neutral

if TYPE_CHECKING:
    import yaml

    from hxlguard.model.proposal import ColumnProposal, TagProposal

MAX_BYTES = 1 << 20


class TagFile(dict[str, str]):
    """Header to tag spec.

    Attributes:
        file: name of the file that says so, for the messages about its tags.
    """

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file


def read_tags(path: str | os.PathLike[str]) -> TagFile:
    """Read a mapping of header to tag spec.

    Raises:
        UsageError: the file cannot be read or is no such mapping; it names file and line.
    """
    name = Path(path).name or str(path)
    tags = TagFile(name)
    scalars = _scalars(_text(Path(path), name), name)
    for (line, header), (_, tag) in zip(scalars[::2], scalars[1::2], strict=True):
        where = f"{name}:{line}"
        if not tag.startswith("#"):
            raise UsageError(
                "the value is no HXL tag",
                where=where,
                remedy='write it in quotes, such as "#adm1+name": YAML drops a bare `#`',
            )
        if header in tags:
            raise UsageError("the header is named twice", where=where, remedy="keep one of them")
        tags[header] = tag
    return tags


def write_proposals(proposals: Iterable[TagProposal], source: str) -> str:
    """Write proposals as YAML for a person to review; what has no proposal is a comment.

    Args:
        proposals: one for each table.
        source: the name of the file, for the comment on top.
    """
    lines = [
        f"# HXL tags proposed for {neutral(source)}. A proposal is not a tag yet:",
        "# review every line, correct or delete it, then give this file to `--tags`.",
    ]
    tagged: set[str | None] = set()
    for proposal in proposals:
        done = "" if proposal.columns else ": no column without a tag, so nothing to propose"
        lines.append(f"# table `{neutral(proposal.table)}`{done}")
        for column in proposal.columns:
            lines.append(_line(column, repeated=column.header in tagged))
            if column.tag:
                tagged.add(column.header)
    return "\n".join(lines) + "\n"


def _line(column: ColumnProposal, *, repeated: bool) -> str:
    comment = f"# column {column.index}"
    if column.header is None:
        return f"{comment}: no header, or one that is not shown"
    header = _quoted(column.header)
    if column.tag is None:
        return f"{comment}: no proposal for {header}"
    if repeated:
        return f"{comment}: {header} again, here {column.tag}"
    return f"{header}: {_quoted(column.tag)}  {comment}, confidence {column.confidence:.2f}"


def _text(path: Path, name: str) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or "the system refused").lower()
        raise UsageError(f"the tags cannot be read: {why}", where=name) from None
    if len(content) > MAX_BYTES:
        raise UsageError("the tags file is larger than 1 MiB", where=name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("the tags file is not UTF-8", where=name) from None


def _scalars(text: str, name: str) -> list[tuple[int, str]]:
    """Line from 1 and text of every key and value, in turn."""
    import yaml

    framing = {
        yaml.StreamStartEvent,
        yaml.DocumentStartEvent,
        yaml.MappingStartEvent,
        yaml.MappingEndEvent,
        yaml.DocumentEndEvent,
        yaml.StreamEndEvent,
    }
    inside: list[yaml.ScalarEvent] = []
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.ScalarEvent):
                inside.append(event)
            elif type(event) in framing:
                framing.remove(type(event))  # each frames the one flat mapping once
            else:
                raise _no_plain_mapping(name)
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        where = f"{name}:{mark.line + 1}" if mark else name
        raise UsageError("this is neither YAML nor JSON", where=where) from None
    if len(inside) % 2:
        raise _no_plain_mapping(name)
    return [(_line_of(event), _joined_surrogates(event.value)) for event in inside]


def _no_plain_mapping(name: str) -> UsageError:
    return UsageError(
        "this is no plain mapping", where=name, remedy='write lines such as "Province": "#adm1"'
    )


def _line_of(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _quoted(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{"".join(escaped(each) if is_hidden(each) else each for each in plain)}"'


def _joined_surrogates(text: str) -> str:
    """Join the two halves of an escaped character beyond U+FFFF, which PyYAML keeps apart."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
