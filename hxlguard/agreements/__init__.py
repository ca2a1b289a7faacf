"""Agreements and what belongs to them: YAML or JSON -> judged values, all mistakes at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from hxlguard import shipped
from hxlguard.agreements.ancestry import Ancestry
from hxlguard.agreements.documents import Judged, Kind, load_document, load_file
from hxlguard.agreements.meaning import classification_mistakes, meaning_mistakes
from hxlguard.errors import UsageError
from hxlguard.model.agreement import Agreement, AgreementDocument
from hxlguard.model.classification import ClassificationDocument, SensitivityClassification
from hxlguard.wording import listed

AgreementSource = str | os.PathLike[str] | Mapping[str, Any] | Agreement
"""What an agreement may be given as."""

_AGREEMENT = Kind(
    noun="agreement",
    schema="agreement",
    model=AgreementDocument,
    meaning_mistakes=meaning_mistakes,
    names=shipped.policy_names,
    path=shipped.policy_path,
)
_CLASSIFICATION = Kind(
    noun="classification",
    schema="classification",
    model=ClassificationDocument,
    meaning_mistakes=classification_mistakes,
    names=shipped.classification_names,
    path=shipped.classification_path,
)


def load_agreement(source: AgreementSource, *, parents: Iterable[Agreement] = ()) -> Agreement:
    """Read, judge and cross-check an agreement and those that it extends.

    A parent is looked for among `parents`, then among the agreements that ship, then beside the
    file: `<id>.yaml`, `<id>.yml`, `<id>.json`, `<id>/agreement.yaml`, `../<id>/agreement.yaml`.

    Args:
        source: the path of a YAML or JSON file, the name of an agreement that ships with the
            package, a document as plain values, or an agreement, which is returned as it is.
        parents: agreements that `source` may extend, for one that stands in no file.

    Raises:
        AgreementError: it cannot be used, or an agreement that it extends is missing or not the
            one that is pinned; `mistakes` holds every mistake with line and path.
        UsageError: it is neither a document, nor a file, nor the name of a shipped agreement.
    """
    if isinstance(source, Agreement):
        return source
    judged = load_document(source, _AGREEMENT)
    ancestry = Ancestry(_parent, {each.id: each for each in parents})
    return ancestry.complete(_agreement(judged), judged.folder)


def _parent(path: Path | Traversable, name: str) -> Agreement:
    return _agreement(load_file(path, name, _AGREEMENT))


def _agreement(judged: Judged[AgreementDocument]) -> Agreement:
    return Agreement(judged.document, judged.sha256, judged.name, judged.lines)


def load_classification(
    source: str | os.PathLike[str] | Mapping[str, Any] | SensitivityClassification,
) -> SensitivityClassification:
    """Read, judge and cross-check a sensitivity classification; arguments as in `load_agreement`.

    Raises:
        AgreementError: it cannot be used; `mistakes` holds every mistake with line and path.
        UsageError: it is neither a document, nor a file, nor the name of one that ships.
    """
    if isinstance(source, SensitivityClassification):
        return source
    judged = load_document(source, _CLASSIFICATION)
    return SensitivityClassification(judged.document, judged.sha256, judged.name, judged.lines)


def classified(
    agreement: Agreement,
    source: str | os.PathLike[str] | Mapping[str, Any] | SensitivityClassification | None,
) -> Agreement:
    """The agreement with a classification beside it; None gives the agreement as it is.

    Raises:
        AgreementError: the classification cannot be used.
        UsageError: there is none, or it does not go with the agreement.
    """
    if source is None:
        return agreement
    supplied = load_classification(source)
    if agreement.document.classification is not None:
        raise UsageError(
            f"agreement `{agreement.id}` has a classification of its own",
            where="classification",
            remedy=f"leave `{supplied.id}` out, or use a copy of the agreement without its own",
        )
    countries = agreement.document.metadata.countries
    if supplied.country and countries and supplied.country not in countries:
        raise UsageError(
            f"`{supplied.id}` is for {supplied.country}, and agreement `{agreement.id}` is not",
            where="classification",
            remedy=f"give one for {listed(countries)}",
        )
    return replace(agreement, supplied=supplied)
