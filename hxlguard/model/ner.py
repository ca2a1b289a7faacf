"""The model for names in texts that an organisation has on disk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NerModel:
    """Which model it is.

    Attributes:
        engine: what runs it, `spacy`.
        engine_version: the installed version of that.
        name: what the model calls itself.
        version: which version it says it is.
        sha256: digest of all its files.
    """

    engine: str
    engine_version: str
    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class NerAsked:
    """A model to look at every text with.

    Attributes:
        model: which one.
        language: of the texts it was made for, as it says.
        folder: where it is.
    """

    model: NerModel
    language: str
    folder: str
