"""The published schema and the loader say the same."""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from factcheck import load_claims
from factcheck.claims.decode import CLAIM_KEYS, FILE_KEYS, SOURCE_KEYS
from factcheck.claims.find import bundled
from factcheck.claims.model import Claim, ClaimsError, Source, Status

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA: dict[str, Any] = json.loads((files("factcheck.claims") / "schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
CLAIM = {"id": "a", "statement": "x", "source": "s"}
SOURCE = {"id": "s", "title": "t"}


def plain(value: Any) -> Any:
    """TOML as JSON has it: a local date is a string of format date."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def test_the_schema_is_one_and_knows_the_same_keys() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert tuple(SCHEMA["properties"]) == FILE_KEYS
    assert tuple(SCHEMA["$defs"]["source"]["properties"]) == SOURCE_KEYS
    assert tuple(SCHEMA["$defs"]["claim"]["properties"]) == CLAIM_KEYS


# What the schema says of a field of that type; computed fields are in no file.
TYPES = {"date | None": "#/$defs/day", "bool": "boolean", "tuple[str, ...]": "#/$defs/names"}
COMPUTED = {"derivation", "other_sources", "path"}


def test_the_schema_follows_the_types() -> None:
    properties = SCHEMA["$defs"]["claim"]["properties"]
    declared = {field.name: str(field.type) for field in fields(Claim)}
    assert set(declared) - COMPUTED == set(properties)
    for name, type_ in declared.items():
        if type_ in TYPES and name in properties:
            assert TYPES[type_] in {properties[name].get("$ref"), properties[name].get("type")}, name
    assert properties["status"]["enum"] == [status.value for status in Status]
    assert {field.name for field in fields(Source)} == set(SCHEMA["$defs"]["source"]["properties"])


@pytest.mark.parametrize("file", sorted(bundled().rglob("*.toml")), ids=lambda file: file.name)
def test_the_pack_is_valid(file: Path) -> None:
    VALIDATOR.validate(plain(tomllib.loads(file.read_text(encoding="utf-8"))))


def changed(
    claim: dict[str, object] | None = None, source: dict[str, object] | None = None
) -> dict[str, Any]:
    return {"format": 1, "sources": [{**SOURCE, **(source or {})}], "claims": [{**CLAIM, **(claim or {})}]}


GOOD: list[dict[str, Any]] = [
    changed({"derive": "2 * 3", "status": "disputed", "superseded_by": "c"}),
    {"format": 1},
    changed(),
    changed({"value": 68}),
    changed({"value": ["甲", "乙"], "ordered": True, "open": False}),
    changed({"source": ["s"], "subject": "甲", "property": ["乙"]}),
    *(changed({"period": period}) for period in (2020, "2020-08", "../2020", "2020/..", "2019/2020-01-02")),
]
BAD: list[dict[str, Any]] = [
    {},
    {"format": 2},
    {"format": 1, "claim": []},
    {"format": 1, "aliases": {"甲": 3}},
    {"format": 1, "aliases": {"甲": []}},
    changed({"id": ""}),
    changed({"id": "a b"}),
    changed({"statement": " "}),
    changed({"perod": "2020"}),
    changed({"scope": []}),
    changed({"value": True}),
    changed({"open": "yes"}),
    changed({"topic": 3}),
    changed({"status": "true"}),
    changed({"valid_until": "2024"}),
    changed({"superseded_by": "a b"}),
    *(changed({"period": period}) for period in ("2020年", "../..", "2020/8", "20")),
    changed(source={"published": 3}),
    changed(source={"title": ""}),
]


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize(("data", "good"), [*((d, True) for d in GOOD), *((d, False) for d in BAD)])
def test_schema_and_loader_agree(tmp_path: Path, data: dict[str, Any], good: bool) -> None:
    file = tmp_path / "a.toml"
    file.write_text("".join(f"{key} = {toml(value)}\n" for key, value in data.items()), encoding="utf-8")
    assert VALIDATOR.is_valid(data) is good
    if good:
        load_claims(file)
    else:
        with pytest.raises(ClaimsError):
            load_claims(file)
