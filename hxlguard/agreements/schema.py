"""The JSON Schemas of documents (Draft 2020-12) and the mistakes that they find, all at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry

from hxlguard.agreements.reading import Mistake, Plain, pointer_to
from hxlguard.model.agreement import AgreementDocument
from hxlguard.model.attestation import AttestationsDocument
from hxlguard.model.classification import ClassificationDocument
from hxlguard.model.document import FORMATS, NULLABLE, DocumentModel
from hxlguard.shipped import schema_text
from hxlguard.wording import did_you_mean, listed

_FORMAT_REMEDY = {
    "tag-pattern": "not a tag pattern; write it like `#adm1+code-old`, `#*+phone` or `#org+name!`",
    "iso-date": 'not a date; write it in quotes like "2026-12-31"',
    "time-zone": "not a time zone; write its IANA name, like `Africa/Nairobi`",
}
_TYPE_NAME = {
    "object": "a mapping",
    "array": "a list",
    "string": "text; put it in quotes",
    "integer": "a whole number without quotes",
    "boolean": "true or false",
}


def agreement_schema_text() -> str:
    """The content of `schemas/agreement.schema.json`."""
    return _schema_text("agreement", AgreementDocument)


def attestations_schema_text() -> str:
    """The content of `schemas/attestations.schema.json`."""
    return _schema_text("attestations", AttestationsDocument)


def classification_schema_text() -> str:
    """The content of `schemas/classification.schema.json`."""
    return _schema_text("classification", ClassificationDocument)


def schema_mistakes(document: Plain, name: str) -> Iterator[Mistake]:
    """Judge a document by the shipped schema of that name; every mistake once, nothing fetched."""
    schema = json.loads(schema_text(name))
    validator = Draft202012Validator(schema, registry=Registry(), format_checker=_formats())
    for error in validator.iter_errors(document):
        yield from _mistakes(error)


def _schema_text(name: str, model: type[DocumentModel]) -> str:
    schema = model.model_json_schema(by_alias=True)
    _tidy(schema)
    named = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:hxlguard:schema:{name}:v1",
        **schema,
    }
    return json.dumps(named, indent=2, ensure_ascii=False) + "\n"


def _tidy(node: Any) -> None:
    """Drop the titles, and the null of every key that may not say it."""
    if isinstance(node, list):
        for item in node:
            _tidy(item)
    if not isinstance(node, dict):
        return
    for name, child in node.get("properties", {}).items():
        child.pop("title", None)
        if name not in NULLABLE and {"type": "null"} in child.get("anyOf", []):
            del child["default"]
            child["anyOf"].remove({"type": "null"})
            if len(child["anyOf"]) == 1:
                child.update(child.pop("anyOf")[0])
    for child in node.values():
        _tidy(child)


@cache
def _formats() -> FormatChecker:
    checker = FormatChecker(formats=())
    for name, parse in FORMATS.items():
        checker.checks(name, raises=ValueError)(lambda text, parse=parse: _parses(text, parse))
    return checker


def _parses(value: object, parse: Any) -> bool:
    return not isinstance(value, str) or bool(parse(value))


def _mistakes(error: ValidationError) -> Iterator[Mistake]:
    pointer = _pointer(error.absolute_path)
    rule, value, schema = _parts(error)
    if rule == "additionalProperties":
        known = schema["properties"]
        for key in sorted(value.keys() - known.keys()):
            hint = did_you_mean(key, known) or f"known here: {listed(known)}"
            yield Mistake(pointer_to(pointer, key), f"unknown key `{key}`; {hint.strip()}")
    elif rule in ("enum", "const") and value is None:
        return  # its type is reported already
    elif rule in ("oneOf", "anyOf"):
        yield from _branch_mistakes(error, pointer)
    else:
        yield Mistake(pointer, _sentence(rule, value, schema, error))


def _parts(error: ValidationError) -> tuple[str, Any, Any]:
    return str(error.validator), error.instance, error.schema


def _sentence(rule: str, value: Any, schema: dict[str, Any], error: ValidationError) -> str:
    match rule:
        case "required":
            missing = next(key for key in schema["required"] if f"'{key}'" in error.message)
            return f"`{missing}` is missing"
        case "dependentRequired":
            pairs = schema["dependentRequired"].items()
            key, needs = next((key, on[0]) for key, on in pairs if key in value)
            return f"`{key}` needs `{needs}` beside it"
        case "enum" | "const":
            choices = schema.get("enum", [schema.get("const")])
            return _not_one_of(value, choices)
        case "type":
            if value is None:
                return "left empty; give a value or leave the key out"
            return f"must be {_TYPE_NAME[schema['type']]}"
        case "format":
            return f"`{value}` is {_FORMAT_REMEDY[schema['format']]}"
        case "pattern":
            return f"`{value}` does not have the form of {schema['description']}"
        case "maxLength":
            return f"must have at most {schema['maxLength']} letters"
        case "minItems" | "minProperties" | "minLength":
            return "must not be empty"
        case "minimum" | "maximum":
            bound = "at least" if rule == "minimum" else "at most"
            return f"must be {bound} {schema[rule]}"
        case _:
            return f"does not meet `{rule}`"


def _branch_mistakes(error: ValidationError, pointer: str) -> Iterator[Mistake]:
    """What is wrong with the branch that the author meant."""
    _, _, schema = _parts(error)
    discriminator = schema.get("discriminator")
    if not discriminator:
        yield from _mistakes(min(error.context, key=lambda inner: len(inner.context)))
        return
    if not isinstance(error.instance, dict):
        yield Mistake(pointer, "must be a mapping")
        return
    name, mapping = discriminator["propertyName"], discriminator["mapping"]
    if name not in error.instance:
        yield Mistake(pointer, f"`{name}` is missing; choose one of {listed(mapping)}")
        return
    chosen = error.instance[name]
    if chosen not in [*mapping]:
        yield Mistake(pointer_to(pointer, name), _not_one_of(chosen, mapping))
        return
    branch = schema["oneOf"].index({"$ref": mapping[chosen]})
    for inner in error.context:
        if inner.schema_path[0] == branch:
            yield from _mistakes(inner)


def _not_one_of(value: object, choices: Iterable[Any]) -> str:
    words = [str(choice) for choice in choices]
    hint = did_you_mean(value, words) if isinstance(value, str) else ""
    shown = f"`{value}`" if isinstance(value, str | int) else "this"
    return f"{shown} is not allowed here; {hint}choose one of {listed(words)}"


def _pointer(path: Iterable[str | int]) -> str:
    pointer = ""
    for key in path:
        pointer = pointer_to(pointer, key)
    return pointer
