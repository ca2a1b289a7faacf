"""Words that stand in a category's place in a row that adds up the others."""

from __future__ import annotations

from hxlguard.lexicon.words import folded

TOTALS = {
    "en": ("total", "totals", "grand total", "subtotal", "sub total", "overall", "all", "sum"),
    "fr": ("total", "totaux", "total general", "sous total", "ensemble", "tous", "toutes", "somme"),
    "es": ("total", "totales", "total general", "subtotal", "todos", "todas", "suma"),
    "ar": ("المجموع", "الاجمالي", "اجمالي", "المجموع الكلي", "الكل"),
}
"""By language; French, Spanish and Arabic need native review."""

_WORDS = sorted(
    {folded(word).replace(" ", r"[\s_-]*") for words in TOTALS.values() for word in words}
)
TOTAL = (
    rf"^(?:{'|'.join(_WORDS)})[\s:.]*$|^(?:grand\s+)?total\b|\b(?:sub)?total$|^(?:المجموع|اجمالي)\s"
)
"""A cell that is one of them, or has `total` in front of a name or behind it, in the dialect that
polars, RE2 and Java share; the cell is folded before."""
