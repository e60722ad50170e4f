"""Reads docs/openapi.yaml for tests: its addresses, and whether a response is one that it names."""

from collections.abc import Mapping
from typing import Any, Protocol

import jsonschema
import yaml

from tests.conftest import ROOT

DOCUMENT: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "openapi.yaml").read_text("utf-8"))


class Answer(Protocol):
    """An answer as a client has it."""

    @property
    def status_code(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]: ...

    def json(self) -> Any: ...


def operations() -> set[tuple[str, str]]:
    """(METHOD, address) of everything the document names."""
    return {
        (method.upper(), path) for path, item in DOCUMENT["paths"].items() for method in item if method != "parameters"
    }


def _resolved(part: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in part:
        return part
    target: Any = DOCUMENT
    for name in part["$ref"].removeprefix("#/").split("/"):
        target = target[name]
    resolved: dict[str, Any] = target
    return resolved


def check(answer: Answer, method: str, path: str) -> None:
    """Fails unless the document names this status for the operation, and the body is what it says."""
    named = DOCUMENT["paths"][path][method.lower()]["responses"]
    assert str(answer.status_code) in named, f"{method} {path}: {answer.status_code} is not documented"
    content = _resolved(named[str(answer.status_code)]).get("content", {})
    kind = answer.headers.get("content-type", "").split(";")[0]
    assert not content or kind in content, f"{method} {path}: {kind}"
    schema = content.get(kind, {}).get("schema")
    if schema and kind == "application/json":
        _validate(answer.json(), schema)


def check_state(state: object) -> None:
    """Fails unless an event of the stream is a state as the document has it."""
    _validate(state, {"$ref": "#/components/schemas/state"})


def _validate(body: object, schema: dict[str, Any]) -> None:
    jsonschema.validate(body, {**schema, "components": DOCUMENT["components"]})
