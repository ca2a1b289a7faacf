"""Asks Presidio about the candidates that a scan has found.

Every candidate is asked about, with one exception: where most cells of a column are candidates of
one kind and hardly any is a long text, a seeded sample is enough to name the column. Where that
leaves it unsure, some of every way of writing are asked about too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice

import polars as pl

from hxlguard.analysis import LONGEST_TEXT, Analyzer, CheckFailedError, silenced
from hxlguard.cells import taken
from hxlguard.column_cells import CONFIRMING, OF_WORDS, ColumnCells, together
from hxlguard.costs import charged
from hxlguard.matching import contains, is_ascii
from hxlguard.model.finding import SURE, Sample
from hxlguard.model.location import NO_ROWS, Rows
from hxlguard.normalising import normalised
from hxlguard.recognizers.cell_vocabulary import WORD_SCORE
from hxlguard.recognizers.recognizer import Recognizer, Regions
from hxlguard.scanning import SEED, ColumnScan, Positions, candidates, merged

SAMPLED_FROM = 2_000
"""With fewer candidates all are asked about: that takes a fraction of a second."""

UNIFORM, SHORT = 0.6, 0.95
"""The part of a column's filled cells that must be candidates, and the part that must be short."""

NAMED = 0.1
"""More than this part of a sample must be confirmed, and three times what chance would do, to name
a column; else all candidates are asked about."""

MOST_FORMS, OF_A_FORM = 200, 25
"""Where a sample is unsure of a column, so many texts of each way of writing are asked about, and
in a column of more ways all candidates: the surest cell says how sure the column is."""

_FORM = pl.concat_str(
    pl.col("text").str.extract(r"^[^0-9]*(0*)").fill_null(""),
    pl.col("text").str.replace_all("[0-9]", "0"),
    separator=" ",
)
"""How a text is written: what stands around its digits, and with which zeros it begins."""

_BROKE = -1.0
"""The score of a value whose check could not finish."""

Batches = Callable[[Sequence[str]], Iterable[tuple[int, pl.DataFrame]]]
"""Names of columns to batches of their rows, each with the number of its first row."""


@dataclass(frozen=True, slots=True)
class Hits:
    """Cells that a recognizer confirmed.

    Attributes:
        rows: where they are; with a `sample`, where the candidates are.
        score: the surest of them, 0 to 1.
        sample: how the column was named, where not every candidate was asked about.
    """

    rows: Rows = NO_ROWS
    score: float = 0.0
    sample: Sample | None = None

    @property
    def share(self) -> float:
        """The part of `rows` that is confirmed, as far as a sample tells."""
        return self.sample.confirmed / self.sample.asked if self.sample else 1.0

    def __or__(self, other: Hits) -> Hits:
        sample = self.sample or other.sample
        return Hits(self.rows | other.rows, max(self.score, other.score), sample)


@dataclass(frozen=True, slots=True, repr=False)
class Confirmed:
    """What Presidio says about one column; what it says about disjoint rows merges.

    Attributes:
        hits: entity to confirmed cells.
        failed: entities whose check could not finish.
    """

    hits: Mapping[str, Hits] = field(default_factory=dict)
    failed: frozenset[str] = frozenset()

    def __or__(self, other: Confirmed) -> Confirmed:
        return Confirmed(merged(self.hits, other.hits, Hits()), self.failed | other.failed)

    def of(self, entities: Collection[str]) -> Confirmed:
        """What is said about these."""
        hits = {entity: hits for entity, hits in self.hits.items() if entity in entities}
        return Confirmed(hits, self.failed.intersection(entities))


@dataclass(frozen=True, slots=True, repr=False)
class AtOnce:
    """What was asked about the candidates of one column while it was scanned; it merges, too.

    Attributes:
        confirmed: what Presidio says about them.
        waiting: entities of which not all candidates were asked about, as a sample of them may do.
    """

    confirmed: Confirmed = field(default_factory=Confirmed)
    waiting: frozenset[str] = frozenset()

    def __or__(self, other: AtOnce) -> AtOnce:
        return AtOnce(self.confirmed | other.confirmed, self.waiting | other.waiting)


def confirm_at_once(
    cells: ColumnCells, found: Positions, scans: Sequence[ColumnScan], analyzer: Analyzer
) -> list[AtOnce]:
    """Ask about candidates in one batch of rows, unless they are what most cells of a column are.

    Args:
        cells: of one or more columns.
        found: where their candidates are.
        scans: the scan of each column in this batch.
        analyzer: Presidio's recognizers.
    """
    waiting = [
        frozenset(entity for entity in scan.candidates if is_uniform(scan, entity))
        for scan in scans
    ]
    asked = {
        entity: _of_columns(cells, at, [entity not in names for names in waiting])
        for entity, at in found.items()
    }
    confirmed = _asked_about(cells, asked, analyzer)
    return [AtOnce(*each) for each in zip(confirmed, waiting, strict=True)]


def confirm(
    batches: Batches,
    scans: Mapping[str, ColumnScan],
    at_once: Mapping[str, AtOnce],
    analyzer: Analyzer,
) -> dict[str, Confirmed]:
    """Ask about the candidates of columns that still have to be asked about.

    Args:
        batches: the rows that were scanned, as often as they are needed.
        scans: the scan of each column by its name.
        at_once: what was asked about each column before.
        analyzer: Presidio's recognizers.
    """
    found = {name: _by_words(scan) for name, scan in scans.items()}
    for name, more in _by_samples(scans, analyzer):
        found[name] |= more
    for name, kind in _unsure(found):
        with charged("confirm", name):
            found[name] = _surer(found[name], kind, name, batches, analyzer)
    left = {name: scan.candidates.keys() - found[name].hits.keys() for name, scan in scans.items()}
    again = {name: frozenset(left[name] & at_once[name].waiting) for name in scans}
    for name, known in at_once.items():
        found[name] |= known.confirmed.of(left[name] - again[name])
    asked = {name: entities for name, entities in again.items() if entities}
    for first_row, frame in batches(list(asked)) if asked else ():
        for names in together(asked, frame.height):
            with charged("confirm", *names):
                cells = ColumnCells([frame[name] for name in names], first_row)
                candidates = _candidates_of(asked[names[0]], cells, analyzer.regions)
                confirmed = _asked_about(cells, candidates, analyzer)
            for name, more in zip(names, confirmed, strict=True):
                found[name] |= more
    return found


def hit_positions(texts: pl.Series, analyzer: Analyzer, least: float = 0.0) -> set[int]:
    """Positions of the texts that any recognizer confirms, or cannot tell.

    `least` is the score that kinds of data need which values name only where there are many.
    """
    values = normalised(texts)
    ascii_only = is_ascii(values)
    found: set[int] = set()
    for kind in (kind for kind in CONFIRMING if not kind.vocabulary):
        at = candidates(kind, values, analyzer.regions, ascii_only=ascii_only).arg_true()
        scores = scores_of(analyzer, kind, values.gather(at))
        needed = least if kind.least_share else 0.0
        found |= {
            position
            for position, score in zip(at, scores, strict=True)
            if score < 0 or (score > 0 and score >= needed)
        }
    return found


def is_uniform(scan: ColumnScan, entity: str) -> bool:
    """True where a sample of the candidates is enough to name the column."""
    count = scan.candidates.get(entity, NO_ROWS).count
    return (
        count >= SAMPLED_FROM
        and scan.distinct is None
        and count >= UNIFORM * scan.filled.count
        and scan.long <= (1 - SHORT) * scan.filled.count
    )


def _by_words(scan: ColumnScan) -> Confirmed:
    """A word that was looked up in a vocabulary needs no other look."""
    named = [kind.entity for kind in OF_WORDS if kind.entity in scan.candidates]
    return Confirmed({entity: Hits(scan.candidates[entity], WORD_SCORE) for entity in named})


def _by_samples(
    scans: Mapping[str, ColumnScan], analyzer: Analyzer
) -> Iterator[tuple[str, Confirmed]]:
    """What samples say about uniform columns; those of all columns are asked about at once."""
    for kind in (kind for kind in CONFIRMING if not kind.vocabulary):
        uniform = {name: scan for name, scan in scans.items() if is_uniform(scan, kind.entity)}
        if not uniform:
            continue
        samples = {name: scan.samples[kind.entity] for name, scan in uniform.items()}
        with charged("confirm", *samples):
            texts = pl.Series(chain.from_iterable(samples.values()), dtype=pl.String)
            scores = iter(scores_of(analyzer, kind, texts))
        for name, sample in samples.items():
            of_column = list(islice(scores, len(sample)))
            yield name, _named(kind, uniform[name].candidates[kind.entity], of_column)


def _named(kind: Recognizer, rows: Rows, scores: Sequence[float]) -> Confirmed:
    sample = Sample(len(scores), sum(score > 0 for score in scores))
    if sample.confirmed <= max(NAMED, 3 * kind.chance, kind.least_share) * sample.asked:
        return Confirmed()
    return Confirmed({kind.entity: Hits(rows, max(scores), sample)}, _failed(kind, scores))


def _unsure(found: Mapping[str, Confirmed]) -> list[tuple[str, Recognizer]]:
    return [
        (name, kind)
        for name, confirmed in found.items()
        for kind in CONFIRMING
        if kind.entity in confirmed.hits
        and confirmed.hits[kind.entity].score < SURE
        and not kind.least_share
    ]


def _surer(
    found: Confirmed, kind: Recognizer, name: str, batches: Batches, analyzer: Analyzer
) -> Confirmed:
    """Ask about every way in which the candidates of a column are written."""
    texts = _by_form(pl.DataFrame(schema={"text": pl.String}))
    for first_row, frame in batches([name]):
        cells = ColumnCells([frame[name]], first_row)
        asked = candidates(kind, cells.suspected, analyzer.regions, ascii_only=cells.ascii_only)
        more = cells.suspected.filter(asked).alias("text")
        texts = _by_form(pl.concat([texts.select("text"), more.to_frame()]))
        if texts["form"].n_unique() > MOST_FORMS:
            others = found.of(found.hits.keys() - {kind.entity})
            return replace(others, failed=found.failed)
    scores = scores_of(analyzer, kind, texts["text"])
    hits = found.hits[kind.entity]
    surer = replace(hits, score=max(hits.score, *scores))
    return Confirmed({**found.hits, kind.entity: surer}, found.failed | _failed(kind, scores))


def _by_form(texts: pl.DataFrame) -> pl.DataFrame:
    """A few distinct texts of each form, the same ones however they come in batches."""
    order = pl.col("text").hash(SEED)
    ranked = texts.unique().with_columns(_FORM.alias("form")).sort(order, "text")
    return ranked.group_by("form", maintain_order=True).head(OF_A_FORM)


def _of_columns(cells: ColumnCells, at: pl.Series, wanted: Sequence[bool]) -> pl.Series:
    """Those positions that are in wanted columns."""
    parts = cells.of_columns(at, at)
    return pl.concat(
        [part if wants else part.clear() for part, wants in zip(parts, wanted, strict=True)]
    )


def _candidates_of(
    entities: Collection[str], cells: ColumnCells, regions: Regions
) -> dict[str, pl.Series]:
    return {
        kind.entity: cells.suspects.filter(
            candidates(kind, cells.suspected, regions, ascii_only=cells.ascii_only)
        )
        for kind in CONFIRMING
        if kind.entity in entities
    }


def _asked_about(cells: ColumnCells, asked: Positions, analyzer: Analyzer) -> list[Confirmed]:
    found = [Confirmed() for _ in range(cells.count)]
    for kind in CONFIRMING:
        at = asked.get(kind.entity)
        if at is None or at.is_empty() or kind.vocabulary:
            continue
        texts = taken(cells.values, at)
        distinct = texts.unique(maintain_order=True)
        known = pl.Series(scores_of(analyzer, kind, distinct), dtype=pl.Float64)
        scores = texts.replace_strict(distinct, known)
        rows = cells.rows_of(at.filter(scores > 0))
        for column, (its_rows, its_scores) in enumerate(
            zip(rows, cells.of_columns(scores, at), strict=True)
        ):
            found[column] |= _confirmed(kind, its_rows, its_scores.to_list())
    return found


def _confirmed(kind: Recognizer, rows: Rows, scores: Sequence[float]) -> Confirmed:
    hits = {kind.entity: Hits(rows, max(scores))} if rows.count else {}
    return Confirmed(hits, _failed(kind, scores))


def _failed(kind: Recognizer, scores: Sequence[float]) -> frozenset[str]:
    return frozenset({kind.entity}) if _BROKE in scores else frozenset()


def scores_of(analyzer: Analyzer, kind: Recognizer, texts: pl.Series) -> list[float]:
    """The score of each text, below 0 where its check could not finish.

    Presidio is asked where its answer is not certain beforehand.
    """
    if texts.is_empty():
        return []
    scores = _sure_scores(kind, texts, analyzer.regions)
    left = scores.is_null().arg_true()
    if len(left):
        with charged("load"):
            analyzer.load()
        with silenced():
            asked = [_score(analyzer, kind.entity, text) for text in texts.gather(left).to_list()]
        scores = scores.scatter(left, asked)
    return scores.to_list()


def _sure_scores(kind: Recognizer, texts: pl.Series, regions: Regions) -> pl.Series:
    scores = pl.repeat(None, len(texts), dtype=pl.Float64, eager=True)
    is_short = texts.str.len_bytes() <= LONGEST_TEXT
    is_open = is_short
    for pattern, score in kind.sure(texts, regions).items():
        hits = is_open & contains(texts, pattern)
        scores, is_open = scores.set(hits, score), is_open & ~hits
    left = (scores.is_null() & is_short).arg_true()
    if kind.certain and len(left):
        scores = scores.scatter(left, kind.certain(texts.gather(left), regions))
    return scores


def _score(analyzer: Analyzer, entity: str, text: str) -> float:
    try:
        return analyzer.score(entity, text)
    except CheckFailedError:
        return _BROKE
