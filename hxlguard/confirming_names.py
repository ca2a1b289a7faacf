"""Asks a model for names about every text of every column, beside what the recognizers say.

It is slow, and only asked where the caller has named one. Nothing is sampled here.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from hxlguard.analysis import Analyzer, windows
from hxlguard.column_cells import CONFIRMING, ColumnCells
from hxlguard.confirming import Batches, Confirmed, Hits, scores_of
from hxlguard.costs import charged
from hxlguard.matching import contains
from hxlguard.ner import ENTITIES, Ner, NerFailedError
from hxlguard.scanning import candidates

_TEXT = r"\p{L}[\p{M}]*\p{L}"
"""What has no two letters in a row holds no name."""


def confirm_names(
    batches: Batches, names: Sequence[str], ner: Ner, analyzer: Analyzer
) -> dict[str, Confirmed]:
    """What the model and the recognizers together say of the columns called `names`."""
    found = dict.fromkeys(names, Confirmed())
    for first_row, frame in batches(names):
        for name in names:
            with charged("confirm", name):
                cells = ColumnCells([frame[name]], first_row)
                found[name] |= _in_column(cells, ner, analyzer)
    return found


def with_names(found: Confirmed, named: Confirmed) -> Confirmed:
    """Both together; a model has looked at all that the recognizers were asked about."""
    return Confirmed({**found.hits, **named.hits}, found.failed | named.failed)


def _in_column(cells: ColumnCells, ner: Ner, analyzer: Analyzer) -> Confirmed:
    at = contains(cells.values, _TEXT).arg_true()
    texts = cells.values.gather(at)
    distinct = texts.unique(maintain_order=True)
    try:
        seen = _in_texts(distinct.to_list(), ner)
    except NerFailedError:
        return Confirmed(failed=frozenset(ENTITIES.values()))
    hits = {}
    for entity in ENTITIES.values():
        by_model = pl.Series([one.get(entity, 0.0) for one in seen], dtype=pl.Float64)
        scores = pl.zeros(len(cells.values), dtype=pl.Float64, eager=True).scatter(
            at, texts.replace_strict(distinct, by_model)
        )
        scores = _surest(scores, _by_recognizer(entity, cells.values, analyzer))
        (rows,) = cells.rows(scores > 0)
        if rows.count:
            hits[entity] = Hits(rows, float(scores.max() or 0.0))  # type: ignore[arg-type]
    return Confirmed(hits)


def _in_texts(texts: Sequence[str], ner: Ner) -> list[dict[str, float]]:
    """The surest score of each entity in each text; a long one is looked at in windows."""
    pieces = [(at, piece) for at, text in enumerate(texts) for piece in windows(text)]
    surest: list[dict[str, float]] = [{} for _ in texts]
    for (at, _), scores in zip(pieces, ner.scores(piece for _, piece in pieces), strict=True):
        for entity, score in scores.items():
            surest[at][entity] = max(surest[at].get(entity, 0.0), score)
    return surest


def _by_recognizer(entity: str, values: pl.Series, analyzer: Analyzer) -> pl.Series:
    scores = pl.zeros(len(values), dtype=pl.Float64, eager=True)
    for kind in (kind for kind in CONFIRMING if kind.entity == entity):
        at = candidates(kind, values, analyzer.regions).arg_true()
        known = scores_of(analyzer, kind, values.gather(at))
        scores = scores.scatter(at, pl.Series(known, dtype=pl.Float64))
    return scores


def _surest(one: pl.Series, other: pl.Series) -> pl.Series:
    return one.zip_with(one >= other, other)
