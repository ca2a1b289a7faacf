"""Examples for the lints about rules: what they match, what they ask for, what they leave open."""

from __future__ import annotations

from typing import Any

from tests.facts import document, forbid, permit, require
from tests.linting.example import Example

PSEUDONYM, MASK, DROP = {"do": "pseudonymise"}, {"do": "mask"}, {"do": "drop"}
MONTH, QUARTER = ({"do": "truncate_date", "to": to} for to in ("month", "quarter"))
ROUND = {"do": "round_coordinates", "decimals": 1}
ADMIN2 = {"do": "generalise_location", "admin_level": 2}
HOUSEHOLDS = {"unit_of_record": ["household"]}
ACTIVITIES = {"unit_of_record": ["activity"]}
IN_PROTECTION = {"row_filter": {"tag": "#sector", "any_of": ["Protection"]}}


def banded(*cuts: int) -> dict[str, Any]:
    return {"do": "band", "cuts": list(cuts)}


def when(rule: dict[str, Any], condition: dict[str, Any]) -> dict[str, Any]:
    return {**rule, "when": condition}


def all_but(tag: str, exception: str) -> dict[str, Any]:
    return {"id": "q", "effect": "permit", "match": {"tags": [tag], "except": [exception]}}


def classified(*rules: dict[str, Any], unclassified: str = "low") -> dict[str, Any]:
    return {"classification": {"unclassified": unclassified, "rules": list(rules)}}


def level(name: str, *tags: str, id: str = "s", **more: Any) -> dict[str, Any]:
    return {"id": id, "level": name, "match": {"tags": list(tags)}, **more}


def low(*rules: dict[str, Any], **sections: Any) -> dict[str, Any]:
    return document(*rules, flow={"sensitivity_ceiling": "low"}, **sections)


def required(*rules: dict[str, Any], tag: str = "#adm1+code", **sections: Any) -> dict[str, Any]:
    return document(*rules, flow={"schema": {"required": [tag]}}, **sections)


def for_purposes(*forbidden: str) -> dict[str, Any]:
    return document(
        permit("#org"),
        flow={"purposes": {"permit": ["analysis"], "forbid": list(forbidden)}},
        vocabulary={
            "purposes": {"use": {"broader": None}, "analysis": {"broader": "use"}, "trade": {}}
        },
    )


def without_unit(made: dict[str, Any]) -> dict[str, Any]:
    del made["flows"][0]["unit_of_record"]
    return made


def guarded(clause: dict[str, Any], *rules: dict[str, Any]) -> dict[str, Any]:
    return document(*rules, clauses=[clause])


def unless_one_of(pairs: int) -> dict[str, Any]:
    """Only a tag with one attribute of each pair escapes, and there are 2 ** `pairs` of these."""
    rules = (forbid(f"f{at}", tags=[f"#geo-a{at}-b{at}"]) for at in range(pairs))
    return document(permit("#geo"), *rules)


IDENTIFIER = ["#meta+id"]
ORG = level("low", "#org", id="a")

EXAMPLES = (
    Example(
        "HXA300",
        "too many ways",
        unless_one_of(14),
        unless_one_of(2),
        "the tag patterns are too intricate to look for",
    ),
    Example(
        "HXA301",
        "every field is an exception",
        document(forbid(tags=["#contact+org"], **{"except": ["#contact"]})),
        document(forbid(tags=["#contact"], **{"except": ["#contact+org"]})),
        "`f` matches no field",
    ),
    Example(
        "HXA301",
        "a date is no place",
        document(require(ADMIN2, tags=["#date"], location="named")),
        document(require(ADMIN2, tags=["#*+name"], location="named")),
        "`r` matches no field",
    ),
    Example(
        "HXA301",
        "no place is that fine",
        document(forbid(tags=["#adm1"], admin_level={"at_least": 2})),
        document(forbid(tags=["#adm2"], admin_level={"at_least": 2})),
        "`f` matches no field",
    ),
    Example(
        "HXA301",
        "a condition that the flow never meets",
        document(when(forbid(tags=["#geo"]), HOUSEHOLDS)),
        document(when(forbid(tags=["#geo"]), ACTIVITIES)),
        "`f` waits for rows that no flow of it has",
    ),
    Example(
        "HXA301",
        "a condition of a guardrail that no flow meets",
        guarded(when(forbid(tags=["#geo"]), HOUSEHOLDS)),
        without_unit(guarded(when(forbid(tags=["#geo"]), HOUSEHOLDS))),
        "`f` waits for rows",
    ),
    Example(
        "HXA302",
        "in two clauses",
        document(require(PSEUDONYM, tags=IDENTIFIER), require(MASK, tags=["#*+id"], id="m")),
        document(require(PSEUDONYM, tags=IDENTIFIER), require(MASK, tags=["#org+id"], id="m")),
        "`m` and `r` cannot both be met",
    ),
    Example(
        "HXA302",
        "by what is found",
        document(
            require(PSEUDONYM, entities=["PHONE_NUMBER"]),
            require(MASK, entities=["PHONE_NUMBER", "EMAIL_ADDRESS"], id="m"),
        ),
        document(
            require(PSEUDONYM, entities=["PHONE_NUMBER"]),
            require(MASK, entities=["EMAIL_ADDRESS"], id="m"),
        ),
        "`m` and `r` cannot both be met",
    ),
    Example(
        "HXA302",
        "in one clause",
        document(require(PSEUDONYM, MASK, tags=IDENTIFIER)),
        document(require(PSEUDONYM, DROP, tags=IDENTIFIER)),
        "the treatments of `r` cannot be given together",
    ),
    Example(
        "HXA303",
        "no cut in both",
        document(
            require(banded(5, 18), tags=["#*+age"]), require(banded(6, 60), tags=["#*+age"], id="b")
        ),
        document(
            require(banded(5, 18), tags=["#*+age"]), require(banded(6, 18), tags=["#*+age"], id="b")
        ),
        "the bands of `b` and `r` share no cut",
    ),
    Example(
        "HXA304",
        "places of coordinates",
        document(require(ADMIN2, location="coordinates")),
        document(require(ADMIN2, location="named")),
        "`generalise_location` in `r` cannot be done to coordinates",
    ),
    Example(
        "HXA304",
        "rounded names",
        document(require(ROUND, location="named")),
        document(require(ROUND, location="coordinates")),
        "cannot be done to names of places",
    ),
    Example(
        "HXA304",
        "by one of the tags",
        document(require(ADMIN2, tags=["#adm3", "#date"])),
        document(require(ADMIN2, tags=["#adm3", "#loc"])),
        "cannot be done to `#date`",
    ),
    Example(
        "HXA304",
        "bands of dates",
        document(require(banded(18), tags=["#date+birth"])),
        document(require(banded(18), tags=["#*+age"])),
        "cannot be done to `#date+birth`",
    ),
    Example(
        "HXA320",
        "an open exception",
        document(forbid(tags=["#contact"], **{"except": ["#contact+org"]})),
        document(forbid(tags=["#contact"], **{"except": ["#contact+org!"]})),
        "`f` does not reach `#contact+org+person`: `except` `#contact+org` frees it",
    ),
    Example(
        "HXA320",
        "an exception of another hashtag takes no attribute more",
        document(forbid(tags=["#*+coord"], **{"except": ["#loc+public"]})),
        document(forbid(tags=["#*+coord"], **{"except": ["#loc"]})),
        "`f` does not reach `#loc+coord+public`",
    ),
    Example(
        "HXA320",
        "an exact pattern",
        document(forbid(tags=["#meta+id!"])),
        document(forbid(tags=["#meta+id!"]), forbid("g", tags=["#meta"])),
        "the `!` of `#meta+id!` frees it",
    ),
    Example(
        "HXA320",
        "an attribute that must not be there",
        document(forbid(tags=["#geo-public"])),
        document(forbid(tags=["#geo"])),
        "`f` does not reach `#geo+public`: the `-` of `#geo-public` frees it",
    ),
    Example(
        "HXA320",
        "caught by another clause, unless in some rows only",
        document(forbid(tags=["#geo-public"]), when(forbid("g", tags=["#geo"]), IN_PROTECTION)),
        document(forbid(tags=["#geo-public"]), when(forbid("g", tags=["#geo"]), ACTIVITIES)),
        "`f` does not reach `#geo+public`",
    ),
    Example(
        "HXA320",
        "told of once for all flows",
        guarded(forbid(tags=["#geo-public"])),
        guarded(forbid(tags=["#geo-public"]), forbid("g", tags=["#geo+public"])),
        "`f` does not reach `#geo+public`",
    ),
    Example(
        "HXA330",
        "a permit within another",
        document(permit("#org"), permit("#org+name", id="q")),
        document(permit("#org+name"), permit("#org+code", id="q")),
        "`q` changes nothing beside `p`",
    ),
    Example(
        "HXA330",
        "a permit within another but for its exceptions",
        document(permit("#org-phone"), permit("#org-phone-email", id="q")),
        document(permit("#org-phone"), permit("#org-email", id="q")),
        "`q` changes nothing beside `p`",
    ),
    Example(
        "HXA330",
        "twice the same",
        document(permit("#org"), permit("#org", id="q")),
        document(permit("#org"), when(permit("#sector", id="q"), ACTIVITIES)),
        "`q` changes nothing beside `p`",
    ),
    Example(
        "HXA330",
        "beside `columns: allow`",
        document(permit("#org"), defaults={"columns": "allow"}),
        document(permit("#org"), defaults={"columns": "deny"}),
        "`p` changes nothing beside `columns: allow`",
    ),
    Example(
        "HXA330",
        "a forbid within a guardrail",
        guarded(forbid("g", tags=["#*+name"]), forbid(tags=["#org+name"])),
        guarded(when(forbid("g", tags=["#*+name"]), IN_PROTECTION), forbid(tags=["#org+name"])),
        "`f` changes nothing beside `g`",
    ),
    Example(
        "HXA330",
        "a forbid within another, unless a waiver can open that one",
        guarded(forbid("g", tags=["#*+name"]), forbid(tags=["#org+name"])),
        guarded(forbid("g", tags=["#*+name"]), {**forbid(tags=["#org+name"]), "waivable": False}),
        "`f` changes nothing beside `g`",
    ),
    Example(
        "HXA330",
        "entities among others",
        document(
            forbid("g", entities=["PERSON_NAME", "EMAIL_ADDRESS"]), forbid(entities=["PERSON_NAME"])
        ),
        document(
            forbid("g", entities=["PERSON_NAME", "EMAIL_ADDRESS"], min_coverage="0.5"),
            forbid(entities=["PERSON_NAME"]),
        ),
        "`f` changes nothing beside `g`",
    ),
    Example(
        "HXA330",
        "a weaker treatment",
        document(require(QUARTER, id="q", tags=["#date"]), require(MONTH, tags=["#date+start"])),
        document(require(MONTH, id="q", tags=["#date"]), require(QUARTER, tags=["#date+start"])),
        "`r` changes nothing beside `q`",
    ),
    Example(
        "HXA330",
        "a treatment of what is forbidden",
        document(forbid(tags=["#geo"]), require(ROUND, tags=["#geo+lat"])),
        document(forbid(tags=["#geo+lat"]), require(ROUND, tags=["#geo"])),
        "`r` changes nothing beside `f`",
    ),
    Example(
        "HXA330",
        "a level below that of another rule",
        document(**classified(level("high", "#org", id="b"), level("low", "#org+name"))),
        document(**classified(level("low", "#org", id="b"), level("high", "#org+name"))),
        "`s` changes nothing beside `b`",
    ),
    Example(
        "HXA331",
        "forbidden",
        document(permit("#org", "#geo"), forbid(tags=["#geo"])),
        document(permit("#org", "#geo"), forbid(tags=["#geo+lat"])),
        "`p` permits `#geo`, which cannot leave under flow `publish`",
    ),
    Example(
        "HXA331",
        "above the ceiling",
        low(permit("#org", "#need"), **classified(ORG, unclassified="high")),
        low(permit("#org", "#need"), **classified(ORG)),
        "`p` permits `#need`",
    ),
    Example(
        "HXA332",
        "one tag at two levels",
        document(**classified(level("low", "#org", "#need"), level("high", "#need", id="b"))),
        document(**classified(level("low", "#org", "#need"), level("low", "#need+x", id="b"))),
        "`s` calls `#need` `low` and `b` calls it `high`",
    ),
    Example(
        "HXA332",
        "in lists of other things",
        document(**classified(level("low", "#org"), level("high", "#org", id="b"))),
        document(
            **classified(
                level("low", "#org", when=ACTIVITIES),
                level("high", "#org", id="b", when=HOUSEHOLDS),
            )
        ),
        "`s` calls `#org` `low`",
    ),
    Example(
        "HXA340",
        "an exception that another permit has not",
        document(
            all_but("#org", "#org+phone"),
            permit("#*+phone"),
        ),
        document(
            all_but("#org", "#org+phone"),
            permit("#sector"),
        ),
        "`p` lets `#org+phone` pass, which `q` holds back",
    ),
    Example(
        "HXA340",
        "which a clause forbids anyhow",
        document(permit("#org-phone", id="q"), permit("#*+phone")),
        document(permit("#org-phone", id="q"), permit("#*+phone"), forbid(tags=["#org+phone"])),
        "`p` lets `#org+phone` pass, which `q` holds back",
    ),
    Example(
        "HXA340",
        "a condition that another permit has not",
        document(when(permit("#geo", id="q"), IN_PROTECTION), permit("#geo+lat")),
        document(when(permit("#geo", id="q"), ACTIVITIES), permit("#geo+lat")),
        "`p` lets `#geo+lat` pass, which `q` holds back",
    ),
    Example(
        "HXA350",
        "no permit",
        document(forbid(tags=["#geo"])),
        document(permit("#org"), forbid(tags=["#geo"])),
        "flow `publish` has no permit that ever holds",
    ),
    Example(
        "HXA350",
        "a permit that never holds",
        document(when(permit("#org"), HOUSEHOLDS)),
        document(when(permit("#org"), ACTIVITIES)),
        "flow `publish` has no permit that ever holds",
    ),
    Example(
        "HXA350",
        "everything is allowed",
        document(),
        document(defaults={"columns": "allow"}),
        "flow `publish` has no permit that ever holds",
    ),
    Example(
        "HXA351",
        "all forbidden",
        document(permit("#geo+lat"), forbid(tags=["#geo"])),
        document(permit("#geo"), forbid(tags=["#geo+lat"])),
        "whatever flow `publish` permits is forbidden",
    ),
    Example(
        "HXA351",
        "all above the ceiling",
        low(permit("#org"), **classified(level("moderate", "#*"))),
        low(permit("#org"), **classified(level("moderate", "#*", when=HOUSEHOLDS))),
        "above its ceiling `low`",
    ),
    Example(
        "HXA351",
        "nothing is classified",
        low(permit("#org"), **classified(unclassified="high")),
        low(permit("#org"), **classified(level("low", "#org+name"), unclassified="high")),
        "above its ceiling `low`",
    ),
    Example(
        "HXA351",
        "all of a forbidden level",
        document(
            permit("#org"),
            forbid(sensitivity={"at_least": "high"}),
            **classified(level("high", "#*")),
        ),
        document(
            permit("#org"),
            forbid(sensitivity={"at_least": "severe"}),
            **classified(level("high", "#*")),
        ),
        "is forbidden or above",
    ),
    Example(
        "HXA352",
        "by a broader purpose",
        for_purposes("use"),
        for_purposes("trade"),
        "flow `publish` forbids each purpose",
    ),
    Example(
        "HXA353",
        "not permitted",
        required(permit("#org")),
        required(permit("#org", "#adm1")),
        "requires `#adm1+code` and never lets it pass",
    ),
    Example(
        "HXA353",
        "dropped",
        required(permit("#adm1"), require(DROP, tags=["#adm1"])),
        required(permit("#adm1"), require(DROP, tags=["#adm1+name"])),
        "requires `#adm1+code` and never lets it pass",
    ),
    Example(
        "HXA354",
        "a rule",
        without_unit(document(when(forbid(tags=["#geo"]), HOUSEHOLDS))),
        without_unit(document(when(forbid(tags=["#geo"]), IN_PROTECTION))),
        "but `f` asks for it",
    ),
    Example(
        "HXA354",
        "the classification",
        without_unit(document(**classified(level("high", "#*", when=HOUSEHOLDS)))),
        document(**classified(level("high", "#*", when=ACTIVITIES))),
        "but `s` asks for it",
    ),
)
