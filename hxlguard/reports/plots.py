"""Risks as pictures, for those who would rather look than read; they need matplotlib.

A figure holds counts, bands and tags, and no cell. The same report gives the same bytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from hxlguard.errors import UsageError
from hxlguard.model.disclosure import Option
from hxlguard.model.risk import RiskReport, TableRisk
from hxlguard.reports._places import short_name
from hxlguard.reports._thresholds import risk_band, size_band
from hxlguard.terminal import fit, neutral, width

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Known = TypeVar("Known")

_BLUE, _ORANGE, _GREY = "#2166ac", "#d6604d", "#bababa"
"""Apart in print and for eyes that tell no red from green."""
_SIZE = (7.0, 4.0)
_LONGEST_LABEL = 34
_ALONE = 5
"""Classes below the usual k are drawn as those to look at."""
_HIGH = 0.05
_NOT_REPEATABLE: Mapping[str, Mapping[str, None]] = {
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
}


def risks(report: RiskReport, table: int) -> Figure:
    """Draw how many records have which individual risk."""
    risk = _table(report, table)
    bands = _known(risk.risk_bands)
    colours = [_ORANGE if band.start >= _HIGH else _BLUE for band in bands]
    figure = _bars([risk_band(band) for band in bands], [band.records for band in bands], colours)
    axes = figure.axes[0]
    axes.set_title(f"Risk of the {risk.table.rows:,} records")
    axes.set_xlabel(f"individual risk; orange: above {100 * _HIGH:.0f} %")
    return figure


def class_sizes(report: RiskReport, table: int) -> Figure:
    """Draw how many records stand in classes of which size."""
    risk = _table(report, table)
    bands = _known(risk.class_sizes)
    colours = [_ORANGE if band.start < _ALONE else _BLUE for band in bands]
    figure = _bars([size_band(band) for band in bands], [band.records for band in bands], colours)
    axes = figure.axes[0]
    axes.set_title(f"How many of the {risk.table.rows:,} records are alike")
    axes.set_xlabel(f"records that are alike; orange: fewer than {_ALONE}")
    return figure


def contributions(report: RiskReport, table: int) -> Figure:
    """Draw how many records would no longer be alone without each quasi-identifier."""
    risk = _table(report, table)
    dropped = _known(_dropped(risk))
    alone = risk.alone or 0
    labels = [_label(short_name(risk.table, each.column)) for each in dropped]
    fewer = [alone - each.uniques for each in dropped]
    figure = _figure(height=max(_SIZE[1], 1.5 + 0.35 * len(fewer)))
    axes = figure.add_subplot()
    drawn = axes.barh(range(len(fewer)), fewer, color=_BLUE)
    axes.bar_label(drawn, labels=[f"{count:,}" for count in fewer], padding=3)
    axes.set_yticks(range(len(fewer)), labels)
    axes.invert_yaxis()
    axes.set_xlim(0, max(1.0, 1.12 * max(fewer)))
    axes.set_title(f"What makes {alone:,} records alone")
    axes.set_xlabel("records that are no longer alone without this column")
    return _tidied(figure)


def _dropped(risk: TableRisk) -> list[Option]:
    return [each for each in risk.options if each.do == "drop"]


PICTURES: Mapping[str, Callable[[RiskReport, int], Figure]] = {
    "risks": risks,
    "class-sizes": class_sizes,
    "contributions": contributions,
}
"""Every picture by its name."""


def written(report: RiskReport) -> Iterator[tuple[str, bytes]]:
    """File name and content of every picture that can be drawn of the report.

    Raises:
        UsageError: matplotlib is missing.
    """
    for number, risk in enumerate(report.tables, start=1):
        known = {
            "risks": risk.risk_bands,
            "class-sizes": risk.class_sizes,
            "contributions": _dropped(risk),
        }
        for name, draw in PICTURES.items():
            if known[name]:
                figure = draw(report, number)
                for suffix, left_out in _NOT_REPEATABLE.items():
                    yield f"table-{number}-{name}.{suffix}", _bytes(figure, suffix, left_out)


def is_picture(name: str) -> bool:
    """Whether `written` gives files such names."""
    names, suffixes = "|".join(PICTURES), "|".join(_NOT_REPEATABLE)
    return re.fullmatch(rf"table-[0-9]+-(?:{names})\.(?:{suffixes})", name) is not None


def _table(report: RiskReport, number: int) -> TableRisk:
    tables = report.tables
    if not isinstance(number, int) or not 1 <= number <= len(tables):
        raise UsageError(
            "there is no such table",
            where="table",
            remedy=f"choose a number from 1 to {len(tables)}" if tables else "give other data",
        )
    return tables[number - 1]


def _known(found: Sequence[Known]) -> Sequence[Known]:
    if not found:
        raise UsageError(
            "nothing was computed that could be drawn", remedy="`to_text()` says what is missing"
        )
    return found


def _bars(labels: Sequence[str], counts: Sequence[int], colours: Sequence[str]) -> Figure:
    figure = _figure()
    axes = figure.add_subplot()
    drawn = axes.bar(range(len(labels)), counts, color=colours)
    axes.bar_label(drawn, labels=[f"{count:,}" for count in counts], padding=2, fontsize=8)
    axes.set_xticks(range(len(labels)), labels, rotation=30, ha="right", rotation_mode="anchor")
    axes.set_ylabel("records")
    axes.margins(y=0.1)
    return _tidied(figure)


def _figure(height: float = _SIZE[1]) -> Figure:
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise UsageError(
            "pictures need matplotlib", remedy="install it with `pip install 'hxlguard[plots]'`"
        ) from None
    return Figure(figsize=(_SIZE[0], height), layout="constrained")


def _tidied(figure: Figure) -> Figure:
    for axes in figure.axes:
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(_GREY)
    return figure


def _label(label: str) -> str:
    """On one line, and without a meaning as a formula."""
    text = neutral(label)
    text = text if width(text) <= _LONGEST_LABEL else fit(text, _LONGEST_LABEL).rstrip()
    return text.replace("$", r"\$")


def _bytes(figure: Figure, suffix: str, left_out: Mapping[str, None]) -> bytes:
    import matplotlib

    target = io.BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "hxlguard"}):
        figure.savefig(target, format=suffix, dpi=150, metadata=dict(left_out))
    return target.getvalue()
