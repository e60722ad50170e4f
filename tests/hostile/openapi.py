"""docs/openapi.yaml, read for tests: its addresses, and whether an answer is one of those it names."""

from typing import Any

import httpx
import jsonschema
import yaml

from tests.conftest import ROOT

DOCUMENT: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "openapi.yaml").read_text("utf-8"))


def operations() -> set[tuple[str, str]]:
    """(METHOD, address) of everything the document names."""
    return {
        (method.upper(), path) for path, item in DOCUMENT["paths"].items() for method in item if method != "parameters"
    }


def _resolved(part: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in part:
        return part
    found: Any = DOCUMENT
    for name in part["$ref"].removeprefix("#/").split("/"):
        found = found[name]
    resolved: dict[str, Any] = found
    return resolved


def check(answer: httpx.Response, method: str, path: str) -> None:
    """Fails unless the document names this status for the operation, and the body is what it says."""
    named = DOCUMENT["paths"][path][method.lower()]["responses"]
    assert str(answer.status_code) in named, f"{method} {path}: {answer.status_code} is not documented"
    content = _resolved(named[str(answer.status_code)]).get("content", {})
    kind = answer.headers.get("content-type", "").split(";")[0]
    assert not content or kind in content, f"{method} {path}: {kind}"
    schema = content.get(kind, {}).get("schema")
    if schema and kind == "application/json":
        jsonschema.validate(answer.json(), {**schema, "components": DOCUMENT["components"]})
