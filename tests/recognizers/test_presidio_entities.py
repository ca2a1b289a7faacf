"""Every entity of the installed Presidio is recognized here, or ignored for a stated reason."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import presidio_analyzer.predefined_recognizers as predefined

from hxlguard.recognizers import RECOGNIZERS

STATED = json.loads(Path(__file__).with_name("presidio_entities.json").read_text("utf-8"))


def entities_of(kind: type) -> set[str]:
    """What a recognizer class supports unless it is told otherwise."""
    parameters = inspect.signature(kind.__init__).parameters.values()
    named = {p.default for p in parameters if p.name == "supported_entity"}
    listed = getattr(kind, "ENTITIES", None) or getattr(kind, "DEFAULT_ENTITIES", ())
    return {entity for entity in (*named, *listed) if isinstance(entity, str)}


def test_no_entity_of_presidio_is_forgotten() -> None:
    kinds = [getattr(predefined, name) for name in predefined.__all__]
    offered = set().union(*(entities_of(kind) for kind in kinds if isinstance(kind, type)))
    stated = set(STATED["recognized_here"]).union(*STATED["ignored"].values())
    assert len(offered) > 80
    assert offered - stated == set()


def test_what_is_said_to_be_recognized_is() -> None:
    assert set(STATED["recognized_here"].values()) <= {kind.entity for kind in RECOGNIZERS}
