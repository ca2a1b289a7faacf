"""Prints what the model of names gets wrong among words it has never seen.

`python -m training.name_confusion`: by language how many of the names held back are told, and by
kind how many other words are taken for names.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import polars as pl

from hxlguard.naming import STEP, word_scores
from training.name_model import read
from training.name_sources import Listed, is_held_back

_FEWEST = 6


def held_back(sources: Iterable[tuple[Listed, list[str]]]) -> pl.DataFrame:
    """The words held back with kind, what they are, and the log-odds that they are names."""
    rows = [
        (source.kind.split(" ")[0] if not source.is_name else source.kind, source.is_name, word)
        for source, words in sources
        for word in words
        if is_held_back(word)
    ]
    frame = pl.DataFrame(rows, schema=["kind", "is_name", "word"], orient="row").unique()
    names = frame.filter("is_name")["word"].implode()
    frame = frame.filter(pl.col("is_name") | ~pl.col("word").is_in(names))
    return frame.with_columns(odds=word_scores(frame["word"]) * STEP)


def confusion(words: pl.DataFrame) -> Sequence[str]:
    """A line for each kind: how many words, and how many of them are taken for names."""
    counted = (
        words.group_by("is_name", "kind")
        .agg(pl.len(), taken=(pl.col("odds") > 0).mean(), surely=(pl.col("odds") > 1).mean())
        .filter(pl.col("len") >= _FEWEST)
        .sort("is_name", "kind", descending=[True, False])
    )
    return [
        f"{'name' if is_name else 'other':6}{kind:44}{count:6}{taken:7.0%}{surely:7.0%}"
        for is_name, kind, count, taken, surely in counted.rows()
    ]


def main() -> None:
    """Print the table."""
    lines = confusion(held_back(read()))
    heading = f"{'what':6}{'language or kind':44}{'words':>6}{'name':>7}{'surely':>7}"
    sys.stdout.write("\n".join((heading, *lines)) + "\n")


if __name__ == "__main__":
    main()
