from __future__ import annotations

from hxlguard.model.anomaly import HIDDEN_CONTENT


def test_what_a_person_who_opens_the_file_does_not_see() -> None:
    assert {kind.value for kind in HIDDEN_CONTENT} == {
        "comments",
        "embedded-objects",
        "external-links",
        "hidden-columns",
        "hidden-rows",
        "hidden-sheet",
        "macros",
        "pivot-caches",
        "very-hidden-sheet",
    }
