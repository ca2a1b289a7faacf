"""Facts about sources that were looked at before, in a folder of JSON files.

Only facts are kept, never a decision: an agreement is evaluated anew every day. An entry is found
by a digest of everything that its facts hang on. One that is damaged, or of another key, counts as
absent and is written anew. The digest in an entry notices accidents; against forgery stands only
that nobody else may write to the folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import stat
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from hxlguard import __version__
from hxlguard.errors import UsageError
from hxlguard.model.asked import Asked
from hxlguard.model.scanned import Scanned
from hxlguard.model.tag import TagSpec
from hxlguard.source_facts import called_by, lasting_file

DEPENDENCIES = (
    "charset-normalizer",
    "defusedxml",
    "frictionless",
    "jsonschema",
    "libhxl",
    "numpy",
    "phonenumbers",
    "polars",
    "presidio-analyzer",
    "pydantic",
    "python-calamine",
    "pyyaml",
    "referencing",
    "regex",
    "six",
    "tldextract",
    "tzdata",
    "xlrd",
)
"""What pyproject.toml requires; with another version of one the findings may be others."""

SETTLED = frozenset(
    {
        "bytes-not-decoded",
        "data-above-tags",
        "limit-exceeded",
        "name-holds-data",
        "nothing-to-check",
        "second-table",
    }
)
"""What holds a source whenever it is read. Anything else, such as a pattern that ran out of time
or a part for which the memory was too small, may go better the next time."""

_ADAPTER = TypeAdapter(Scanned)
_QUESTIONS = TypeAdapter(Asked)
_PIECE = 2**20
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Cache:
    """A folder of entries for one call: the same tags, agreements and questions for each."""

    def __init__(
        self,
        folder: object,
        supplied: Mapping[str, TagSpec],
        agreement: str | None,
        asked: Asked,
    ) -> None:
        """Open the folder, and make it where it is missing.

        Args:
            folder: its path.
            supplied: header to tag, as every source of the call gets them.
            agreement: digest of the agreement, or None.
            asked: what is asked of every source beside what each is looked at for.

        Raises:
            UsageError: it cannot be made or written, or others may write to it.
        """
        self._folder = _private_folder(folder)
        self._common = {
            "tool": __version__,
            "code": _code_digest(),
            "python": platform.python_version(),
            "dependencies": {name: _version(name) for name in DEPENDENCIES},
            "tags": [[header, str(tag)] for header, tag in supplied.items()],
            "agreement": agreement,
            "asked": _QUESTIONS.dump_python(asked, mode="json"),
        }

    def entry(self, source: object, name: str | None) -> Entry | None:
        """Where the facts of a source belong; None for what is neither a file nor bytes."""
        path = lasting_file(source)
        if path is not None:
            content = _file_digest(path)
        elif isinstance(source, bytes | bytearray | memoryview):
            content = hashlib.sha256(bytes(source)).hexdigest()
        else:
            return None
        if content is None:
            return None
        parts = {**self._common, "content": content, "name": called_by(source, name)}
        key = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
        return Entry(self._folder / f"{key}.json", key, content)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the folder: a line with key and digest, a line with the facts.

    Attributes:
        path: where it is, or will be.
        key: digest of all that the facts hang on.
        content: digest of the source's bytes.
    """

    path: Path
    key: str
    content: str

    def read(self) -> Scanned | None:
        """The facts, or None where they are missing or not to be trusted."""
        try:
            if not self.path.is_file():  # a pipe would make whoever opens it wait
                return None
            with self.path.open("rb") as file:
                if not _is_ours(os.fstat(file.fileno())):
                    return None
                head, _, body = file.read().partition(b"\n")
            scanned = _ADAPTER.validate_json(body, strict=True)
        except (OSError, ValidationError):
            return None
        sound = head == self._head(body) and scanned.profile.sha256 == self.content
        return scanned if sound else None

    def write(self, scanned: Scanned) -> None:
        """Keep the facts, unless they may be others the next time.

        Raises:
            UsageError: the folder cannot be written.
        """
        settled = all(part.kind in SETTLED for part in scanned.profile.unread)
        if not settled or scanned.profile.sha256 != self.content:
            return  # the second: the file was changed between the digest and the reading
        body = _ADAPTER.dump_json(scanned)
        try:
            _write_whole(self.path, self._head(body) + b"\n" + body)
        except OSError as error:
            raise _unusable(self.path.parent, error) from None

    def _head(self, body: bytes) -> bytes:
        digest = hashlib.sha256(body).hexdigest()
        return json.dumps({"key": self.key, "sha256": digest}).encode()


def _private_folder(folder: object) -> Path:
    if not isinstance(folder, str | os.PathLike) or not os.fspath(folder):
        raise UsageError(
            "this is no folder", where="cache", remedy="give the path of one, or leave it out"
        )
    path = Path(os.fsdecode(folder))
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
        ours = _is_ours(path.stat())
    except (OSError, ValueError) as error:
        raise _unusable(path, error) from None
    if not ours:
        raise UsageError(
            "others may write to this folder, and a forged entry could turn BLOCK into CLEAR",
            where=str(path),
            remedy="name a folder of your own, or take their right away with `chmod go-w`",
        )
    return path


def _unusable(folder: Path, error: OSError | ValueError) -> UsageError:
    reason = error.strerror if isinstance(error, OSError) else None
    return UsageError(
        f"the cache cannot be written: {(reason or 'the system refused').lower()}",
        where=str(folder),
        remedy="name another folder, or leave it out",
    )


def _is_ours(status: os.stat_result) -> bool:
    """True when nobody else may write; only POSIX says so in the mode."""
    if os.name != "posix":
        return True
    return not status.st_mode & _OTHERS_MAY_WRITE and status.st_uid in (os.geteuid(), 0)


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    number, beside = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        os.replace(beside, path)
    finally:
        Path(beside).unlink(missing_ok=True)


def _file_digest(path: str) -> str | None:
    """SHA-256 of a file, read in pieces; None when it cannot be read, as its reader will say."""
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except (OSError, ValueError):
        return None
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _code_digest() -> str:
    """Digest of this package: between two releases its version stays and its findings change."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted((*folder.rglob("*.py"), *folder.rglob("*.json"))):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None
