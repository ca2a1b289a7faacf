"""How many examples a property is tried on: those of the Hypothesis profile, or a share of them."""

from __future__ import annotations

from typing import Any

from hypothesis import settings


def effort(share: float, **more: Any) -> settings:
    """Settings for a property whose examples take longer, or less long, than others do."""
    return settings(max_examples=max(1, round(share * settings.default.max_examples)), **more)
