"""GeoJSON features as rows (RFC 7946): one column a property, and the geometry as text."""

from __future__ import annotations

from hxlguard.inputs.json_text import keep_repeated

GEOMETRY = "geometry"
"""The column of geometries: compact JSON, so that the coordinates are looked at."""


def as_feature_list(value: object) -> tuple[list[object], dict[str, object]] | None:
    """Split a feature collection, or one feature, into its features and its other members."""
    if not isinstance(value, dict):
        return None
    if _is_feature(value):
        return [value], {}
    features = value.get("features")
    if value.get("type") != "FeatureCollection" or not isinstance(features, list) or not features:
        return None
    others = {key: held for key, held in value.items() if key not in ("type", "features")}
    return features, others


def flattened(records: list[dict[str, object]]) -> list[dict[str, object]]:
    """Spread the properties of features over the record; other records stay as they are."""
    return [_spread(record) if _is_feature(record) else record for record in records]


def _is_feature(record: dict[str, object]) -> bool:
    return record.get("type") == "Feature" and isinstance(record.get("properties"), dict | None)


def _spread(feature: dict[str, object]) -> dict[str, object]:
    properties = feature.get("properties")
    members = [
        (key, held) for key, held in feature.items() if key not in ("type", "properties", GEOMETRY)
    ]
    if isinstance(properties, dict):
        members = [*properties.items(), *members]
    return keep_repeated([*members, (GEOMETRY, feature.get(GEOMETRY))])
